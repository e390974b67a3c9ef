// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/account_proof.h"

#include "base/hex.h"
#include "codec/json.h"

namespace autochain::net
{
namespace
{
constexpr int kMaxNodes = 64; // a path has at most 64 nibbles
constexpr qsizetype kMaxNodeHex = 2 * 64 * 1024;

Result<std::vector<Bytes>> nodesOf(const QJsonObject& object, const char* key)
{
    AC_TRY(const QJsonArray array, json::array(object, key, kMaxNodes));
    std::vector<Bytes> nodes;
    for (const auto& entry : array) {
        const QString text = entry.toString();
        if (text.size() > kMaxNodeHex) {
            return CodecError::TooLarge;
        }
        AC_TRY(Bytes node, fromHex(text.toStdString()));
        nodes.push_back(std::move(node));
    }
    return nodes;
}

// Nodes write the key as 32 bytes or as a quantity.
Result<Hash32> slotOf(const QJsonObject& object)
{
    AC_TRY(const std::string text, json::string(object, "key", 66));
    if (text.size() == 66) {
        return hash32FromHex(text);
    }
    AC_TRY(const U256 number, U256::fromHexQuantity(text));
    return Hash32::from(number.toBigEndian());
}

Result<StorageProof> storageProofOf(const QJsonValue& entry)
{
    const QJsonObject object = entry.toObject();
    StorageProof proof;
    AC_TRY(proof.slot, slotOf(object));
    AC_TRY(const std::string value, json::string(object, "value", 66));
    AC_TRY(proof.value, U256::fromHexQuantity(value));
    AC_TRY(proof.nodes, nodesOf(object, "proof"));
    return proof;
}

Result<AccountProof> parse(const QJsonValue& answer)
{
    const QJsonObject object = answer.toObject();
    AccountProof proof;
    AC_TRY(proof.address, json::address(object, "address"));
    AC_TRY(proof.storageRoot, json::hash32(object, "storageHash"));
    AC_TRY(proof.nodes, nodesOf(object, "accountProof"));
    AC_TRY(const QJsonArray storage, json::array(object, "storageProof"));
    for (const auto& entry : storage) {
        AC_TRY(StorageProof slot, storageProofOf(entry));
        proof.storage.push_back(std::move(slot));
    }
    return proof;
}
} // namespace

Result<AccountProof> readAccountProof(const std::string& url, const QJsonValue& answer, const Address& address,
                                      const std::vector<Hash32>& slotKeys)
{
    auto proof = parse(answer);
    bool fits = proof.ok() && proof->address == address && proof->storage.size() == slotKeys.size();
    for (std::size_t i = 0; fits && i < slotKeys.size(); ++i) {
        fits = proof->storage[i].slot == slotKeys[i];
    }
    if (!fits) {
        return Error(ChainError::BadAnswer, {url, "proof"});
    }
    return proof;
}

} // namespace autochain::net
