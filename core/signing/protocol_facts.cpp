// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in answers: accounts, addresses, state, errors.
#include "codec/json.h"
#include "crypto/address.h"
#include "signing/protocol.h"
#include "signing/protocol_checks.h"

#include <array>
#include <QJsonArray>

namespace autochain::wire
{

namespace
{

constexpr std::array<const char*, 3> kKindNames = {"words", "key", "file"};

} // namespace

QJsonObject accountToJson(const SignerAccount& account)
{
    return {{QStringLiteral("address"), json::qs(checksumAddress(account.address))},
            {QStringLiteral("name"), json::qs(account.name)},
            {QStringLiteral("kind"), QLatin1String(kKindNames[static_cast<std::size_t>(account.kind)])},
            {QStringLiteral("path"), json::qs(account.path)}};
}

Result<SignerAccount> accountFromJson(const QJsonObject& object)
{
    SignerAccount account;
    AC_TRY(account.address, checked(json::address(object, "address")));
    AC_TRY(account.name, checked(json::string(object, "name", kMaxName * 4)));
    AC_TRY(account.path, checked(json::string(object, "path", 128)));
    AC_TRY(const auto kind, checked(json::string(object, "kind", 16)));
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
        if (kind == kKindNames[i]) {
            account.kind = static_cast<AccountKind>(i);
            return account;
        }
    }
    return bad("kind");
}

QJsonObject addressesToJson(const std::vector<Address>& addresses)
{
    QJsonArray out;
    for (const Address& address : addresses) {
        out.append(json::qs(checksumAddress(address)));
    }
    return {{QStringLiteral("addresses"), out}};
}

Result<std::vector<Address>> addressesFromJson(const QJsonObject& object)
{
    std::vector<Address> out;
    AC_TRY(const auto list, checked(json::array(object, "addresses", kMaxPaths)));
    for (const auto& one : list) {
        const auto address = parseAddress(one.toString().toStdString());
        if (!address.ok()) {
            return bad("addresses");
        }
        out.push_back(*address);
    }
    return out;
}

QJsonObject statusToJson(const SignerStatus& status)
{
    QJsonArray accounts;
    for (const auto& account : status.accounts) {
        accounts.append(accountToJson(account));
    }
    return {{QStringLiteral("unlocked"), status.unlocked},   {QStringLiteral("vault"), status.hasVault},
            {QStringLiteral("words"), status.hasWords},      {QStringLiteral("slot"), json::qs(status.slot)},
            {QStringLiteral("lockAfter"), status.lockAfter}, {QStringLiteral("accounts"), accounts}};
}

Result<SignerStatus> statusFromJson(const QJsonObject& object)
{
    SignerStatus status;
    AC_TRY(status.unlocked, checked(json::boolean(object, "unlocked")));
    AC_TRY(status.hasVault, checked(json::boolean(object, "vault")));
    AC_TRY(status.hasWords, checked(json::boolean(object, "words")));
    AC_TRY(status.slot, checked(json::string(object, "slot", 64)));
    AC_TRY(const auto lockAfter, checked(json::integer(object, "lockAfter")));
    if (lockAfter < kMinLockAfter || lockAfter > kMaxLockAfter) {
        return bad("lockAfter");
    }
    status.lockAfter = static_cast<int>(lockAfter);
    AC_TRY(const auto accounts, checked(json::array(object, "accounts", 1000)));
    for (const auto& one : accounts) {
        AC_TRY(auto account, accountFromJson(one.toObject()));
        status.accounts.push_back(std::move(account));
    }
    return status;
}

const char* errorName(SigningError code)
{
    switch (code) {
    case SigningError::Declined:
        return "Declined";
    case SigningError::Locked:
        return "Locked";
    case SigningError::WrongPassphrase:
        return "WrongPassphrase";
    case SigningError::UnknownAccount:
        return "UnknownAccount";
    case SigningError::CannotDecode:
        return "CannotDecode";
    case SigningError::Refused:
        return "Refused";
    case SigningError::SignerGone:
        return "SignerGone";
    case SigningError::BadMessage:
        return "BadMessage";
    case SigningError::AccountExists:
        return "AccountExists";
    case SigningError::BadSecret:
        return "BadSecret";
    }
    return "BadMessage";
}

} // namespace autochain::wire
