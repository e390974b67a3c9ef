// SPDX-License-Identifier: GPL-3.0-or-later
// The odometer chart as numbers between 0 and 1, so that drawing it is only binding.
#pragma once

#include "vehicle/odometer.h"

#include <QVariantMap>

namespace autochain::desktop
{

// { points: [{ x, y, lower, witnessed, text }], gaps: [{ from, to, text }], rollbacks: [{ fromX, fromY, toX, toY, text
// }],
//   rows: [{ y, text }], columns: [{ x, text }], top } ; y counts from the bottom. Empty points: no readings.
QVariantMap odometerChart(const vehicle::OdometerAnalysis& analysis, UnixTime now);

} // namespace autochain::desktop
