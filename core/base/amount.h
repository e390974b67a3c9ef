// SPDX-License-Identifier: GPL-3.0-or-later
// Money is integers: AUC and the network's coin both have 18 decimals and are held in their smallest unit.
#pragma once

#include "base/u256.h"

namespace autochain
{

inline constexpr int kAucDecimals = 18;
inline constexpr int kCoinDecimals = 18;

// "200000", "200,000.5", "1'000", "12 500" -> smallest units. One '.' at most, which is the decimal point. Grouping
// marks , ' _ and spaces are dropped where they group (the last group has three digits, those between two or three), so
// that "12,5" and "1.000,50" are refused rather than read ten or a thousand times off. Errors: NotANumber,
// TooManyDecimals, Overflow.
Result<U256> parseAmount(std::string_view text, int decimals = kAucDecimals);
// Plain digits with '.' and no grouping, all significant decimals, at least `minDecimals`. For logs, JSON and CSV.
std::string formatAmount(const U256& amount, int decimals = kAucDecimals, int minDecimals = 0);
// Whole units as smallest units: auc(200'000) == 200,000 AUC. For constants and tests.
U256 auc(std::uint64_t whole);

} // namespace autochain
