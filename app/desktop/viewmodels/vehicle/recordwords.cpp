// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordwords.h"

#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/recordkindtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cstdlib>

namespace autochain::desktop
{

namespace
{
using vehicle::ProviderRole;
using vehicle::RecordKind;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}
} // namespace

RecordGroup groupOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Service:
    case RecordKind::Repair:
        return RecordGroup::Service;
    case RecordKind::Inspection:
    case RecordKind::Odometer:
        return RecordGroup::Readings;
    case RecordKind::ObdSession:
    case RecordKind::TroubleCodes:
        return RecordGroup::Diagnosis;
    case RecordKind::Accident:
    case RecordKind::InsuranceClaim:
    case RecordKind::TotalLoss:
        return RecordGroup::Damage;
    case RecordKind::RecallOpened:
    case RecordKind::RecallClosed:
        return RecordGroup::Recalls;
    case RecordKind::OwnerStatement:
    case RecordKind::Correction:
        return RecordGroup::Words;
    default:
        return RecordGroup::Title;
    }
}

QString recordIcon(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Production:
        return QStringLiteral("building-2");
    case RecordKind::FirstSale:
    case RecordKind::OwnershipChange:
        return QStringLiteral("user");
    case RecordKind::Service:
    case RecordKind::Repair:
        return QStringLiteral("wrench");
    case RecordKind::Accident:
    case RecordKind::InsuranceClaim:
    case RecordKind::TotalLoss:
        return QStringLiteral("car");
    case RecordKind::Lien:
    case RecordKind::LienRelease:
        return QStringLiteral("banknote");
    case RecordKind::RecallOpened:
    case RecordKind::RecallClosed:
        return QStringLiteral("flag");
    case RecordKind::ObdSession:
    case RecordKind::TroubleCodes:
        return QStringLiteral("activity");
    case RecordKind::OwnerStatement:
        return QStringLiteral("message-square");
    case RecordKind::Correction:
        return QStringLiteral("pen-line");
    case RecordKind::Inspection:
    case RecordKind::Odometer:
        return QStringLiteral("gauge");
    default:
        return QStringLiteral("file-text");
    }
}

QString recordTitle(const vehicle::Record& record)
{
    return record.content.title.empty() ? recordKindText(record.kind) : QString::fromStdString(record.content.title);
}

QString recordDate(UnixTime time)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time).date(), QStringLiteral("d MMM yyyy"));
}

QString roleName(ProviderRole role)
{
    switch (role) {
    case ProviderRole::Manufacturer:
        return tr("manufacturer");
    case ProviderRole::Dealer:
        return tr("dealer");
    case ProviderRole::Inspector:
        return tr("inspector");
    case ProviderRole::RepairShop:
        return tr("repair shop");
    case ProviderRole::Insurer:
        return tr("insurer");
    case ProviderRole::Lender:
        return tr("lender");
    case ProviderRole::ObdDevice:
        return tr("OBD device");
    case ProviderRole::Government:
        return tr("government");
    case ProviderRole::Appraiser:
        return tr("appraiser");
    default:
        return {};
    }
}

QString rolesText(const vehicle::Record& record)
{
    QStringList names;
    for (int i = 1; i < vehicle::kProviderRoles; ++i) {
        const auto role = static_cast<ProviderRole>(i);
        if (record.hasRole(role)) {
            names << roleName(role);
        }
    }
    return names.join(QStringLiteral(", "));
}

QString issuerText(const vehicle::Record& record, const RecordPeople& people)
{
    const QString name =
        record.providerName.empty() ? people.nameOf(record.provider) : QString::fromStdString(record.providerName);
    if (record.providerRoles != 0) {
        return name.isEmpty() ? format::shortAddress(record.provider) : name;
    }
    if (record.byRegistry) {
        return name.isEmpty() ? tr("Title registry") : name;
    }
    return name.isEmpty() ? tr("Owner’s entry") : tr("%1, owner").arg(name);
}

QString standingText(const vehicle::Record& record)
{
    const QString roles = rolesText(record);
    switch (record.right) {
    case vehicle::RightState::Registry:
        return tr("written by the title registry itself");
    case vehicle::RightState::Holder:
        return roles.isEmpty() ? tr("held the title on that day: the owner’s own word")
                               : tr("held the title on that day, and was %1").arg(roles);
    case vehicle::RightState::Role:
        return tr("%1 on that day, by the chain’s register of roles").arg(roles);
    case vehicle::RightState::Grant:
        return tr("%1 on that day, by the chain’s register of roles, and let by the holder").arg(roles);
    case vehicle::RightState::IssuedBefore:
        return tr("has a record of this car, which it may correct");
    case vehicle::RightState::Wrong:
        return tr("had no right to write this, as far as is proven");
    case vehicle::RightState::Unknown:
        break;
    }
    return roles.isEmpty() ? tr("not everything it takes to know is proven here")
                           : tr("%1 on that day; whether the holder let it is not proven here").arg(roles);
}

QString moneyText(const vehicle::Cost& cost)
{
    const QString major = QLocale().toString(static_cast<qlonglong>(cost.minorUnits / 100));
    const QString minor = QString::number(std::llabs(cost.minorUnits % 100)).rightJustified(2, QLatin1Char('0'));
    return tr("%1%2%3 %4").arg(major, QLocale().decimalPoint(), minor, QString::fromStdString(cost.currency));
}

QString zoneName(vehicle::BodyZone zone)
{
    using Z = vehicle::BodyZone;
    switch (zone) {
    case Z::Front:
        return tr("front");
    case Z::FrontLeft:
        return tr("front left");
    case Z::FrontRight:
        return tr("front right");
    case Z::Left:
        return tr("left side");
    case Z::Right:
        return tr("right side");
    case Z::RearLeft:
        return tr("rear left");
    case Z::RearRight:
        return tr("rear right");
    case Z::Rear:
        return tr("rear");
    case Z::Roof:
        return tr("roof");
    case Z::Underbody:
        return tr("underbody");
    case Z::Interior:
        return tr("interior");
    }
    return {};
}

QString readingText(const vehicle::Record& record)
{
    const QString reading = format::distance(record.odometerKm);
    const auto* told = std::get_if<vehicle::OdometerDetails>(&record.content.details);
    if (told == nullptr || told->shown <= 0) {
        return reading;
    }
    const QString instrument = format::distanceAsTold(static_cast<std::uint64_t>(told->shown), told->unit);
    const bool same = instrument == reading || told->unit == format::DistanceUnit::Km;
    return same ? reading : tr("%1, on the instrument %2").arg(reading, instrument);
}

} // namespace autochain::desktop
