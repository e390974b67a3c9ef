// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/protocol_params.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "signing/protocol_checks.h"

#include <array>
#include <QJsonArray>

namespace autochain::wire
{
namespace
{

constexpr std::array<const char*, 3> kSecretNames = {"keystore", "key", "words"};
constexpr std::array<const char*, 2> kPurposeNames = {"database", "backup"};
constexpr std::array<const char*, 7> kSlotNames = {"", "here", "gone", "slow", "wiped", "refused", "given"};

// A label is shown in windows and on terminals: no control or direction characters.
Result<std::string> nameFrom(const QJsonObject& params)
{
    AC_TRY(auto name, checked(json::string(params, "name", kMaxName * 4)));
    const QString text = json::qs(name);
    if (text.trimmed().isEmpty() || text.size() > static_cast<qsizetype>(kMaxName)) {
        return bad("name: empty or too long");
    }
    for (const QChar c : text) {
        if (!c.isPrint() || c.category() == QChar::Other_Format) {
            return bad("name: control characters");
        }
    }
    return name;
}

Result<SigningHints> hintsFrom(const QJsonObject& params)
{
    SigningHints hints;
    AC_TRY(const auto object, checked(json::object(params, "hints")));
    if (!onlyMembers(object, std::array{"vins", "terms", "expert"})) {
        return bad("hints: unknown member");
    }
    AC_TRY(const auto vins, checked(json::array(object, "vins", kMaxVins)));
    for (const auto& vin : vins) {
        if (!vin.isString() || vin.toString().size() > 32) {
            return bad("hints: vin");
        }
        hints.vins.push_back(vin.toString().toStdString());
    }
    AC_TRY(const auto terms, checked(json::array(object, "terms", kMaxTerms)));
    for (const auto& one : terms) {
        auto bytes = fromHex(one.toString().toStdString());
        if (!one.isString() || !bytes.ok() || bytes->size() > 4096) {
            return bad("hints: terms");
        }
        hints.terms.push_back(std::move(*bytes));
    }
    if (object.contains(QStringLiteral("expert"))) {
        AC_TRY(hints.expert, checked(json::boolean(object, "expert")));
    }
    return hints;
}

QJsonObject hintsToJson(const SigningHints& hints)
{
    QJsonArray vins;
    for (const auto& vin : hints.vins) {
        vins.append(json::qs(vin));
    }
    QJsonArray terms;
    for (const auto& one : hints.terms) {
        terms.append(json::qs(toHex0x(one)));
    }
    QJsonObject out{{QStringLiteral("vins"), vins}, {QStringLiteral("terms"), terms}};
    if (hints.expert) {
        out.insert(QStringLiteral("expert"), true);
    }
    return out;
}

Result<> readFile(const QJsonObject& params, Request& request)
{
    AC_TRY(request.file, checked(json::string(params, "file", 4096)));
    if (request.file.empty() || request.file.front() != '/' || request.file.find('\0') != std::string::npos) {
        return bad("file: not an absolute path");
    }
    return {};
}

// One spelling of each path: with ' for hardened.
Result<HdPath> pathFrom(const QJsonValue& value)
{
    const std::string text = value.toString().toStdString();
    auto path = value.isString() && text.size() <= 128 ? parseHdPath(text) : Result<HdPath>(bad("path"));
    const bool fits = path.ok() && !path->empty() && path->size() <= kMaxPathDepth && hdPathText(*path) == text;
    return fits ? std::move(path) : Result<HdPath>(bad("path"));
}

// Either there and true, or left out.
Result<> readExtra(const QJsonObject& params, Request& request)
{
    request.extra = params.contains(QLatin1String("extra"));
    const bool fits = !request.extra || params.value(QLatin1String("extra")) == QJsonValue(true);
    return fits ? Result<>() : Result<>(bad("extra"));
}

Result<> readAccount(const QJsonObject& params, Request& request)
{
    AC_TRY(request.account, checked(json::address(params, "account")));
    return {};
}

Result<> readAccountIfAny(const QJsonObject& params, Request& request)
{
    return params.contains(QLatin1String("account")) ? readAccount(params, request) : Result<>();
}

Result<> readAddresses(const QJsonObject& params, Request& request)
{
    AC_TRY(const auto paths, checked(json::array(params, "paths", kMaxPaths)));
    for (const auto& one : paths) {
        AC_TRY(HdPath path, pathFrom(one));
        request.paths.push_back(std::move(path));
    }
    return request.paths.empty() ? Result<>(bad("paths")) : readAccountIfAny(params, request);
}

Result<> readAddAccount(const QJsonObject& params, Request& request)
{
    AC_TRY(request.name, nameFrom(params));
    if (params.contains(QLatin1String("path"))) {
        AC_TRY(HdPath path, pathFrom(params.value(QLatin1String("path"))));
        request.paths.push_back(std::move(path));
    }
    return readAccountIfAny(params, request);
}

Result<> readImport(const QJsonObject& params, Request& request)
{
    AC_TRY(const auto kind, checked(json::string(params, "kind", 16)));
    bool found = false;
    for (std::size_t i = 0; i < kSecretNames.size(); ++i) {
        if (kind == kSecretNames[i]) {
            request.secret = static_cast<SecretKind>(i);
            found = true;
        }
    }
    const bool withFile = params.contains(QLatin1String("file"));
    if (!found || withFile != (request.secret == SecretKind::Keystore)) {
        return bad("kind and file");
    }
    AC_CHECK(readExtra(params, request));
    if (request.extra && request.secret != SecretKind::Words) {
        return bad("extra");
    }
    return withFile ? readFile(params, request) : Result<>();
}

// Left out: nobody asked the Secret Service.
Result<> readSlot(const QJsonObject& params, Request& request)
{
    if (!params.contains(QLatin1String("slot"))) {
        return {};
    }
    AC_TRY(const auto name, checked(json::string(params, "slot", 16)));
    for (std::size_t i = 1; i < kSlotNames.size(); ++i) {
        if (name == kSlotNames[i]) {
            request.slot = static_cast<SlotState>(i);
            return {};
        }
    }
    return bad("slot");
}

Result<> readStoreKey(const QJsonObject& params, Request& request)
{
    AC_TRY(const auto purpose, checked(json::string(params, "purpose", 16)));
    if (purpose != kPurposeNames[0] && purpose != kPurposeNames[1]) {
        return bad("purpose");
    }
    request.purpose = purpose == kPurposeNames[0] ? KeyPurpose::Database : KeyPurpose::Backup;
    if (params.contains(QLatin1String("file"))) {
        AC_CHECK(readFile(params, request));
    }
    if (params.contains(QLatin1String("quiet"))) {
        AC_TRY(request.quiet, checked(json::boolean(params, "quiet")));
    }
    return readSlot(params, request);
}

// All of one car and for the account that is asked: what does not fit is no message.
Result<> readSections(const QJsonObject& params, Request& request)
{
    AC_CHECK(readAccount(params, request));
    AC_TRY(request.vehicle, checked(json::hash32(params, "vehicle")));
    AC_TRY(request.hints, hintsFrom(params));
    AC_TRY(const auto sections, checked(json::array(params, "sections", kMaxSections)));
    for (const auto& one : sections) {
        const auto bytes = fromHex(one.toString().toStdString());
        const auto locked =
            one.isString() && bytes.ok() ? privacy::decodeLocked(*bytes) : Result<privacy::LockedKey>(bad("sections"));
        if (!locked.ok() || locked->head.vehicleId != request.vehicle || locked->key.reader != *request.account) {
            return bad("sections");
        }
        request.sections.push_back(*locked);
    }
    return request.sections.empty() ? Result<>(bad("sections")) : Result<>();
}

} // namespace

Result<> readParams(const QJsonObject& params, Request& request)
{
    switch (request.method) {
    case Method::Hello: {
        AC_TRY(const auto version, checked(json::integer(params, "version")));
        if (version < 0 || version > 1'000'000) {
            return bad("version");
        }
        request.version = static_cast<int>(version);
        return {};
    }
    case Method::Create: {
        AC_TRY(request.name, nameFrom(params));
        return {};
    }
    case Method::Import: {
        AC_TRY(request.name, nameFrom(params));
        return readImport(params, request);
    }
    case Method::Unlock:
        AC_CHECK(readAccountIfAny(params, request));
        return readSlot(params, request);
    case Method::StoreKey:
        return readStoreKey(params, request);
    case Method::SignTransaction: {
        AC_CHECK(readAccount(params, request));
        AC_TRY(request.transaction, checked(json::hexData(params, "transaction", kMaxFrame / 2)));
        AC_TRY(request.hints, hintsFrom(params));
        return {};
    }
    case Method::SignTypedData: {
        AC_CHECK(readAccount(params, request));
        AC_TRY(request.typedDataJson, checked(json::string(params, "typedData", kMaxFrame)));
        AC_TRY(request.hints, hintsFrom(params));
        return {};
    }
    case Method::ChangeName: {
        AC_CHECK(readAccount(params, request));
        AC_TRY(request.name, nameFrom(params));
        return {};
    }
    case Method::Addresses:
        return readAddresses(params, request);
    case Method::AddAccount:
        return readAddAccount(params, request);
    case Method::ExportKey:
        AC_CHECK(readAccount(params, request));
        return readFile(params, request);
    case Method::Recover:
        return readExtra(params, request);
    case Method::SetLockAfter: {
        AC_TRY(const auto seconds, checked(json::integer(params, "seconds")));
        if (seconds < kMinLockAfter || seconds > kMaxLockAfter) {
            return bad("seconds");
        }
        request.seconds = static_cast<int>(seconds);
        return {};
    }
    case Method::PublicKey:
        return readAccount(params, request);
    case Method::OpenSections:
        return readSections(params, request);
    case Method::Status:
    case Method::ChangePassphrase:
    case Method::KeepSlot:
    case Method::DropSlot:
    case Method::Lock:
    case Method::TestWords:
    case Method::Cancel:
    case Method::Shutdown:
        return {};
    }
    return bad("method");
}

namespace
{

QJsonArray pathsToJson(const std::vector<HdPath>& paths)
{
    QJsonArray out;
    for (const HdPath& path : paths) {
        out.append(json::qs(hdPathText(path)));
    }
    return out;
}

QJsonArray sectionsToJson(const std::vector<privacy::LockedKey>& sections)
{
    QJsonArray out;
    for (const auto& one : sections) {
        out.append(json::qs(toHex0x(privacy::encodeLocked(one))));
    }
    return out;
}

} // namespace

QJsonObject paramsOf(const Request& request)
{
    QJsonObject params;
    const auto put = [&](const char* key, const QJsonValue& value) { params.insert(QLatin1String(key), value); };
    if (request.account) {
        put("account", json::qs(checksumAddress(*request.account)));
    }
    if (request.slot != SlotState::NotAsked) {
        put("slot", QLatin1String(kSlotNames[static_cast<std::size_t>(request.slot)]));
    }
    if (request.extra) {
        put("extra", true);
    }
    switch (request.method) {
    case Method::Hello:
        put("version", request.version);
        break;
    case Method::StoreKey:
        put("purpose", QLatin1String(kPurposeNames[static_cast<std::size_t>(request.purpose)]));
        if (!request.file.empty()) {
            put("file", json::qs(request.file));
        }
        if (request.quiet) {
            put("quiet", true);
        }
        break;
    case Method::SetLockAfter:
        put("seconds", request.seconds);
        break;
    case Method::Import:
        put("kind", QLatin1String(kSecretNames[static_cast<std::size_t>(request.secret)]));
        if (request.secret == SecretKind::Keystore) {
            put("file", json::qs(request.file));
        }
        [[fallthrough]];
    case Method::Create:
    case Method::ChangeName:
        put("name", json::qs(request.name));
        break;
    case Method::SignTransaction:
        put("transaction", json::qs(toHex0x(request.transaction)));
        put("hints", hintsToJson(request.hints));
        break;
    case Method::SignTypedData:
        put("typedData", json::qs(request.typedDataJson));
        put("hints", hintsToJson(request.hints));
        break;
    case Method::Addresses:
        put("paths", pathsToJson(request.paths));
        break;
    case Method::AddAccount:
        put("name", json::qs(request.name));
        if (!request.paths.empty()) {
            put("path", json::qs(hdPathText(request.paths.front())));
        }
        break;
    case Method::ExportKey:
        put("file", json::qs(request.file));
        break;
    case Method::OpenSections:
        put("vehicle", json::qs(toHex0x(request.vehicle)));
        put("sections", sectionsToJson(request.sections));
        put("hints", hintsToJson(request.hints));
        break;
    case Method::Recover:
    case Method::PublicKey:
    case Method::Status:
    case Method::Unlock:
    case Method::ChangePassphrase:
    case Method::KeepSlot:
    case Method::DropSlot:
    case Method::Lock:
    case Method::TestWords:
    case Method::Cancel:
    case Method::Shutdown:
        break;
    }
    return params;
}

} // namespace autochain::wire
