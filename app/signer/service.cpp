// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

#include "codec/json.h"
#include "service_errors.h"

namespace autochain::signer
{

Service::Service(Setup setup, Home& home, Keyring& keyring, FrontEnd& front, Reply reply)
    : m_setup(std::move(setup)), m_home(home), m_keyring(keyring), m_front(front), m_reply(std::move(reply)),
      m_lockAfter(home.lockAfter())
{
    connect(&m_autoLock, &QTimer::timeout, this, [this] {
        if (locksInSeconds() == 0) {
            lockNow(m_setup.network.kind != NetworkKind::Practice);
        }
    });
    m_autoLock.start(1000);
}

int Service::locksInSeconds() const
{
    if (!m_keyring.isOpen()) {
        return -1;
    }
    return std::max(0, m_lockAfter - static_cast<int>(m_lastUse.elapsed() / 1000));
}

void Service::touch()
{
    m_lastUse.restart();
}

// `forget`: also the passphrase that was handed over at the start, so that a person is asked again.
void Service::lockNow(bool forget)
{
    m_keyring.lock();
    m_mayOpen.clear();
    if (forget) {
        m_setup.passphrase.reset();
    }
    if (m_busy) {
        m_lockedMeanwhile = true;
        m_front.dismiss();
    }
}

void Service::handle(wire::Request request)
{
    if (request.method == wire::Method::Lock) {
        lockNow(true);
        m_reply({request.id, {}, {}});
        return;
    }
    if (request.method == wire::Method::Shutdown) {
        lockNow(true);
        m_reply({request.id, {}, {}});
        if (onShutdown) {
            onShutdown();
        }
        return;
    }
    if (request.method == wire::Method::Cancel) {
        if (m_busy) {
            m_front.dismiss();
        }
        m_reply({request.id, {}, {}});
        return;
    }
    m_queue.push_back(std::move(request));
    if (!m_busy) {
        work();
    }
}

void Service::reply(std::int64_t id, const Result<QJsonObject>& result)
{
    if (result.ok()) {
        m_reply({id, *result, {}});
    } else {
        m_reply({id, {}, m_lockedMeanwhile ? Error(SigningError::Locked) : result.error()});
    }
}

QCoro::Task<void> Service::work()
{
    m_busy = true;
    while (!m_queue.empty()) {
        wire::Request request = std::move(m_queue.front());
        m_queue.pop_front();
        m_lockedMeanwhile = false;
        const auto id = request.id;
        const bool harmless = request.method == wire::Method::Hello || request.method == wire::Method::Status;
        if (!harmless && m_setup.beforeSecrets) {
            auto once = std::exchange(m_setup.beforeSecrets, nullptr);
            co_await once();
        }
        const auto result = co_await answer(std::move(request));
        reply(id, result);
    }
    m_busy = false;
}

QCoro::Task<Result<QJsonObject>> Service::answer(wire::Request request)
{
    using wire::Method;
    switch (request.method) {
    case Method::Hello:
        co_return hello(request);
    case Method::Status:
        co_return wire::statusToJson(status());
    case Method::Create:
        co_return co_await create(std::move(request));
    case Method::Import:
        if (request.secret == wire::SecretKind::Keystore) { // no co_await in ?: GCC 12 destroys its operands twice
            co_return co_await importFile(std::move(request));
        }
        co_return co_await import(std::move(request));
    case Method::Unlock:
        co_return co_await unlock(std::move(request));
    case Method::StoreKey:
        co_return co_await storeKey(std::move(request));
    case Method::ChangePassphrase:
        co_return co_await changePassphrase();
    case Method::KeepSlot:
        co_return co_await keepSlot(request.id);
    case Method::DropSlot:
        AC_CO_CHECK(m_keyring.dropSlot());
        co_return QJsonObject();
    case Method::SignTransaction:
        co_return co_await signTransaction(std::move(request));
    case Method::SignTypedData:
        co_return co_await signTypedData(std::move(request));
    case Method::ChangeName:
        AC_CO_CHECK(m_keyring.rename(*request.account, request.name));
        co_return QJsonObject();
    case Method::Addresses:
        co_return co_await addresses(std::move(request));
    case Method::AddAccount:
        co_return co_await addAccount(std::move(request));
    case Method::ExportKey:
        co_return co_await exportKey(std::move(request));
    case Method::Recover:
        co_return co_await recover(std::move(request));
    case Method::TestWords:
        co_return co_await testWords(request.id);
    case Method::SetLockAfter:
        co_return co_await setLockAfter(request.seconds);
    case Method::PublicKey:
        co_return co_await publicKey(*request.account);
    case Method::OpenSections:
        co_return co_await openSections(std::move(request));
    case Method::Lock:
    case Method::Cancel:
    case Method::Shutdown:
        break;
    }
    co_return Error(SigningError::BadMessage);
}

SignerStatus Service::status() const
{
    return {m_keyring.isOpen() || m_setup.passphrase.has_value(),
            m_keyring.hasVault() || m_keyring.oldAccount(),
            m_keyring.hasSeed(),
            m_keyring.slotName(),
            m_lockAfter,
            m_keyring.accounts()};
}

Result<QJsonObject> Service::hello(const wire::Request& request) const
{
    if (request.version != wire::kVersion) {
        return Error(SigningError::BadMessage, {}, "another version of the protocol");
    }
    return QJsonObject{{QStringLiteral("version"), wire::kVersion},
                       {QStringLiteral("network"), json::qs(m_setup.network.name)},
                       {QStringLiteral("networkChanged"), m_setup.networkChanged}};
}

} // namespace autochain::signer
