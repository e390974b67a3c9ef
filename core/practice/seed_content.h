// SPDX-License-Identifier: GPL-3.0-or-later
// What records and listings of the practice market say, in their own formats.
#pragma once

#include "market/listing_content.h"
#include "practice/car_story.h"
#include "vehicle/record_content.h"

namespace autochain::practice
{
// Nothing for beats whose records the registry writes without content. `place`: town of who writes.
std::optional<vehicle::RecordContent> contentOf(const Beat& beat, const CatalogCar& car, std::string_view place,
                                                RandomSource& random);
market::ListingContent listingContentOf(const CatalogCar& car, std::size_t owners, RandomSource& random);
} // namespace autochain::practice
