// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/assess.h"
#include "vehicle/looked.h"

#include <algorithm>
#include <chrono>

namespace autochain::vehicle
{
namespace
{
int yearOf(UnixTime time)
{
    using namespace std::chrono;
    return int{year_month_day{floor<days>(sys_seconds{seconds{time}})}.year()};
}

bool belongsTo(CoverageRow row, const Record& record)
{
    switch (row) {
    case CoverageRow::Inspection:
        return record.kind == RecordKind::Inspection || record.hasRole(ProviderRole::Inspector);
    case CoverageRow::Repair:
        return (record.kind == RecordKind::Service || record.kind == RecordKind::Repair) && record.providerRoles != 0;
    case CoverageRow::Insurer:
        return record.hasRole(ProviderRole::Insurer);
    case CoverageRow::Lender:
        return record.hasRole(ProviderRole::Lender) || record.kind == RecordKind::Lien ||
               record.kind == RecordKind::LienRelease;
    case CoverageRow::Recalls:
        return hasLooked(record, Topic::Recalls);
    case CoverageRow::Theft:
        return hasLooked(record, Topic::Theft);
    }
    return false;
}
} // namespace

Coverage coverageOf(std::span<const Record> records, UnixTime now)
{
    Coverage out;
    out.firstYear = records.empty() ? yearOf(now) + 1 : yearOf(records.front().time);
    out.lastYear = records.empty() ? yearOf(now) : std::max(yearOf(now), yearOf(records.back().time));
    const auto years = static_cast<std::size_t>(out.lastYear - out.firstYear + 1);
    for (int row = 0; row < kCoverageRows; ++row) {
        auto& counts = out.counts[static_cast<std::size_t>(row)];
        counts.assign(years, 0);
        for (const Record& record : records) {
            const int year = yearOf(record.time) - out.firstYear;
            if (year >= 0 && static_cast<std::size_t>(year) < years &&
                belongsTo(static_cast<CoverageRow>(row), record)) {
                ++counts[static_cast<std::size_t>(year)];
            }
        }
    }
    return out;
}

} // namespace autochain::vehicle
