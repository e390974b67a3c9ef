// SPDX-License-Identifier: GPL-3.0-or-later
// What the car said itself, as small charts of one signal each, condition flags and trouble codes.
#pragma once

#include "recordwords.h"

#include <QVariantList>
#include <QVariantMap>

#include <span>

namespace autochain::desktop
{

// Newest first: { text: "14 Mar 2026, 42 min, 31 km", record }.
QVariantList obdSessions(std::span<const vehicle::Record> records);
// { title, device, charts: [{ name, unit, least, mean, most, points: [x, y in 0 … 1, y up], spoken, flagged }],
//   flags: [{ text, status }] } of one session; empty where the record has none. Charts a mechanic looks at first,
//   first.
QVariantMap obdCharts(const vehicle::Record& record);
// Every code of the newest reading of codes, and older ones that are no longer there:
// { code, meaning, text, status ("problem" lamp on, "attention", "clean" gone), record }.
QVariantList troubleCodes(std::span<const vehicle::Record> records);

} // namespace autochain::desktop
