// SPDX-License-Identifier: GPL-3.0-or-later
// record import: other people's files become records: looked at first, appended where the person says so.
#include "import_verbs.h"

#include "context.h"
#include "exit_code.h"
#include "issue_json.h"
#include "record_keeping.h"

#include "imports/importer.h"
#include "imports/table_columns.h"
#include "messages/enum_names.h"
#include "messages/error_text.h"
#include "messages/import_text.h"
#include "net/http_fetch.h"
#include "vehicle/vehicle_reader.h"
#include "vehicle/vin.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <unordered_map>

namespace autochain::cli
{
namespace
{
using imports::CollectedImport;
using imports::Importer;
using imports::JsonLine;
using ImportedRecord = imports::RecordDraft; // as against this folder's, which goes to the chain

constexpr qint64 kLargestAnswer = 64 * 1024 * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

// A file is read piece by piece, what comes from a server is held first; the beginning is looked at before.
class Opened : public imports::ByteSource
{
public:
    QCoro::Task<Result<>> open(std::string name)
    {
        if (name.starts_with("https://") || name.starts_with("http://")) {
            net::HttpLimits limits;
            limits.maxBytes = kLargestAnswer;
            const auto body = co_await net::fetchBody(name, limits);
            if (!body.ok()) {
                co_return told(body.error(), name);
            }
            m_head.assign(body->begin(), body->end());
            co_return Result<>();
        }
        AC_CO_TRY(m_file, imports::FileSource::open(name));
        m_head.resize(imports::kSniffed);
        std::size_t have = 0;
        for (std::size_t got = 1; got != 0 && have < m_head.size(); have += got) {
            got = m_file->read(std::span(m_head).subspan(have));
        }
        m_head.resize(have);
        co_return Result<>();
    }

    // In UTF-8.
    std::string head() const
    {
        imports::MemorySource raw(std::string_view(m_head).substr(0, imports::kSniffed));
        imports::TextSource text(raw);
        std::string out(imports::kSniffed, '\0');
        std::size_t have = 0;
        for (std::size_t got = 1; got != 0 && have < out.size(); have += got) {
            got = text.read(std::span(out).subspan(have));
        }
        out.resize(have);
        return out;
    }

    std::size_t read(std::span<char> room) override
    {
        if (m_at < m_head.size()) {
            const std::size_t count = std::min(room.size(), m_head.size() - m_at);
            std::copy_n(m_head.begin() + static_cast<std::ptrdiff_t>(m_at), count, room.begin());
            m_at += count;
            return count;
        }
        return m_file ? m_file->read(room) : 0;
    }
    bool failed() const override { return m_file && m_file->failed(); }

private:
    // Its words are about stores of documents; here somebody typed an address.
    static Error told(const Error& error, const std::string& name)
    {
        if (error.is(ContentError::UrlNotAllowed)) {
            return error;
        }
        return Error(VehicleError::CannotImport, {name}, error.is(ContentError::TimedOut) ? "too slow" : error.detail);
    }

    std::unique_ptr<imports::FileSource> m_file;
    std::string m_head;
    std::size_t m_at = 0;
};

struct Sent {          // of one draft
    std::string state; // "appended", "present", "refused"
    std::optional<Error> error;
};

std::int64_t refusedIn(const std::vector<Sent>& sent)
{
    return std::count_if(sent.begin(), sent.end(), [](const Sent& one) { return one.error.has_value(); });
}

QString kindName(const ImportedRecord& draft)
{
    return qs(messages::enumName(draft.kind));
}

void putDraft(JsonLine& json, const ImportedRecord& draft, const Sent* sent)
{
    json.open().key("line").integer(static_cast<std::int64_t>(draft.line));
    json.key("vin");
    draft.vin.empty() ? json.null() : json.text(draft.vin);
    json.put("registration", draft.registration);
    json.key("kind").text(messages::enumName(draft.kind));
    json.key("odometerKm").integer(draft.odometerKm);
    json.key("content").json(vehicle::writeRecordContent(draft.content));
    if (sent != nullptr) {
        json.key("state").text(sent->state);
        if (sent->error) {
            json.key("error").text(messages::codeName(*sent->error).toStdString());
        }
    }
    json.close();
}

void print(bool asJson, const std::string& name, const Importer& importer, const CollectedImport& found,
           const std::vector<Sent>& sent)
{
    if (asJson) {
        JsonLine json;
        json.open().key("file").text(name).key("format").text(importer.name());
        json.key("mapping").open();
        for (const auto& [field, column] : found.usedMapping) {
            json.key(field).text(column);
        }
        json.close();
        json.key("recordCount").integer(static_cast<std::int64_t>(found.drafts.size()));
        if (!sent.empty()) {
            json.key("refusedCount").integer(refusedIn(sent));
        }
        json.key("records").openList();
        for (std::size_t i = 0; i < found.drafts.size(); ++i) {
            putDraft(json, found.drafts[i], i < sent.size() ? &sent[i] : nullptr);
        }
        json.closeList();
        putIssues(json, found.issues);
        json.close();
        printLine(json.out());
        return;
    }
    Output out;
    for (const auto& [field, column] : found.usedMapping) {
        out.fact(qs(field), qs(column));
    }
    Table table({tr("Line"), tr("Car"), tr("What"), tr("When"), tr("km"), tr("Title"), tr("State")}, {0, 4});
    for (std::size_t i = 0; i < found.drafts.size(); ++i) {
        const ImportedRecord& draft = found.drafts[i];
        table.add({QString::number(draft.line), qs(draft.vin.empty() ? draft.registration : draft.vin), kindName(draft),
                   dateTime(draft.content.happenedAt.value_or(0)), QString::number(draft.odometerKm),
                   qs(draft.content.title), i < sent.size() ? qs(sent[i].state) : QString()});
    }
    out.lines.append(table.lines());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        if (sent[i].error) {
            const QString why = messages::describe(*sent[i].error).cause;
            out.lines.append(tr("Line %1 was refused: %2").arg(found.drafts[i].line).arg(why));
        }
    }
    for (const imports::LineIssue& issue : found.issues.list()) {
        out.lines.append(tr("Line %1: %2").arg(issue.line).arg(messages::text(issue)));
    }
    printLine(out.lines.join(QLatin1Char('\n')).toStdString());
}

// The records of the cars a file is about, each car read once; what is appended is added.
struct Present {
    std::unordered_map<Hash32, std::vector<vehicle::Record>> cars;

