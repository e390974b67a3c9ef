// SPDX-License-Identifier: GPL-3.0-or-later
#include "block_chain.h"

#include "chain/trie.h"

namespace autochain::vectors
{
namespace
{

constexpr std::size_t kMaxUncles = 2;
constexpr int kGenerations = 7; // blocks back, an uncle's parent among them (Yellow Paper 11.1)

// As they stand in the trie: typed transactions without the string around them.
std::vector<Bytes> bodyItems(const std::vector<RlpView>& items)
{
    std::vector<Bytes> out;
    for (const RlpView& item : items) {
        out.push_back(toBytes(item.isList ? item.whole : item.payload));
    }
    return out;
}

} // namespace

std::optional<std::vector<RlpView>> itemsOf(const std::optional<RlpView>& list)
{
    if (!list || !list->isList) {
        return std::nullopt;
    }
    std::vector<RlpView> items;
    BytesView rest = list->payload;
    while (!rest.empty()) {
        const auto item = takeRlp(rest);
        if (!item) {
            return std::nullopt;
        }
        items.push_back(*item);
    }
    return items;
}

const BlockChain::Block* BlockChain::find(const Hash32& hash) const
{
    const auto found = m_known.find(hash);
    return found == m_known.end() ? nullptr : &found->second;
}

std::string BlockChain::headerFault(const HashedHeader& header, const Block* parent)
{
    if (parent == nullptr) {
        return nameOf(HeaderRule::ParentHash);
    }
    if (const auto broken = brokenRule(header, parent->header, m_rules)) {
        return nameOf(*broken);
    }
    const auto epoch = ethash::epochOf(header.header.number, m_rules);
    if (!m_sealed || header.header.number >= m_rules.proofOfStakeBlock || !epoch) {
        return "";
    }
    const auto broken = ethash::brokenSeal(m_caches.of(*epoch), header.header, m_rules);
    return broken ? ethash::nameOf(*broken) : "";
}

// header, transactions, uncles, withdrawals: what the header says of the rest of the block.
std::string BlockChain::bodyFault(const Header& header, const std::vector<RlpView>& block,
                                  std::vector<Bytes>& uncles) const
{
    const auto transactions = itemsOf(block[1]);
    const auto uncleItems = itemsOf(block[2]);
    if (!transactions || !uncleItems) {
        return "rlp";
    }
    if (orderedRoot(bodyItems(*transactions)) != header.transactionsRoot) {
        return "transactionsRoot";
    }
    uncles = bodyItems(*uncleItems);
    if (unclesHashOf(uncles) != header.unclesHash) {
        return "unclesHash";
    }
    if (!header.withdrawalsRoot) {
        return block.size() == 3 ? "" : "rlp";
    }
    const auto withdrawals = block.size() == 4 ? itemsOf(block[3]) : std::nullopt;
    return withdrawals && orderedRoot(bodyItems(*withdrawals)) == *header.withdrawalsRoot ? "" : "withdrawalsRoot";
}

// Each a valid child of one of the last ancestors but the parent, no ancestor itself, and never named before.
std::string BlockChain::unclesFault(const HashedHeader& header, const std::vector<HashedHeader>& uncles)
{
    std::map<Hash32, const Block*> ancestors;
    std::set<Hash32> named{header.hash};
    Hash32 hash = header.header.parentHash;
    for (int i = 0; i < kGenerations; ++i) {
        const Block* const block = find(hash);
        if (block == nullptr) {
            break;
        }
        ancestors[hash] = block;
        named.insert(block->uncles.begin(), block->uncles.end());
        hash = block->header.header.parentHash;
    }
    if (uncles.size() > kMaxUncles) {
        return "uncles";
    }
    for (const HashedHeader& uncle : uncles) {
        const auto parent = ancestors.find(uncle.header.parentHash);
        if (!named.insert(uncle.hash).second || ancestors.contains(uncle.hash) || parent == ancestors.end() ||
            uncle.header.parentHash == header.header.parentHash) {
            return "uncles";
        }
        if (const std::string fault = headerFault(uncle, parent->second); !fault.empty()) {
            return "uncle " + fault;
        }
    }
    return "";
}

std::string BlockChain::add(BytesView rlp, HashedHeader& out)
{
    const auto block = itemsOf(readRlp(rlp));
    const auto header = block && block->size() >= 3 ? decodeHashed(block->front().whole)
                                                    : Result<HashedHeader>(CodecError::NotCanonical);
    if (!header.ok()) {
        return "rlp";
    }
    out = *header;
    std::vector<Bytes> uncleBytes;
    std::string fault = headerFault(out, find(out.header.parentHash));
    fault = fault.empty() ? bodyFault(out.header, *block, uncleBytes) : fault;
    Block kept{out, {}};
    std::vector<HashedHeader> uncles;
    for (const Bytes& bytes : uncleBytes) {
        const auto uncle = decodeHashed(bytes);
        if (!uncle.ok()) {
            return fault.empty() ? "rlp" : fault;
        }
        uncles.push_back(*uncle);
        kept.uncles.push_back(uncle->hash);
    }
    fault = fault.empty() ? unclesFault(out, uncles) : fault;
    if (fault.empty()) {
        m_known[out.hash] = std::move(kept);
    }
    return fault;
}

} // namespace autochain::vectors
