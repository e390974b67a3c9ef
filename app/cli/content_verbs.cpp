// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and photos by their CID: no network file, no keys.
#include "content_progress.h"
#include "content_sources.h"
#include "content_tree.h"
#include "verb.h"

#include "content/folder_import.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace autochain::cli
{
namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QString sizeOf(std::uint64_t bytes)
{
    return QString::number(bytes);
}

// "-": standard input.
Result<Imported> importNamed(const QString& name, const BlockSink& sink)
{
    ContentProgress progress(tr("Read"));
    const std::uint64_t all = name == QLatin1String("-") ? 0 : static_cast<std::uint64_t>(QFileInfo(name).size());
    const auto report = [&](std::uint64_t done) { progress.show(done, std::max(done, all)); };
    if (name == QLatin1String("-")) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            return Error(ContentError::IoError, {"-"}, input.errorString().toStdString());
        }
        return importDevice(input, "-", sink, report);
    }
    return importPath(name.toStdString(), sink, report);
}

Output described(const Imported& made)
{
    Output out;
    out.json.insert(QStringLiteral("cid"), qs(cidText(made.cid)));
    out.json.insert(QStringLiteral("bytes"), static_cast<qint64>(made.fileBytes));
    out.json.insert(QStringLiteral("blocks"), static_cast<qint64>(made.blocks));
    out.fact(tr("CID"), qs(cidText(made.cid)));
    out.fact(tr("Bytes"), sizeOf(made.fileBytes));
    out.fact(tr("Blocks"), sizeOf(made.blocks));
    return out;
}

QCoro::Task<Result<Output>> cidOf(Context&, Arguments arguments)
{
    const auto nowhere = [](const Cid&, BytesView) { return Result<>(); };
    AC_CO_TRY(const Imported made, importNamed(arguments.positional(0), nowhere));
    co_return described(made);
}

// A file goes in one request, and the node has to find the same CID; what else there is goes block by block.
QCoro::Task<Result<>> putIntoKubo(net::Kubo& kubo, QString name, const FolderContentStore& local,
                                  std::vector<Cid> blocks, Cid root)
{
    if (name != QLatin1String("-") && QFileInfo(name).isFile()) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            co_return Error(ContentError::IoError, {name.toStdString()}, file.errorString().toStdString());
        }
        AC_CO_TRY(const Cid theirs, co_await kubo.add(file));
        if (theirs != root) { // also where the file was changed in between
            co_return Error(ContentError::DigestMismatch, {cidText(root)}, "the node calls it " + cidText(theirs));
        }
        co_return Unit{};
    }
    ContentProgress progress(tr("Sent"));
    std::uint64_t done = 0;
    for (const Cid& cid : blocks) {
        AC_CO_TRY(Bytes block, local.readBlock(cid));
        done += block.size();
        AC_CO_CHECK(co_await kubo.keep(cid, std::move(block)));
        progress.show(done, 0);
    }
    co_return co_await kubo.pin(root);
}

QCoro::Task<Result<Output>> add(Context& context, Arguments arguments)
{
    const FolderContentStore local(contentFolder(context).toStdString());
    std::vector<Cid> blocks;
    const auto keep = [&](const Cid& cid, BytesView block) {
        blocks.push_back(cid);
        return local.writeBlock(cid, block);
    };
    AC_CO_TRY(const Imported made, importNamed(arguments.positional(0), keep));
    Output out = described(made);
    out.json.insert(QStringLiteral("folder"), contentFolder(context));
    out.fact(tr("Kept in"), contentFolder(context));
    if (arguments.has("kubo")) {
        net::Kubo kubo(arguments.text("kubo").toStdString());
        AC_CO_CHECK(co_await putIntoKubo(kubo, arguments.positional(0), local, std::move(blocks), made.cid));
        out.json.insert(QStringLiteral("kubo"), arguments.text("kubo"));
        out.fact(tr("Pinned by"), arguments.text("kubo"));
    }
    co_return out;
}

