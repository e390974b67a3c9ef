// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/finality.h"

#include <algorithm>
#include <limits>

namespace autochain
{
namespace
{
U256 cappedProduct(const U256& a, const U256& b)
{
    const auto product = checkedMul(a, b);
    return product.ok() ? *product : U256::max();
}

std::uint64_t blocksFor(const U256& valueWei, const FinalityRules& rules)
{
    if (rules.blockRewardWei.isZero()) {
        return 0;
    }
    const auto [whole, rest] = divMod(cappedProduct(valueWei, U256(rules.margin)), rules.blockRewardWei);
    if (!whole.fitsU64() || whole.toU64() == std::numeric_limits<std::uint64_t>::max()) {
        return std::numeric_limits<std::uint64_t>::max();
    }
    return whole.toU64() + (rest.isZero() ? 0 : 1);
}
} // namespace

Depth neededDepth(const U256& valueWei, const U256& difficulty, const FinalityRules& rules)
{
    const std::uint64_t blocks = std::max(rules.leastBlocks, blocksFor(valueWei, rules));
    return {blocks, cappedProduct(U256(blocks), difficulty)};
}

bool isFinal(const Depth& reached, const Depth& needed)
{
    return reached.blocks >= needed.blocks && reached.work >= needed.work;
}

} // namespace autochain
