// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/assess.h"
#include "vehicle/vehicle_reader.h"
#include "vehicle/vin.h"

#include <QVariantList>

namespace autochain::desktop
{

// { key, value } of what the VIN says.
QVariantList vinFacts(const vehicle::VinAnalysis& analysis);
// { share, text, year } of each owner's time, oldest first; shares add up to 1.
QVariantList ownerSpans(const std::vector<vehicle::OwnerSpan>& owners, UnixTime now);
// { name, cells: [bool] } per source, and the years' short names under "years".
QVariantMap coverageGrid(const vehicle::Coverage& coverage);

} // namespace autochain::desktop
