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

struct ReadingGap {
    UnixTime from = 0, to = 0;
    int months = 0; // rounded
};

struct OdometerAnalysis {
    std::vector<Reading> readings; // by index; readings withdrawn by their own provider are left out
    std::vector<Rollback> rollbacks;
    std::vector<ReadingGap> gaps;
    std::uint32_t lastKm = 0;
    // The last reading plus all that was taken off; the same as lastKm where nothing was.
    std::uint32_t likelyTrueKm = 0;
    bool rolledBack() const { return !rollbacks.empty(); }
};

// `now`: closes the last gap (no reading since …).
OdometerAnalysis analyseOdometer(std::span<const Record> records, UnixTime now);

} // namespace autochain::vehicle
