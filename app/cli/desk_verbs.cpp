// SPDX-License-Identifier: GPL-3.0-or-later
// The dealer's stock: the same rows, checks and queries as the desk's window, in this home's store.
#include "desk_verbs.h"
#include "context.h"

#include "dealer/export.h"
#include "dealer/history_job.h"
#include "messages/enum_names.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>
#include <numeric>

namespace autochain::cli
{
namespace
{
using dealer::Car;
using dealer::Column;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QString lowerFirst(std::string_view name)
{
    QString out = qs(name);
    if (!out.isEmpty()) {
        out[0] = out[0].toLower();
    }
    return out;
}

// "-": standard input.
Result<std::string> readText(const QString& path)
{
    QFile file(path);
    const bool open =
        path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return Error(ContentError::IoError, {path.toStdString()}, file.errorString().toStdString());
    }
    return file.read(static_cast<qint64>(dealer::kMaxListBytes) + 1).toStdString();
}

Error badSearch(const dealer::QueryProblem& problem, const std::string& text)
{
    return Error(MarketError::BadSearch,
                 {std::to_string(problem.at + 1), text.substr(problem.at, problem.size), problem.suggestion},
                 std::string(messages::enumName(problem.issue)));
}

QJsonObject problemJson(const dealer::LineProblem& problem)
{
    QJsonObject json;
    json.insert(QStringLiteral("line"), problem.line);
    json.insert(QStringLiteral("text"), qs(problem.text));
    json.insert(QStringLiteral("issue"), lowerFirst(messages::enumName(problem.issue)));
    QJsonArray vin;
    for (const vehicle::VinIssue& issue : problem.vin) {
        QJsonObject one;
        one.insert(QStringLiteral("problem"), lowerFirst(messages::enumName(issue.problem)));
        one.insert(QStringLiteral("position"), issue.position);
        vin.append(one);
    }
    json.insert(QStringLiteral("vin"), vin);
    json.insert(QStringLiteral("fix"), qs(problem.fix));
    json.insert(QStringLiteral("sameAsLine"), problem.sameAs);
    json.insert(QStringLiteral("stock"), static_cast<qint64>(problem.stock));
    return json;
}

QJsonObject carJson(const Car& car, UnixTime now)
{
    QJsonObject json;
    const auto text = [&](const char* key, Column column) {
        json.insert(QLatin1String(key), qs(dealer::cellText(car, column, now)));
    };
    json.insert(QStringLiteral("stock"), static_cast<qint64>(car.own.id));
    text("vin", Column::Vin);
    text("plate", Column::Plate);
    text("car", Column::Car);
    text("make", Column::Make);
    json.insert(QStringLiteral("year"), car.year);
    const bool read = car.check && car.check->registered;
    json.insert(QStringLiteral("odometerKm"), read ? static_cast<qint64>(car.check->odometerKm) : 0);
    QJsonObject verdicts;
    for (const vehicle::Topic topic : vehicle::kTopics) {
        QJsonObject one;
        one.insert(QStringLiteral("status"), lowerFirst(messages::enumName(dealer::statusOf(car, topic))));
        one.insert(QStringLiteral("fact"),
                   read ? lowerFirst(messages::enumName(car.check->of(topic).fact)) : QString());
        one.insert(QStringLiteral("provenance"), read ? provenanceWord(car.check->of(topic).provenance) : QString());
        verdicts.insert(lowerFirst(messages::enumName(topic)), one);
    }
    json.insert(QStringLiteral("verdicts"), verdicts);
    text("cost", Column::Cost);
    text("ask", Column::Ask);
    text("lowest", Column::Lowest);
    text("marginPercent", Column::Margin);
    text("percentOfMarket", Column::Market);
    text("status", Column::Status);
    text("marks", Column::Marks);
    text("note", Column::Note);
    json.insert(QStringLiteral("daysInStock"), static_cast<qint64>(dealer::daysInStock(car, now)));
    json.insert(QStringLiteral("records"), read ? static_cast<qint64>(car.check->records) : 0);
    json.insert(QStringLiteral("historyHead"), read ? hex(car.check->head) : QString());
    json.insert(QStringLiteral("readAt"), static_cast<qint64>(car.own.checkedAt));
    json.insert(QStringLiteral("failure"),
                car.failure() == dealer::Failure::None ? QString() : lowerFirst(messages::enumName(car.failure())));
    json.insert(QStringLiteral("wanted"), car.wanted());
    return json;
}

struct Shown {
    std::vector<std::uint32_t> rows;
    UnixTime now = 0;
};

// What --query and --sort leave, from the disk alone: the clock is the computer's, ahead of it what was read last.
Result<Shown> chosenRows(const dealer::Desk& desk, const Arguments& arguments, UnixTime systemNow)
{
    const std::string text = arguments.text("query").toStdString();
    const auto parsed = dealer::parseQuery(text);
    if (const auto* problem = std::get_if<dealer::QueryProblem>(&parsed)) {
        return badSearch(*problem, text);
    }
    Shown out;
    out.now = systemNow;
    for (const Car& car : desk.table().cars()) {
        out.now = std::max({out.now, car.own.checkedAt, car.own.addedAt});
    }
    dealer::Order order;
    order.column =
        dealer::columnOf(arguments.text("sort", QStringLiteral("stock")).toStdString()).value_or(Column::Stock);
    order.descending = arguments.has("descending");
    dealer::QueryContext context;
    context.now = out.now;
    out.rows = dealer::select(desk.table(), std::get<dealer::Query>(parsed), order, context);
    return out;
}

QCoro::Task<Result<Output>> add(Context& context, Arguments arguments)
{
    AC_CO_TRY(const std::string text, readText(arguments.positional(0)));
    AC_CO_CHECK(co_await context.openStore());
    const auto chain = co_await context.chainNow();
    const UnixTime now = chain.ok() ? *chain : context.clock().now(); // the stock grows without a node, too
    dealer::Desk desk(context.database());
    AC_CO_CHECK(desk.load());
    dealer::CarList list = dealer::readCarList(text, [&desk](const std::string& key) { return desk.stockOf(key); });
    if (list.tooLong) {
        std::vector<std::string> args = {std::to_string(text.size()), std::to_string(dealer::kMaxListBytes)};
        co_return Error(ContentError::TooLarge, std::move(args));
    }
    AC_CO_CHECK(desk.add(list.cars, now, true));
    Output out;
    QJsonArray problems;
    for (const dealer::LineProblem& problem : list.problems) {
        problems.append(problemJson(problem));
        const QString fix = problem.fix.empty() ? QString() : tr(", perhaps %1").arg(qs(problem.fix));
        out.line(tr("Line %1: %2: %3%4")
                     .arg(problem.line)
                     .arg(qs(problem.text), lowerFirst(messages::enumName(problem.issue)), fix));
    }
    out.json.insert(QStringLiteral("lines"), list.lines);
    out.json.insert(QStringLiteral("added"), static_cast<qint64>(list.cars.size()));
    out.json.insert(QStringLiteral("problems"), problems);
    out.json.insert(QStringLiteral("cars"), static_cast<qint64>(desk.table().size()));
    out.fact(tr("Added"), tr("%1 of %2 lines").arg(list.cars.size()).arg(list.lines));
    out.fact(tr("In stock"), QString::number(desk.table().size()));
    co_return out;
}

QCoro::Task<Result<Output>> check(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    const FixedClock clock(now);
    dealer::Desk desk(context.database());
    AC_CO_CHECK(desk.load());
    if (arguments.has("all")) {
        std::vector<std::uint32_t> rows(desk.table().size());
        std::iota(rows.begin(), rows.end(), 0U);
        AC_CO_CHECK(desk.want(rows, now));
    }
    vehicle::VehicleReader vehicles(context.node(), context.content(), context.network());
    market::ListingReader listings(context.node(), context.network());
    dealer::HistoryJob job(desk, vehicles, listings, context.content(), clock);
    std::optional<Error> away;
    job.onState = [&job, &away, quiet = context.options().json] {
        const dealer::JobState& state = job.state();
        if (!quiet) {
            std::fprintf(stderr, "\r%zu of %zu", state.done, state.total);
        }
        if (state.phase == dealer::JobState::Phase::Waiting && state.error) {
            away = state.error; // a script does not wait: what is left goes on with the next call
            job.stop();
        }
    };
    co_await job.run();
    if (!context.options().json) {
        std::fputc('\n', stderr);
    }
    const dealer::JobState& state = job.state();
    if (away) {
        co_return *away;
    }
    if (state.error) {
        co_return *state.error;
    }
    Output out;
    QJsonObject failed;
    for (int i = 1; i < dealer::kFailures; ++i) {
        const auto reason = static_cast<dealer::Failure>(i);
        failed.insert(lowerFirst(messages::enumName(reason)),
                      static_cast<qint64>(state.failed[static_cast<std::size_t>(i)]));
    }
    out.json.insert(QStringLiteral("checked"), static_cast<qint64>(state.done - state.failures()));
    out.json.insert(QStringLiteral("failed"), failed);
    out.json.insert(QStringLiteral("cars"), static_cast<qint64>(desk.table().size()));
    out.fact(tr("Checked"), QString::number(state.done - state.failures()));
    out.fact(tr("Failed"), QString::number(state.failures()));
    co_return out;
}

QCoro::Task<Result<Output>> list(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    dealer::Desk desk(context.database());
    AC_CO_CHECK(desk.load());
    AC_CO_TRY(const Shown shown, chosenRows(desk, arguments, context.clock().now()));
    Output out;
    QJsonArray cars;
    Table table({tr("Stock"), tr("VIN"), tr("Car"), tr("Year"), tr("km"), tr("Cost"), tr("Ask"), tr("Status"),
                 tr("Odometer"), tr("Accidents"), tr("Title"), tr("Read")},
                {0, 3, 4, 5, 6});
    for (const std::uint32_t row : shown.rows) {
        const Car& car = desk.table().at(row);
        cars.append(carJson(car, shown.now));
        const auto cell = [&](Column column) { return qs(dealer::cellText(car, column, shown.now)); };
        table.add({cell(Column::Stock), cell(car.own.vin.empty() ? Column::Plate : Column::Vin), cell(Column::Car),
                   cell(Column::Year), cell(Column::Km), cell(Column::Cost), cell(Column::Ask), cell(Column::Status),
                   cell(Column::Odometer), cell(Column::Accidents), cell(Column::Title), cell(Column::Checked)});
    }
    out.json.insert(QStringLiteral("found"), static_cast<qint64>(shown.rows.size()));
    out.json.insert(QStringLiteral("stock"), static_cast<qint64>(desk.table().size()));
    out.json.insert(QStringLiteral("cars"), cars);
    out.lines = table.lines();
    out.line(tr("%1 of %2 cars").arg(shown.rows.size()).arg(desk.table().size()));
    co_return out;
}

QCoro::Task<Result<Output>> exportFile(Context& context, Arguments arguments)
{
    AC_CO_CHECK(co_await context.openStore());
    dealer::Desk desk(context.database());
    AC_CO_CHECK(desk.load());
    AC_CO_TRY(const Shown shown, chosenRows(desk, arguments, context.clock().now()));
    const auto columns = dealer::readColumns(arguments.text("columns").toStdString());
    const std::string csv = dealer::writeCsv(desk.table(), shown.rows, columns, shown.now);
    const QString path = arguments.positional(0);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(csv.data(), static_cast<qint64>(csv.size())) == static_cast<qint64>(csv.size()) &&
                         file.commit();
    if (!written) {
        std::vector<std::string> args(1, path.toStdString());
        co_return Error(ContentError::IoError, std::move(args), file.errorString().toStdString());
    }
    Output out;
    out.json.insert(QStringLiteral("file"), path);
    out.json.insert(QStringLiteral("cars"), static_cast<qint64>(shown.rows.size()));
    out.fact(tr("Saved"), tr("%1 cars to %2").arg(shown.rows.size()).arg(path));
    co_return out;
}

QStringList columnIds()
{
    QStringList out;
    for (int i = 0; i < dealer::kColumns; ++i) {
        out.append(qs(dealer::idOf(static_cast<Column>(i))));
    }
    return out;
}
} // namespace

