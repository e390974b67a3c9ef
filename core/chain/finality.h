// SPDX-License-Identifier: GPL-3.0-or-later
// When a block is deep enough for what hangs on it. Whoever wants to replace the last n blocks must do their work
// again, and gives up what honest mining would have paid for it: n × the block's reward. What is worth more than that
// may be worth the attack. So the depth asked for grows with the value:
//
//     blocks = max(leastBlocks, ceil(value × margin / reward))
//     work   = blocks × difficulty of the block in question
//
// Both are asked for: blocks alone are cheap once the difficulty has fallen, work alone may be one lucky block. Where
// mining power can be rented for less than it earns, `margin` makes up for it; where nobody outside can rent any, 1
// will do.
#pragma once

#include "base/u256.h"

namespace autochain
{

struct FinalityRules {
    std::uint64_t leastBlocks = 12; // against chance, whatever the value
    U256 blockRewardWei;            // what a miner earns with a block, fees left out; zero: only leastBlocks counts
    std::uint32_t margin = 2;
    bool operator==(const FinalityRules&) const = default;
};

struct Depth {
    std::uint64_t blocks = 0; // on top of the block in question
    U256 work;                // difficulty of these blocks together
    bool operator==(const Depth&) const = default;
};

// What must be on top of a block of this difficulty before `valueWei` counts as final. Numbers that grow beyond their
// type stop at its end, so that nothing is final too early.
Depth neededDepth(const U256& valueWei, const U256& difficulty, const FinalityRules& rules);
bool isFinal(const Depth& reached, const Depth& needed);

} // namespace autochain
