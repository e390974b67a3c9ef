// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the comparison. Pure.
#pragma once

#include "carhistory.h"
#include "market/listing.h"
#include "similarcars.h"

#include <QVariantList>

namespace autochain::desktop
{

struct ComparedCar {
    const vehicle::Vehicle* vehicle = nullptr; // nullptr: still being read, or unknown
    const CarStudy* study = nullptr;           // nullptr: still being read
    std::optional<market::Listing> listing;    // live
    std::optional<Similar> similar;
    bool unknown = false; // not registered on this network
};

// [{ name, differs, cells }] with a cell { text, detail, status, best } per car. Questions about the history first,
// sorted by the worst answer; then plain facts. `best`: the only one that is better than all others,
// whatever it is that is not known of them.
QVariantList compareRows(const std::vector<ComparedCar>& cars);

} // namespace autochain::desktop
