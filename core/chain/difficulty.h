// SPDX-License-Identifier: GPL-3.0-or-later
// The difficulty a block must have (Yellow Paper 4.3.4, EIP-2, EIP-100, EIP-649 and its successors, ECIP-1010,
// ECIP-1041).
#pragma once

#include "chain/chain_rules.h"
#include "chain/header.h"

namespace autochain
{

inline constexpr std::uint64_t kMinDifficulty = 131'072;

struct DifficultyParent {
    std::uint64_t timestamp = 0; // unix seconds
    U256 difficulty;
    bool hasUncles = false;
};

// Of block `number` at `timestamp`, which is after the parent's. None where it would not fit into 256 bits.
std::optional<U256> difficultyOf(std::uint64_t number, std::uint64_t timestamp, const DifficultyParent& parent,
                                 const ChainRules& rules);

} // namespace autochain