    QCoro::Task<Result<>> read(Context& context, Hash32 id)
    {
        if (!cars.contains(id)) {
            vehicle::VehicleReader reader(context.node(), context.content(), context.network());
            AC_CO_TRY(vehicle::Vehicle car, co_await reader.readVehicle(id));
            cars.emplace(id, std::move(car.records));
        }
        co_return Result<>();
    }
    bool has(const Hash32& id, const vehicle::Record& wanted) const
    {
        const auto& records = cars.at(id);
        return std::any_of(records.begin(), records.end(), [&](const vehicle::Record& record) {
            return record.kind == wanted.kind && record.odometerKm == wanted.odometerKm &&
                   record.contentState == vehicle::ContentState::Loaded && record.content == wanted.content;
        });
    }
};

QCoro::Task<Result<Sent>> append(Context& context, Present& present, Address me, ImportedRecord draft)
{
    AC_CO_TRY(const std::string vin, vehicle::acceptVin(draft.vin));
    const Hash32 id = vehicle::vehicleIdOf(vin);
    AC_CO_CHECK(co_await present.read(context, id));
    vehicle::Record record;
    record.kind = draft.kind;
    record.odometerKm = draft.odometerKm;
    record.contentState = vehicle::ContentState::Loaded;
    record.content = draft.content;
    Sent sent;
    if (present.has(id, record)) {
        sent.state = "present";
        co_return sent;
    }
    RecordDraft signedDraft{id, vin, draft.kind, draft.odometerKm, std::move(draft.content)};
    AC_CO_TRY(const Appended appended, co_await appendRecord(context, me, std::move(signedDraft)));
    present.cars[id].push_back(std::move(record));
    sent.state = "appended";
    co_return sent;
}

// One after the other. What is refused by a rule is told and the next one tried; a lost node or a person who declines
// ends it: the same command goes on where it stopped, for what is there is not sent again.
QCoro::Task<Result<std::vector<Sent>>> appendAll(Context& context, std::vector<ImportedRecord> drafts)
{
    AC_CO_CHECK(context.loadNetwork());
    AC_CO_TRY(const Address me, co_await context.me());
    Present present;
    std::vector<Sent> out;
    for (const ImportedRecord& draft : drafts) {
        auto sent = co_await append(context, present, me, draft);
        if (sent.ok()) {
            out.push_back(*sent);
            continue;
        }
        if (sent.error().domain != Domain::Vehicle) {
            co_return sent.error();
        }
        Sent refused;
        refused.state = "refused";
        refused.error = sent.error();
        out.push_back(std::move(refused));
    }
    co_return out;
}

QCoro::Task<Result<Output>> import(Context& context, Arguments arguments)
{
    const std::string name = arguments.positional(0).toStdString();
    imports::ImportOptions options;
    options.name = name;
    options.now = context.clock().now();
    if (arguments.has("vin")) {
        AC_CO_TRY(options.vin, vehicle::acceptVin(arguments.text("vin").toStdString()));
    }
    AC_CO_TRY(options.mapping, imports::parseMapping(arguments.text("map").toStdString()));
    Opened source;
    AC_CO_CHECK(co_await source.open(name));
    const Importer* importer = arguments.has("format") ? imports::importerNamed(arguments.text("format").toStdString())
                                                       : imports::importerFor(source.head());
    if (importer == nullptr) {
        co_return Error(VehicleError::UnknownFormat, {name});
    }
    CollectedImport found;
    AC_CO_CHECK(importer->import(source, options, found));
    std::vector<Sent> sent;
    if (arguments.has("append") && !arguments.has("preview")) {
        AC_CO_TRY(sent, co_await appendAll(context, found.drafts));
    }
    print(context.options().json, name, *importer, found, sent);
    Output out;
    out.printed = true;
    out.exitCode = refusedIn(sent) == 0 ? kDone : kRefused; // also where others of the file were appended
    co_return out;
}
} // namespace

QList<Verb> importVerbs()
{
    QStringList formats;
    for (const Importer* importer : imports::importers()) {
        formats.append(qs(importer->name()));
    }
    Verb verb{
        QStringLiteral("record"),
        QStringLiteral("import"),
        tr("Records of somebody's file: shown, and with --append put into their cars' histories."),
        {{QStringLiteral("FILE"), tr("A file, - for standard input, or an address (https).")}},
        {{QStringLiteral("format"), QStringLiteral("NAME"), tr("Instead of looking."), false, formats},
         {QStringLiteral("vin"), QStringLiteral("VIN"), tr("The car all of it is about.")},
         {QStringLiteral("map"), QStringLiteral("FIELD=COLUMN,…"), tr("Columns of a table; the others are guessed.")},
         {QStringLiteral("preview"), {}, tr("Only show.")},
         {QStringLiteral("append"),
          {},
          tr("Append them; needs --home. Again after a stop: what is there is left out.")}},
        &import};
    verb.needsNetwork = verb.needsContracts = verb.needsHome = false;
    verb.homeOptions = {QStringLiteral("append")};
    return {verb};
}

} // namespace autochain::cli
