// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/distance.h"

#include "viewmodels/base/format.h"

#include <QCoreApplication>

#include <atomic>

namespace autochain::desktop::format
{
namespace
{
std::atomic<DistanceUnit> s_unit = DistanceUnit::Km;

QString tr(const char* text)
{
    return QCoreApplication::translate("format", text);
}
} // namespace

DistanceUnit distanceUnit()
{
    return s_unit;
}

void setDistanceUnit(DistanceUnit unit)
{
    s_unit = unit;
}

DistanceUnit distanceUnitOf(const QLocale& locale)
{
    return locale.measurementSystem() == QLocale::MetricSystem ? DistanceUnit::Km : DistanceUnit::Mi;
}

QString distanceUnitName(DistanceUnit unit)
{
    return unit == DistanceUnit::Mi ? tr("mi") : tr("km");
}

QString distanceNumber(std::uint64_t km, DistanceUnit unit)
{
    return count(vehicle::distanceIn(unit, km));
}

QString distance(std::uint64_t km, DistanceUnit unit)
{
    return distanceAsTold(vehicle::distanceIn(unit, km), unit);
}

QString distanceDriven(std::uint64_t metres, DistanceUnit unit)
{
    return distanceAsTold(vehicle::distanceOfMetres(unit, metres), unit);
}

QString distanceAsTold(std::uint64_t distance, DistanceUnit unit)
{
    return (unit == DistanceUnit::Mi ? tr("%1 mi") : tr("%1 km")).arg(count(distance));
}

QString distanceRecorded(std::uint64_t km, DistanceUnit unit)
{
    return unit == DistanceUnit::Km ? distance(km, unit)
                                    : tr("%1, recorded as %2").arg(distance(km, unit), distance(km, DistanceUnit::Km));
}

std::optional<std::uint32_t> kmTyped(const QString& typed, DistanceUnit unit)
{
    QString plain = typed.trimmed();
    // Signs that group in some locale; a plain space groups in all of them.
    for (const QChar sign : {QChar(0xa0), QChar(0x202f), QChar(0x2009), QChar(0x2019)}) {
        plain.replace(sign, QLatin1Char(' '));
    }
    const auto number = vehicle::wholeDistance(plain.toStdString());
    const std::uint64_t km = number ? vehicle::kmOf(unit, *number) : 0;
    return number && km <= vehicle::kMostKm ? std::optional(static_cast<std::uint32_t>(km)) : std::nullopt;
}

QString retyped(const QString& typed, DistanceUnit from, DistanceUnit to)
{
    const auto km = kmTyped(typed, from);
    return km && from != to ? QString::number(vehicle::distanceIn(to, *km)) : typed;
}

std::optional<DistanceUnit> distanceUnitFrom(const QString& key)
{
    return key == QStringLiteral("km")   ? std::optional(DistanceUnit::Km)
           : key == QStringLiteral("mi") ? std::optional(DistanceUnit::Mi)
                                         : std::nullopt;
}

QString distanceUnitKey(DistanceUnit unit)
{
    return unit == DistanceUnit::Mi ? QStringLiteral("mi") : QStringLiteral("km");
}

} // namespace autochain::desktop::format
