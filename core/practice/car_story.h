// SPDX-License-Identifier: GPL-3.0-or-later
// One car's life as a list of beats: when, what, and how far it had run. Pure.
#pragma once

#include "base/clock.h"
#include "practice/car_catalog.h"
#include "practice/random_source.h"

namespace autochain::practice
{

inline constexpr UnixTime kDay = 86400;

enum class BeatKind {
    Produced,
    Recalled,
    Sold,       // to `person`
    Registered, // by its owner: there was nothing before
    Imported,
    Serviced,
    Inspected,
    ReadByOwner,
    Crashed,
    Claimed,
    Repaired,
    RecallFixed,
    LienTaken,
    LienPaid,
    Branded,
    Stolen,
    Found,
    Stated,
    Logged,     // the reading of a device in a car that is shared by many
    Driven,     // a session of that device, or of an inspector's
    CodesRead,  // trouble codes, by a shop
    Mistyped,   // an inspection with a wrong reading; `km` is what was typed
    Corrected,  // by who mistyped it; `km` is what the instrument showed
    Disputed,   // the owner speaks about the last accident or inspection
    UsedByMany, // an authority says what the car is used for
    Valued
};
// Has the long history: a shared car whose device reports every week.
inline constexpr std::size_t kSharedCar = 66;

struct Beat {
    UnixTime time = 0;
    BeatKind kind = BeatKind::Serviced;
    std::uint32_t km = 0;   // 0: not read
    std::size_t person = 0; // Sold and Registered: whose it is from then on (cast index)
};

// Who sells the car in the end, by its place in the catalogue: Bob the first, the dealer every third, others the rest.
std::size_t sellerOf(std::size_t index);
// Beats by time, no two at the same second; the last lies before `now` less the time it has been listed.
std::vector<Beat> tellStory(const CatalogCar& car, std::size_t index, UnixTime now);
UnixTime builtAt(const CatalogCar& car); // in the year before the model year or early in it
UnixTime listedAt(const CatalogCar& car, UnixTime now);

} // namespace autochain::practice
