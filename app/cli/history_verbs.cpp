// SPDX-License-Identifier: GPL-3.0-or-later
// A whole history out to a file, and a file held against its own proof and the network.
#include "context.h"
#include "history_look.h"
#include "history_view.h"
#include "report_verify.h"
#include "verb.h"

#include "store/durable_file.h"
#include "vehicle/history_export.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

namespace autochain::cli
{
namespace
{
using vehicle::HistoryBundle;
using vehicle::RecordFault;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Result<Bytes> contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(ContentError::IoError, {path.toStdString()}, file.errorString().toStdString());
    }
    const QByteArray bytes = file.read(static_cast<qint64>(vehicle::kMaxBundleBytes) + 1);
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.constData());
    return Bytes(begin, begin + bytes.size());
}

// Files a history can be in. First to know the beginning reads it; a further kind is a further line.
struct FileKind {
    bool (*looksLike)(BytesView head);
    Result<HistoryBundle> (*read)(BytesView file);
};
constexpr FileKind kFileKinds[] = {{&vehicle::looksLikeHistoryBundle, &vehicle::parseHistoryBundle}};

Result<HistoryBundle> bundleIn(BytesView file)
{
    for (const FileKind& kind : kFileKinds) {
        if (kind.looksLike(file.first(std::min<std::size_t>(file.size(), 1024)))) {
            return kind.read(file);
        }
    }
    return Error(VehicleError::BadBundle, {"format"});
}

// A record somebody could be misled by. That a document is missing or was never signed is said, and no lie.
bool isWrong(const vehicle::Record& record)
{
    const RecordFault fault = faultOf(record);
    return fault == RecordFault::ContentAltered || fault == RecordFault::SignatureWrong ||
           fault == RecordFault::NoRight || fault == RecordFault::ContentUnreadable;
}

QCoro::Task<Result<Output>> verify(Context& context, Arguments arguments)
{
    const QByteArray typed = arguments.positional(0).toUtf8();
    if (report::looksLikeProofCode(typed)) {
        co_return co_await verifyProofCode(context, typed);
    }
    AC_CO_TRY(const Bytes file, contentsOf(arguments.positional(0)));
    if (looksLikeReport(file)) {
        QByteArray pdf(reinterpret_cast<const char*>(file.data()), static_cast<qsizetype>(file.size()));
        co_return co_await verifyReport(context, std::move(arguments), std::move(pdf));
    }
    AC_CO_TRY(const HistoryBundle bundle, bundleIn(file));
    AC_CO_TRY(const HistoryLook look, co_await lookAtNetwork(context, arguments.has("offline"), bundle.proof.header));
    vehicle::HistoryWork work;
    work.threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()));
    AC_CO_TRY(const vehicle::VerifiedHistory history, vehicle::verifyHistory(bundle, look.trust, work));
    const auto wrong = std::find_if(history.records.begin(), history.records.end(), isWrong);
    if (wrong != history.records.end()) {
        const QString word = recordJson(*wrong).value(QLatin1String("fault")).toString();
        std::vector<std::string> args(1, QStringLiteral("record %1: %2").arg(wrong->index).arg(word).toStdString());
        co_return Error(VehicleError::HistoryUnproven, std::move(args));
    }
    co_return verifiedOutput(history, bundle.vin, look.header, look.provenance);
}

QCoro::Task<Result<Output>> exportFile(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    const QString path = arguments.text("out");
    AC_CO_TRY(
        const vehicle::ExportedHistory exported,
        co_await vehicle::exportHistory(context.node(), context.proofs(), context.content(), context.network(), id));
    const std::string text = vehicle::writeHistoryBundle(exported.bundle);
    AC_CO_CHECK(store::writeDurably(path.toStdString(), asBytes(text)));
    AC_CO_TRY(const Header header, decodeHeader(exported.bundle.proof.header));
    const BlockRef block{header.number, hashOf(header), static_cast<std::int64_t>(header.timestamp)};
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("file"), path);
    out.json.insert(QStringLiteral("bytes"), static_cast<qint64>(text.size()));
    out.json.insert(QStringLiteral("records"), static_cast<qint64>(exported.bundle.records.size()));
    out.json.insert(QStringLiteral("missingDocuments"), static_cast<qint64>(exported.missingBlocks));
    putSource(out.json, exported.provenance, block);
    out.fact(tr("Written"), path);
    out.fact(tr("Records"), QString::number(exported.bundle.records.size()));
    out.fact(tr("Documents missing"), QString::number(exported.missingBlocks));
    out.fact(tr("Source"), sourceLine(exported.provenance, block));
    co_return out;
}
} // namespace

QCoro::Task<Result<HistoryLook>> lookAtNetwork(Context& context, bool offline, Bytes header)
{
    HistoryLook out;
    const bool hasNetwork = context.loadNetwork().ok();
    if (!context.options().networkFile.isEmpty() && !hasNetwork) {
        co_return context.loadNetwork().error();
    }
    const auto decoded = decodeHeader(header);
    if (!hasNetwork || offline || !decoded.ok()) {
        co_return out;
    }
    const Hash32 blockHash = hashOf(*decoded);
    out.trust = vehicle::HistoryTrust::of(context.network());
    AC_CO_TRY(const Sourced<Hash32> inChain, co_await context.proofs().blockHashAt(decoded->number));
    out.provenance = inChain.provenance;
    out.header = inChain.value == blockHash ? HeaderCheck::InChain : HeaderCheck::NotInChain;
    out.trust.blockHash = inChain.value;
    co_return out;
}

QList<Verb> historyVerbs()
{
    const QString noun = QStringLiteral("vehicle");
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    const PositionalSpec file{QStringLiteral("FILE"),
                              tr("A history written by export, a report (PDF), or the line in a report's square code."),
                              true};
    const OptionSpec out{QStringLiteral("out"), QStringLiteral("FILE"), tr("Where to."), true};
    const OptionSpec offline{QStringLiteral("offline"), QString(), tr("Do not ask the network for the header.")};
    const OptionSpec redraw{QStringLiteral("redraw"), QStringLiteral("FILE"),
                            tr("Of a report: draw it anew from the history inside.")};
    Verb verifyVerb{noun,   QStringLiteral("verify"), tr("Hold a history's file against its proof and the network."),
                    {file}, {offline, redraw},        &verify};
    verifyVerb.needsNetwork = verifyVerb.needsHome = false;
    return {{noun,
             QStringLiteral("export"),
             tr("Write a car's whole history with its proof to a file."),
             {car},
             {out},
             &exportFile},
            verifyVerb};
}

} // namespace autochain::cli
