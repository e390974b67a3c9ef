// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/difficulty.h"

#include <algorithm>

namespace autochain
{
namespace
{
constexpr std::uint64_t kBoundDivisor = 2048;
constexpr std::uint64_t kBombPeriod = 100'000; // blocks
constexpr std::uint64_t kFrontierSeconds = 13;
constexpr std::uint64_t kHomesteadSeconds = 10;
constexpr std::uint64_t kUncleSeconds = 9;
constexpr std::uint64_t kLowestFactor = 99; // below zero

U256 lowered(const U256& value, const U256& by)
{
    return by < value ? value - by : U256();
}

// Frontier: up or down by one step.
std::optional<U256> frontierBase(std::uint64_t seconds, const U256& parent)
{
    const U256 step = parent / U256(kBoundDivisor);
    if (seconds >= kFrontierSeconds) {
        return parent - step;
    }
    const auto sum = checkedAdd(parent, step);
    return sum.ok() ? std::optional(*sum) : std::nullopt;
}

// parent + step × max(most - seconds / length, -99), EIP-2 with most 1, EIP-100 with 2 where the parent has uncles.
std::optional<U256> factorBase(std::uint64_t seconds, std::uint64_t length, std::uint64_t most, const U256& parent)
{
    const U256 step = parent / U256(kBoundDivisor);
    const std::uint64_t down = seconds / length;
    if (down > most) {
        return lowered(parent, step * U256(std::min(down - most, kLowestFactor)));
    }
    const auto sum = checkedAdd(parent, step * U256(most - down));
    return sum.ok() ? std::optional(*sum) : std::nullopt;
}

// The block number the bomb counts by.
std::uint64_t bombNumber(std::uint64_t number, const ChainRules& rules)
{
    if (number >= rules.bombResumeBlock) {
        return number - (rules.bombResumeBlock - rules.bombPauseBlock);
    }
    if (number >= rules.bombPauseBlock) {
        return rules.bombPauseBlock;
    }
    std::uint64_t delay = 0;
    for (const BombDelay& entry : rules.bombDelays) {
        delay = number >= entry.fromBlock ? entry.blocks : delay;
    }
    return number > delay ? number - delay : 0;
}

// None: more than 256 bits.
std::optional<U256> bomb(std::uint64_t number, const ChainRules& rules)
{
    const std::uint64_t period = number >= rules.bombRemovalBlock ? 0 : bombNumber(number, rules) / kBombPeriod;
    if (period < 2) {
        return U256();
    }
    return period - 2 < 256 ? std::optional(U256(1) << static_cast<unsigned>(period - 2)) : std::nullopt;
}

std::optional<U256> baseOf(std::uint64_t number, std::uint64_t seconds, const DifficultyParent& parent,
                           const ChainRules& rules)
{
    if (number >= rules.uncleAdjustmentBlock) {
        return factorBase(seconds, kUncleSeconds, parent.hasUncles ? 2 : 1, parent.difficulty);
    }
    if (number >= rules.homesteadBlock) {
        return factorBase(seconds, kHomesteadSeconds, 1, parent.difficulty);
    }
    return frontierBase(seconds, parent.difficulty);
}

} // namespace

std::optional<U256> difficultyOf(std::uint64_t number, std::uint64_t timestamp, const DifficultyParent& parent,
                                 const ChainRules& rules)
{
    if (rules.fixedDifficulty != 0) {
        return U256(rules.fixedDifficulty);
    }
    const std::uint64_t seconds = timestamp > parent.timestamp ? timestamp - parent.timestamp : 0;
    const auto base = baseOf(number, seconds, parent, rules);
    const auto extra = bomb(number, rules);
    if (!base || !extra) {
        return std::nullopt;
    }
    const auto sum = checkedAdd(std::max(*base, U256(kMinDifficulty)), *extra);
    return sum.ok() ? std::optional(*sum) : std::nullopt;
}

} // namespace autochain
