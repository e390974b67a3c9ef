// SPDX-License-Identifier: GPL-3.0-or-later
// Private sections: publish a key, seal, grant, revoke, list, open.
#include "context.h"
#include "private_arguments.h"
#include "record_keeping.h"
#include "verb.h"

#include "base/hex.h"
#include "sharing/section_desk.h"
#include "store/durable_file.h"

#include <QCoreApplication>
#include <QDir>

namespace autochain::cli
{
namespace
{
using sharing::SectionDesk;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

SigningHints hintsOf(const std::string& vin)
{
    SigningHints hints;
    if (!vin.empty()) {
        hints.vins.push_back(vin);
    }
    return hints;
}

// The car with its records; a history that does not fit is an error here: what may be opened hangs on it.
QCoro::Task<Result<vehicle::Vehicle>> readCar(Context& context, Hash32 id)
{
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(vehicle::Vehicle car, co_await reader.readVehicle(id));
    if (car.historyCheck == vehicle::HistoryCheck::Mismatch) {
        co_return VehicleError::HistoryMismatch;
    }
    co_return std::move(car);
}

QCoro::Task<Result<Output>> publishKey(Context& context, Arguments)
{
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const PublicKey own, co_await context.signer().publicKey(me));
    AC_CO_TRY(Call call, sharing::publishKey(context.network(), own));
    AC_CO_TRY(const Receipt receipt,
              co_await context.send(me, std::move(call), SigningHints(), "private.publishKey", Hash32()));
    Output out;
    out.json.insert(QStringLiteral("account"), address(me));
    out.json.insert(QStringLiteral("publicKey"), qs(toHex0x(BytesView(own.compressed()))));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Published the public key of"), address(me));
    co_return out;
}

QJsonArray addresses(const std::vector<Address>& all)
{
    QJsonArray out;
    for (const Address& one : all) {
        out.append(address(one));
    }
    return out;
}

QCoro::Task<Result<Output>> seal(Context& context, Arguments arguments)
{
    RecordDraft draft;
    AC_CO_TRY(draft.vehicleId, arguments.vehicleAt(0, &draft.vin));
    AC_CO_TRY(draft.kind, kindOf(arguments.text("kind")));
    AC_CO_TRY(const std::uint64_t km, arguments.number("km", 0));
    AC_CO_TRY(draft.content, contentOf(arguments));
    draft.odometerKm = static_cast<std::uint32_t>(km);
    draft.sign = !arguments.has("unsigned");
    AC_CO_TRY(privacy::Document document, documentFrom(arguments));
    AC_CO_TRY(const Address me, co_await context.me());
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, draft.vehicleId);
    AC_CO_TRY(const auto summaries, co_await reader.readSummaries(std::move(wanted)));
    const std::uint64_t record = summaries.value.front().history.count;
    SectionDesk desk(context.node(), context.content(), context.network(), context.signer());
    SectionDesk::ToSeal toSeal;
    toSeal.vehicleId = draft.vehicleId;
    toSeal.kind = static_cast<std::uint8_t>(draft.kind);
    toSeal.record = record;
    toSeal.writer = me;
    toSeal.document = std::move(document);
    AC_CO_TRY(const SectionDesk::Sealed sealed, co_await desk.seal(std::move(toSeal)));
    draft.content.privateSection = sealed.section;
    const Hash32 id = draft.vehicleId;
    AC_CO_TRY(const Appended appended, co_await appendRecord(context, me, std::move(draft)));
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("kind"), arguments.text("kind"));
    out.json.insert(QStringLiteral("record"), static_cast<qint64>(record));
    out.json.insert(QStringLiteral("section"), hex(sealed.section.digest));
    out.json.insert(QStringLiteral("bytes"), static_cast<qint64>(sealed.section.bytes));
    out.json.insert(QStringLiteral("readers"), addresses(sealed.readers));
    out.json.insert(QStringLiteral("withoutKey"), addresses(sealed.withoutKey));
    const Receipt& receipt = appended.receipt;
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Sealed and appended"), tr("record %1").arg(record));
    for (const Address& one : sealed.readers) {
        out.fact(tr("Can read it"), address(one));
    }
    for (const Address& one : sealed.withoutKey) {
        out.fact(tr("May read it, but has published no key"), address(one));
    }
    co_return out;
}

