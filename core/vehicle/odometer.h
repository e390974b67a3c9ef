// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/record.h"

namespace autochain::vehicle
{

inline constexpr int kGapMonths = 12; // more than this without a reading is a gap

struct Reading {
    std::uint64_t index = 0; // of the record
    UnixTime time = 0;
    std::uint32_t km = 0;
    bool witnessed = false; // by somebody with a role; false: the owner's own word
    bool lower = false;     // below the reading before it
};

struct Rollback {
    std::uint64_t fromIndex = 0, toIndex = 0; // records: the last high reading, the first low one
    UnixTime fromTime = 0, toTime = 0;
    std::uint32_t fromKm = 0, toKm = 0;
    std::uint32_t lostKm() const { return fromKm - toKm; }
};

// More km from one reading to the next than a car can be driven in that time: one of the two is wrong.
struct ImpossibleRate {
    std::uint64_t fromIndex = 0, toIndex = 0; // records
    UnixTime fromTime = 0, toTime = 0;        // of the readings themselves, where that is known
    std::uint32_t fromKm = 0, toKm = 0;
    std::uint64_t mostKm = 0; // what could have been driven
    std::uint32_t drivenKm() const { return toKm - fromKm; }
};

// The most a car can be driven within a time (docs/vehicle-page.md): 2,400 km on the first day, 1,200 km on each of the
// next 29, 700 km a day after that. Negative times count as none.
std::uint64_t mostKmWithin(std::int64_t seconds);

struct ReadingGap {
    UnixTime from = 0, to = 0;
    int months = 0; // rounded
};

struct OdometerAnalysis {
    std::vector<Reading> readings; // by index; readings withdrawn by their own provider are left out
    std::vector<Rollback> rollbacks;
    std::vector<ReadingGap> gaps;
    std::vector<ImpossibleRate> impossibleRates;
    std::uint32_t lastKm = 0;
    // The last reading plus all that was taken off; the same as lastKm where nothing was.
    std::uint32_t likelyTrueKm = 0;
    bool rolledBack() const { return !rollbacks.empty(); }
};

// `now`: closes the last gap (no reading since …).
OdometerAnalysis analyseOdometer(std::span<const Record> records, UnixTime now);

} // namespace autochain::vehicle
