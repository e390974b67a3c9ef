// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/u256.h"
#include "chain/provenance.h"
#include "market/listing_content.h"

#include <optional>

namespace autochain::market
{

// A column of the verdict strip. No data is never drawn as clean.
enum class Finding { NoData, Clean, Attention };
struct Verdict { // filled from the car's history by whoever read it (vehicle); market only filters and shows it
    Finding title = Finding::NoData;
    Finding liens = Finding::NoData;
    Finding odometer = Finding::NoData;
    Finding accidents = Finding::NoData;
    Finding recalls = Finding::NoData;
    bool operator==(const Verdict&) const = default;
    bool hasAttention() const;
};

// A listing whose seller no longer holds the title or whose time is over is void.
enum class ListingState { Live, InDeal, Expired, SellerMoved };

// How a price stands among comparable cars.
struct MarketPosition {
    int comparable = 0;         // how many were compared with
    std::optional<U256> median; // none: too few to compare
    std::optional<int> percent; // price against the median, rounded to whole percent; none: too few
    // Price band: the middle half of their prices (quartiles, the nearest price each) and the outermost; none: too few.
    struct Band {
        U256 lowest, low, high, highest;
        bool operator==(const Band&) const = default;
    };
    std::optional<Band> band;
    bool operator==(const MarketPosition&) const = default;
};

struct Listing {
    Hash32 vehicleId;
    std::string vin; // checked against vehicleId; empty where not known
    Address seller;
    U256 price;
    UnixTime listedAt = 0;
    UnixTime expiresAt = 0;
    Hash32 contentDigest; // zero: no content
    Address titleHolder;
    Hash32 dealId;  // zero: not in a deal
    Address lender; // zero: no lien
    std::uint32_t odometerKm = 0;
    std::uint64_t historyCount = 0;
    std::optional<ListingContent> content; // once its block is here
    Verdict verdict;
    MarketPosition position;
    Provenance provenance = Provenance::Reported;
    BlockRef block;
};

ListingState stateOf(const Listing& listing, UnixTime now);
// Takes the content block after checking its digest. ContentDoesNotFit, BadContent.
Result<> attachContent(Listing& listing, BytesView block);

} // namespace autochain::market
