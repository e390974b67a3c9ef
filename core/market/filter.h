// SPDX-License-Identifier: GPL-3.0-or-later
// Filter and sort: pure, fast enough for tens of thousands of rows.
#pragma once

#include "market/listing.h"

#include <set>

namespace autochain::market
{

struct Filter {
    std::string text; // every word must occur in title, make, model, trim, VIN, place or year; case and accents
                      // (Latin-1) ignored
    std::optional<U256> minPrice;
    std::optional<U256> maxPrice;
    std::optional<int> minYear;
    std::optional<int> maxYear;
    std::optional<std::uint32_t> minKm;
    std::optional<std::uint32_t> maxKm;
    std::set<std::string> bodies; // empty: any; compared in lower case
    std::string place;            // part of the place's name
    std::optional<Address> seller;
    bool noAttention = false;              // no verdict column says attention
    bool onlyClean = false;                // every verdict column is clean
    bool onlyLive = true;                  // leaves out expired and void ones; those in a deal stay
    std::optional<int> maxPercentOfMarket; // -5: at least 5 % below
};

enum class SortKey { Listed, Price, Year, Km, Title, Place, Ends, AgainstMarket };
struct Sort {
    SortKey key = SortKey::Listed;
    bool descending = true;
};

bool matches(const Listing& listing, const Filter& filter, UnixTime now);
// Indices into `listings`, in order; equal keys keep their order. Missing values come last either way.
std::vector<std::size_t> select(const std::vector<Listing>& listings, const Filter& filter, const Sort& sort,
                                UnixTime now);
std::string foldText(std::string_view utf8); // lower case, without Latin accents: how text is compared

} // namespace autochain::market
