// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/protocol.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "signing/protocol_checks.h"
#include "signing/protocol_params.h"

#include <array>
#include <QJsonArray>

namespace autochain::wire
{

namespace
{

struct MethodInfo {
    Method method;
    const char* name;
    std::vector<const char*> members; // of "params", all that may stand there
};

const std::vector<MethodInfo>& methods()
{
    static const std::vector<MethodInfo> all = {
        {Method::Hello, "hello", {"version"}},
        {Method::Status, "status", {}},
        {Method::Create, "create", {"name"}},
        {Method::Import, "import", {"name", "kind", "file", "extra"}},
        {Method::Unlock, "unlock", {"account", "slot"}},
        {Method::StoreKey, "storeKey", {"purpose", "file", "slot", "quiet"}},
        {Method::ChangePassphrase, "changePassphrase", {}},
        {Method::KeepSlot, "keepSlot", {}},
        {Method::DropSlot, "dropSlot", {}},
        {Method::Lock, "lock", {}},
        {Method::SignTransaction, "signTransaction", {"account", "transaction", "hints"}},
        {Method::SignTypedData, "signTypedData", {"account", "typedData", "hints"}},
        {Method::ChangeName, "changeName", {"account", "name"}},
        {Method::Addresses, "addresses", {"paths", "account"}},
        {Method::AddAccount, "addAccount", {"name", "path", "account"}},
        {Method::ExportKey, "exportKey", {"account", "file"}},
        {Method::Recover, "recover", {"extra"}},
        {Method::TestWords, "testWords", {}},
        {Method::SetLockAfter, "setLockAfter", {"seconds"}},
        {Method::Cancel, "cancel", {}},
        {Method::Shutdown, "shutdown", {}},
        {Method::PublicKey, "publicKey", {"account"}},
        {Method::OpenSections, "openSections", {"account", "vehicle", "sections", "hints"}},
    };
    return all;
}

const MethodInfo& infoOf(Method method)
{
    for (const auto& info : methods()) {
        if (info.method == method) {
            return info;
        }
    }
    return methods().front();
}

constexpr std::array kErrors = {SigningError::Declined,       SigningError::Locked,       SigningError::WrongPassphrase,
                                SigningError::UnknownAccount, SigningError::CannotDecode, SigningError::Refused,
                                SigningError::SignerGone,     SigningError::BadMessage,   SigningError::AccountExists,
                                SigningError::BadSecret};

// The members both directions share: version and id.
Result<std::int64_t> idOf(const QJsonObject& object)
{
    AC_TRY(const auto version, checked(json::integer(object, "v")));
    AC_TRY(const auto id, checked(json::integer(object, "id")));
    if (version != kVersion || id < 0) {
        return bad("version or id");
    }
    return id;
}

Result<> readError(const QJsonObject& object, std::optional<Error>& out)
{
    AC_TRY(const auto code, checked(json::string(object, "code", 32)));
    AC_TRY(const auto args, checked(json::array(object, "args", 8)));
    AC_TRY(auto detail, checked(json::string(object, "detail", 4096)));
    for (const auto known : kErrors) {
        if (code == errorName(known)) {
            Error error(known, {}, std::move(detail));
            for (const auto& arg : args) {
                error.args.push_back(arg.toString().toStdString());
            }
            out = std::move(error);
            return {};
        }
    }
    return bad("unknown error code");
}

} // namespace

bool Request::operator==(const Request& other) const
{
    return encodeRequest(*this) == encodeRequest(other);
}

Bytes frame(std::string_view text)
{
    const auto size = static_cast<std::uint32_t>(text.size());
    Bytes out = {static_cast<std::uint8_t>(size >> 24), static_cast<std::uint8_t>(size >> 16),
                 static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)};
    append(out, asBytes(text));
    return out;
}

void FrameReader::feed(BytesView bytes)
{
    append(m_buffer, bytes);
}

Result<std::optional<Bytes>> FrameReader::next()
{
    if (m_buffer.size() < 4) {
        return std::optional<Bytes>();
    }
    const std::size_t size = (std::size_t{m_buffer[0]} << 24) | (std::size_t{m_buffer[1]} << 16) |
                             (std::size_t{m_buffer[2]} << 8) | std::size_t{m_buffer[3]};
    if (size == 0 || size > kMaxFrame) {
        return bad("frame of " + std::to_string(size) + " bytes");
    }
    if (m_buffer.size() < 4 + size) {
        return std::optional<Bytes>();
    }
    const auto end = m_buffer.begin() + static_cast<std::ptrdiff_t>(4 + size);
    Bytes text(m_buffer.begin() + 4, end);
    m_buffer.erase(m_buffer.begin(), end);
    return std::optional<Bytes>(std::move(text));
}

std::string encodeRequest(const Request& request)
{
    return json::write(QJsonObject{{QStringLiteral("v"), kVersion},
                                   {QStringLiteral("id"), static_cast<qint64>(request.id)},
                                   {QStringLiteral("method"), QLatin1String(infoOf(request.method).name)},
                                   {QStringLiteral("params"), paramsOf(request)}});
}

Result<Request> decodeRequest(BytesView text)
{
    AC_TRY(const auto object, checked(json::parseObject(text, kMaxFrame)));
    if (!onlyMembers(object, std::array{"v", "id", "method", "params"})) {
        return bad("unknown member");
    }
    Request request;
    AC_TRY(request.id, idOf(object));
    AC_TRY(const auto method, checked(json::string(object, "method", 32)));
    AC_TRY(const auto params, checked(json::object(object, "params")));
    for (const auto& info : methods()) {
        if (method == info.name) {
            request.method = info.method;
            if (!onlyMembers(params, info.members)) {
                return bad("params: unknown member");
            }
            AC_CHECK(readParams(params, request));
            return request;
        }
    }
    return bad("unknown method");
}

std::string encodeAnswer(const Answer& answer)
{
    QJsonObject object{{QStringLiteral("v"), kVersion}, {QStringLiteral("id"), static_cast<qint64>(answer.id)}};
    if (!answer.error) {
        object.insert(QStringLiteral("result"), answer.result);
        return json::write(object);
    }
    QJsonArray args;
    for (const auto& arg : answer.error->args) {
        args.append(json::qs(arg));
    }
    const bool ours = answer.error->domain == Domain::Signing;
    const auto code = ours ? static_cast<SigningError>(answer.error->code) : SigningError::BadMessage;
    object.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QLatin1String(errorName(code))},
                                                       {QStringLiteral("args"), args},
                                                       {QStringLiteral("detail"), json::qs(answer.error->detail)}});
    return json::write(object);
}

Result<Answer> decodeAnswer(BytesView text)
{
    AC_TRY(const auto object, checked(json::parseObject(text, kMaxFrame)));
    Answer answer;
    AC_TRY(answer.id, idOf(object));
    const bool failed = object.contains(QLatin1String("error"));
    if (failed == object.contains(QLatin1String("result"))) {
        return bad("result or error");
    }
    if (!failed) {
        AC_TRY(answer.result, checked(json::object(object, "result")));
        return answer;
    }
    AC_TRY(const auto error, checked(json::object(object, "error")));
    AC_CHECK(readError(error, answer.error));
    return answer;
}

} // namespace autochain::wire
