// SPDX-License-Identifier: GPL-3.0-or-later
// What the suite asks the signer about accounts: made, found, brought in, renamed, given out.
#include "signing/signer_process.h"

#include <QFileInfo>
#include <QJsonObject>

namespace autochain
{

QCoro::Task<Result<SignerAccount>> SignerProcess::createAccount(std::string name)
{
    wire::Request request;
    request.method = wire::Method::Create;
    request.name = std::move(name);
    AC_CO_TRY(const auto result, co_await ask(std::move(request)));
    co_return wire::accountFromJson(result);
}

QCoro::Task<Result<SignerAccount>> SignerProcess::import(wire::Request request)
{
    request.method = wire::Method::Import;
    AC_CO_TRY(const auto result, co_await ask(std::move(request)));
    co_return wire::accountFromJson(result);
}

QCoro::Task<Result<SignerAccount>> SignerProcess::importKeystore(std::string name, QString file)
{
    wire::Request request;
    request.secret = wire::SecretKind::Keystore;
    request.name = std::move(name);
    request.file = QFileInfo(file).absoluteFilePath().toStdString();
    co_return co_await import(std::move(request));
}

QCoro::Task<Result<SignerAccount>> SignerProcess::importPrivateKey(std::string name)
{
    wire::Request request;
    request.secret = wire::SecretKind::PrivateKey;
    request.name = std::move(name);
    co_return co_await import(std::move(request));
}

QCoro::Task<Result<SignerAccount>> SignerProcess::restoreWords(std::string name, bool extra)
{
    wire::Request request;
    request.secret = wire::SecretKind::Words;
    request.name = std::move(name);
    request.extra = extra;
    co_return co_await import(std::move(request));
}

QCoro::Task<Result<std::vector<Address>>> SignerProcess::addresses(std::vector<HdPath> paths, std::optional<Address> of)
{
    wire::Request request;
    request.method = wire::Method::Addresses;
    request.paths = std::move(paths);
    request.account = of;
    const std::size_t wanted = request.paths.size();
    AC_CO_TRY(const auto result, co_await ask(std::move(request)));
    auto addresses = wire::addressesFromJson(result);
    if (addresses.ok() && addresses->size() != wanted) {
        co_return Error(SigningError::BadMessage, {}, "not as many addresses as paths");
    }
    co_return addresses;
}

QCoro::Task<Result<SignerAccount>> SignerProcess::addAccount(std::string name, std::optional<HdPath> path,
                                                             std::optional<Address> of)
{
    wire::Request request;
    request.method = wire::Method::AddAccount;
    request.name = std::move(name);
    request.account = of;
    if (path) {
        request.paths.push_back(std::move(*path));
    }
    AC_CO_TRY(const auto result, co_await ask(std::move(request)));
    co_return wire::accountFromJson(result);
}

QCoro::Task<Result<>> SignerProcess::exportKey(Address account, QString file)
{
    wire::Request request;
    request.method = wire::Method::ExportKey;
    request.account = account;
    request.file = file.toStdString();
    AC_CO_CHECK(co_await ask(std::move(request)));
    co_return Unit();
}

QCoro::Task<Result<>> SignerProcess::recover(bool extra)
{
    wire::Request request;
    request.method = wire::Method::Recover;
    request.extra = extra;
    AC_CO_CHECK(co_await ask(std::move(request)));
    co_return Unit();
}

QCoro::Task<Result<>> SignerProcess::changeName(Address account, std::string name)
{
    wire::Request request;
    request.method = wire::Method::ChangeName;
    request.account = account;
    request.name = std::move(name);
    AC_CO_CHECK(co_await ask(std::move(request)));
    co_return Unit();
}

} // namespace autochain
