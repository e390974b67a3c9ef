// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/amount.h"
#include "market/listing.h"

namespace autochain::market::sample
{
inline constexpr UnixTime kNow = 1'800'000'000;

inline Address person(std::uint8_t n)
{
    Address out;
    out.bytes.fill(n);
    return out;
}

inline Listing listing(std::uint8_t n, const char* title, const char* make, const char* model, int year,
                       std::uint32_t km, std::uint64_t price, const char* place = "Hamilton")
{
    Listing out;
    out.vehicleId.bytes.fill(n);
    out.vin = "JM1BPALM9K11345" + std::to_string(10 + n);
    out.seller = out.titleHolder = person(7);
    out.price = auc(price);
    out.listedAt = kNow - 1'000 * n;
    out.expiresAt = kNow + 86'400;
    out.odometerKm = km;
    ListingContent content;
    content.title = title;
    content.make = make;
    content.model = model;
    content.year = year;
    content.place = place;
    content.body = "hatchback";
    out.content = content;
    return out;
}
} // namespace autochain::market::sample
