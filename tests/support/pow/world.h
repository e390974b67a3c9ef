// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a simulated chain after a block: accounts and their storage, its root and proofs. Copies share what is
// alike, so that ten thousand blocks that change nothing cost nothing.
#pragma once

#include "chain/trie_proof.h"

#include <map>
#include <memory>

namespace autochain::pow
{

struct WorldAccount {
    std::uint64_t nonce = 0;
    U256 balanceWei;
    Bytes code;
    std::map<Hash32, U256> words; // none of them zero
};

class World
{
public:
    void setBalance(const Address& address, const U256& wei) { edit(address).balanceWei = wei; }
    void setNonce(const Address& address, std::uint64_t nonce) { edit(address).nonce = nonce; }
    void setCode(const Address& address, Bytes code) { edit(address).code = std::move(code); }
    void setWord(const Address& contract, const Hash32& slot, const U256& word);
    void setWords(const Address& contract, std::map<Hash32, U256> words); // instead of all there were
    void remove(const Address& address);

    const WorldAccount* find(const Address& address) const; // nullptr: there is none
    U256 word(const Address& contract, const Hash32& slot) const;

    Hash32 root() const;
    Account account(const Address& address) const; // of one that is not there: zeros and the empty roots
    std::vector<Bytes> accountProof(const Address& address) const;
    std::vector<Bytes> slotProof(const Address& contract, const Hash32& slot) const;

private:
    struct Kept;  // an account, and what was computed of it
    struct Cache; // what was computed of the whole
    WorldAccount& edit(const Address& address);
    Cache& cache() const;

    std::map<Address, std::shared_ptr<Kept>> m_accounts;
    mutable std::shared_ptr<Cache> m_cache; // none: not computed since the last change
};

} // namespace autochain::pow
