// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated proof-of-work chain with all its branches. Its headers follow every rule and carry real Ethash seals; its
// roots are those of its accounts, transactions and receipts. Nothing is executed: what a block does to the state is
// what the test says. One block after the other costs a seal each, about a millisecond; branches that grow side by side
// (`grow`) share that time.
#pragma once

#include "chain/checkpoint.h"
#include "chain/ethash.h"
#include "chain/header_rules.h"
#include "chain/receipt.h"
#include "world.h"

#include <functional>
#include <unordered_map>

namespace autochain::pow
{

struct Body {
    std::vector<Bytes> transactions; // signed
    std::vector<ReceiptRecord> receipts;
};

struct Block {
    HashedHeader head;
    Hash32 parent;                      // on which it was mined; a header that breaks the rules may say otherwise
    std::shared_ptr<const World> world; // after it
    std::shared_ptr<const Body> body;   // nullptr: no transactions
    U256 totalDifficulty;
};

struct BlockPlan {
    std::optional<World> world;          // none: as it was after the parent
    std::vector<Bytes> transactions;     // signed
    std::vector<ReceiptRecord> receipts; // one for each; their blooms are made here
    std::uint64_t seconds = 13;          // after the parent
    std::uint8_t mark = 0;               // what makes siblings differ
    std::function<void(Header&)> bend;   // a last change before the seal is looked for: breaks rules, not the seal
    std::function<void(Header&)> spoil;  // a change after it was found
};

struct Growth {
    Hash32 from;
    std::uint64_t blocks = 1;
    std::function<BlockPlan(std::uint64_t)> plan; // of the new blocks 0, 1, …; none: nothing happens in them
    std::uint8_t mark = 0;                        // of those without a plan
};

// Chain 20226 with difficulty 1 for every block: any nonce is enough work, but the mix has to be right.
ChainRules smallRules(std::uint64_t fixedDifficulty = 1);
const ethash::LightCache& epochZero(); // made once for the whole program

class PowChain
{
public:
    explicit PowChain(ChainRules rules = smallRules(), World genesis = {}, std::uint64_t genesisTime = 1'800'000'000);

    const ChainRules& rules() const { return m_rules; } // with this genesis block's hash
    const Hash32& genesisHash() const { return m_rules.genesisHash; }
    const Block& block(const Hash32& hash) const { return m_blocks.at(hash); } // precondition: mined here
    const Block* find(const Hash32& hash) const;
    Checkpoint checkpointAt(const Hash32& hash) const;
    // The block of that number on the way from `head` to the genesis block. Precondition: not above the head.
    const Block& ancestor(const Hash32& head, std::uint64_t number) const;
    // The blocks a transaction is in, one for each branch.
    std::vector<Hash32> blocksWith(const Hash32& transactionHash) const;

    Hash32 mine(const Hash32& parent, BlockPlan plan = {});
    // The last block of each.
    std::vector<Hash32> grow(const std::vector<Growth>& branches);
    Hash32 grow(const Hash32& from, std::uint64_t blocks, std::uint8_t mark = 0)
    {
        return grow({{from, blocks, {}, mark}})[0];
    }

private:
    Block unsealed(const Hash32& parent, BlockPlan plan) const;
    void add(Block block);

    ChainRules m_rules;
    std::unordered_map<Hash32, Block> m_blocks;
    std::unordered_multimap<Hash32, Hash32> m_transactions; // to blocks
};

// Finds nonces for all of them at once; changes nonce and mix hash. For blocks of epoch 0.
void seal(const std::vector<Header*>& headers);

// An unsigned-by-anybody transaction is none: this one has a signature of a key made for tests.
Bytes someTransaction(std::uint64_t chainId, std::uint64_t nonce, const Address& to, const U256& value = {});
ReceiptRecord someReceipt(std::uint64_t cumulativeGas, std::vector<ReceiptLog> logs = {}, bool succeeded = true);

} // namespace autochain::pow
