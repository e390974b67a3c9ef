// SPDX-License-Identifier: GPL-3.0-or-later
// Liens, recalls, brands of the title and use, as lists for their cards.
#pragma once

#include "recordwords.h"
#include "vehicle/assess.h"
#include "vehicle/vehicle_reader.h"

#include <QVariantList>

namespace autochain::desktop
{

// Rows of all: { text, detail, status ("clean", "attention", "problem", "nodata"), level, record }.

// Liens in the order they were taken, with when they were released; the one on the title now last.
QVariantList lienRows(const vehicle::Vehicle& vehicle, const RecordPeople& people, Provenance shown);
// A row per campaign, open ones first.
QVariantList recallRows(std::span<const vehicle::Record> records, Provenance shown);
// Brands, total losses and scrapping, newest first.
QVariantList brandRows(std::span<const vehicle::Record> records, Provenance shown);
// What the car was used for as records tell: taxi, rental, fleet …, and across which borders it went.
QVariantList useRows(std::span<const vehicle::Record> records, Provenance shown);

} // namespace autochain::desktop
