// SPDX-License-Identifier: GPL-3.0-or-later
// What the suite asks the signer about private sections.
#include "base/hex.h"
#include "codec/json.h"
#include "signing/key_pipe.h"
#include "signing/signer_process.h"

#include <QJsonArray>

namespace autochain
{

namespace
{

Error badAnswer(const char* what)
{
    return {SigningError::BadMessage, {}, what};
}

Result<std::vector<bool>> openedOf(const QJsonObject& answer, std::size_t wanted)
{
    const auto list = json::array(answer, "opened", wire::kMaxSections);
    if (!list.ok() || static_cast<std::size_t>(list->size()) != wanted) {
        return badAnswer("opened");
    }
    std::vector<bool> out;
    for (const auto& one : *list) {
        if (!one.isBool()) {
            return badAnswer("opened");
        }
        out.push_back(one.toBool());
    }
    return out;
}

} // namespace

QCoro::Task<Result<PublicKey>> SignerProcess::publicKey(Address account)
{
    wire::Request request;
    request.method = wire::Method::PublicKey;
    request.account = account;
    AC_CO_TRY(const auto result, co_await ask(std::move(request)));
    const auto bytes = json::hexData(result, "publicKey", 33);
    const auto key = bytes.ok() ? PublicKey::fromBytes(*bytes) : Result<PublicKey>(badAnswer("publicKey"));
    if (!key.ok() || key->address() != account) {
        co_return badAnswer("publicKey");
    }
    co_return *key;
}

QCoro::Task<Result<std::vector<std::optional<SecretBytes>>>>
SignerProcess::openSections(Address account, Hash32 vehicleId, std::vector<privacy::LockedKey> sections,
                            SigningHints hints)
{
    const std::size_t wanted = sections.size();
    wire::Request request;
    request.method = wire::Method::OpenSections;
    request.account = account;
    request.vehicle = vehicleId;
    request.sections = std::move(sections);
    request.hints = std::move(hints);
    std::int64_t id = 0;
    AC_CO_TRY(const auto result, co_await askForKeys(std::move(request), id));
    AC_CO_TRY(const auto opened, openedOf(result, wanted));
    std::vector<std::optional<SecretBytes>> keys(wanted);
    for (std::size_t i = 0; i < wanted; ++i) {
        if (!opened[i]) {
            continue;
        }
        keys[i] = nextKey(id); // written before the answer was
        if (!keys[i]) {
            co_return badAnswer("no key came with the answer");
        }
    }
    co_return std::move(keys);
}

} // namespace autochain
