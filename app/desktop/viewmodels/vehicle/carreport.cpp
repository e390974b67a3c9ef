// SPDX-License-Identifier: GPL-3.0-or-later
#include "carreport.h"

#include "session/session.h"
#include "vehicle/history_export.h"

#include <QHash>
#include <QLocale>

namespace autochain::desktop
{

namespace
{
constexpr qsizetype kMaxLanguage = 12, kMaxNetwork = 120; // as the options take them

// The drawing's paint for a colour word in English, as Theme.carPaints has it; none: grey.
QString paintOf(const QString& word)
{
    static const QHash<QString, QString> kPaints = {
        {QStringLiteral("red"), QStringLiteral("9c4a46")},    {QStringLiteral("orange"), QStringLiteral("b56a3c")},
        {QStringLiteral("yellow"), QStringLiteral("c2a043")}, {QStringLiteral("gold"), QStringLiteral("a89878")},
        {QStringLiteral("beige"), QStringLiteral("b5a88e")},  {QStringLiteral("brown"), QStringLiteral("74594a")},
        {QStringLiteral("green"), QStringLiteral("5a7a63")},  {QStringLiteral("blue"), QStringLiteral("466b92")},
        {QStringLiteral("purple"), QStringLiteral("6b5a8c")}, {QStringLiteral("white"), QStringLiteral("c9cdd0")},
        {QStringLiteral("silver"), QStringLiteral("a3aab1")}, {QStringLiteral("black"), QStringLiteral("45484f")}};
    return kPaints.value(word);
}

Result<CarReport> carReportOf(const vehicle::ExportedHistory& exported)
{
    CarReport out;
    out.bundle = QByteArray::fromStdString(vehicle::writeHistoryBundle(exported.bundle));
    out.provenance = exported.provenance;
    out.records = static_cast<int>(exported.bundle.records.size());
    out.missing = static_cast<int>(exported.missingBlocks);
    return out;
}
} // namespace

QCoro::Task<Result<CarReport>> readCarReport(Session& session, Hash32 vehicleId)
{
    auto* proofs = dynamic_cast<ProofPort*>(&session.node());
    if (proofs == nullptr) {
        co_return ChainError::NodeUnreachable;
    }
    AC_CO_TRY(
        const vehicle::ExportedHistory exported,
        co_await vehicle::exportHistory(session.node(), *proofs, session.content(), session.network(), vehicleId));
    co_return carReportOf(exported);
}

report::ReportOptions reportOptions(const Session& session, Provenance provenance, const QString& body,
                                    const QString& paint)
{
    report::ReportOptions out;
    out.language = QLocale().bcp47Name().left(kMaxLanguage);
    out.drawnAt = session.now();
    out.network = QString::fromStdString(session.network().name).left(kMaxNetwork);
    out.provenance = session.shown(provenance);
    out.offline = out.provenance == Provenance::Stale;
    out.body = body;
    out.paint = paintOf(paint);
    return out;
}

report::Paper usualPaper()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? report::Paper::Letter : report::Paper::A4;
}

bool wasCancelled(const Error& error)
{
    return error.is(VehicleError::ReportFailed) && !error.args.empty() && error.args[0] == "cancelled";
}

} // namespace autochain::desktop
