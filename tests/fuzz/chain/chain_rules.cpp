// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/chain_rules.h"
#include "chain/difficulty.h"
#include "fuzz.h"

using namespace autochain;

// What is read is written back the same, and the difficulty it leads to is the fixed one or never falls below
// the floor.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto rules = parseChainRules(BytesView(data, size));
    if (!rules.ok()) {
        return 0;
    }
    const auto again = parseChainRules(asBytes(writeChainRules(*rules)));
    fuzz::require(again.ok() && *again == *rules, "rules are written as they were read");
    const DifficultyParent parent{1'000, U256(1) << 50, size % 2 == 0};
    for (const std::uint64_t number : {std::uint64_t{1}, rules->homesteadBlock, rules->uncleAdjustmentBlock,
                                       rules->bombPauseBlock, rules->bombResumeBlock, rules->bombRemovalBlock}) {
        const auto difficulty = difficultyOf(number, 1'010, parent, *rules);
        const bool fits = rules->fixedDifficulty == 0 ? !difficulty || *difficulty >= U256(kMinDifficulty)
                                                      : difficulty == U256(rules->fixedDifficulty);
        fuzz::require(fits, "difficulty is fixed or has a floor");
    }
    return 0;
}
