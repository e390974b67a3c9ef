// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a car after its history was read and verified: small, of fixed shape, enough for a row and a panel.
#pragma once

#include "base/u256.h"
#include "market/listing.h"
#include "vehicle/assess.h"
#include "vehicle/vehicle_reader.h"

namespace autochain::dealer
{

inline constexpr std::size_t kTopics = vehicle::kTopics.size();
inline constexpr std::size_t kFactNumbers = 4; // as many as any Fact has

struct TopicCheck {
    vehicle::Status status = vehicle::Status::NoData;
    vehicle::Fact fact = vehicle::Fact::NoReadings;
    Provenance provenance = Provenance::Reported;
    std::array<std::int64_t, kFactNumbers> numbers{}; // as listed at vehicle::Fact
    bool operator==(const TopicCheck&) const = default;
};

// The car's listing, as the board and its description had it.
struct ListingCheck {
    U256 price; // zero: not listed
    UnixTime listedAt = 0;
    UnixTime expiresAt = 0;
    Address seller;
    Hash32 contentDigest;
    std::optional<U256> median; // of comparable cars; none: too few
    std::int32_t comparable = 0;
    std::int32_t percentOfMarket = 0; // only where median
    // From the description; empty where there is none.
    std::string title, make, model, body, colour, place;
    std::int32_t year = 0;
    bool operator==(const ListingCheck&) const = default;
};

struct CarCheck {
    bool registered = false;                // false: the registry has no such car, and nothing else is said
    std::array<TopicCheck, kTopics> topics; // in the order of vehicle::kTopics
    Hash32 head;                            // the history `topics` were made from
    std::uint64_t records = 0;
    std::uint32_t odometerKm = 0;
    UnixTime lastRecordAt = 0;
    Address holder;
    bool inDeal = false;
    bool underLien = false;
    ListingCheck listing;
    Provenance provenance = Provenance::Reported;
    std::uint64_t block = 0; // read at
    const TopicCheck& of(vehicle::Topic topic) const { return topics[static_cast<std::size_t>(topic)]; }
    bool operator==(const CarCheck&) const = default;
};

std::array<TopicCheck, kTopics> topicsOf(const vehicle::Assessment& assessment);
// As vehicle::Assessment's verdicts again, for who puts them into words; the odometer's readings are not kept.
vehicle::Assessment assessmentOf(const CarCheck& check);
// Takes what the summary says; the topics stay.
void putState(CarCheck& check, const vehicle::VehicleSummary& summary, Provenance provenance, const BlockRef& block);
void putListing(ListingCheck& to, const market::Listing& listing);
// How surely a price stands where the market is known: median and place of `price` among them.
void putPosition(ListingCheck& to, const market::MarketPosition& position);

} // namespace autochain::dealer
