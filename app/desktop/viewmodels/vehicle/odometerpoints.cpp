// SPDX-License-Identifier: GPL-3.0-or-later
#include "odometerpoints.h"

#include "recordwords.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariantList>

#include <algorithm>
#include <map>
#include <set>

namespace autochain::desktop
{

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

// The smallest round step that needs at most four lines.
std::uint32_t stepFor(std::uint64_t most)
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

QString monthOf(UnixTime time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time).date(), QStringLiteral("MMM yyyy"));
}

// Positions of the readings that are drawn.
std::vector<std::size_t> drawn(const vehicle::OdometerAnalysis& analysis)
{
    std::set<std::uint64_t> marked;
    for (const auto& step : analysis.rollbacks) {
        marked.insert({step.fromIndex, step.toIndex});
    }
    for (const auto& rate : analysis.impossibleRates) {
        marked.insert({rate.fromIndex, rate.toIndex});
    }
    const std::size_t count = analysis.readings.size();
    const std::size_t every = (count + kMostPoints - 1) / kMostPoints;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % every == 0 || i + 1 == count || marked.contains(analysis.readings[i].index)) {
            out.push_back(i);
        }
    }
    return out;
}

QString rateText(const vehicle::ImpossibleRate& rate)
{
    const auto days = std::max<UnixTime>(1, (rate.toTime - rate.fromTime) / 86'400);
    return tr("%1 in %2 days: a car can drive %3 at most")
        .arg(format::distance(rate.drivenKm()), format::count(static_cast<std::uint64_t>(days)),
             format::distance(rate.mostKm));
}
} // namespace

QVariantMap odometerChart(const vehicle::OdometerAnalysis& analysis, UnixTime now)
{
    if (analysis.readings.empty()) {
        return {};
    }
    const UnixTime from = startOf(yearOf(analysis.readings.front().time));
    const UnixTime until = std::max(now, analysis.readings.back().time);
    // Lines stand at round numbers of the unit that is read.
    const format::DistanceUnit unit = format::distanceUnit();
    std::uint64_t most = 1'000;
    for (const auto& reading : analysis.readings) {
        most = std::max(most, vehicle::distanceIn(unit, reading.km));
    }
    const std::uint32_t step = stepFor(most);
    const double top = static_cast<double>((most / step + 1) * step);
    const auto x = [&](UnixTime time) {
        return static_cast<double>(time - from) / static_cast<double>(std::max<UnixTime>(1, until - from));
    };
    const auto y = [&](std::uint32_t km) { return static_cast<double>(vehicle::distanceIn(unit, km)) / top; };

    QVariantList points, gaps, rollbacks, rates, rows, columns;
    for (const std::size_t at : drawn(analysis)) {
        const auto& reading = analysis.readings[at];
        points << QVariantMap{
            {QStringLiteral("x"), x(reading.time)},
            {QStringLiteral("y"), y(reading.km)},
            {QStringLiteral("lower"), reading.lower},
            {QStringLiteral("witnessed"), reading.witnessed},
            {QStringLiteral("record"), static_cast<int>(reading.index)},
            {QStringLiteral("text"), tr("%1, %2").arg(format::distance(reading.km), monthOf(reading.time))}};
    }
    for (const auto& gap : analysis.gaps) {
        gaps << QVariantMap{{QStringLiteral("from"), x(gap.from)},
                            {QStringLiteral("to"), x(gap.to)},
                            {QStringLiteral("text"), tr("no reading, %1 months").arg(gap.months)}};
    }
    for (const auto& rollback : analysis.rollbacks) {
        rollbacks << QVariantMap{
            {QStringLiteral("fromX"), x(rollback.fromTime)},
            {QStringLiteral("fromY"), y(rollback.fromKm)},
            {QStringLiteral("toX"), x(rollback.toTime)},
            {QStringLiteral("toY"), y(rollback.toKm)},
            {QStringLiteral("fromText"),
             tr("%1 in %2").arg(format::distanceNumber(rollback.fromKm), monthOf(rollback.fromTime))},
            {QStringLiteral("toText"),
             tr("%1 in %2").arg(format::distanceNumber(rollback.toKm), monthOf(rollback.toTime))},
            {QStringLiteral("text"), tr("%1 less").arg(format::distance(rollback.lostKm()))}};
    }
    for (const auto& rate : analysis.impossibleRates) {
        rates << QVariantMap{
            {QStringLiteral("fromX"), x(rate.fromTime)},
            {QStringLiteral("fromY"), y(rate.fromKm)},
            {QStringLiteral("toX"), x(rate.toTime)},
            {QStringLiteral("toY"), y(rate.toKm)},
            {QStringLiteral("fromText"), QString()},
            {QStringLiteral("toText"), tr("%1 in %2").arg(format::distanceNumber(rate.toKm), monthOf(rate.toTime))},
            {QStringLiteral("text"), rateText(rate)}};
    }
    for (std::uint64_t line = 0; line < static_cast<std::uint64_t>(top); line += step) {
        rows << QVariantMap{{QStringLiteral("y"), static_cast<double>(line) / top},
                            {QStringLiteral("text"), format::count(line)}};
    }
    const int years = yearOf(until) - yearOf(from) + 1;
    const int every = std::max(1, (years + 5) / 6);
    for (int year = yearOf(from); year <= yearOf(until); year += every) {
        columns << QVariantMap{{QStringLiteral("x"), x(startOf(year))},
                               {QStringLiteral("text"), QString::number(year)}};
    }
    return {{QStringLiteral("points"), points},       {QStringLiteral("gaps"), gaps},
            {QStringLiteral("rollbacks"), rollbacks}, {QStringLiteral("rates"), rates},
            {QStringLiteral("rows"), rows},           {QStringLiteral("columns"), columns}};
}

QVariantList odometerTable(const vehicle::OdometerAnalysis& analysis)
{
    std::map<std::uint64_t, QString> notes;
    for (const auto& step : analysis.rollbacks) {
        notes[step.toIndex] = tr("%1 less than before").arg(format::distance(step.lostKm()));
    }
    for (const auto& rate : analysis.impossibleRates) {
        notes[rate.toIndex] = rateText(rate);
    }
    QVariantList rows;
    for (auto reading = analysis.readings.rbegin(); reading != analysis.readings.rend(); ++reading) {
        const auto note = notes.find(reading->index);
        rows << QVariantMap{{QStringLiteral("date"), recordDate(reading->time)},
                            {QStringLiteral("km"), format::distance(reading->km)},
                            {QStringLiteral("by"), reading->witnessed ? tr("witnessed") : tr("owner’s word")},
                            {QStringLiteral("note"), note == notes.end() ? QString() : note->second},
                            {QStringLiteral("problem"), note != notes.end()},
                            {QStringLiteral("record"), static_cast<int>(reading->index)}};
    }
    return rows;
}

} // namespace autochain::desktop
