// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of eth_getProof, read as the answer to its own address and slots, and held against the root of its first
// node.
#include "codec/json.h"
#include "crypto/hash.h"
#include "fuzz.h"
#include "net/account_proof.h"
#include "net/rpc_values.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto parsed = json::parse(BytesView(data, size));
    const QJsonObject object = parsed.ok() ? parsed->toObject() : QJsonObject();
    const auto address = json::address(object, "address");
    if (!address.ok()) {
        return 0;
    }
    std::vector<Hash32> keys;
    for (const auto& entry : object.value(QLatin1String("storageProof")).toArray()) {
        const QJsonValue key = entry.toObject().value(QLatin1String("key"));
        const auto hash = net::hashOf(key);
        const auto number = net::quantityOf(key);
        keys.push_back(hash.ok() ? *hash : number.ok() ? Hash32::from(number->toBigEndian()) : Hash32());
    }
    const auto proof = net::readAccountProof("http://node", *parsed, *address, keys);
    if (!proof.ok()) {
        fuzz::require(proof.error().is(ChainError::BadAnswer), "what is no proof is a bad answer");
        return 0;
    }
    fuzz::require(proof->address == *address && proof->storage.size() == keys.size(), "it is about what was asked");
    keys.emplace_back();
    fuzz::require(!net::readAccountProof("http://node", *parsed, *address, keys).ok(), "and about nothing else");
    const Hash32 root = proof->nodes.empty() ? emptyTrieRoot() : keccak256(proof->nodes.front());
    const auto account = net::verifyAccountProof(*proof, root);
    if (!account.ok()) {
        fuzz::require(account.error().is(ChainError::BadProof) && !account.error().detail.empty(),
                      "a refusal says why");
        return 0;
    }
    Hash32 other = root;
    other.bytes[0] ^= 1;
    fuzz::require(!net::verifyAccountProof(*proof, other).ok(), "a proof holds for one root");
    for (std::size_t i = 0; i < proof->storage.size(); ++i) {
        auto changed = *proof;
        changed.storage[i].value = changed.storage[i].value + U256(1);
        fuzz::require(!net::verifyAccountProof(changed, root).ok(), "no value can be changed");
        fuzz::require(account->has_value() || proof->storage[i].value.isZero(), "what is not there holds nothing");
    }
    return 0;
}
