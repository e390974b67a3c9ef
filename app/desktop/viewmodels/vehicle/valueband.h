// SPDX-License-Identifier: GPL-3.0-or-later
// The market value card: a band of what comparable cars are offered for, where this price stands, what is assumed.
#pragma once

#include "similarcars.h"

#include <QVariantMap>

namespace autochain::desktop
{

// { band: "121,000 – 148,000" (empty: too few), low, high, ask (0 … 1 along the bar; ask -1: not for sale),
//   askText, text }. `price` 0: not for sale.
QVariantMap valueBand(const Similar& similar, const U256& price, bool rolledBack);

// { known: bool, from, to (0 … 100), range: "62 – 81", text, similarFrom, similarTo (-1: none), similarText,
//   reasons: [{ part, text, points: "20 of 25", share (0 … 1), status, records, level }] }.
QVariantMap scoreWords(const vehicle::Score& score, const vehicle::Assessment& assessment,
                       const std::vector<vehicle::Score>& similar);

} // namespace autochain::desktop
