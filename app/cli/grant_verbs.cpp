// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the holder of a title lets write into the car's history, what and until when.
#include "record_keeping.h"
#include "verb.h"

#include <QCoreApplication>
#include <QDateTime>

namespace autochain::cli
{
namespace
{
using vehicle::RecordKind;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

// Unix seconds, a day (that day still counts) or an ISO 8601 time; UTC.
Result<UnixTime> timeOf(const QString& text)
{
    bool isNumber = false;
    if (const qlonglong seconds = text.toLongLong(&isNumber); isNumber) {
        return static_cast<UnixTime>(seconds);
    }
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid()) {
        return static_cast<UnixTime>(day.addDays(1).startOfDay(Qt::UTC).toSecsSinceEpoch());
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid()) {
        return Error(BaseError::NotANumber, {text.toStdString()});
    }
    if (time.timeSpec() == Qt::LocalTime) { // said without a zone
        time.setTimeSpec(Qt::UTC);
    }
    return static_cast<UnixTime>(time.toSecsSinceEpoch());
}

Result<std::uint32_t> kindsOf(const QString& list)
{
    std::uint32_t out = 0;
    for (const QString& name : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        AC_TRY(const RecordKind kind, kindOf(name.trimmed()));
        out |= vehicle::kindBit(kind);
    }
    return out;
}

QStringList namesOf(std::uint32_t kinds)
{
    QStringList out;
    const QStringList names = kindNames();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if ((kinds & vehicle::kindBit(static_cast<RecordKind>(i + 1))) != 0) {
            out.append(names[i]);
        }
    }
    return out;
}

QJsonObject grantJson(const vehicle::Grant& grant)
{
    return {{QStringLiteral("from"), static_cast<qint64>(grant.from)},
            {QStringLiteral("until"), static_cast<qint64>(grant.until)},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(namesOf(grant.kinds))}};
}

QCoro::Task<Result<Output>> setGrant(Context& context, Arguments arguments, vehicle::Grant grant)
{
    std::string vin;
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0, &vin));
    AC_CO_TRY(const Address shop, arguments.addressOf("to"));
    AC_CO_TRY(const Address me, co_await context.me());
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, id);
    AC_CO_TRY(const auto summaries, co_await reader.readSummaries(std::move(wanted)));
    AC_CO_TRY(Call call, vehicle::setGrant(context.network(), summaries.value.front(), me, shop, grant));
    SigningHints hints;
    if (!vin.empty()) {
        hints.vins.push_back(vin);
    }
    AC_CO_TRY(const Receipt receipt, co_await context.send(me, std::move(call), std::move(hints), "vehicle.grant", id));
    Output out;
    out.json = grantJson(grant);
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("shop"), address(shop));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(grant.until == 0 ? tr("Taken back from") : tr("Granted to"), address(shop));
    if (grant.until != 0) {
        out.fact(tr("Kinds"), namesOf(grant.kinds).join(QStringLiteral(", ")));
        out.fact(tr("Until"), dateTime(grant.until));
    }
    co_return out;
}

QCoro::Task<Result<Output>> grant(Context& context, Arguments arguments)
{
    vehicle::Grant grant;
    AC_CO_TRY(grant.kinds, kindsOf(arguments.text("kinds")));
    AC_CO_TRY(grant.until, timeOf(arguments.text("until")));
    AC_CO_TRY(grant.from, co_await context.chainNow());
    if (arguments.has("from")) {
        AC_CO_TRY(grant.from, timeOf(arguments.text("from")));
    }
    if (grant.until <= grant.from || grant.kinds == 0) {
        co_return VehicleError::BadSpan;
    }
    if (!arguments.has("from")) {
        grant.from = 0; // from the block it gets into
    }
    co_return co_await setGrant(context, std::move(arguments), grant);
}

QCoro::Task<Result<Output>> revoke(Context& context, Arguments arguments)
{
    co_return co_await setGrant(context, std::move(arguments), vehicle::Grant());
}

QCoro::Task<Result<Output>> grants(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(const auto found, co_await reader.grantsOf(id));
    Output out;
    QJsonArray list;
    Table table({tr("To"), tr("Kinds"), tr("From"), tr("Until"), tr("Now")});
    for (const vehicle::ShopGrant& one : found.value) {
        const bool holds = one.grant.from <= now && now < one.grant.until;
        QJsonObject json = grantJson(one.grant);
        json.insert(QStringLiteral("shop"), address(one.shop));
        json.insert(QStringLiteral("name"), qs(one.name));
        json.insert(QStringLiteral("holds"), holds);
        QJsonArray past;
        for (const vehicle::Grant& before : one.past) {
            past.append(grantJson(before));
        }
        json.insert(QStringLiteral("past"), past);
        list.append(json);
        table.add({one.name.empty() ? address(one.shop) : qs(one.name),
                   namesOf(one.grant.kinds).join(QStringLiteral(", ")), dateTime(one.grant.from),
                   dateTime(one.grant.until), holds ? tr("holds") : tr("does not hold")});
    }
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("grants"), list);
    putSource(out.json, found.provenance, found.block);
    out.lines = table.isEmpty() ? QStringList(tr("No grants of the present holder.")) : table.lines();
    out.fact(tr("Source"), sourceLine(found.provenance, found.block));
    co_return out;
}
} // namespace

QList<Verb> grantVerbs()
{
    const QString noun = QStringLiteral("vehicle");
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    const OptionSpec to{QStringLiteral("to"), QStringLiteral("ADDRESS"), tr("Repair shop or OBD device."), true};
    return {
        {noun,
         QStringLiteral("grant"),
         tr("Let a repair shop or a device write records of some kinds until a day."),
         {car},
         {to,
          {QStringLiteral("kinds"), QStringLiteral("LIST"), tr("Kinds with commas between: service,repair."), true},
          {QStringLiteral("until"), QStringLiteral("DATE"), tr("Last day, ISO 8601 time or unix seconds; UTC."), true},
          {QStringLiteral("from"), QStringLiteral("DATE"), tr("First; else at once.")}},
         &grant},
        {noun, QStringLiteral("revoke"), tr("Take a grant back."), {car}, {to}, &revoke},
        {noun, QStringLiteral("grants"), tr("List the grants of a car's present holder."), {car}, {}, &grants}};
}

} // namespace autochain::cli
