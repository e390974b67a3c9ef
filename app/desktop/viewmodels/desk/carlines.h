// SPDX-License-Identifier: GPL-3.0-or-later
// What the suite knows around one car of the stock: the deals and offers of this person, and the papers its records
// name; each with how surely it is known.
#pragma once

#include "escrow/deal.h"
#include "vehicle/record.h"

#include <QString>

#include <span>

namespace autochain::desktop
{

class Session;

struct CarLine {
    QString text;
    QString caption;
    QString level; // "proven" …, as the marks are named
    QString levelWord;
    QString route; // where in the suite it stands; empty: nowhere
    bool operator==(const CarLine&) const = default;
};

// Open ones over this car.
std::vector<CarLine> dealLines(Session& session, std::span<const escrow::DealView> deals, const Hash32& vehicleId);

struct CarPapers {
    std::vector<CarLine> lines; // the newest first, at most `most`
    std::size_t count = 0;      // of all
};
// Documents that records name. A record is as sure as the head it folds to; that is the mark. Whether the bytes are
// what the record names is checked where they are opened, on the car's page (`route`).
CarPapers paperLines(const Session& session, std::span<const vehicle::Record> records, Provenance provenance,
                     const QString& route, std::size_t most);

} // namespace autochain::desktop
