// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/state_proof.h"

#include "crypto/hash.h"

namespace autochain
{

Result<std::optional<Account>> verifyAccountProof(const AccountProof& proof, const Hash32& stateRoot)
{
    AC_TRY(const std::optional<Account> account, proveAccount(stateRoot, proof.address, proof.nodes));
    if (account && account->storageRoot != proof.storageRoot) {
        return Error(ChainError::BadProof, {}, "storage root");
    }
    const Hash32 storageRoot = account ? account->storageRoot : emptyTrieRoot();
    for (const StorageProof& slot : proof.storage) {
        AC_TRY(const U256 value, proveSlot(storageRoot, slot.slot, slot.nodes));
        if (value != slot.value) {
            return Error(ChainError::BadProof, {}, "value of a slot");
        }
    }
    return account;
}

namespace
{
// As proveSlot, and a leaf that holds a zero is taken for one. No trie by the Yellow Paper has such a leaf, so under a
// header that was verified nothing can be said by it; anvil keeps one for every word that was set to zero.
Result<U256> wordOf(const Hash32& storageRoot, const StorageProof& slot)
{
    auto word = proveSlot(storageRoot, slot.slot, slot.nodes);
    if (word.ok()) {
        return word;
    }
    const Hash32 key = keccak256(slot.slot.view());
    AC_TRY(const auto leaf, proveKey(storageRoot, key.view(), slot.nodes, TrieKeys::Hashed));
    const bool isZero = leaf && leaf->size() == 1 && leaf->front() == 0x80; // RLP of nothing
    return isZero ? Result<U256>(U256()) : word;
}

Result<> provesItsWords(const AccountProof& account, const Hash32& stateRoot)
{
    const AccountProof alone{account.address, account.storageRoot, account.nodes, {}};
    AC_TRY(const auto found, verifyAccountProof(alone, stateRoot));
    const Hash32 storageRoot = found ? found->storageRoot : emptyTrieRoot();
    for (const StorageProof& slot : account.storage) {
        AC_TRY(const U256 value, wordOf(storageRoot, slot));
        if (value != slot.value) {
            return Error(ChainError::BadProof, {}, "value of a slot");
        }
    }
    return {};
}
} // namespace

Result<ProvenWords> ProvenWords::of(const StateProof& proof)
{
    ProvenWords out;
    AC_TRY(out.m_header, decodeHeader(proof.header));
    out.m_blockHash = hashOf(out.m_header);
    for (const AccountProof& account : proof.accounts) {
        AC_CHECK(provesItsWords(account, out.m_header.stateRoot));
        for (const StorageProof& slot : account.storage) {
            out.m_words.insert_or_assign({account.address, slot.slot}, slot.value);
        }
    }
    return out;
}

std::optional<U256> ProvenWords::word(const Address& contract, const Hash32& slot) const
{
    const auto found = m_words.find({contract, slot});
    return found == m_words.end() ? std::nullopt : std::optional(found->second);
}

} // namespace autochain
