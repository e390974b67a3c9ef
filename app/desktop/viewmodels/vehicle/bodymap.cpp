// SPDX-License-Identifier: GPL-3.0-or-later
#include "bodymap.h"

#include "recorddetails.h"
#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <map>

namespace autochain::desktop
{

namespace
{
using vehicle::AccidentEntry;
using vehicle::AccidentSeverity;
using vehicle::BodyZone;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

std::vector<const char*> panelsOf(BodyZone zone)
{
    switch (zone) {
    case BodyZone::Front:
        return {"frontBumper", "bonnet"};
    case BodyZone::FrontLeft:
        return {"frontBumper", "leftFrontWing"};
    case BodyZone::FrontRight:
        return {"frontBumper", "rightFrontWing"};
    case BodyZone::Left:
        return {"leftFrontDoor", "leftRearDoor"};
    case BodyZone::Right:
        return {"rightFrontDoor", "rightRearDoor"};
    case BodyZone::RearLeft:
        return {"rearBumper", "leftRearWing"};
    case BodyZone::RearRight:
        return {"rearBumper", "rightRearWing"};
    case BodyZone::Rear:
        return {"rearBumper", "boot"};
    case BodyZone::Roof:
        return {"roof"};
    case BodyZone::Underbody:
    case BodyZone::Interior:
        break;
    }
    return {};
}

// What nobody graded is drawn as moderate: unknown is not light.
int severityOf(const vehicle::Record& record)
{
    const auto* details = record.content.detailsAs<vehicle::AccidentDetails>();
    return details == nullptr || details->severity == AccidentSeverity::Unknown ? 2
                                                                                : static_cast<int>(details->severity);
}

QString severityText(const vehicle::Record& record)
{
    const auto* details = record.content.detailsAs<vehicle::AccidentDetails>();
    const auto severity = details == nullptr ? AccidentSeverity::Unknown : details->severity;
    return severity == AccidentSeverity::Minor      ? tr("light")
           : severity == AccidentSeverity::Moderate ? tr("moderate")
           : severity == AccidentSeverity::Severe   ? tr("severe")
                                                    : tr("severity not stated");
}

QString detailText(const AccidentEntry& accident, const vehicle::Record& record)
{
    QStringList parts{severityText(record)};
    const auto* details = record.content.detailsAs<vehicle::AccidentDetails>();
    if (details != nullptr && details->airbagsDeployed.value_or(0) > 0) {
        parts << tr("%1 airbags deployed").arg(*details->airbagsDeployed);
    }
    if (details != nullptr && details->structural) {
        parts << tr("frame bent");
    }
    if (accident.cost) {
        parts << tr("%1 paid").arg(moneyText(*accident.cost));
    }
    parts << (accident.repaired ? tr("repair recorded") : tr("no repair recorded"));
    return parts.join(QStringLiteral(" · "));
}

struct Hit {
    int severity = 0;
    QStringList numbers;
    bool open = false;
};
} // namespace

QVariantMap bodyMap(std::span<const vehicle::Record> records, Provenance shown)
{
    std::map<QString, Hit> hits;
    QVariantList list;
    QStringList off;
    int number = 0;
    for (const AccidentEntry& accident : vehicle::accidentsOf(records)) {
        const vehicle::Record& record = records[accident.index];
        const int severity = severityOf(record);
        const QString name = QString::number(++number);
        QStringList zones;
        for (const BodyZone zone : accident.zones) {
            zones << zoneName(zone);
            const auto panels = panelsOf(zone);
            if (panels.empty()) {
                off << tr("%1: %2").arg(name, zoneName(zone));
            }
            for (const char* panel : panels) {
                Hit& hit = hits[QLatin1String(panel)];
                hit.severity = std::max(hit.severity, severity);
                hit.open = hit.open || !accident.repaired;
                if (!hit.numbers.contains(name)) {
                    hit.numbers << name;
                }
            }
        }
        const QString where = zones.isEmpty() ? tr("place on the car not stated") : zones.join(QStringLiteral(", "));
        const QString month =
            QLocale().toString(QDateTime::fromSecsSinceEpoch(accident.time).date(), QStringLiteral("MMM yyyy"));
        list << QVariantMap{{QStringLiteral("number"), name},
                            {QStringLiteral("text"), tr("%1, %2").arg(where, month)},
                            {QStringLiteral("detail"), detailText(accident, record)},
                            {QStringLiteral("level"), format::level(vehicle::provenanceOf(record, shown))},
                            {QStringLiteral("severity"), severity},
                            {QStringLiteral("open"), !accident.repaired},
                            {QStringLiteral("record"), static_cast<int>(accident.index)}};
    }
    QVariantMap panels;
    for (const auto& [panel, hit] : hits) {
        panels.insert(panel, QVariantMap{{QStringLiteral("severity"), hit.severity},
                                         {QStringLiteral("numbers"), hit.numbers.join(QStringLiteral(", "))},
                                         {QStringLiteral("open"), hit.open}});
    }
    return {{QStringLiteral("panels"), panels},
            {QStringLiteral("list"), list},
            {QStringLiteral("off"), off.join(QStringLiteral(" · "))}};
}

} // namespace autochain::desktop
