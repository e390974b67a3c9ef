// SPDX-License-Identifier: GPL-3.0-or-later
// One car for sale as the market shows it, on a card or in a row of the table.
#pragma once

#include "base/clock.h"
#include "market/listing.h"
#include "vehicle/assess.h"

#include <QString>

#include <optional>

namespace autochain::desktop
{

class Session;

/// A listing and what its car's history says, once that was read.
struct MarketCar {
    market::Listing listing;
    std::optional<vehicle::Assessment> assessment;
};

struct MarketRow {
    QString key; // vehicle id in hex
    QString vin;
    QString title;
    QString year;
    QString km;
    QString facts; // "64,210 km · Automatic · Hamilton"
    QString price;
    QString level;
    BlockRef block;  // read at
    QString against; // "2 % above market, 41 cars" or "too few to compare"
    QString body;
    QString paint;
    QString photo; // CID of the first one; empty: none
    QString place;
    QString seller;
    QString listed;
    QString ends;
    QString tag;      // "New today", "In a deal", "Ends in 20 h"
    QString odometer; // status words; empty while the history is being read
    QString accidents;
    QString titleStatus;
    QString liens;
    bool watched = false;
    bool mine = false;
    QString spoken;
    bool operator==(const MarketRow&) const = default;
};

QString statusWord(vehicle::Status status); // "clean", "attention", "problem", "nodata"
MarketRow marketRowOf(const MarketCar& car, const Session& session, bool watched);
// What market::matches filters by.
market::Verdict verdictOf(const vehicle::Assessment& assessment);

} // namespace autochain::desktop
