// SPDX-License-Identifier: GPL-3.0-or-later
// vehicle report, and what vehicle verify does with a report or with the line under its square code.
#include "context.h"
#include "exit_code.h"
#include "history_look.h"
#include "history_view.h"
#include "report_verify.h"
#include "verb.h"

#include "messages/enum_names.h"
#include "report/opened_sections.h"
#include "report/report_packet.h"
#include "report/report_process.h"
#include "vehicle/assess.h"
#include "vehicle/history_export.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace autochain::cli
{
namespace
{
using report::PagesCheck;
using report::ReportPacket;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Error unreadable(const char* what)
{
    return Error(VehicleError::ReportUnreadable, {what});
}

Error otherChain(const char* what)
{
    return Error(VehicleError::OtherChain, {what});
}

BytesView viewOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

// What was found out about a report, before it is judged.
struct Findings {
    ReportPacket packet;
    vehicle::HistoryBundle bundle;
    HistoryLook look;
    std::optional<vehicle::VerifiedHistory> history;
    std::optional<Error> misfit; // why there is none
    std::optional<PagesCheck> pages;
};

enum class Standing {
    Verified,      // history, header and every byte of the pages
    NotAllChecked, // nothing is wrong, but the header or the pages could not be checked
    Altered        // the history does not fit, the block is not the network's, or a page says something else
};

Standing standingOf(const Findings& f)
{
    const bool pagesDiffer = f.pages && f.pages->comparable() && !f.pages->same;
    if (!f.history || f.look.header == HeaderCheck::NotInChain || pagesDiffer) {
        return Standing::Altered;
    }
    const bool sure = f.look.provenance == Provenance::Proven || f.look.provenance == Provenance::Local;
    const bool header = f.look.header == HeaderCheck::InChain && sure && f.history->registryTrusted;
    const bool pages = f.pages && f.pages->comparable() && f.pages->same;
    return header && pages ? Standing::Verified : Standing::NotAllChecked;
}

QString standingWord(Standing standing)
{
    return standing == Standing::Verified        ? QStringLiteral("verified")
           : standing == Standing::NotAllChecked ? QStringLiteral("notAllChecked")
                                                 : QStringLiteral("altered");
}

QString standingLine(const Findings& f, Standing standing)
{
    if (standing == Standing::Verified) {
        return tr(
            "Verified: the history is proven against a block this network has, and every page is as it was drawn.");
    }
    if (f.misfit && f.misfit->is(VehicleError::OtherChain)) {
        return tr("Of another chain or registry than this network’s.");
    }
    if (!f.history) {
        return tr("Altered: the history inside does not fit its proof. Nothing in the report is proven.");
    }
    if (f.look.header == HeaderCheck::NotInChain) {
        return tr("Altered: this network has another block of that number.");
    }
    if (standing == Standing::Altered) {
        return tr("Altered: the file is not what its history draws. Do not read its pages; draw it anew (--redraw).");
    }
    return tr("Not all checked: nothing is wrong with what could be checked.");
}

QString pagesWord(const Findings& f)
{
    return !f.pages                 ? QStringLiteral("notDrawn")
           : !f.pages->comparable() ? QStringLiteral("otherProgram")
           : f.pages->same          ? QStringLiteral("same")
                                    : QStringLiteral("changed");
}

QString pagesLine(const Findings& f)
{
    return !f.pages                 ? tr("not compared: autochain-report could not draw")
           : !f.pages->comparable() ? tr("not compared: drawn by another version (%1)").arg(f.pages->drawnBy)
           : f.pages->same          ? tr("%1, every byte as drawn from the history inside").arg(f.pages->pages)
                                    : tr("not what the history inside draws");
}

// The canonical verdicts: of the proven records, at the time the report was drawn.
QJsonArray verdictsOf(const Findings& f, Output& out)
{
    QJsonArray list;
    const auto& state = f.history->state;
    const vehicle::TitleState title{!state.dealId.isZero(), !state.lender.isZero()};
    const auto assessment = vehicle::assess(f.history->records, title, f.look.provenance, f.packet.options.drawnAt);
    for (const vehicle::Verdict& verdict : assessment.verdicts) {
        QJsonArray numbers;
        for (const std::int64_t number : verdict.numbers) {
            numbers.append(static_cast<qint64>(number));
        }
        list.append(QJsonObject{{QStringLiteral("topic"), qs(messages::enumName(verdict.topic))},
                                {QStringLiteral("status"), qs(messages::enumName(verdict.status))},
                                {QStringLiteral("fact"), qs(messages::enumName(verdict.fact))},
                                {QStringLiteral("numbers"), numbers}});
        out.fact(qs(messages::enumName(verdict.topic)), qs(messages::enumName(verdict.status)) + QStringLiteral(" (") +
                                                            qs(messages::enumName(verdict.fact)) + QLatin1Char(')'));
    }
    return list;
}

Output outputOf(const Findings& f)
{
    const Standing standing = standingOf(f);
    Output out = f.history ? verifiedOutput(*f.history, f.bundle.vin, f.look.header, f.look.provenance) : Output();
    out.lines.prepend(standingLine(f, standing));
    out.json.insert(QStringLiteral("standing"), standingWord(standing));
    QJsonObject pages{{QStringLiteral("check"), pagesWord(f)}};
    if (f.pages) {
        pages.insert(QStringLiteral("count"), f.pages->pages);
        pages.insert(QStringLiteral("drawnBy"), f.pages->drawnBy);
        pages.insert(QStringLiteral("thisProgram"), f.pages->thisProgram);
    }
    out.json.insert(QStringLiteral("pages"), pages);
    const auto opened = report::parseOpened(f.packet.opened);
    if (opened.ok() && !opened->empty()) {
        const auto count = static_cast<qint64>(opened->size());
        out.json.insert(QStringLiteral("privateParts"), count);
        out.fact(tr("Private"), tr("%1 private parts of its records are inside, on purpose; whoever has the file reads "
                                   "them")
                                    .arg(count));
    }
    out.json.insert(QStringLiteral("drawnAt"), static_cast<qint64>(f.packet.options.drawnAt));
    out.json.insert(QStringLiteral("claimed"), provenanceWord(f.packet.options.provenance));
    out.fact(tr("Pages"), pagesLine(f));
    out.fact(tr("Drawn"), dateTime(f.packet.options.drawnAt));
    if (f.history) {
        out.json.insert(QStringLiteral("verdicts"), verdictsOf(f, out));
    } else if (f.misfit) {
        out.json.insert(QStringLiteral("misfit"), qs(messages::enumName(static_cast<VehicleError>(f.misfit->code))));
    }
    out.exitCode = standing == Standing::Verified        ? kDone
                   : standing == Standing::NotAllChecked ? kNotAllChecked
                                                         : kAltered;
    return out;
}

QCoro::Task<Result<Findings>> find(Context& context, Arguments arguments, QByteArray pdf)
{
    Findings out;
    AC_CO_TRY(out.packet, report::findPacket(pdf));
    auto bundle = vehicle::parseHistoryBundle(viewOf(out.packet.bundle));
    if (!bundle.ok()) {
        co_return unreadable("bundle");
    }
    out.bundle = std::move(*bundle);
    AC_CO_TRY(out.look, co_await lookAtNetwork(context, arguments.has("offline"), out.bundle.proof.header));
    // A block the network does not have is told by itself; the history is then held against its own header.
    vehicle::HistoryTrust trust = out.look.trust;
    trust.blockHash.reset();
    auto history = vehicle::verifyHistory(out.bundle, trust);
    if (history.ok()) {
        out.history = std::move(*history);
    } else {
        out.misfit = history.error();
    }
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("report.pdf")); // what is drawn again is what was read above
    QFile file(copy);
    if (file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.flush()) {
        report::ReportProcess drawer;
        const auto pages = co_await drawer.check(copy);
        if (pages.ok()) {
            out.pages = *pages;
        }
        if (arguments.has("redraw")) {
            AC_CO_CHECK(co_await drawer.redraw(copy, arguments.text("redraw")));
        }
    }
    co_return out;
}

QCoro::Task<Result<Output>> draw(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    AC_CO_TRY(
        const vehicle::ExportedHistory exported,
        co_await vehicle::exportHistory(context.node(), context.proofs(), context.content(), context.network(), id));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    ReportPacket packet;
    report::ReportOptions& options = packet.options;
    options.scope = arguments.has("summary") ? report::Scope::Summary : report::Scope::Whole;
    options.paper = arguments.text("paper") == QLatin1String("Letter") ? report::Paper::Letter : report::Paper::A4;
    options.drawnAt = now;
    options.network = qs(context.network().name);
    options.provenance = exported.provenance;
    packet.bundle = QByteArray::fromStdString(vehicle::writeHistoryBundle(exported.bundle));
    const QString path = arguments.text("pdf");
    report::ReportProcess drawer;
    AC_CO_CHECK(co_await drawer.draw(packet, path, report::ReportPort::Progress()));
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("file"), path);
    out.json.insert(QStringLiteral("records"), static_cast<qint64>(exported.bundle.records.size()));
    out.json.insert(QStringLiteral("missingDocuments"), static_cast<qint64>(exported.missingBlocks));
    out.json.insert(QStringLiteral("provenance"), provenanceWord(exported.provenance));
    out.fact(tr("Written"), path);
    out.fact(tr("Records"), QString::number(exported.bundle.records.size()));
    co_return out;
}
} // namespace