QJsonObject grantJson(const privacy::ReadGrant& grant)
{
    QJsonObject json;
    json.insert(QStringLiteral("from"), static_cast<qint64>(grant.from));
    json.insert(QStringLiteral("until"), static_cast<qint64>(grant.until));
    json.insert(QStringLiteral("kinds"), kindNamesJson(grant.kinds));
    json.insert(QStringLiteral("firstRecord"), static_cast<qint64>(grant.firstRecord));
    if (grant.lastRecord != privacy::kEveryRecord) { // left out: all that follow
        json.insert(QStringLiteral("lastRecord"), static_cast<qint64>(grant.lastRecord));
    }
    json.insert(QStringLiteral("keysDigest"), hex(grant.keysDigest));
    return json;
}

QCoro::Task<Result<Output>> grant(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    AC_CO_TRY(const Address grantee, arguments.addressOf("to"));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const BlockRef head, co_await context.node().head());
    AC_CO_TRY(const privacy::ReadGrant wanted, readGrantFrom(arguments, static_cast<UnixTime>(head.time)));
    AC_CO_TRY(const vehicle::Vehicle car, co_await readCar(context, id));
    SectionDesk desk(context.node(), context.content(), context.network(), context.signer());
    AC_CO_TRY(SectionDesk::Share share, co_await desk.share(sharing::sectionsOf(car), me, grantee, wanted));
    AC_CO_TRY(const Receipt receipt,
              co_await context.send(me, std::move(share.call), hintsOf(car.vin.value_or("")), "private.grant", id));
    Output out;
    out.json = grantJson(share.grant);
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("grantee"), address(grantee));
    out.json.insert(QStringLiteral("sections"), static_cast<qint64>(share.sections));
    QJsonArray shut;
    for (const std::uint64_t record : share.shut) {
        shut.append(static_cast<qint64>(record));
    }
    out.json.insert(QStringLiteral("shut"), shut);
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("May read"), address(grantee));
    out.fact(tr("Until"), dateTime(share.grant.until));
    out.fact(tr("Sections shared now"), QString::number(share.sections));
    if (!share.shut.empty()) {
        out.fact(tr("Sections you cannot open yourself"), QString::number(share.shut.size()));
    }
    out.line(tr("Who reads it once may keep a copy."));
    co_return out;
}

QCoro::Task<Result<Output>> revoke(Context& context, Arguments arguments)
{
    std::string vin;
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0, &vin));
    AC_CO_TRY(const Address grantee, arguments.addressOf("to"));
    AC_CO_TRY(const Address me, co_await context.me());
    SectionDesk desk(context.node(), context.content(), context.network(), context.signer());
    AC_CO_TRY(Call call, co_await desk.revoke(id, me, grantee));
    AC_CO_TRY(const Receipt receipt, co_await context.send(me, std::move(call), hintsOf(vin), "private.revoke", id));
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("grantee"), address(grantee));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Reads nothing new"), address(grantee));
    out.line(tr("What was read before may have been kept."));
    co_return out;
}

QCoro::Task<Result<Output>> grants(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    AC_CO_TRY(const auto read, co_await sharing::readGrants(context.node(), context.network(), id));
    const auto now = static_cast<UnixTime>(read.block.time);
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("holder"), address(read.value.holder));
    QJsonArray list;
    Table table({tr("Who"), tr("Until"), tr("Kinds"), tr("Holds")});
    for (const sharing::Grantee& one : read.value.grantees) {
        QJsonObject json = grantJson(one.grant);
        const bool holds = one.grant.from <= now && now < one.grant.until;
        json.insert(QStringLiteral("grantee"), address(one.account));
        json.insert(QStringLiteral("holds"), holds);
        list.append(json);
        table.add({address(one.account), dateTime(one.grant.until), kindNamesLine(one.grant.kinds),
                   holds ? tr("yes") : tr("no")});
    }
    out.json.insert(QStringLiteral("grants"), list);
    putSource(out.json, read.provenance, read.block);
    out.lines = table.lines();
    out.fact(tr("Source"), sourceLine(read.provenance, read.block));
    co_return out;
}

