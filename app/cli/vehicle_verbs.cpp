// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "history_view.h"
#include "record_keeping.h"
#include "verb.h"

#include "messages/enum_names.h"
#include "vehicle/assess.h"
#include "vehicle/vehicle_calls.h"
#include "vehicle/vin.h"

#include <QCoreApplication>
#include <QFile>

namespace autochain::cli
{
namespace
{
using vehicle::RecordKind;
using vehicle::Vehicle;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QJsonObject stateJson(const Vehicle& car)
{
    QJsonObject json;
    json.insert(QStringLiteral("id"), hex(car.state.id));
    json.insert(QStringLiteral("vin"), qs(car.vin.value_or("")));
    json.insert(QStringLiteral("owner"), address(car.state.owner));
    json.insert(QStringLiteral("titleHolder"), address(car.state.holder));
    json.insert(QStringLiteral("deal"), car.state.dealId.isZero() ? QString() : hex(car.state.dealId));
    json.insert(QStringLiteral("lender"), car.state.lender.isZero() ? QString() : address(car.state.lender));
    json.insert(QStringLiteral("odometerKm"), static_cast<qint64>(car.state.history.odometerKm));
    json.insert(QStringLiteral("records"), static_cast<qint64>(car.state.history.count));
    json.insert(QStringLiteral("historyHead"), hex(car.state.history.head));
    json.insert(QStringLiteral("historyCheck"), qs(messages::enumName(car.historyCheck)));
    putSource(json, car.provenance, car.block);
    return json;
}

QJsonArray verdictJson(const vehicle::Assessment& assessment)
{
    QJsonArray out;
    for (const vehicle::Verdict& verdict : assessment.verdicts) {
        QJsonObject json;
        json.insert(QStringLiteral("topic"), qs(messages::enumName(verdict.topic)));
        json.insert(QStringLiteral("status"), qs(messages::enumName(verdict.status)));
        json.insert(QStringLiteral("fact"), qs(messages::enumName(verdict.fact)));
        json.insert(QStringLiteral("provenance"), provenanceWord(verdict.provenance));
        out.append(json);
    }
    return out;
}

vehicle::Assessment assessmentOf(const Vehicle& car, UnixTime now)
{
    vehicle::TitleState title;
    title.inDeal = !car.state.dealId.isZero();
    title.underLien = !car.state.lender.isZero();
    return vehicle::assess(car.records, title, car.provenance, now);
}

void addStateLines(Output& out, const Vehicle& car)
{
    out.fact(tr("Car"), car.vin ? qs(*car.vin) : hex(car.state.id));
    out.fact(tr("Title held by"), address(car.state.holder));
    if (!car.state.dealId.isZero()) {
        out.fact(tr("In deal"), hex(car.state.dealId));
    }
    if (!car.state.lender.isZero()) {
        out.fact(tr("Lien of"), address(car.state.lender));
    }
    out.fact(tr("Odometer"), QStringLiteral("%1 km").arg(car.state.history.odometerKm));
    out.fact(tr("Records"), QString::number(car.state.history.count));
    out.fact(tr("Source"), sourceLine(car.provenance, car.block));
}

QCoro::Task<Result<Output>> show(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(const Vehicle car, co_await reader.readVehicle(id));
    const vehicle::Assessment assessment = assessmentOf(car, car.block.time);
    Output out;
    out.json = stateJson(car);
    out.json.insert(QStringLiteral("verdicts"), verdictJson(assessment));
    addStateLines(out, car);
    for (const vehicle::Verdict& verdict : assessment.verdicts) {
        out.fact(qs(messages::enumName(verdict.topic)), qs(messages::enumName(verdict.status)));
    }
    co_return out;
}

QCoro::Task<Result<Output>> history(Context& context, Arguments arguments)
{
    AC_CO_TRY(const Hash32 id, arguments.vehicleAt(0));
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(const Vehicle car, co_await reader.readVehicle(id));
    if (car.historyCheck == vehicle::HistoryCheck::Mismatch) {
        co_return VehicleError::HistoryMismatch;
    }
    Output out;
    out.json = stateJson(car);
    QJsonArray list;
    Table table({tr("No."), tr("When"), tr("What"), tr("km"), tr("By"), tr("Title")}, {0, 3});
    for (const vehicle::Record& record : car.records) {
        list.append(recordJson(record));
        table.add({QString::number(record.index), dateTime(record.time), qs(messages::enumName(record.kind)),
                   record.odometerKm == 0 ? QStringLiteral("-") : QString::number(record.odometerKm),
                   record.providerName.empty() ? address(record.provider) : qs(record.providerName),
                   qs(record.content.title)});
    }
    out.json.insert(QStringLiteral("history"), list);
    out.lines = table.lines();
    out.fact(tr("Source"), sourceLine(car.provenance, car.block));
    co_return out;
}

// What the registry writes as record 0: of a maker the production, of anybody else a reading.
QCoro::Task<Result<RecordKind>> firstKindOf(Context& context, Address me)
{
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    AC_CO_TRY(const vehicle::RoleMask roles, co_await reader.rolesOf(me, now));
    const bool maker = (roles & vehicle::maskOf(vehicle::ProviderRole::Manufacturer)) != 0;
    co_return maker ? RecordKind::Production : RecordKind::Odometer;
}

QCoro::Task<Result<Output>> mint(Context& context, Arguments arguments)
{
    AC_CO_TRY(const std::string vin, vehicle::acceptVin(arguments.positional(0).toStdString()));
    AC_CO_TRY(const std::uint64_t km, arguments.number("km", 0));
    AC_CO_TRY(const Address me, co_await context.me());
    const Hash32 id = vehicle::vehicleIdOf(vin);
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, id);
    AC_CO_TRY(const auto present, co_await reader.readSummaries(std::move(wanted)));
    AC_CO_TRY(Call probe, vehicle::registerVehicle(context.network(), vin, static_cast<std::uint32_t>(km), {},
                                                   present.value.front()));
    AC_CO_TRY(const vehicle::RecordContent content, contentOf(arguments));
    AC_CO_TRY(const RecordKind kind, co_await firstKindOf(context, me));
    RecordDraft draft{id, vin, kind, static_cast<std::uint32_t>(km), content, !arguments.has("unsigned")};
    AC_CO_TRY(const Hash32 digest, co_await keepContent(context, me, std::move(draft)));
    AC_CO_TRY(Call call, vehicle::registerVehicle(context.network(), vin, static_cast<std::uint32_t>(km), digest,
                                                  present.value.front()));
    SigningHints hints;
    hints.vins.push_back(vin);
    AC_CO_TRY(const Receipt receipt, co_await context.send(me, std::move(call), std::move(hints), "vehicle.mint", id));
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("vin"), qs(vin));
    putMined(out.json, receipt.transactionHash, receipt.provenance, receipt.block);
    out.fact(tr("Registered"), qs(vin));
    out.fact(tr("Number of the title"), hex(id));
    co_return out;
}

} // namespace

QList<Verb> vehicleVerbs()
{
    const QString noun = QStringLiteral("vehicle");
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    const OptionSpec km{QStringLiteral("km"), QStringLiteral("N"), tr("Odometer in km; 0: not read.")};
    Verb mintVerb{noun,
                  QStringLiteral("mint"),
                  tr("Register a car to yourself by its VIN."),
                  {car},
                  QList<OptionSpec>{km} + contentOptions(),
                  &mint};
    return {
        mintVerb,
        {noun, QStringLiteral("show"), tr("Show a car's title and verdicts."), {car}, {}, &show},
        {noun, QStringLiteral("history"), tr("List a car's records, checked against the chain."), {car}, {}, &history}};
}

} // namespace autochain::cli