bool looksLikeReport(BytesView file)
{
    return file.size() >= 5 && std::memcmp(file.data(), "%PDF-", 5) == 0;
}

QCoro::Task<Result<Output>> verifyReport(Context& context, Arguments arguments, QByteArray pdf)
{
    auto found = co_await find(context, arguments, pdf);
    if (!found.ok()) {
        co_return found.error();
    }
    co_return outputOf(*found);
}

QCoro::Task<Result<Output>> verifyProofCode(Context& context, QByteArray text)
{
    AC_CO_TRY(const report::ProofCode code, report::parseProofCode(text));
    AC_CO_CHECK(context.loadNetwork());
    const vehicle::HistoryTrust trust = vehicle::HistoryTrust::of(context.network());
    if (trust.chainId != code.chainId || trust.registry != code.registry) {
        co_return otherChain(trust.chainId != code.chainId ? "chainId" : "registry");
    }
    AC_CO_TRY(const Sourced<Hash32> block, co_await context.proofs().blockHashAt(code.blockNumber));
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(const vehicle::Vehicle car, co_await reader.readVehicle(code.vehicleId));
    // History only grows: what the code names must be the beginning of what the chain proves now.
    const bool begins = car.historyCheck == vehicle::HistoryCheck::Verified && car.records.size() >= code.count &&
                        vehicle::historyHead(std::span(car.records).first(code.count)) == code.head;
    const bool fits = block.value == code.blockHash && begins;
    const Provenance known = worst(block.provenance, car.provenance);
    const bool sure = known == Provenance::Proven || known == Provenance::Local;
    Output out;
    out.exitCode = !fits ? kAltered : sure ? kDone : kNotAllChecked;
    out.json.insert(QStringLiteral("standing"), standingWord(!fits  ? Standing::Altered
                                                             : sure ? Standing::Verified
                                                                    : Standing::NotAllChecked));
    out.json.insert(QStringLiteral("id"), hex(code.vehicleId));
    out.json.insert(QStringLiteral("header"),
                    block.value == code.blockHash ? QStringLiteral("inChain") : QStringLiteral("notInChain"));
    out.json.insert(QStringLiteral("records"), static_cast<qint64>(code.count));
    out.json.insert(QStringLiteral("recordsNow"), static_cast<qint64>(car.records.size()));
    putSource(out.json, known, car.block);
    out.line(fits ? tr("The chain has this very history: %1 records then, %2 now. What the paper's pages say is not "
                       "proven by it; draw the report anew and compare.")
                        .arg(code.count)
                        .arg(car.records.size())
                  : tr("The chain has no such history. Do not rely on the paper."));
    out.fact(tr("Car"), car.vin ? qs(*car.vin) : hex(code.vehicleId));
    out.fact(tr("Source"), sourceLine(known, car.block));
    co_return out;
}

QList<Verb> reportVerbs()
{
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    return {{QStringLiteral("vehicle"),
             QStringLiteral("report"),
             tr("Draw a car's report with its proof as a PDF file."),
             {car},
             {{QStringLiteral("pdf"), QStringLiteral("FILE"), tr("Where to."), true},
              {QStringLiteral("summary"), QString(),
               tr("Without the single records; they are inside the file all the same.")},
              {QStringLiteral("paper"),
               QStringLiteral("SIZE"),
               tr("Paper."),
               false,
               {QStringLiteral("A4"), QStringLiteral("Letter")}}},
             &draw}};
}

} // namespace autochain::cli
