// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_keeping.h"

#include "contracts/record_hash.h"
#include "crypto/hash.h"
#include "messages/enum_names.h"
#include "output.h"
#include "vehicle/record_details.h"
#include "vehicle/signed_content.h"

#include <QCoreApplication>
#include <QFile>

namespace autochain::cli
{
namespace
{
using vehicle::RecordContent;
using vehicle::RecordKind;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Error badContent(const char* field)
{
    return Error(VehicleError::BadRecordContent, {field});
}

Result<RecordContent> contentInFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(ContentError::IoError, {path.toStdString()}, file.errorString().toStdString());
    }
    const QByteArray bytes = file.read(static_cast<qint64>(vehicle::kMaxRecordContentBytes) + 1);
    return vehicle::parseRecordContent(
        BytesView(reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
}

void take(const Arguments& arguments, const char* option, std::string& value)
{
    if (arguments.has(option)) {
        value = arguments.text(option).toStdString();
    }
}

QCoro::Task<Result<vehicle::Issuer>> issuerFor(Context& context, Address author, RecordDraft draft, UnixTime now)
{
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    vehicle::Issuer issuer;
    issuer.account = author;
    AC_CO_TRY(issuer.roles, co_await reader.rolesOf(author, now));
    AC_CO_TRY(const auto grants, co_await reader.grantsOf(draft.vehicleId));
    for (const vehicle::ShopGrant& grant : grants.value) {
        issuer.grant = grant.shop == author ? grant.grant : issuer.grant;
    }
    if (draft.kind == RecordKind::Correction) {
        AC_CO_TRY(const vehicle::Vehicle car, co_await reader.readHistory(draft.vehicleId));
        issuer.issuedBefore = std::any_of(car.records.begin(), car.records.end(),
                                          [&](const vehicle::Record& record) { return record.provider == author; });
    }
    co_return issuer;
}
} // namespace

QStringList kindNames()
{
    QStringList out;
    for (std::size_t i = 1; i < messages::enumCount<RecordKind>(); ++i) {
        out.append(qs(messages::enumName(static_cast<RecordKind>(i))));
    }
    return out;
}

Result<RecordKind> kindOf(const QString& name)
{
    const QStringList names = kindNames();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i].compare(name, Qt::CaseInsensitive) == 0) {
            return static_cast<RecordKind>(i + 1);
        }
    }
    return Error(VehicleError::BadRecordContent, {"kind"}, name.toStdString());
}

QList<OptionSpec> contentOptions()
{
    return {
        {QStringLiteral("content"), QStringLiteral("FILE"), tr("Its document: JSON as docs/record-format.md says.")},
        {QStringLiteral("title"), QStringLiteral("TEXT"), tr("Headline of the record's document.")},
        {QStringLiteral("notes"), QStringLiteral("TEXT"), tr("Its text.")},
        {QStringLiteral("place"), QStringLiteral("TEXT"), tr("Where it was done.")},
        {QStringLiteral("reference"), QStringLiteral("TEXT"), tr("Number of the campaign, claim or case.")},
        {QStringLiteral("resolved"), QString(), tr("Repaired, recovered, closed.")},
        {QStringLiteral("unsigned"), QString(), tr("Do not sign the document; the chain alone names the author.")}};
}

Result<RecordContent> contentOf(const Arguments& arguments)
{
    RecordContent out;
    if (arguments.has("content")) {
        AC_TRY(out, contentInFile(arguments.text("content")));
    }
    take(arguments, "title", out.title);
    take(arguments, "notes", out.notes);
    take(arguments, "place", out.place);
    take(arguments, "reference", out.reference);
    out.resolved = out.resolved || arguments.has("resolved");
    return out;
}

QCoro::Task<Result<Hash32>> keepContent(Context& context, Address author, RecordDraft draft)
{
    if (draft.content == RecordContent()) {
        co_return Hash32();
    }
    if (!vehicle::detailsFit(draft.kind, draft.content.details)) {
        co_return badContent("details");
    }
    const std::string text = vehicle::writeRecordContent(draft.content);
    if (const auto again = vehicle::parseRecordContent(asBytes(text)); !again.ok()) {
        co_return again.error(); // too long, or not what another would read
    }
    Bytes block = toBytes(text);
    if (draft.sign) {
        const Address& registry = context.network().contract("vehicleRegistry");
        const contracts::RecordToSign record{draft.vehicleId, static_cast<std::uint8_t>(draft.kind), draft.odometerKm,
                                             sha256(block)};
        SigningHints hints;
        if (!draft.vin.empty()) {
            hints.vins.push_back(draft.vin);
        }
        std::string document = contracts::recordDocument(context.network().chainId, registry, record);
        AC_CO_TRY(const Bytes rsv,
                  co_await context.signer().signTypedData(author, std::move(document), std::move(hints)));
        AC_CO_TRY(const Signature signature, signatureFromRsv(rsv));
        block = vehicle::joinSignedContent(signature, asBytes(text));
    }
    co_return co_await context.content().put(std::move(block));
}

QCoro::Task<Result<Appended>> appendRecord(Context& context, Address author, RecordDraft draft)
{
    AC_CO_TRY(const UnixTime now, co_await context.chainNow());
    vehicle::VehicleReader reader(context.node(), context.content(), context.network());
    std::vector<Hash32> wanted(1, draft.vehicleId);
    AC_CO_TRY(const auto summaries, co_await reader.readSummaries(std::move(wanted)));
    AC_CO_TRY(const vehicle::Issuer issuer, co_await issuerFor(context, author, draft, now));
    const RecordKind kind = draft.kind;
    const std::uint32_t km = draft.odometerKm;
    const Hash32 id = draft.vehicleId;
    AC_CO_CHECK(vehicle::mayAppend(summaries.value.front(), issuer, kind, now));
    SigningHints hints;
    if (!draft.vin.empty()) {
        hints.vins.push_back(draft.vin);
    }
    Appended out;
    AC_CO_TRY(out.contentDigest, co_await keepContent(context, author, std::move(draft)));
    AC_CO_TRY(Call call, vehicle::appendRecord(context.network(), summaries.value.front(), issuer, kind, km,
                                               out.contentDigest, now));
    AC_CO_TRY(out.receipt, co_await context.send(author, std::move(call), std::move(hints), "vehicle.append", id));
    co_return out;
}

} // namespace autochain::cli