QCoro::Task<Result<Output>> get(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Cid cid, parseCid(arguments.positional(0).toStdString()));
    ReadLimits limits;
    AC_CO_TRY(limits.maxFileBytes, arguments.number("max-bytes", limits.maxFileBytes));
    AC_CO_TRY(const std::uint64_t seconds, arguments.number("timeout", 20));
    ContentSources sources(context, arguments, std::chrono::seconds(std::min<std::uint64_t>(seconds, 86'400)), cid);
    ContentProgress progress(tr("Verified"));
    const auto report = [&progress](std::uint64_t done, std::uint64_t all) { progress.show(done, all); };
    AC_CO_TRY(const Written written, co_await writeTree(sources.chain(), cid, arguments.text("out"), limits, report));
    Output out;
    out.json.insert(QStringLiteral("cid"), qs(cidText(cid)));
    out.json.insert(QStringLiteral("out"), arguments.text("out"));
    out.json.insert(QStringLiteral("kind"), written.isFolder ? QStringLiteral("folder") : QStringLiteral("file"));
    out.json.insert(QStringLiteral("files"), static_cast<qint64>(written.files));
    out.json.insert(QStringLiteral("bytes"), static_cast<qint64>(written.bytes));
    out.json.insert(QStringLiteral("symlinksLeftOut"), QJsonArray::fromStringList(written.symlinks));
    out.fact(tr("Written"), arguments.text("out"));
    out.fact(tr("Files"), sizeOf(written.files));
    out.fact(tr("Bytes, all verified"), sizeOf(written.bytes));
    for (const QString& link : written.symlinks) {
        out.fact(tr("Link left out"), link);
    }
    co_return out;
}

QCoro::Task<Result<Output>> verify(Context&, Arguments arguments)
{
    AC_CO_TRY(const Cid cid, parseCid(arguments.positional(0).toStdString()));
    const auto nowhere = [](const Cid&, BytesView) { return Result<>(); };
    AC_CO_TRY(const Imported made, importNamed(arguments.positional(1), nowhere));
    if (made.cid != cid) {
        co_return Error(ContentError::DigestMismatch, {cidText(cid)}, "the file is " + cidText(made.cid));
    }
    Output out = described(made);
    out.json.insert(QStringLiteral("verified"), true);
    out.line(tr("The file is what the CID names."));
    co_return out;
}

Verb contentVerb(const char* name, const QString& help, QList<PositionalSpec> positionals, QList<OptionSpec> options,
                 QCoro::Task<Result<Output>> (*run)(Context&, Arguments))
{
    Verb verb{QStringLiteral("content"), QLatin1String(name), help, std::move(positionals), std::move(options), run};
    verb.needsNetwork = verb.needsContracts = verb.needsHome = false;
    return verb;
}

} // namespace

QList<Verb> contentVerbs()
{
    const PositionalSpec file{QStringLiteral("FILE"), tr("File or folder; - for standard input.")};
    const PositionalSpec cid{QStringLiteral("CID"), tr("bafkrei… or bafybei…, or Qm… to read.")};
    const OptionSpec out{QStringLiteral("out"), QStringLiteral("FILE"), tr("Where it goes."), true};
    const OptionSpec most{QStringLiteral("max-bytes"), QStringLiteral("N"),
                          tr("No more than this, of all files together.")};
    return {contentVerb("cid", tr("The CID of a file or folder."), {file}, {}, &cidOf),
            contentVerb("add", tr("Keep a file or folder, and give it to a Kubo node."), {file}, {kuboOption()}, &add),
            contentVerb("get", tr("Fetch a file or folder, every block checked."), {cid},
                        QList<OptionSpec>{out, most} + sourceOptions(), &get),
            contentVerb("verify", tr("Is this file what the CID names?"), {cid, file}, {}, &verify)};
}

} // namespace autochain::cli
