// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/desk/carlines.h"

#include "escrow/rules.h"
#include "session/session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/deal/dealsmodel.h"
#include "viewmodels/vehicle/detaillist.h"

#include <QCoreApplication>

namespace autochain::desktop
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("desk", text);
}
} // namespace

std::vector<CarLine> dealLines(Session& session, std::span<const escrow::DealView> deals, const Hash32& vehicleId)
{
    std::vector<CarLine> out;
    const UnixTime now = session.now();
    for (const escrow::DealView& deal : deals) {
        if (deal.terms.vehicleId != vehicleId || !escrow::isOpen(escrow::stageOf(deal, now))) {
            continue;
        }
        const DealRow row = dealRowOf(session, deal, now);
        QStringList more = {row.people};
        if (row.hasDeadline) {
            more.append(row.secondsLeft > 0 ? tr("%1 left").arg(row.left) : tr("a deadline has passed"));
        }
        out.push_back({tr("%1 AUC: %2").arg(row.price, row.stage), more.join(QStringLiteral("  ·  ")), row.level,
                       format::provenanceWord(session.shown(deal.provenance)), QStringLiteral("deal/") + row.key});
    }
    return out;
}

CarPapers paperLines(const Session& session, std::span<const vehicle::Record> records, Provenance provenance,
                     const QString& route, std::size_t most)
{
    CarPapers out;
    const RecordPeople people{[&session](const Address& who) { return session.nameOf(who); }};
    const Provenance shown = session.shown(provenance);
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        for (const vehicle::Attachment& document : record->content.documents) {
            if (++out.count > most) {
                continue;
            }
            CarLine line;
            line.text = document.name.empty() ? tr("Document") : QString::fromStdString(document.name).left(200);
            line.caption = QStringLiteral("%1  ·  %2, %3")
                               .arg(documentKind(document.type, document.bytes), issuerText(*record, people),
                                    recordDate(record->time));
            line.level = format::level(shown);
            line.levelWord = format::provenanceWord(shown);
            line.route = route;
            out.lines.push_back(std::move(line));
        }
    }
    return out;
}

} // namespace autochain::desktop
