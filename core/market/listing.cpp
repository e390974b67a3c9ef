// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/listing.h"

namespace autochain::market
{

bool Verdict::hasAttention() const
{
    for (const Finding finding : {title, liens, odometer, accidents, recalls}) {
        if (finding == Finding::Attention) {
            return true;
        }
    }
    return false;
}

// As ListingBoard: void when its time is over or the seller is not the one who holds the title any more. While the
// title lies in a deal's Safe the listing stays the seller's.
ListingState stateOf(const Listing& listing, UnixTime now)
{
    if (listing.titleHolder != listing.seller) {
        return ListingState::SellerMoved;
    }
    if (!listing.dealId.isZero()) {
        return ListingState::InDeal;
    }
    return listing.expiresAt <= now ? ListingState::Expired : ListingState::Live;
}

Result<> attachContent(Listing& listing, BytesView block)
{
    if (contentDigestOf(block) != listing.contentDigest) {
        return MarketError::ContentDoesNotFit;
    }
    AC_TRY(auto content, decodeListingContent(block));
    listing.content = std::move(content);
    return {};
}

} // namespace autochain::market
