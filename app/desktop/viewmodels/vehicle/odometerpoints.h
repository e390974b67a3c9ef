// SPDX-License-Identifier: GPL-3.0-or-later
// The odometer chart as numbers between 0 and 1, so that drawing it is only binding.
#pragma once

#include "vehicle/odometer.h"

#include <QVariantMap>

namespace autochain::desktop
{

// { points: [{ x, y, lower, witnessed, text, record }], gaps: [{ from, to, text }],
//   rollbacks and rates (more than a car can drive): [{ fromX, fromY, toX, toY, fromText, toText, text }],
//   rows: [{ y, text }], columns: [{ x, text }] } ; y counts from the bottom. Empty points: no readings.
// Long histories are thinned to about kMostPoints; what is marked and both ends stay.
inline constexpr std::size_t kMostPoints = 240;
QVariantMap odometerChart(const vehicle::OdometerAnalysis& analysis, UnixTime now);

// The same as a table, newest first: [{ date, km, by ("witnessed", "owner’s word"), note, problem, record }]. Every
// reading.
QVariantList odometerTable(const vehicle::OdometerAnalysis& analysis);

} // namespace autochain::desktop
