// SPDX-License-Identifier: GPL-3.0-or-later
// Where a price stands among comparable cars: same make and model, close in year and km; the median of their prices.
#pragma once

#include "market/listing.h"

namespace autochain::market
{

struct Comparable {
    Hash32 vehicleId;
    std::string make;
    std::string model;
    int year = 0;
    std::uint32_t km = 0;
    U256 price;
};

inline constexpr int kFewestComparable = 5; // below it: too few sales to compare
inline constexpr int kYearSpan = 2;         // years either way

// Comparable: same make and model (folded), at most kYearSpan years apart, km within 40 % or 20,000 km of each other,
// another car. All integer arithmetic.
MarketPosition positionOf(const Comparable& car, const std::vector<Comparable>& others);
// The same where `alike` are all of the car's make and model, so that no name is looked at.
MarketPosition positionAmong(const Comparable& car, const std::vector<Comparable>& alike);
// Other cars of about the same age and distance, of any make: what a history is compared with.
std::vector<Hash32> similarInUse(const Comparable& car, const std::vector<Comparable>& others);
std::optional<Comparable> comparableOf(const Listing& listing); // none without content, make, model or year
void fillPositions(std::vector<Listing>& listings, const std::vector<Comparable>& sales);

} // namespace autochain::market
