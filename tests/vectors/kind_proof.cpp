// SPDX-License-Identifier: GPL-3.0-or-later
// What a node proves of a state: {"stateRoot": "0x…", "proofs": [answers of eth_getProof]}. Every account and every
// slot is a case: the proof has to be taken and to say what the answer claims.
#include "check.h"

#include "chain/trie_proof.h"
#include "crypto/hash.h"

namespace autochain::vectors
{
namespace
{

std::vector<Bytes> nodesOf(const QJsonValue& value)
{
    std::vector<Bytes> nodes;
    for (const auto& node : value.toArray()) {
        nodes.push_back(unhex(node));
    }
    return nodes;
}

template <typename T>
T fixed(const QJsonValue& value)
{
    const Bytes bytes = unhex(value);
    if (bytes.size() != T::kSize) {
        throw BadFile("a value of another size");
    }
    return T::from(bytes);
}

// A number in hex, of any number of digits.
U256 numberOf(const QJsonValue& value)
{
    std::string digits = str(value);
    digits = digits.starts_with("0x") ? digits.substr(2) : digits;
    digits.insert(0, digits.size() % 2, '0');
    return U256::fromBigEndian(unhex(digits));
}

// Nodes write slots as numbers or as words.
Hash32 slotOf(const QJsonValue& value)
{
    return Hash32::from(numberOf(value).toBigEndian());
}

void checkSlots(const QJsonObject& answer, const Hash32& root, const std::string& name, Report& report)
{
    for (const auto& entry : at(answer, "storageProof").toArray()) {
        const QJsonObject slot = entry.toObject();
        const auto word = proveSlot(root, slotOf(at(slot, "key")), nodesOf(at(slot, "proof")));
        const bool right = word.ok() && *word == numberOf(at(slot, "value"));
        report.add(name + " slot " + str(at(slot, "key")), right ? "" : "refused, or another word");
    }
}

void checkAccount(const QJsonObject& answer, const Hash32& stateRoot, Report& report)
{
    const std::string name = str(at(answer, "address"));
    const auto account =
        proveAccount(stateRoot, fixed<Address>(at(answer, "address")), nodesOf(at(answer, "accountProof")));
    if (!account.ok()) {
        report.add(name, "refused: " + account.error().detail);
        return;
    }
    const Account none{0, U256(), emptyTrieRoot(), keccak256(BytesView())};
    const Account proven = account->value_or(none);
    const bool right =
        proven.nonce == numberOf(at(answer, "nonce")).toU64() && proven.balanceWei == numberOf(at(answer, "balance"));
    // Of an account that is not there, some nodes say zero hashes.
    const bool sameHashes = !*account || (proven.codeHash == fixed<Hash32>(at(answer, "codeHash")) &&
                                          proven.storageRoot == fixed<Hash32>(at(answer, "storageHash")));
    report.add(name, right && sameHashes ? "" : "the answer claims what its proof does not say");
    checkSlots(answer, proven.storageRoot, name, report);
}

void check(const Input& file, Report& report)
{
    const QJsonObject object = file.json().toObject();
    const auto stateRoot = fixed<Hash32>(at(object, "stateRoot"));
    for (const auto& answer : at(object, "proofs").toArray()) {
        checkAccount(answer.toObject(), stateRoot, report);
    }
}

const Kind kProof("proof", "answers of eth_getProof about one state, and its root", check);

} // namespace
} // namespace autochain::vectors
