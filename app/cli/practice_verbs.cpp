// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "verb.h"

#include "practice/practice_market.h"

#include <QCoreApplication>

#include <cstdio>

namespace autochain::cli
{
namespace
{
using practice::PracticeMarket;
using practice::PracticeOptions;
using practice::PracticeProgress;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

PracticeOptions optionsOf(const Context& context, const Arguments& arguments)
{
    PracticeOptions options;
    options.folder = arguments.text("folder", context.path("practice")).toStdString();
    options.detached = true;
    return options;
}

OptionSpec folderOption()
{
    return {QStringLiteral("folder"),
            QStringLiteral("DIR"),
            tr("Folder of the market; default: practice in the home."),
            false,
            {}};
}

void showProgress(const PracticeProgress& progress)
{
    static const char* const kStages[] = {"node", "people", "contracts", "histories", "check"};
    std::fprintf(stderr, "%s %zu/%zu\n", kStages[static_cast<int>(progress.stage)], progress.done, progress.total);
}

QString roleWord(const PracticePerson& person)
{
    return qs(person.role);
}

QCoro::Task<Result<Output>> start(Context& context, Arguments arguments)
{
    PracticeMarket market(optionsOf(context, arguments));
    practice::ReportProgress progress;
    if (!context.options().json) {
        progress = showProgress;
    }
    AC_CO_TRY(const NetworkFile network, co_await market.create(std::move(progress)));
    Output out;
    out.json.insert(QStringLiteral("network"), qs(market.networkFilePath()));
    out.json.insert(QStringLiteral("node"), qs(network.nodeUrls.front()));
    out.json.insert(QStringLiteral("chainId"), static_cast<qint64>(network.chainId));
    out.json.insert(QStringLiteral("now"), static_cast<qint64>(market.now()));
    out.fact(tr("Practice market"), tr("runs; nothing here is real"));
    out.fact(tr("Network file"), qs(market.networkFilePath()));
    out.fact(tr("Node"), qs(network.nodeUrls.front()));
    out.fact(tr("Practice clock"), dateTime(market.now()));
    co_return out;
}

QCoro::Task<Result<Output>> stop(Context& context, Arguments arguments)
{
    PracticeMarket market(optionsOf(context, arguments));
    AC_CO_CHECK(co_await market.stop());
    Output out;
    out.json.insert(QStringLiteral("running"), false);
    out.line(tr("The practice market is stopped. It goes on where it was with practice start."));
    co_return out;
}

QCoro::Task<Result<Output>> status(Context& context, Arguments arguments)
{
    PracticeMarket market(optionsOf(context, arguments));
    const practice::PracticeStatus status = co_await market.status();
    Output out;
    out.json.insert(QStringLiteral("created"), status.created);
    out.json.insert(QStringLiteral("running"), status.running);
    out.json.insert(QStringLiteral("now"), static_cast<qint64>(status.now));
    out.json.insert(QStringLiteral("node"), status.running ? qs(status.node.url()) : QString());
    out.json.insert(QStringLiteral("pid"), static_cast<qint64>(status.running ? status.node.pid : 0));
    out.fact(tr("Practice market"), status.running ? tr("runs") : status.created ? tr("stopped") : tr("not made yet"));
    if (status.running) {
        out.fact(tr("Node"), qs(status.node.url()));
    }
    out.fact(tr("Practice clock"), dateTime(status.now));
    co_return out;
}

QCoro::Task<Result<Output>> pushClock(Context& context, Arguments arguments)
{
    PracticeMarket market(optionsOf(context, arguments));
    AC_CO_TRY(const std::uint64_t days, arguments.number("days", 0));
    AC_CO_TRY(const std::uint64_t hours, arguments.number("hours", 0));
    constexpr std::uint64_t kMostDays = 3'660;
    if (days > kMostDays || hours > kMostDays * 24) {
        co_return Error(BaseError::Overflow);
    }
    const auto seconds = static_cast<std::int64_t>(days * 86'400 + hours * 3'600);
    AC_CO_TRY(const UnixTime now, co_await market.pushClock(seconds));
    Output out;
    out.json.insert(QStringLiteral("now"), static_cast<qint64>(now));
    out.fact(tr("Practice clock"), dateTime(now));
    co_return out;
}

QCoro::Task<Result<Output>> people(Context& context, Arguments arguments)
{
    PracticeMarket market(optionsOf(context, arguments));
    AC_CO_TRY(const NetworkFile network, market.files().network());
    Output out;
    QJsonArray list;
    Table table({tr("Name"), tr("Role"), tr("Address"), tr("Key file")});
    for (const PracticePerson& person : network.people) {
        QJsonObject json;
        json.insert(QStringLiteral("name"), qs(person.name));
        json.insert(QStringLiteral("role"), roleWord(person));
        json.insert(QStringLiteral("address"), address(person.address));
        json.insert(QStringLiteral("keystore"), qs(person.keystorePath));
        list.append(json);
        table.add({qs(person.name), roleWord(person), address(person.address), qs(person.keystorePath)});
    }
    out.json.insert(QStringLiteral("people"), list);
    out.json.insert(QStringLiteral("passphrase"), QStringLiteral("practice")); // known to everybody, by design
    out.lines = table.lines();
    co_return out;
}
} // namespace

QList<Verb> practiceVerbs()
{
    const QString noun = QStringLiteral("practice");
    Verb push{noun,
              QStringLiteral("push-clock"),
              tr("Let time pass on the practice market."),
              {},
              {folderOption(),
               {QStringLiteral("days"), QStringLiteral("N"), tr("Days to pass."), false, {}},
               {QStringLiteral("hours"), QStringLiteral("N"), tr("Hours to pass."), false, {}}},
              &pushClock,
              false};
    return {
        {noun,
         QStringLiteral("start"),
         tr("Make the practice market, or start it again."),
         {},
         {folderOption()},
         &start,
         false},
        {noun, QStringLiteral("stop"), tr("Stop the practice market; it is kept."), {}, {folderOption()}, &stop, false},
        {noun,
         QStringLiteral("status"),
         tr("Say whether it runs and what its clock says."),
         {},
         {folderOption()},
         &status,
         false},
        push,
        {noun,
         QStringLiteral("people"),
         tr("List its people and their key files."),
         {},
         {folderOption()},
         &people,
         false}};
}

} // namespace autochain::cli