// Text goes into the answer; with --out, every document into a file of that folder, never over another one.
Result<QJsonObject> handOver(const privacy::Document& document, std::uint64_t record, const Arguments& arguments)
{
    QJsonObject json;
    json.insert(QStringLiteral("record"), static_cast<qint64>(record));
    json.insert(QStringLiteral("name"), qs(document.name));
    json.insert(QStringLiteral("type"), qs(document.type));
    json.insert(QStringLiteral("bytes"), static_cast<qint64>(document.content.size()));
    if (arguments.has("out")) {
        const QString name = document.name.empty() ? QStringLiteral("section") : qs(document.name);
        const QString path = QDir(arguments.text("out")).filePath(QStringLiteral("%1-%2").arg(record).arg(name));
        AC_CHECK(store::writeNewDurably(path.toStdString(), document.content));
        json.insert(QStringLiteral("file"), path);
    } else if (document.type.starts_with("text/")) {
        json.insert(QStringLiteral("text"),
                    qs({reinterpret_cast<const char*>(document.content.data()), document.content.size()}));
    }
    return json;
}

QCoro::Task<Result<Output>> open(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    AC_CO_TRY(const std::uint64_t only, arguments.number("record", 0));
    AC_CO_TRY(const Address me, co_await context.me());
    AC_CO_TRY(const vehicle::Vehicle car, co_await readCar(context, id));
    const sharing::SectionsOfCar sections = sharing::sectionsOf(car);
    SectionDesk desk(context.node(), context.content(), context.network(), context.signer());
    std::vector<std::uint64_t> wanted;
    if (arguments.has("record")) {
        wanted.push_back(only);
    } else {
        AC_CO_TRY(const auto rights, co_await sharing::readRights(context.node(), context.network(), sections, me));
        for (const sharing::SectionRight& one : rights.value.sections) {
            if (privacy::mayRead(one.right)) {
                wanted.push_back(one.record);
            }
        }
        if (wanted.empty() && !sections.sections.empty()) {
            wanted.push_back(sections.sections.front().record); // so that it is said why not
        }
    }
    Output out;
    QJsonArray list;
    for (const std::uint64_t record : wanted) {
        AC_CO_TRY(const privacy::Document document, co_await desk.open(sections, record, me));
        AC_CO_TRY(const QJsonObject json, handOver(document, record, arguments));
        list.append(json);
        out.fact(tr("Record %1").arg(record), tr("%1, %2 bytes").arg(qs(document.name)).arg(document.content.size()));
        if (json.contains(QStringLiteral("text"))) {
            out.line(json.value(QStringLiteral("text")).toString());
        }
    }
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("sections"), list);
    putSource(out.json, car.provenance, car.block);
    co_return out;
}
} // namespace

QList<Verb> privateVerbs()
{
    const QString noun = QStringLiteral("private");
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    const auto option = [](const char* name, const char* value, const QString& help, bool required = false) {
        return OptionSpec{QLatin1String(name), QLatin1String(value), help, required, {}};
    };
    const OptionSpec to = option("to", "ADDR", tr("Who reads."), true);
    return {
        {noun,
         QStringLiteral("publish-key"),
         tr("Publish your public key, so that others can share with you."),
         {},
         {},
         &publishKey},
        {noun,
         QStringLiteral("seal"),
         tr("Append a record with a document only the owner's readers can open."),
         {car},
         QList<OptionSpec>{OptionSpec{QStringLiteral("kind"), QStringLiteral("KIND"), tr("What happened."), true, {}},
                           option("file", "FILE", tr("The document."), true),
                           option("type", "TYPE", tr("Its media type; by its name otherwise.")),
                           option("km", "N", tr("Odometer in km; 0: not read."))} +
             contentOptions(),
         &seal},
        {noun,
         QStringLiteral("grant"),
         tr("Let somebody read private sections until a day."),
         {car},
         {to, option("kinds", "KINDS", tr("Kinds of records, with commas; or all."), true),
          option("until", "WHEN", tr("A day (2026-12-31) or a span from now (30d, 12h)."), true),
          option("records", "N-M", tr("Only these records; N- for all from N on."))},
         &grant},
        {noun, QStringLiteral("revoke"), tr("End a grant now."), {car}, {to}, &revoke},
        {noun, QStringLiteral("grants"), tr("List who may read private sections."), {car}, {}, &grants},
        {noun,
         QStringLiteral("open"),
         tr("Open private sections that are shared with you."),
         {car},
         {option("record", "N", tr("Only of this record.")), option("out", "DIR", tr("Write the documents there."))},
         &open}};
}

} // namespace autochain::cli
