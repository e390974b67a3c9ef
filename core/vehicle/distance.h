// SPDX-License-Identifier: GPL-3.0-or-later
// Kilometres and miles: the one place where a distance is rounded. 1 mile is 1.609344 km exactly (the yard of 1959);
// half a unit rounds up. Miles become kilometres and the same miles again, whatever their number.
#pragma once

#include "vehicle/details/workshop.h"

#include <optional>
#include <string_view>

namespace autochain::vehicle
{

inline constexpr std::uint64_t kMostKm = 5'000'000; // no road vehicle got further

constexpr std::uint64_t kmOfMiles(std::uint64_t miles)
{
    return (miles * 1'609'344 + 500'000) / 1'000'000;
}
constexpr std::uint64_t milesOfKm(std::uint64_t km)
{
    // In two parts: a stranger's number may be any.
    return km / 1'609'344 * 1'000'000 + (km % 1'609'344 * 1'000'000 + 804'672) / 1'609'344;
}
// What stands in a record, in the unit it is to be shown in; and back.
constexpr std::uint64_t distanceIn(DistanceUnit unit, std::uint64_t km)
{
    return unit == DistanceUnit::Mi ? milesOfKm(km) : km;
}
constexpr std::uint64_t kmOf(DistanceUnit unit, std::uint64_t distance)
{
    return unit == DistanceUnit::Mi ? kmOfMiles(distance) : distance;
}
constexpr std::uint64_t distanceOfMetres(DistanceUnit unit, std::uint64_t metres)
{
    return unit == DistanceUnit::Mi ? metres / 1'609'344 * 1'000 + (metres % 1'609'344 * 1'000 + 804'672) / 1'609'344
                                    : metres / 1'000 + (metres % 1'000 + 500) / 1'000;
}
// Digits with separators of thousands ("47,125", "47 125", "47.125"); none for anything else, or above kMostKm.
std::optional<std::uint64_t> wholeDistance(std::string_view text);

} // namespace autochain::vehicle
