// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/listing_calls.h"

#include "base/hex.h"
#include "contracts/generated/listing_board.h"

namespace autochain::market
{

std::vector<Error> checkPublish(const ListingDraft& draft, const TitleFacts& facts, const Address& me, UnixTime now)
{
    std::vector<Error> out;
    const auto add = [&out](MarketError code, std::string arg) {
        out.emplace_back(code, std::vector<std::string>{std::move(arg)});
    };
    if (!facts.vehicleKnown) {
        add(MarketError::UnknownVehicle, toHex0x(draft.vehicleId));
    } else if (!facts.dealId.isZero()) {
        add(MarketError::VehicleInDeal, toHex0x(facts.dealId));
    } else if (facts.titleHolder != me) {
        add(MarketError::NotTitleHolder, toHex0x(facts.titleHolder));
    }
    if (!facts.lender.isZero()) {
        add(MarketError::UnderLien, toHex0x(facts.lender));
    }
    if (draft.price.isZero()) {
        out.emplace_back(MarketError::PriceIsZero);
    }
    if (draft.expiresAt <= now) {
        add(MarketError::ExpiryInPast, std::to_string(draft.expiresAt));
    } else if (draft.expiresAt > now + kLongestListing) {
        add(MarketError::ExpiryTooFar, std::to_string(draft.expiresAt));
    }
    return out;
}

Result<Call> publishCall(const NetworkFile& network, const ListingDraft& draft, const TitleFacts& facts,
                         const Address& me, UnixTime now)
{
    if (auto problems = checkPublish(draft, facts, me, now); !problems.empty()) {
        return problems.front();
    }
    return contracts::listingBoard::publish(network.contract("listingBoard"), draft.vehicleId, draft.price,
                                            static_cast<std::uint64_t>(draft.expiresAt), draft.contentDigest);
}

Result<Call> setPriceCall(const NetworkFile& network, const Listing& listing, const U256& price, const Address& me)
{
    if (listing.seller.isZero()) {
        return Error(MarketError::NotListed, {toHex0x(listing.vehicleId)});
    }
    if (listing.seller != me) {
        return Error(MarketError::NotYourListing, {toHex0x(listing.seller)});
    }
    if (price.isZero()) {
        return MarketError::PriceIsZero;
    }
    if (price == listing.price) {
        return MarketError::SamePrice;
    }
    return contracts::listingBoard::setPrice(network.contract("listingBoard"), listing.vehicleId, price);
}

Result<Call> withdrawCall(const NetworkFile& network, const Listing& listing, const Address& me, UnixTime now)
{
    if (listing.seller.isZero()) {
        return Error(MarketError::NotListed, {toHex0x(listing.vehicleId)});
    }
    const bool isVoid = listing.titleHolder != listing.seller || listing.expiresAt <= now;
    if (listing.seller != me && !isVoid) {
        return Error(MarketError::NotYourListing, {toHex0x(listing.seller)});
    }
    return contracts::listingBoard::withdraw(network.contract("listingBoard"), listing.vehicleId);
}

} // namespace autochain::market
