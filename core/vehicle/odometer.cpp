// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/odometer.h"

#include "vehicle/assess.h"

#include <algorithm>

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

// Two crews around the clock on a motorway, then a courier's double shift, then the longest taxi year known.
struct Pace {
    std::int64_t days;
    std::uint64_t kmPerDay;
};
constexpr Pace kPaces[] = {{1, 2'400}, {29, 1'200}, {INT32_MAX, 700}};
constexpr std::int64_t kDaySeconds = 86'400;

// When the reading was taken: an event cannot lie after the record of it.
UnixTime readAt(const Record& record)
{
    return std::min(record.content.happenedAt.value_or(record.time), record.time);
}

void findImpossibleRate(OdometerAnalysis& out, const Record& before, const Record& after)
{
    const UnixTime from = readAt(before);
    const UnixTime to = readAt(after);
    const std::uint64_t most = mostKmWithin(to - from);
    if (after.odometerKm > before.odometerKm && after.odometerKm - before.odometerKm > most) {
        out.impossibleRates.push_back({before.index, after.index, from, to, before.odometerKm, after.odometerKm, most});
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

std::uint64_t mostKmWithin(std::int64_t seconds)
{
    std::int64_t left = std::max<std::int64_t>(seconds, 0);
    std::uint64_t km = 0;
    for (const Pace& pace : kPaces) {
        const std::int64_t part = std::min(left, pace.days * kDaySeconds);
        km += static_cast<std::uint64_t>(part) * pace.kmPerDay / kDaySeconds;
        left -= part;
    }
    return km;
}

OdometerAnalysis analyseOdometer(std::span<const Record> records, UnixTime now)
{
    OdometerAnalysis out;
    const std::vector<bool> withdrawn = supersededRecords(records);
    const Record* before = nullptr;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].hasReading() && !withdrawn[i]) {
            if (before != nullptr) {
                findImpossibleRate(out, *before, records[i]);
            }
            addReading(out, records[i]);
            before = &records[i];
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
