// SPDX-License-Identifier: GPL-3.0-or-later
// All headers known from a checkpoint on, and which of their chains is the heaviest (Yellow Paper 10: the most total
// difficulty; of two alike the one that was there first). Pure: what happens depends on what is added and in which
// order.
#pragma once

#include "chain/checkpoint.h"
#include "chain/sealed_header.h"

#include <unordered_map>

namespace autochain
{

struct TreeChange {
    bool known = false;           // was there already
    bool movesHead = false;       // is the new head
    std::uint64_t undone = 0;     // headers of the old chain that are no longer in the heaviest; 0: no reorg
    std::uint64_t forkNumber = 0; // the last block both chains have, where movesHead
};

enum class TreeRefusal {
    UnknownParent, // perhaps not yet
    BelowRoot,     // at or below the checkpoint
    BrokenRule,    // `rule` says which
    Overflow       // total difficulty beyond 256 bits
};

struct Refused {
    TreeRefusal why = TreeRefusal::UnknownParent;
    std::optional<HeaderRule> rule;
};

class HeaderTree
{
public:
    // None unless the header is the checkpoint's.
    static std::optional<HeaderTree> startingAt(const Checkpoint& checkpoint, const HashedHeader& header,
                                                ChainRules rules);

    // Checks every rule against the parent. What is refused changes nothing.
    std::variant<TreeChange, Refused> add(const SealedHeader& header);

    const HashedHeader& head() const;
    const U256& headTotalDifficulty() const;
    const HashedHeader& root() const;
    const ChainRules& rules() const { return m_rules; }
    std::size_t size() const { return m_nodes.size(); }

    const HashedHeader* find(const Hash32& hash) const; // of any chain; nullptr: unknown
    const HashedHeader* at(std::uint64_t number) const; // of the heaviest chain
    bool isInHeaviest(const Hash32& hash) const;
    // Work piled on a block of the heaviest chain, its own not counted; none for any other block.
    std::optional<U256> workOnTop(const Hash32& hash) const;

    // Makes a block of the heaviest chain the new root: forgets what is below it and what does not descend from it.
    // False, and nothing changes, where there is no such block.
    bool moveRoot(std::uint64_t number);

private:
    struct Node {
        HashedHeader header;
        U256 totalDifficulty;
    };

    explicit HeaderTree(ChainRules rules) : m_rules(std::move(rules)) {}
    const Node& node(const Hash32& hash) const { return m_nodes.at(hash); }
    std::uint64_t rootNumber() const { return node(m_heaviest.front()).header.header.number; }
    TreeChange follow(const Hash32& newHead);

    ChainRules m_rules;
    std::unordered_map<Hash32, Node> m_nodes;
    std::vector<Hash32> m_heaviest; // from the root to the head
};

} // namespace autochain
