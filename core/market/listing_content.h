// SPDX-License-Identifier: GPL-3.0-or-later
// What a listing says about the car: JSON "autochain-listing/1", one raw block, named on chain by its sha2-256.
// The seller's word: nothing of it is proven but that he wrote it.
#pragma once

#include "base/bytes.h"
#include "market/error.h"

#include <string>
#include <vector>

namespace autochain::market
{

struct ListingContent {
    std::string title; // "Mazda3 Sport GT"
    std::string make;  // "Mazda"
    std::string model; // "3"
    std::string trim;
    int year = 0; // model year; 0: not said
    std::string
        body; // "hatchback" "sedan" "wagon" "suv" "coupe" "convertible" "van" "pickup"; other words kept as they are
    std::string transmission; // "automatic" | "manual" | …
    std::string fuel;
    std::string colour; // "#rrggbb" or a word
    std::string place;  // town
    std::string description;
    std::vector<std::string> photoCids; // CIDv1 raw
    bool operator==(const ListingContent&) const = default;
};

Bytes encodeListingContent(const ListingContent& content); // canonical JSON: sorted keys, UTF-8
// Caps: 64 KiB, texts 200 characters (description 20,000), 60 photos, year 1886 to 2200 or 0. BadContent.
Result<ListingContent> decodeListingContent(BytesView block);
Hash32 contentDigestOf(BytesView block); // sha2-256

} // namespace autochain::market
