// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "chain/trie.h"
#include "codec/rlp.h"
#include "crypto/hash.h"

#include <optional>

namespace autochain::pow
{
namespace
{
struct Proven {
    Trie trie;
    Hash32 root;
    std::map<Hash32, std::vector<Bytes>> proofs; // those asked for so far, by key

    const std::vector<Bytes>& proofOf(const Hash32& key)
    {
        const auto known = proofs.find(key);
        return known != proofs.end() ? known->second : proofs.emplace(key, trie.proofOf(key.view())).first->second;
    }
};

Proven storageOf(const WorldAccount& account)
{
    Proven out;
    for (const auto& [slot, word] : account.words) {
        Bytes value;
        rlp::appendUint(value, word);
        out.trie.set(keccak256(slot.view()).view(), value);
    }
    out.root = out.trie.root();
    return out;
}

Bytes encoded(const Account& account)
{
    Bytes fields;
    rlp::appendUint(fields, U256(account.nonce));
    rlp::appendUint(fields, account.balanceWei);
    rlp::appendString(fields, account.storageRoot.view());
    rlp::appendString(fields, account.codeHash.view());
    return rlp::list(fields);
}
} // namespace

struct World::Kept {
    WorldAccount plain;
    std::optional<Proven> storage;

    Proven& proven()
    {
        if (!storage) {
            storage = storageOf(plain);
        }
        return *storage;
    }
    Account account() { return {plain.nonce, plain.balanceWei, proven().root, keccak256(plain.code)}; }
};

struct World::Cache : Proven {
};

WorldAccount& World::edit(const Address& address)
{
    m_cache.reset();
    auto& kept = m_accounts[address];
    if (!kept) {
        kept = std::make_shared<Kept>();
    } else if (kept.use_count() > 1) { // other worlds have it too
        kept = std::make_shared<Kept>(Kept{kept->plain, std::nullopt});
    } else {
        kept->storage.reset();
    }
    return kept->plain;
}

void World::setWord(const Address& contract, const Hash32& slot, const U256& word)
{
    auto& words = edit(contract).words;
    if (word.isZero()) {
        words.erase(slot);
    } else {
        words[slot] = word;
    }
}

void World::setWords(const Address& contract, std::map<Hash32, U256> words)
{
    std::erase_if(words, [](const auto& entry) { return entry.second.isZero(); });
    edit(contract).words = std::move(words);
}

void World::remove(const Address& address)
{
    m_cache.reset();
    m_accounts.erase(address);
}

const WorldAccount* World::find(const Address& address) const
{
    const auto found = m_accounts.find(address);
    return found == m_accounts.end() ? nullptr : &found->second->plain;
}

U256 World::word(const Address& contract, const Hash32& slot) const
{
    const WorldAccount* const account = find(contract);
    const auto found = account == nullptr ? decltype(account->words.end()){} : account->words.find(slot);
    return account == nullptr || found == account->words.end() ? U256() : found->second;
}

World::Cache& World::cache() const
{
    if (!m_cache) {
        m_cache = std::make_shared<Cache>();
        for (const auto& [address, kept] : m_accounts) {
            m_cache->trie.set(keccak256(address.view()).view(), encoded(kept->account()));
        }
        m_cache->root = m_cache->trie.root();
    }
    return *m_cache;
}

Hash32 World::root() const
{
    return cache().root;
}

Account World::account(const Address& address) const
{
    const auto found = m_accounts.find(address);
    return found == m_accounts.end() ? Account{0, U256(), emptyTrieRoot(), keccak256(BytesView{})}
                                     : found->second->account();
}

std::vector<Bytes> World::accountProof(const Address& address) const
{
    return cache().proofOf(keccak256(address.view()));
}

std::vector<Bytes> World::slotProof(const Address& contract, const Hash32& slot) const
{
    const auto found = m_accounts.find(contract);
    return found == m_accounts.end() ? std::vector<Bytes>() : found->second->proven().proofOf(keccak256(slot.view()));
}

} // namespace autochain::pow
