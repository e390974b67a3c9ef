// SPDX-License-Identifier: GPL-3.0-or-later
// What records and listings of the practice market say, in their own formats.
#pragma once

#include "market/listing_content.h"
#include "practice/car_story.h"
#include "practice/drive_log.h"
#include "vehicle/record_content.h"

namespace autochain::practice
{
// What a record's content needs beside its beat.
struct StoryPlace {
    const CatalogCar& car;
    std::string_view town; // of who writes
    const DriveShape& drive;
    std::optional<std::uint64_t> about{};    // record that a correction or statement points at
    std::optional<std::uint64_t> accident{}; // last one
    std::uint32_t typedKm = 0;               // what the corrected record said
};
// Nothing for beats whose records the registry writes without content. `place`: town of who writes.
std::optional<vehicle::RecordContent> contentOf(const Beat& beat, const StoryPlace& place, RandomSource& random);
// Papers and pictures that lie with the record; their blocks are to be kept. Puts them into `content`.
std::vector<Bytes> addDocuments(const Beat& beat, const StoryPlace& place, vehicle::RecordContent& content,
                                RandomSource& random);
market::ListingContent listingContentOf(const CatalogCar& car, std::size_t owners, RandomSource& random);
} // namespace autochain::practice
