// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class MarketError {
    PriceIsZero,
    PriceUnreadable, // args: the text
    ExpiryInPast,    // args: expiry, unix seconds
    ExpiryTooFar,    // more than a year; args: expiry, unix seconds
    NotTitleHolder,  // only the title's holder lists; args: holder
    UnknownVehicle,  // args: vehicle id
    VehicleInDeal,   // title is locked; args: deal id
    UnderLien,       // args: lender
    NotListed,       // args: vehicle id
    NotYourListing,  // args: seller
    SamePrice,
    ContentDoesNotFit, // the block is not the one the listing names
    BadContent,        // not an "autochain-listing/1" document, or over its caps; args: field
    BadSearch          // a query that cannot be read; args: character from 1, what stands there, what was perhaps meant
};
constexpr Domain domainOf(MarketError)
{
    return Domain::Market;
}
} // namespace autochain
