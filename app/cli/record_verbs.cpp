// SPDX-License-Identifier: GPL-3.0-or-later
// Writing into a car's history.
#include "record_keeping.h"
#include "verb.h"

#include "crypto/address.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
using vehicle::RecordKind;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Output appendedOutput(const Appended& appended, const Hash32& id, const QString& kind)
{
    Output out;
    out.json.insert(QStringLiteral("id"), hex(id));
    out.json.insert(QStringLiteral("kind"), kind);
    out.json.insert(QStringLiteral("contentDigest"), hex(appended.contentDigest));
    putMined(out.json, appended.receipt.transactionHash, appended.receipt.provenance, appended.receipt.block);
    out.fact(tr("Appended"), kind);
    out.fact(tr("Transaction"), hex(appended.receipt.transactionHash));
    return out;
}

Result<RecordDraft> draftOf(const Arguments& arguments, RecordKind kind)
{
    RecordDraft out;
    out.kind = kind;
    AC_TRY(out.vehicleId, arguments.vehicleAt(0, &out.vin));
    AC_TRY(const std::uint64_t km, arguments.number("km", 0));
    if (km > 0xffff'ffff) {
        return Error(VehicleError::BadRecordContent, {"odometerKm"});
    }
    out.odometerKm = static_cast<std::uint32_t>(km);
    AC_TRY(out.content, contentOf(arguments));
    out.sign = !arguments.has("unsigned");
    return out;
}

QCoro::Task<Result<Output>> send(Context& context, RecordDraft draft)
{
    AC_CO_TRY(const Address me, co_await context.me());
    const Hash32 id = draft.vehicleId;
    const QString kind = kindNames().value(static_cast<int>(draft.kind) - 1);
    AC_CO_TRY(const Appended appended, co_await appendRecord(context, me, std::move(draft)));
    co_return appendedOutput(appended, id, kind);
}

QCoro::Task<Result<Output>> append(Context& context, Arguments arguments)
{
    const QString named = arguments.positional(1).isEmpty() ? arguments.text("kind") : arguments.positional(1);
    AC_CO_TRY(const RecordKind kind, kindOf(named));
    AC_CO_TRY(RecordDraft draft, draftOf(arguments, kind));
    co_return co_await send(context, std::move(draft));
}

QCoro::Task<Result<Output>> correct(Context& context, Arguments arguments)
{
    AC_CO_TRY(RecordDraft draft, draftOf(arguments, RecordKind::Correction));
    AC_CO_TRY(const std::uint64_t index, arguments.number("record", 0));
    AC_CO_TRY(const Address me, co_await context.me());
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    AC_CO_TRY(const vehicle::Vehicle car, co_await reader.readHistory(draft.vehicleId));
    if (index >= car.records.size()) {
        const std::vector<std::string> args(1, "record");
        co_return Error(VehicleError::BadRecordContent, args);
    }
    if (const Address& who = car.records[index].provider; who != me) {
        std::vector<std::string> args(1, std::to_string(index));
        args.push_back(checksumAddress(who));
        co_return Error(VehicleError::NotYourRecord, std::move(args));
    }
    draft.content.corrects = index;
    vehicle::CorrectionDetails details;
    if (const auto* given = draft.content.detailsAs<vehicle::CorrectionDetails>()) {
        details = *given;
    }
    details.withdrawn = details.withdrawn || arguments.has("withdraw");
    if (arguments.has("field")) {
        details.replaced.push_back({arguments.text("field").toStdString(), arguments.text("was").toStdString(),
                                    arguments.text("now").toStdString()});
    }
    draft.content.details = details;
    co_return co_await send(context, std::move(draft));
}

QCoro::Task<Result<Output>> statement(Context& context, Arguments arguments)
{
    AC_CO_TRY(RecordDraft draft, draftOf(arguments, RecordKind::OwnerStatement));
    if (arguments.has("record")) {
        AC_CO_TRY(draft.content.corrects, arguments.number("record", 0));
    }
    draft.content.details = vehicle::StatementDetails{arguments.has("disputes")};
    co_return co_await send(context, std::move(draft));
}
} // namespace

QList<Verb> recordVerbs()
{
    const QString noun = QStringLiteral("vehicle");
    const PositionalSpec car{QStringLiteral("VIN"), tr("VIN, or the title's number (0x…)."), true};
    const PositionalSpec what{QStringLiteral("KIND"), tr("What happened."), false};
    const OptionSpec kind{QStringLiteral("kind"), QStringLiteral("KIND"), tr("The same as an option."), false};
    const OptionSpec km{QStringLiteral("km"), QStringLiteral("N"), tr("Odometer in km; 0: not read.")};
    const OptionSpec record{QStringLiteral("record"), QStringLiteral("N"), tr("Number of the record it is about.")};
    OptionSpec ownRecord = record;
    ownRecord.required = true;
    const QList<OptionSpec> changes = {
        {QStringLiteral("field"), QStringLiteral("NAME"), tr("Field that is corrected.")},
        {QStringLiteral("was"), QStringLiteral("TEXT"), tr("What it said.")},
        {QStringLiteral("now"), QStringLiteral("TEXT"), tr("What it should say.")},
        {QStringLiteral("withdraw"), QString(), tr("The record does not count any more.")}};
    const OptionSpec disputes{QStringLiteral("disputes"), QString(), tr("The record is wrong, says the owner.")};
    return {{noun,
             QStringLiteral("append"),
             tr("Append a record to a car's history, its document signed."),
             {car, what},
             QList<OptionSpec>{kind, km} + contentOptions(),
             &append},
            {noun,
             QStringLiteral("correct"),
             tr("Correct a record of your own; the old one stays."),
             {car},
             QList<OptionSpec>{ownRecord, km} + changes + contentOptions(),
             &correct},
            {noun,
             QStringLiteral("statement"),
             tr("Put the owner's statement beside the history or a record."),
             {car},
             QList<OptionSpec>{record, disputes, km} + contentOptions(),
             &statement}};
}

} // namespace autochain::cli
