// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/odometer.h"

#include "vehicle/assess.h"

namespace autochain::vehicle
{
namespace
{
constexpr std::int64_t kMonthSeconds = 2'629'746; // a twelfth of the Gregorian year

int monthsBetween(UnixTime from, UnixTime to)
{
    return static_cast<int>((to - from + kMonthSeconds / 2) / kMonthSeconds);
}

void findGap(OdometerAnalysis& out, UnixTime from, UnixTime to)
{
    if (to - from > kGapMonths * kMonthSeconds) {
        out.gaps.push_back({from, to, monthsBetween(from, to)});
    }
}

void addReading(OdometerAnalysis& out, const Record& record)
{
    Reading reading{record.index, record.time, record.odometerKm, record.providerRoles != 0, false};
    if (!out.readings.empty()) {
        const Reading& before = out.readings.back();
        findGap(out, before.time, reading.time);
        reading.lower = reading.km < before.km;
        if (reading.lower) {
            out.rollbacks.push_back({before.index, reading.index, before.time, reading.time, before.km, reading.km});
        }
    }
    out.readings.push_back(reading);
}

std::uint32_t addCapped(std::uint32_t a, std::uint32_t b)
{
    const std::uint64_t sum = std::uint64_t{a} + b;
    return sum > UINT32_MAX ? UINT32_MAX : static_cast<std::uint32_t>(sum);
}
} // namespace

OdometerAnalysis analyseOdometer(std::span<const Record> records, UnixTime now)
{
    OdometerAnalysis out;
    const std::vector<bool> withdrawn = supersededRecords(records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].hasReading() && !withdrawn[i]) {
            addReading(out, records[i]);
        }
    }
    if (out.readings.empty()) {
        return out;
    }
    findGap(out, out.readings.back().time, now);
    out.lastKm = out.readings.back().km;
    out.likelyTrueKm = out.lastKm;
    for (const Rollback& step : out.rollbacks) {
        out.likelyTrueKm = addCapped(out.likelyTrueKm, step.lostKm());
    }
    return out;
}

} // namespace autochain::vehicle
