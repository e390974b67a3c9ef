// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/header_tree.h"

#include <algorithm>

namespace autochain
{

std::optional<HeaderTree> HeaderTree::startingAt(const Checkpoint& checkpoint, const HashedHeader& header,
                                                 ChainRules rules)
{
    if (header.hash != checkpoint.hash || header.header.number != checkpoint.number ||
        hashOf(header.header) != header.hash) {
        return std::nullopt;
    }
    HeaderTree tree(std::move(rules));
    tree.m_nodes.emplace(header.hash, Node{header, checkpoint.totalDifficulty});
    tree.m_heaviest.push_back(header.hash);
    return tree;
}

std::variant<TreeChange, Refused> HeaderTree::add(const SealedHeader& header)
{
    if (m_nodes.contains(header.hash())) {
        return TreeChange{.known = true};
    }
    if (header.header().number <= rootNumber()) {
        return Refused{TreeRefusal::BelowRoot, {}};
    }
    const auto parent = m_nodes.find(header.header().parentHash);
    if (parent == m_nodes.end()) {
        return Refused{TreeRefusal::UnknownParent, {}};
    }
    if (const auto broken = brokenRule(header.hashed(), parent->second.header, m_rules)) {
        return Refused{TreeRefusal::BrokenRule, broken};
    }
    const auto total = checkedAdd(parent->second.totalDifficulty, header.header().difficulty);
    if (!total.ok()) {
        return Refused{TreeRefusal::Overflow, {}};
    }
    m_nodes.emplace(header.hash(), Node{header.hashed(), *total});
    return *total > headTotalDifficulty() ? follow(header.hash()) : TreeChange{};
}

// Walks back from the new head to where it leaves the chain so far.
TreeChange HeaderTree::follow(const Hash32& newHead)
{
    std::vector<Hash32> branch; // from the new head down
    Hash32 hash = newHead;
    while (!isInHeaviest(hash)) {
        branch.push_back(hash);
        hash = node(hash).header.header.parentHash;
    }
    const std::uint64_t fork = node(hash).header.header.number;
    const std::size_t kept = static_cast<std::size_t>(fork - rootNumber()) + 1;
    const TreeChange change{.movesHead = true, .undone = m_heaviest.size() - kept, .forkNumber = fork};
    m_heaviest.resize(kept);
    m_heaviest.insert(m_heaviest.end(), branch.rbegin(), branch.rend());
    return change;
}

const HashedHeader& HeaderTree::head() const
{
    return node(m_heaviest.back()).header;
}

const U256& HeaderTree::headTotalDifficulty() const
{
    return node(m_heaviest.back()).totalDifficulty;
}

const HashedHeader& HeaderTree::root() const
{
    return node(m_heaviest.front()).header;
}

const HashedHeader* HeaderTree::find(const Hash32& hash) const
{
    const auto found = m_nodes.find(hash);
    return found == m_nodes.end() ? nullptr : &found->second.header;
}

const HashedHeader* HeaderTree::at(std::uint64_t number) const
{
    const std::uint64_t from = rootNumber();
    if (number < from || number - from >= m_heaviest.size()) {
        return nullptr;
    }
    return &node(m_heaviest[static_cast<std::size_t>(number - from)]).header;
}

bool HeaderTree::isInHeaviest(const Hash32& hash) const
{
    const HashedHeader* const known = find(hash);
    const HashedHeader* const there = known == nullptr ? nullptr : at(known->header.number);
    return there != nullptr && there->hash == hash;
}

std::optional<U256> HeaderTree::workOnTop(const Hash32& hash) const
{
    if (!isInHeaviest(hash)) {
        return std::nullopt;
    }
    return headTotalDifficulty() - node(hash).totalDifficulty;
}

bool HeaderTree::moveRoot(std::uint64_t number)
{
    const HashedHeader* const newRoot = at(number);
    if (newRoot == nullptr) {
        return false;
    }
    const Hash32 rootHash = newRoot->hash;
    std::vector<std::pair<std::uint64_t, Hash32>> above; // by height, so that parents come first
    for (const auto& [hash, entry] : m_nodes) {
        if (entry.header.header.number > number) {
            above.emplace_back(entry.header.header.number, hash);
        }
    }
    std::sort(above.begin(), above.end());
    std::unordered_map<Hash32, Node> kept;
    kept.emplace(rootHash, std::move(m_nodes.at(rootHash)));
    for (const auto& [height, hash] : above) {
        Node& entry = m_nodes.at(hash);
        if (kept.contains(entry.header.header.parentHash)) {
            kept.emplace(hash, std::move(entry));
        }
    }
    m_heaviest.erase(m_heaviest.begin(), std::find(m_heaviest.begin(), m_heaviest.end(), rootHash));
    m_nodes = std::move(kept);
    return true;
}

} // namespace autochain
