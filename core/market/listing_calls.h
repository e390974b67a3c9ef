// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing, pricing and withdrawing: checks first, then the exact call.
#pragma once

#include "chain/network_file.h"
#include "contracts/call.h"
#include "market/listing.h"

namespace autochain::market
{

struct ListingDraft {
    Hash32 vehicleId;
    U256 price;
    UnixTime expiresAt = 0;
    Hash32 contentDigest;
};
// What the car's title says, as read from the chain.
struct TitleFacts {
    bool vehicleKnown = false;
    Address titleHolder;
    Hash32 dealId;
    Address lender;
};

inline constexpr UnixTime kLongestListing = 366 * 86'400;

// Every problem, worst first; empty: may be published.
std::vector<Error> checkPublish(const ListingDraft& draft, const TitleFacts& facts, const Address& me, UnixTime now);
Result<Call> publishCall(const NetworkFile& network, const ListingDraft& draft, const TitleFacts& facts,
                         const Address& me, UnixTime now);
// PriceIsZero, SamePrice, NotYourListing, NotListed.
Result<Call> setPriceCall(const NetworkFile& network, const Listing& listing, const U256& price, const Address& me);
// The seller, or anyone once it is void. NotYourListing, NotListed.
Result<Call> withdrawCall(const NetworkFile& network, const Listing& listing, const Address& me, UnixTime now);

} // namespace autochain::market
