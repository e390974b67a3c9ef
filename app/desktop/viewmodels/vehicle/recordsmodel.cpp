// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordsmodel.h"

#include "vehicle/assess.h"
#include "vehicle/odometer.h"
#include "viewmodels/base/format.h"
#include "viewmodels/home/recordkindtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace autochain::desktop
{

namespace
{
using vehicle::RecordKind;
constexpr UnixTime kYear = 366 * 86'400;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

QString iconOf(RecordKind kind)
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

int groupOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Service:
    case RecordKind::Repair:
        return 1;
    case RecordKind::Inspection:
    case RecordKind::Odometer:
    case RecordKind::ObdSession:
    case RecordKind::TroubleCodes:
        return 2;
    case RecordKind::Accident:
    case RecordKind::InsuranceClaim:
    case RecordKind::TotalLoss:
        return 3;
    default:
        return 4;
    }
}

QString costText(const vehicle::Cost& cost)
{
    const QString major = QLocale().toString(static_cast<qlonglong>(cost.minorUnits / 100));
    const QString minor = QString::number(std::abs(cost.minorUnits % 100)).rightJustified(2, QLatin1Char('0'));
    return tr("%1.%2 %3").arg(major, minor, QString::fromStdString(cost.currency));
}

QString detailOf(const vehicle::Record& record)
{
    QStringList parts;
    for (const auto& item : record.content.items) {
        parts << QString::fromStdString(item.text);
    }
    if (record.content.cost) {
        parts << costText(*record.content.cost);
    }
    parts << QString::fromStdString(record.content.notes) << QString::fromStdString(record.content.place);
    if (record.contentState == vehicle::ContentState::Missing) {
        parts << tr("details not on this computer");
    } else if (record.contentState == vehicle::ContentState::Altered) {
        parts << tr("details were altered and are not shown");
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

RecordRow rowOf(const vehicle::Record& record, bool lower, const NameOf& nameOf, Provenance shown)
{
    RecordRow row;
    row.key = QString::number(record.index);
    row.date = QLocale().toString(QDateTime::fromSecsSinceEpoch(record.time).date(), QStringLiteral("d MMM yyyy"));
    row.icon = iconOf(record.kind);
    const QString title =
        record.content.title.empty() ? recordKindText(record.kind) : QString::fromStdString(record.content.title);
    const QString km = format::count(record.odometerKm);
    row.text = lower                    ? tr("%1, reading %2 km, lower than before").arg(title, km)
               : record.odometerKm == 0 ? title
                                        : tr("%1, %2 km").arg(title, km);
    const QString name =
        record.providerName.empty() ? nameOf(record.provider) : QString::fromStdString(record.providerName);
    row.by = record.providerRoles == 0 ? (name.isEmpty() ? tr("Owner’s entry") : tr("%1, owner").arg(name))
             : name.isEmpty()          ? format::shortAddress(record.provider)
                                       : name;
    row.detail = detailOf(record);
    row.level = format::level(vehicle::provenanceOf(record, shown));
    row.problem = lower;
    row.group = groupOf(record.kind);
    return row;
}
} // namespace

std::vector<RecordRow> recordRows(const vehicle::Vehicle& vehicle, const std::vector<std::uint64_t>& lowerReadings,
                                  const NameOf& nameOf, Provenance shown)
{
    std::vector<RecordRow> rows;
    UnixTime newer = 0;
    for (auto record = vehicle.records.rbegin(); record != vehicle.records.rend(); ++record) {
        if (newer != 0 && newer - record->time > kYear) {
            RecordRow gap;
            gap.key = QStringLiteral("gap%1").arg(record->index);
            gap.gap = true;
            gap.date = tr("%1 – %2")
                           .arg(QDateTime::fromSecsSinceEpoch(record->time).date().year())
                           .arg(QDateTime::fromSecsSinceEpoch(newer).date().year());
            gap.text = tr("Nothing recorded for %1 months").arg((newer - record->time) / (30 * 86'400 + 37'800));
            rows.push_back(std::move(gap));
        }
        newer = record->time;
        const bool lower = std::find(lowerReadings.begin(), lowerReadings.end(), record->index) != lowerReadings.end();
        rows.push_back(rowOf(*record, lower, nameOf, shown));
    }
    return rows;
}

QHash<int, QByteArray> RecordsModel::roleNames() const
{
    return {{DateRole, "date"},     {IconRole, "icon"},   {TextRole, "text"}, {ByRole, "by"},
            {DetailRole, "detail"}, {LevelRole, "level"}, {GapRole, "gap"},   {ProblemRole, "problem"}};
}

QVariant RecordsModel::value(const RecordRow& row, int role) const
{
    switch (role) {
    case DateRole:
        return row.date;
    case IconRole:
        return row.icon;
    case TextRole:
        return row.text;
    case ByRole:
        return row.by;
    case DetailRole:
        return row.detail;
    case LevelRole:
        return row.level;
    case GapRole:
        return row.gap;
    case ProblemRole:
        return row.problem;
    default:
        return {};
    }
}

} // namespace autochain::desktop
