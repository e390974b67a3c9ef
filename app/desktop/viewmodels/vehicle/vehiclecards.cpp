// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehiclecards.h"

#include "viewmodels/base/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace autochain::desktop
{

namespace
{
using vehicle::Record;
using vehicle::RecordKind;

QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}

QVariantMap rowOf(const Record& record, const QString& text, const QString& detail, const char* status,
                  Provenance shown)
{
    return {{QStringLiteral("text"), text},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("level"), format::level(vehicle::provenanceOf(record, shown))},
            {QStringLiteral("record"), static_cast<int>(record.index)}};
}

// Records that stand: not withdrawn by their own issuer.
std::vector<const Record*> standing(std::span<const Record> records)
{
    const std::vector<bool> withdrawn = vehicle::supersededRecords(records);
    std::vector<const Record*> out;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!withdrawn[i]) {
            out.push_back(&records[i]);
        }
    }
    return out;
}

QString campaignOf(const Record& record)
{
    const auto* details = record.content.detailsAs<vehicle::RecallDetails>();
    const std::string& name =
        details != nullptr && !details->campaign.empty() ? details->campaign : record.content.reference;
    return QString::fromStdString(name);
}

QString wrongOf(const Record& record)
{
    const auto* details = record.content.detailsAs<vehicle::RecallDetails>();
    return QString::fromStdString(details != nullptr && !details->summary.empty() ? details->summary
                                                                                  : record.content.notes);
}

struct Recall {
    const Record* opened = nullptr;
    const Record* closed = nullptr;
};

QVariantMap recallRow(const QString& campaign, const Recall& recall, Provenance shown)
{
    const Record& record = recall.opened != nullptr ? *recall.opened : *recall.closed;
    const QString name = campaign.isEmpty() ? tr("Recall without a number") : tr("Recall %1").arg(campaign);
    const QString since = tr("opened %1").arg(recordDate(record.time));
    const QString state = recall.closed == nullptr   ? tr("%1, not done").arg(since)
                          : recall.opened == nullptr ? tr("done %1").arg(recordDate(recall.closed->time))
                                                     : tr("%1, done %2").arg(since, recordDate(recall.closed->time));
    const QString wrong = wrongOf(record);
    return rowOf(record, name, wrong.isEmpty() ? state : tr("%1. %2").arg(state, wrong),
                 recall.closed == nullptr ? "attention" : "clean", shown);
}

QString brandName(const Record& record)
{
    if (record.kind == RecordKind::TotalLoss) {
        return tr("Total loss");
    }
    if (record.kind == RecordKind::Scrapped) {
        return tr("Scrapped");
    }
    if (const auto* details = record.content.detailsAs<vehicle::TitleBrandDetails>()) {
        const auto& entry = vehicle::entryOf(details->brand);
        return QString::fromUtf8(entry.name.data(), static_cast<qsizetype>(entry.name.size()));
    }
    return record.content.reference.empty() ? recordTitle(record) : QString::fromStdString(record.content.reference);
}
} // namespace

QVariantList lienRows(const vehicle::Vehicle& vehicle, const RecordPeople& people, Provenance shown)
{
    QVariantList rows;
    std::vector<std::pair<const Record*, const Record*>> liens; // taken, released
    for (const Record* record : standing(vehicle.records)) {
        if (record->kind == RecordKind::Lien) {
            liens.emplace_back(record, nullptr);
        } else if (record->kind == RecordKind::LienRelease && !liens.empty() && liens.back().second == nullptr) {
            liens.back().second = record;
        }
    }
    for (const auto& [taken, released] : liens) {
        const QString since = tr("since %1").arg(recordDate(taken->time));
        rows << rowOf(*taken, issuerText(*taken, people),
                      released == nullptr ? since : tr("%1, released %2").arg(since, recordDate(released->time)),
                      released == nullptr && !vehicle.state.lender.isZero() ? "attention" : "clean", shown);
    }
    return rows;
}

QVariantList recallRows(std::span<const Record> records, Provenance shown)
{
    std::map<QString, Recall> byCampaign;
    for (const Record* record : standing(records)) {
        if (record->kind == RecordKind::RecallOpened) {
            Recall& recall = byCampaign[campaignOf(*record)];
            recall = {record, nullptr};
        } else if (record->kind == RecordKind::RecallClosed) {
            byCampaign[campaignOf(*record)].closed = record;
        }
    }
    QVariantList open, closed;
    for (const auto& [campaign, recall] : byCampaign) {
        (recall.closed == nullptr ? open : closed) << recallRow(campaign, recall, shown);
    }
    return open + closed;
}

QVariantList brandRows(std::span<const Record> records, Provenance shown)
{
    QVariantList rows;
    for (const Record* record : standing(records)) {
        if (record->kind == RecordKind::TitleBrand || record->kind == RecordKind::TotalLoss ||
            record->kind == RecordKind::Scrapped) {
            rows.prepend(rowOf(*record, brandName(*record), recordDate(record->time),
                               record->content.resolved ? "attention" : "problem", shown));
        }
    }
    return rows;
}

QVariantList useRows(std::span<const Record> records, Provenance shown)
{
    QVariantList rows;
    for (const Record* record : standing(records)) {
        if (const auto* owner = record->content.detailsAs<vehicle::OwnershipDetails>()) {
            const QString kind = ownerKindText(owner->ownerKind);
            const bool hard = owner->ownerKind == vehicle::OwnerKind::Taxi ||
                              owner->ownerKind == vehicle::OwnerKind::Rental ||
                              owner->ownerKind == vehicle::OwnerKind::Fleet;
            if (!kind.isEmpty()) {
                rows << rowOf(*record, tr("Owner: %1").arg(kind),
                              tr("since %1").arg(recordDate(owner->since.value_or(record->time))),
                              hard ? "attention" : "clean", shown);
            }
        } else if (record->kind == RecordKind::ImportExport) {
            rows << rowOf(*record, recordTitle(*record), recordDate(record->time), "attention", shown);
        }
    }
    return rows;
}

} // namespace autochain::desktop
