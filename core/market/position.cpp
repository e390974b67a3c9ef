// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/position.h"

#include "market/filter.h"

#include <algorithm>
#include <map>

namespace autochain::market
{
namespace
{
constexpr std::uint32_t kKmPercent = 40;
constexpr std::uint32_t kKmAlways = 20'000; // close enough whatever the percentage
constexpr std::int64_t kMostPercent = 999;

bool isCloseInKm(std::uint32_t a, std::uint32_t b)
{
    const std::uint64_t larger = std::max(a, b);
    const std::uint64_t apart = larger - std::min(a, b);
    return apart <= kKmAlways || apart * 100 <= larger * kKmPercent;
}

bool isSimilar(const Comparable& car, const Comparable& other)
{
    return other.vehicleId != car.vehicleId && std::abs(car.year - other.year) <= kYearSpan &&
           isCloseInKm(car.km, other.km);
}

bool isComparable(const Comparable& car, const Comparable& other)
{
    return !other.price.isZero() && isSimilar(car, other);
}

// Same folded make and model.
using Groups = std::map<std::string, std::vector<const Comparable*>>;

std::string groupOf(const Comparable& car)
{
    return foldText(car.make) + '\n' + foldText(car.model);
}

Groups groupsOf(const std::vector<Comparable>& cars)
{
    Groups groups;
    for (const Comparable& car : cars) {
        groups[groupOf(car)].push_back(&car);
    }
    return groups;
}

// Rounded half away from zero; capped, since a car for a thousandth of the price needs no more digits.
int percentOf(const U256& price, const U256& median)
{
    const bool above = price >= median;
    const U256 apart = above ? price - median : median - price;
    const U256 percent = (apart * U256(100) + median / U256(2)) / median;
    const std::int64_t size = percent.fitsU64()
                                  ? static_cast<std::int64_t>(std::min<std::uint64_t>(percent.toU64(), kMostPercent))
                                  : kMostPercent;
    return static_cast<int>(above ? size : -size);
}

MarketPosition positionOfPrice(const Comparable& car, std::vector<U256> prices)
{
    MarketPosition out;
    out.comparable = static_cast<int>(prices.size());
    if (out.comparable < kFewestComparable) {
        return out;
    }
    std::sort(prices.begin(), prices.end());
    const std::size_t middle = prices.size() / 2;
    const bool odd = prices.size() % 2 == 1;
    // Halves first, so that two prices near 2^256 cannot wrap around.
    out.median = odd ? prices[middle] : prices[middle - 1] + (prices[middle] - prices[middle - 1]) / U256(2);
    out.percent = percentOf(car.price, *out.median);
    const std::size_t quarter = prices.size() / 4;
    out.band = {prices.front(), prices[quarter], prices[prices.size() - 1 - quarter], prices.back()};
    return out;
}

MarketPosition positionIn(const Comparable& car, const std::vector<const Comparable*>& group)
{
    std::vector<U256> prices;
    for (const Comparable* other : group) {
        if (isComparable(car, *other)) {
            prices.push_back(other->price);
        }
    }
    return positionOfPrice(car, std::move(prices));
}
} // namespace

MarketPosition positionAmong(const Comparable& car, const std::vector<Comparable>& alike)
{
    std::vector<U256> prices;
    for (const Comparable& other : alike) {
        if (isComparable(car, other)) {
            prices.push_back(other.price);
        }
    }
    return positionOfPrice(car, std::move(prices));
}

MarketPosition positionOf(const Comparable& car, const std::vector<Comparable>& others)
{
    const Groups groups = groupsOf(others);
    const auto found = groups.find(groupOf(car));
    return found == groups.end() ? MarketPosition() : positionIn(car, found->second);
}

std::vector<Hash32> similarInUse(const Comparable& car, const std::vector<Comparable>& others)
{
    std::vector<Hash32> out;
    for (const Comparable& other : others) {
        if (isSimilar(car, other)) {
            out.push_back(other.vehicleId);
        }
    }
    return out;
}

std::optional<Comparable> comparableOf(const Listing& listing)
{
    if (!listing.content || listing.content->make.empty() || listing.content->model.empty() ||
        listing.content->year == 0) {
        return std::nullopt;
    }
    const ListingContent& c = *listing.content;
    return Comparable{listing.vehicleId, c.make, c.model, c.year, listing.odometerKm, listing.price};
}

void fillPositions(std::vector<Listing>& listings, const std::vector<Comparable>& sales)
{
    const Groups groups = groupsOf(sales);
    for (Listing& listing : listings) {
        listing.position = {};
        if (const auto car = comparableOf(listing)) {
            const auto found = groups.find(groupOf(*car));
            if (found != groups.end()) {
                listing.position = positionIn(*car, found->second);
            }
        }
    }
}

} // namespace autochain::market
