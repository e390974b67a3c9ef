// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/quorum.h"

#include <algorithm>
#include <functional>
#include <set>

namespace autochain::light
{

std::size_t quorumOf(std::size_t nodes)
{
    return nodes < 2 ? 0 : nodes / 2 + 1;
}

std::optional<std::uint64_t> heightFor(std::span<const BlockVote> newest, std::size_t needed)
{
    std::vector<std::uint64_t> heights;
    for (const BlockVote& vote : newest) {
        heights.push_back(vote.block.number);
    }
    if (needed == 0 || heights.size() < needed) {
        return std::nullopt;
    }
    std::sort(heights.begin(), heights.end(), std::greater<>());
    return heights[needed - 1];
}

std::optional<AgreedBlock> agreedBy(std::span<const BlockVote> votes, std::size_t needed)
{
    if (needed == 0) {
        return std::nullopt;
    }
    std::set<std::string> voted;
    std::vector<BlockVote> counted;
    for (const BlockVote& vote : votes) {
        if (voted.insert(vote.url).second) {
            counted.push_back(vote);
        }
    }
    for (const BlockVote& candidate : counted) {
        AgreedBlock agreed{candidate.block, candidate.stateRoot, {}, {}};
        for (const BlockVote& vote : counted) {
            const bool same = vote.block == candidate.block && vote.stateRoot == candidate.stateRoot;
            (same ? agreed.agreeing : agreed.others).push_back(vote.url);
        }
        if (agreed.agreeing.size() >= needed) {
            return agreed;
        }
    }
    return std::nullopt;
}

} // namespace autochain::light
