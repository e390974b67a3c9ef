// SPDX-License-Identifier: GPL-3.0-or-later
#include "odometerpoints.h"

#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariantList>

#include <algorithm>
#include <array>

namespace autochain::desktop
{

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

// The smallest round step that needs at most four lines.
std::uint32_t stepFor(std::uint32_t most)
{
    for (const std::uint32_t step : {5'000U, 10'000U, 20'000U, 50'000U, 100'000U, 200'000U, 500'000U, 1'000'000U}) {
        if (most <= 4 * step) {
            return step;
        }
    }
    return 2'000'000U;
}

int yearOf(UnixTime time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).date().year();
}

UnixTime startOf(int year)
{
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}
} // namespace

QVariantMap odometerChart(const vehicle::OdometerAnalysis& analysis, UnixTime now)
{
    if (analysis.readings.empty()) {
        return {};
    }
    const UnixTime from = startOf(yearOf(analysis.readings.front().time));
    const UnixTime until = std::max(now, analysis.readings.back().time);
    std::uint32_t most = 1'000;
    for (const auto& reading : analysis.readings) {
        most = std::max(most, reading.km);
    }
    const std::uint32_t step = stepFor(most);
    const double top = static_cast<double>((most / step + 1) * step);
    const auto x = [&](UnixTime time) {
        return static_cast<double>(time - from) / static_cast<double>(std::max<UnixTime>(1, until - from));
    };
    const auto y = [&](std::uint32_t km) { return static_cast<double>(km) / top; };

    QVariantList points, gaps, rollbacks, rows, columns;
    for (const auto& reading : analysis.readings) {
        const QString when =
            QLocale().toString(QDateTime::fromSecsSinceEpoch(reading.time).date(), QStringLiteral("MMM yyyy"));
        points << QVariantMap{{QStringLiteral("x"), x(reading.time)},
                              {QStringLiteral("y"), y(reading.km)},
                              {QStringLiteral("lower"), reading.lower},
                              {QStringLiteral("witnessed"), reading.witnessed},
                              {QStringLiteral("text"), tr("%1 km, %2").arg(format::count(reading.km), when)}};
    }
    for (const auto& gap : analysis.gaps) {
        gaps << QVariantMap{{QStringLiteral("from"), x(gap.from)},
                            {QStringLiteral("to"), x(gap.to)},
                            {QStringLiteral("text"), tr("no reading, %1 months").arg(gap.months)}};
    }
    for (const auto& rollback : analysis.rollbacks) {
        rollbacks << QVariantMap{{QStringLiteral("fromX"), x(rollback.fromTime)},
                                 {QStringLiteral("fromY"), y(rollback.fromKm)},
                                 {QStringLiteral("toX"), x(rollback.toTime)},
                                 {QStringLiteral("toY"), y(rollback.toKm)},
                                 {QStringLiteral("fromText"), format::count(rollback.fromKm)},
                                 {QStringLiteral("toText"), format::count(rollback.toKm)}};
    }
    for (std::uint32_t km = 0; km < static_cast<std::uint32_t>(top); km += step) {
        rows << QVariantMap{{QStringLiteral("y"), y(km)}, {QStringLiteral("text"), format::count(km)}};
    }
    const int years = yearOf(until) - yearOf(from) + 1;
    const int every = std::max(1, (years + 5) / 6);
    for (int year = yearOf(from); year <= yearOf(until); year += every) {
        columns << QVariantMap{{QStringLiteral("x"), x(startOf(year))},
                               {QStringLiteral("text"), QString::number(year)}};
    }
    return {{QStringLiteral("points"), points},
            {QStringLiteral("gaps"), gaps},
            {QStringLiteral("rollbacks"), rollbacks},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("columns"), columns}};
}

} // namespace autochain::desktop
