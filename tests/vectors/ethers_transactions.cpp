// SPDX-License-Identifier: GPL-3.0-or-later
#include "ethers_transactions.h"

#include "codec/transaction.h"

namespace autochain::vectors
{
namespace
{

// "0x", "0x1", "0x0102", "17" or a JSON number.
U256 numberAt(const QJsonObject& item, const char* key)
{
    const QJsonValue value = at(item, key);
    if (!value.isString()) {
        return U256(static_cast<std::uint64_t>(value.toInteger()));
    }
    const std::string text = str(value);
    if (!text.starts_with("0x")) {
        return U256::fromDecimal(text).value();
    }
    std::string digits = text.substr(2);
    digits.insert(0, digits.size() % 2, '0');
    return U256::fromBigEndian(unhex(digits));
}

std::vector<AccessListEntry> accessListOf(const QJsonArray& list)
{
    std::vector<AccessListEntry> out;
    for (const auto& entry : list) {
        out.push_back({addressFromHex(str(at(entry.toObject(), "address"))).value(), {}});
        const QJsonArray keys = at(entry.toObject(), "storageKeys").toArray();
        for (const auto& key : keys) {
            out.back().storageKeys.push_back(hash32FromHex(str(key)).value());
        }
    }
    return out;
}

Transaction transactionOf(const QJsonObject& item, TxType type, std::uint64_t chainId)
{
    Transaction tx;
    tx.type = type;
    tx.chainId = chainId;
    tx.nonce = numberAt(item, "nonce").toU64();
    tx.gasLimit = numberAt(item, "gasLimit").toU64();
    const std::string to = str(at(item, "to"));
    tx.to = to.size() > 2 ? std::optional(addressFromHex(to).value()) : std::nullopt;
    tx.value = numberAt(item, "value");
    tx.data = unhex(at(item, "data"));
    if (type == TxType::DynamicFee) {
        tx.maxPriorityFeePerGas = numberAt(item, "maxPriorityFeePerGas");
        tx.maxFeePerGas = numberAt(item, "maxFeePerGas");
    } else {
        tx.gasPrice = numberAt(item, "gasPrice");
    }
    if (type != TxType::Legacy) {
        tx.accessList = accessListOf(at(item, "accessList").toArray());
    }
    return tx;
}

// Both encodings, both decodings, the signature and who is recovered from it.
std::string problemOf(const Transaction& tx, const PrivateKey& key, const QJsonValue& unsignedHex,
                      const QJsonValue& signedHex)
{
    const Bytes unsignedBytes = unhex(unsignedHex);
    const Bytes signedBytes = unhex(signedHex);
    if (encodeUnsigned(tx) != unsignedBytes) {
        return "unsigned bytes";
    }
    const auto readUnsigned = decodeUnsigned(unsignedBytes);
    if (!readUnsigned.ok() || *readUnsigned != tx) {
        return "unsigned, read back";
    }
    const Signature signature = key.sign(signingHash(tx));
    if (encodeSigned(tx, signature) != signedBytes) {
        return "signed bytes";
    }
    const auto readSigned = decodeSigned(signedBytes);
    if (!readSigned.ok() || readSigned->tx != tx || readSigned->signature != signature) {
        return "signed, read back";
    }
    const auto signer = recoverAddress(signingHash(readSigned->tx), readSigned->signature);
    return signer.ok() && *signer == key.address() ? "" : "signer";
}

struct Form { // of the same transaction in one entry
    const char* unsignedKey;
    const char* signedKey;
    TxType type;
    bool withChain;
};
constexpr std::array<Form, 6> kForms{
    {{"unsignedTransaction", "signedTransaction", TxType::Legacy, false},
     {"unsignedTransactionChainId5", "signedTransactionChainId5", TxType::Legacy, true},
     {"unsignedLegacy", "signedLegacy", TxType::Legacy, false},
     {"unsignedEip155", "signedEip155", TxType::Legacy, true},
     {"unsignedBerlin", "signedBerlin", TxType::AccessList, true},
     {"unsignedLondon", "signedLondon", TxType::DynamicFee, true}}};

Result<PrivateKey> keyOf(const QJsonObject& item)
{
    return PrivateKey::fromBytes(SecretBytes::copyOf(unhex(firstOf(item, {"privateKey", "key"}))));
}

std::string formsProblem(const QJsonObject& item, const QJsonObject& fields, const PrivateKey& key)
{
    const bool isV5 = item.contains(QLatin1String("signedTransactionChainId5"));
    for (const Form& form : kForms) {
        if (!at(item, form.signedKey).isString()) {
            continue;
        }
        const std::uint64_t chainId = isV5 ? 5 : numberAt(fields, "chainId").toU64();
        const Transaction tx = transactionOf(fields, form.type, form.withChain ? chainId : 0);
        const std::string problem = problemOf(tx, key, at(item, form.unsignedKey), at(item, form.signedKey));
        if (!problem.empty()) {
            return std::string(form.signedKey) + ": " + problem;
        }
    }
    return "";
}

std::string entryProblem(const QJsonObject& item, const QJsonObject& fields)
{
    const auto key = keyOf(item);
    if (!key.ok()) {
        return "private key";
    }
    const QJsonValue address = firstOf(item, {"accountAddress", "address"});
    if (address.isString() && lowered(str(address)) != toHex0x(key->address())) {
        return "address of the key";
    }
    if (item.contains(QLatin1String("signed"))) {
        const TxType type = at(fields, "type").toInt() == 1 ? TxType::AccessList : TxType::DynamicFee;
        const Transaction tx = transactionOf(fields, type, numberAt(fields, "chainId").toU64());
        return problemOf(tx, *key, at(item, "unsigned"), at(item, "signed"));
    }
    return formsProblem(item, fields, *key);
}

} // namespace

void checkEthersTransaction(const QJsonObject& item, Report& report)
{
    if (firstOf(item, {"signed", "signedTransaction", "signedLegacy", "signedLondon"}).isUndefined()) {
        return;
    }
    const std::string name = str(at(item, "name"));
    try {
        const QJsonValue inner = firstOf(item, {"tx", "transaction"});
        const QJsonObject fields = inner.isObject() ? inner.toObject() : item;
        if (!numberAt(fields, "gasLimit").fitsU64()) {
            report.skip(name, "a gas limit of more than 64 bits, which no chain takes");
            return;
        }
        report.add(name, entryProblem(item, fields));
    } catch (const std::exception& error) {
        report.add(name, error.what());
    }
}

} // namespace autochain::vectors
