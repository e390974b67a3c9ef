// SPDX-License-Identifier: GPL-3.0-or-later
// Distances as the reader is used to them. Records keep kilometres; what is rounded is rounded in vehicle/distance.h.
#pragma once

#include "vehicle/distance.h"

#include <QLocale>
#include <QString>

namespace autochain::desktop::format
{

using vehicle::DistanceUnit;

/// What all of the window speaks, beside its locale and set like it (QLocale::setDefault): by Appearance alone.
DistanceUnit distanceUnit();
void setDistanceUnit(DistanceUnit unit);
/// What people of that locale read on their instruments; miles in the United Kingdom, too.
DistanceUnit distanceUnitOf(const QLocale& locale);

QString distanceUnitName(DistanceUnit unit = distanceUnit());                     // "km", "mi"
QString distanceNumber(std::uint64_t km, DistanceUnit unit = distanceUnit());     // "81,810"
QString distance(std::uint64_t km, DistanceUnit unit = distanceUnit());           // "81,810 mi"
QString distanceDriven(std::uint64_t metres, DistanceUnit unit = distanceUnit()); // in whole units, too
QString distanceAsTold(std::uint64_t distance, DistanceUnit unit);                // in the unit it was told in
/// Where it matters what the record itself holds: "81,810 mi, recorded as 131,660 km"; the same twice is said once.
QString distanceRecorded(std::uint64_t km, DistanceUnit unit = distanceUnit());

/// Kilometres of what was typed in a unit, with or without separators of thousands; none: no whole distance a car can
/// have.
std::optional<std::uint32_t> kmTyped(const QString& typed, DistanceUnit unit = distanceUnit());
/// What was typed in one unit as it is typed in the other; what is no distance stays as it is.
QString retyped(const QString& typed, DistanceUnit from, DistanceUnit to);
/// "km" and "mi" as drafts and settings keep them; anything else: none.
std::optional<DistanceUnit> distanceUnitFrom(const QString& key);
QString distanceUnitKey(DistanceUnit unit);

} // namespace autochain::desktop::format
