// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/state_proof.h"

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

Result<ProvenWords> ProvenWords::of(const StateProof& proof)
{
    ProvenWords out;
    AC_TRY(out.m_header, decodeHeader(proof.header));
    out.m_blockHash = hashOf(out.m_header);
    for (const AccountProof& account : proof.accounts) {
        AC_CHECK(verifyAccountProof(account, out.m_header.stateRoot));
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
