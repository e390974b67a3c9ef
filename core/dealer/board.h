// SPDX-License-Identifier: GPL-3.0-or-later
// The board's listings as what a price is compared with, by make and model, so that ten thousand cars find their own
// kind at once.
#pragma once

#include "content/content_port.h"
#include "dealer/check.h"
#include "market/listing_reader.h"
#include "market/position.h"

#include <unordered_map>

namespace autochain::dealer
{

class Board
{
public:
    // Listings and their descriptions; those already known by their digest are not asked for again.
    QCoro::Task<Result<>> read(market::ListingReader& listings, ContentPort& content);
    // The description of a listing: kept, or asked for. Without one where nobody has it.
    QCoro::Task<> describe(market::Listing& listing, ContentPort& content);
    // Where a listed car's price stands; too few where make, model or year are not known.
    market::MarketPosition positionOf(const Hash32& vehicleId, const CarCheck& check) const;

private:
    std::unordered_map<Hash32, market::ListingContent> m_contents; // by digest
    std::unordered_map<std::string, std::vector<market::Comparable>> m_kinds;
};

} // namespace autochain::dealer
