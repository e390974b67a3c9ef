// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/filter.h"

#include <algorithm>
#include <numeric>

namespace autochain::market
{
namespace
{
// Latin-1 letters U+00C0 to U+00FF without their accents; 0: not a letter (× ÷), two letters are given as they sound.
constexpr const char* kLatin[] = {"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
                                  "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",
                                  "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
                                  "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y"};

std::string haystackOf(const Listing& listing)
{
    std::string text = listing.vin;
    if (listing.content) {
        const ListingContent& c = *listing.content;
        for (const std::string* part : {&c.title, &c.make, &c.model, &c.trim, &c.place}) {
            text += ' ';
            text += *part;
        }
        text += ' ' + std::to_string(c.year);
    }
    return foldText(text);
}

bool hasEveryWord(const std::string& haystack, std::string_view folded)
{
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at && haystack.find(folded.substr(at, end - at)) == std::string::npos) {
            return false;
        }
        at = end + 1;
    }
    return true;
}

bool matchesContent(const Listing& listing, const Filter& filter)
{
    const bool asksContent = filter.minYear || filter.maxYear || !filter.bodies.empty() || !filter.place.empty();
    if (!asksContent) {
        return true;
    }
    if (!listing.content) {
        return false; // nothing is known of what is asked
    }
    const ListingContent& c = *listing.content;
    if ((filter.minYear && c.year < *filter.minYear) || (filter.maxYear && (c.year == 0 || c.year > *filter.maxYear))) {
        return false;
    }
    if (!filter.bodies.empty() && !filter.bodies.contains(foldText(c.body))) {
        return false;
    }
    return filter.place.empty() || foldText(c.place).find(foldText(filter.place)) != std::string::npos;
}

bool matchesVerdict(const Verdict& v, const Filter& filter)
{
    if (filter.noAttention && v.hasAttention()) {
        return false;
    }
    if (!filter.onlyClean) {
        return true;
    }
    const auto findings = {v.title, v.liens, v.odometer, v.accidents, v.recalls};
    return std::all_of(findings.begin(), findings.end(), [](Finding f) { return f == Finding::Clean; });
}

// What a listing is sorted by; missing values come last whichever way.
struct Key {
    bool missing = false;
    U256 number;
    std::string text;
};

Key keyOf(const Listing& listing, SortKey by)
{
    const auto number = [](std::int64_t n) {
        return Key{n == 0, U256(static_cast<std::uint64_t>(std::max<std::int64_t>(n, 0))), {}};
    };
    const auto text = [&](std::string ListingContent::*member) {
        return listing.content ? Key{(*listing.content.*member).empty(), {}, foldText(*listing.content.*member)}
                               : Key{true, {}, {}};
    };
    constexpr int kPercentShift = 1'000'000; // keeps percentages below the market above zero
    switch (by) {
    case SortKey::Listed:
        return number(listing.listedAt);
    case SortKey::Ends:
        return number(listing.expiresAt);
    case SortKey::Price:
        return {false, listing.price, {}};
    case SortKey::Km:
        return {false, U256(listing.odometerKm), {}};
    case SortKey::Year:
        return number(listing.content ? listing.content->year : 0);
    case SortKey::Title:
        return text(&ListingContent::title);
    case SortKey::Place:
        return text(&ListingContent::place);
    case SortKey::AgainstMarket:
        return number(listing.position.percent ? *listing.position.percent + kPercentShift : 0);
    }
    return {true, {}, {}};
}

bool isBefore(const Key& a, const Key& b, bool descending)
{
    if (a.missing != b.missing) {
        return b.missing;
    }
    if (a.number != b.number) {
        return descending ? b.number < a.number : a.number < b.number;
    }
    return descending ? b.text < a.text : a.text < b.text;
}
} // namespace

std::string foldText(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c == 0xC3 && i + 1 < utf8.size()) { // the lead byte of U+00C0 to U+00FF
            const auto low = static_cast<unsigned char>(utf8[i + 1]);
            if (low >= 0x80 && low <= 0xBF) {
                out += kLatin[low - 0x80];
                ++i;
                continue;
            }
        }
        out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return out;
}

bool matches(const Listing& listing, const Filter& filter, UnixTime now)
{
    if (filter.onlyLive) {
        const ListingState state = stateOf(listing, now);
        if (state == ListingState::Expired || state == ListingState::SellerMoved) {
            return false;
        }
    }
    if ((filter.minPrice && listing.price < *filter.minPrice) ||
        (filter.maxPrice && listing.price > *filter.maxPrice) || (filter.minKm && listing.odometerKm < *filter.minKm) ||
        (filter.maxKm && listing.odometerKm > *filter.maxKm) || (filter.seller && listing.seller != *filter.seller)) {
        return false;
    }
    if (filter.maxPercentOfMarket &&
        (!listing.position.percent || *listing.position.percent > *filter.maxPercentOfMarket)) {
        return false;
    }
    return matchesVerdict(listing.verdict, filter) && matchesContent(listing, filter) &&
           (filter.text.empty() || hasEveryWord(haystackOf(listing), foldText(filter.text)));
}

std::vector<std::size_t> select(const std::vector<Listing>& listings, const Filter& filter, const Sort& sort,
                                UnixTime now)
{
    std::vector<std::pair<Key, std::size_t>> found;
    for (std::size_t i = 0; i < listings.size(); ++i) {
        if (matches(listings[i], filter, now)) {
            found.emplace_back(keyOf(listings[i], sort.key), i);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& a, const auto& b) { return isBefore(a.first, b.first, sort.descending); });
    std::vector<std::size_t> out;
    out.reserve(found.size());
    for (const auto& [key, index] : found) {
        out.push_back(index);
    }
    return out;
}

} // namespace autochain::market