QList<Verb> deskVerbs()
{
    const QString noun = QStringLiteral("desk");
    const PositionalSpec listFile{QStringLiteral("FILE"), tr("VINs or plates, one per line, or a CSV with a head."),
                                  true};
    const PositionalSpec csvFile{QStringLiteral("FILE.csv"), tr("Where to."), true};
    const OptionSpec all{QStringLiteral("all"), {}, tr("Every car, not only those still asked for.")};
    const QList<OptionSpec> choice = {
        {QStringLiteral("query"), QStringLiteral("QUERY"),
         tr("As on the desk: status:listed year:2017..2019 rollback (docs/dealer-desk.md).")},
        {QStringLiteral("sort"), QStringLiteral("COLUMN"), tr("Order by."), false, columnIds()},
        {QStringLiteral("descending"), {}, tr("From the highest down.")}};
    const OptionSpec columns{QStringLiteral("columns"), QStringLiteral("LIST"), tr("Ids of columns, comma between.")};
    return {{noun,
             QStringLiteral("add"),
             tr("Add cars to the stock; every line that cannot be taken is told."),
             {listFile},
             {},
             &add},
            {noun, QStringLiteral("check"), tr("Read and verify the histories that are asked for."), {}, {all}, &check},
            {noun, QStringLiteral("list"), tr("List the stock, from the disk."), {}, choice, &list},
            {noun,
             QStringLiteral("export"),
             tr("Write the stock as CSV, from the disk."),
             {csvFile},
             choice + QList<OptionSpec>{columns},
             &exportFile}};
}

} // namespace autochain::cli
