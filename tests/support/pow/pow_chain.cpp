// SPDX-License-Identifier: GPL-3.0-or-later
#include "pow_chain.h"

#include "chain/difficulty.h"
#include "chain/trie.h"
#include "codec/transaction.h"
#include "crypto/hash.h"

namespace autochain::pow
{
namespace
{
constexpr std::uint64_t kGasLimit = 8'000'000;

BlockNonce nonceBytes(std::uint64_t nonce)
{
    const auto bytes = U256(nonce).toBigEndian();
    return BlockNonce::from(BytesView(bytes).last(BlockNonce::kSize));
}

void setBody(Header& header, Body& body)
{
    std::vector<Bytes> receipts;
    for (ReceiptRecord& receipt : body.receipts) {
        receipt.logsBloom = bloomOf(receipt.logs);
        header.logsBloom = header.logsBloom | receipt.logsBloom;
        header.gasUsed = receipt.cumulativeGasUsed;
        receipts.push_back(encodeReceipt(receipt));
    }
    header.transactionsRoot = orderedRoot(body.transactions);
    header.receiptsRoot = orderedRoot(receipts);
}

Header afterParent(const HashedHeader& parent, const ChainRules& rules, const BlockPlan& plan)
{
    const Header& before = parent.header;
    Header header;
    header.parentHash = parent.hash;
    header.unclesHash = noUnclesHash();
    header.beneficiary.bytes.fill(0x42);
    header.number = before.number + 1;
    header.timestamp = before.timestamp + plan.seconds;
    header.gasLimit = before.gasLimit;
    header.extraData = {plan.mark};
    if (header.number >= rules.baseFee.fromBlock) {
        header.baseFeePerGas = nextBaseFee(before, rules);
    }
    const DifficultyParent from{before.timestamp, before.difficulty, before.unclesHash != noUnclesHash()};
    header.difficulty = difficultyOf(header.number, header.timestamp, from, rules).value();
    return header;
}
} // namespace

ChainRules smallRules(std::uint64_t fixedDifficulty)
{
    ChainRules rules;
    rules.name = "Simulated";
    rules.chainId = 20'226;
    rules.fixedDifficulty = fixedDifficulty;
    rules.baseFee.fromBlock = 0;
    return rules;
}

const ethash::LightCache& epochZero()
{
    static const ethash::LightCache kCache = ethash::LightCache::generate({});
    return kCache;
}

void seal(const std::vector<Header*>& headers)
{
    struct Open {
        Header* header;
        ethash::Work work;
    };
    std::vector<Open> open;
    for (Header* header : headers) {
        open.push_back({header, {sealHashOf(*header), 0}});
    }
    while (!open.empty()) {
        std::vector<ethash::Work> works;
        for (const Open& one : open) {
            works.push_back(one.work);
        }
        std::vector<ethash::Outcome> outcomes(works.size());
        ethash::evaluateMany(epochZero(), works, outcomes);
        std::vector<Open> still;
        for (std::size_t i = 0; i < open.size(); ++i) {
            Open one = open[i];
            if (ethash::meets(outcomes[i].result, one.header->difficulty)) {
                one.header->nonce = nonceBytes(one.work.nonce);
                one.header->mixHash = outcomes[i].mixHash;
            } else {
                ++one.work.nonce;
                still.push_back(one);
            }
        }
        open = std::move(still);
    }
}

PowChain::PowChain(ChainRules rules, World genesis, std::uint64_t genesisTime) : m_rules(std::move(rules))
{
    Block block;
    Header& header = block.head.header;
    header.unclesHash = noUnclesHash();
    header.stateRoot = genesis.root();
    header.transactionsRoot = emptyTrieRoot();
    header.receiptsRoot = emptyTrieRoot();
    header.difficulty = U256(std::max<std::uint64_t>(m_rules.fixedDifficulty, 1));
    header.gasLimit = kGasLimit;
    header.timestamp = genesisTime;
    if (m_rules.baseFee.fromBlock == 0) {
        header.baseFeePerGas = U256(m_rules.baseFee.initialWei);
    }
    block.head.hash = hashOf(header);
    block.world = std::make_shared<const World>(std::move(genesis));
    block.totalDifficulty = header.difficulty;
    m_rules.genesisHash = block.head.hash;
    m_blocks.emplace(block.head.hash, std::move(block));
}

const Block* PowChain::find(const Hash32& hash) const
{
    const auto found = m_blocks.find(hash);
    return found == m_blocks.end() ? nullptr : &found->second;
}

Checkpoint PowChain::checkpointAt(const Hash32& hash) const
{
    const Block& there = block(hash);
    Checkpoint out;
    out.number = there.head.header.number;
    out.hash = hash;
    out.totalDifficulty = there.totalDifficulty;
    return out;
}

const Block& PowChain::ancestor(const Hash32& head, std::uint64_t number) const
{
    const Block* at = &block(head);
    while (at->head.header.number > number) {
        at = &block(at->parent);
    }
    return *at;
}

std::vector<Hash32> PowChain::blocksWith(const Hash32& transactionHash) const
{
    std::vector<Hash32> out;
    const auto [begin, end] = m_transactions.equal_range(transactionHash);
    for (auto entry = begin; entry != end; ++entry) {
        out.push_back(entry->second);
    }
    return out;
}

Block PowChain::unsealed(const Hash32& parent, BlockPlan plan) const
{
    const Block& before = block(parent);
    Block next;
    next.parent = parent;
    next.head.header = afterParent(before.head, m_rules, plan);
    next.world = plan.world ? std::make_shared<const World>(std::move(*plan.world)) : before.world;
    next.head.header.stateRoot = plan.world ? next.world->root() : before.head.header.stateRoot;
    Body body{std::move(plan.transactions), std::move(plan.receipts)};
    setBody(next.head.header, body);
    if (!body.transactions.empty()) {
        next.body = std::make_shared<const Body>(std::move(body));
    }
    if (plan.bend) {
        plan.bend(next.head.header);
    }
    next.totalDifficulty = before.totalDifficulty + next.head.header.difficulty;
    return next;
}

void PowChain::add(Block block)
{
    const Hash32 hash = hashOf(block.head.header);
    block.head.hash = hash;
    if (block.body) {
        for (const Bytes& transaction : block.body->transactions) {
            m_transactions.emplace(transactionHash(transaction), hash);
        }
    }
    m_blocks.emplace(hash, std::move(block));
}

Hash32 PowChain::mine(const Hash32& parent, BlockPlan plan)
{
    return grow({{parent, 1, [&](std::uint64_t) { return plan; }, 0}}).front();
}

std::vector<Hash32> PowChain::grow(const std::vector<Growth>& branches)
{
    struct Grown {
        std::size_t branch;
        Block block;
        std::function<void(Header&)> spoil;
    };
    std::vector<Hash32> tips;
    std::uint64_t longest = 0;
    for (const Growth& branch : branches) {
        tips.push_back(branch.from);
        longest = std::max(longest, branch.blocks);
    }
    for (std::uint64_t step = 0; step < longest; ++step) {
        std::vector<Grown> grown;
        for (std::size_t i = 0; i < branches.size(); ++i) {
            if (step < branches[i].blocks) {
                BlockPlan plan;
                plan.mark = branches[i].mark;
                plan = branches[i].plan ? branches[i].plan(step) : plan;
                grown.push_back({i, unsealed(tips[i], plan), plan.spoil});
            }
        }
        std::vector<Header*> headers;
        for (Grown& one : grown) {
            headers.push_back(&one.block.head.header);
        }
        seal(headers);
        for (Grown& one : grown) {
            if (one.spoil) {
                one.spoil(one.block.head.header);
            }
            tips[one.branch] = hashOf(one.block.head.header);
            add(std::move(one.block));
        }
    }
    return tips;
}

Bytes someTransaction(std::uint64_t chainId, std::uint64_t nonce, const Address& to, const U256& value)
{
    static const PrivateKey kKey = [] {
        SecretBytes bytes(32);
        bytes.data()[31] = 7;
        return PrivateKey::fromBytes(std::move(bytes)).value();
    }();
    Transaction transaction;
    transaction.chainId = chainId;
    transaction.nonce = nonce;
    transaction.gasLimit = 21'000;
    transaction.maxFeePerGas = U256(10'000'000'000);
    transaction.maxPriorityFeePerGas = U256(1);
    transaction.to = to;
    transaction.value = value;
    return encodeSigned(transaction, kKey.sign(signingHash(transaction)));
}

ReceiptRecord someReceipt(std::uint64_t cumulativeGas, std::vector<ReceiptLog> logs, bool succeeded)
{
    ReceiptRecord out;
    out.type = 2;
    out.succeeded = succeeded;
    out.cumulativeGasUsed = cumulativeGas;
    out.logs = std::move(logs);
    out.logsBloom = bloomOf(out.logs);
    return out;
}

} // namespace autochain::pow
