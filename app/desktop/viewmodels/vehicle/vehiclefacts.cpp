// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehiclefacts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

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

QString span(UnixTime seconds)
{
    const qint64 months = seconds / (30 * 86'400 + 37'800);
    const qint64 years = months / 12;
    return years == 0         ? tr("%1 m").arg(months)
           : months % 12 == 0 ? tr("%1 y").arg(years)
                              : tr("%1 y %2 m").arg(years).arg(months % 12);
}
} // namespace

QVariantList vinFacts(const vehicle::VinAnalysis& analysis)
{
    QVariantList rows;
    const auto add = [&](const QString& key, const QString& value) {
        if (!value.isEmpty()) {
            rows << QVariantMap{{QStringLiteral("key"), key}, {QStringLiteral("value"), value}};
        }
    };
    add(tr("Maker"), QString::fromStdString(analysis.maker));
    const QString country = QString::fromStdString(analysis.country);
    add(tr("Built in"), country.isEmpty() ? QString() : QLocale::countryToString(QLocale::codeToTerritory(country)));
    add(tr("Check digit"), analysis.checkRequired ? tr("%1, correct").arg(QLatin1Char(analysis.checkFound))
                                                  : tr("not used by this maker"));
    add(tr("Model year"), analysis.modelYear ? QString::number(*analysis.modelYear) : QString());
    add(tr("Plant"), analysis.plant == 0 ? QString() : QString(QLatin1Char(analysis.plant)));
    add(tr("Serial"), QString::fromStdString(analysis.serial));
    return rows;
}

QVariantList ownerSpans(const std::vector<vehicle::OwnerSpan>& owners, UnixTime now)
{
    QVariantList rows;
    if (owners.empty()) {
        return rows;
    }
    const double whole = static_cast<double>(std::max<UnixTime>(1, now - owners.front().from));
    for (const auto& owner : owners) {
        const UnixTime until = owner.until.value_or(now);
        rows << QVariantMap{
            {QStringLiteral("share"), static_cast<double>(std::max<UnixTime>(0, until - owner.from)) / whole},
            {QStringLiteral("text"), span(until - owner.from)},
            {QStringLiteral("year"), QString::number(QDateTime::fromSecsSinceEpoch(owner.from).date().year())}};
    }
    return rows;
}

QVariantMap coverageGrid(const vehicle::Coverage& coverage)
{
    QVariantList rows;
    QVariantList years;
    const std::array names = {tr("Inspection"), tr("Repair"), tr("Insurer"), tr("Lender"), tr("Recalls"), tr("Theft")};
    const int last = coverage.lastYear;
    const int first = std::max(coverage.firstYear, last - 10);
    for (int year = first; year <= last; ++year) {
        years << ((last - year) % 2 == 0 ? QString::number(year % 100).rightJustified(2, QLatin1Char('0')) : QString());
    }
    for (std::size_t row = 0; row < names.size() && first <= last; ++row) {
        QVariantList cells;
        for (int year = first; year <= last; ++year) {
            const auto at = static_cast<std::size_t>(year - coverage.firstYear);
            cells << (at < coverage.counts[row].size() && coverage.counts[row][at] > 0);
        }
        rows << QVariantMap{{QStringLiteral("name"), names[row]}, {QStringLiteral("cells"), cells}};
    }
    return {{QStringLiteral("rows"), rows}, {QStringLiteral("years"), years}};
}

} // namespace autochain::desktop
