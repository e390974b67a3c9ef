// SPDX-License-Identifier: GPL-3.0-or-later
// What the signer does with requests. Needs no window: the front end and the channel are given to it.
#pragma once

#include "front_end.h"
#include "home.h"
#include "keyring.h"
#include "signing/clear_signing.h"

#include <deque>
#include <functional>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <set>

namespace autochain::signer
{

class Service : public QObject
{
public:
    using Reply = std::function<void(wire::Answer)>;

    struct Setup {
        NetworkFile network;
        bool networkChanged = false;                  // differs from the pinned one: nothing is signed
        std::optional<SecretBytes> passphrase;        // from --passphrase-fd
        int keyFd = -1;                               // keys to the suite
        int slotFd = -1;                              // slot keys from the suite
        std::function<QCoro::Task<>()> beforeSecrets; // once, before the first request that has to do with keys
    };
    // `front`, `home` and `keyring` must outlive the service.
    Service(Setup setup, Home& home, Keyring& keyring, FrontEnd& front, Reply reply);

    // Answers in order, one question at a time; lock and shutdown do not wait.
    void handle(wire::Request request);
    int locksInSeconds() const; // -1: locked
    std::function<void()> onShutdown;

private:
    QCoro::Task<void> work();
    QCoro::Task<Result<QJsonObject>> answer(wire::Request request);
    QCoro::Task<Result<QJsonObject>> create(wire::Request request);
    QCoro::Task<Result<QJsonObject>> import(wire::Request request);
    QCoro::Task<Result<QJsonObject>> importFile(wire::Request request);
    QCoro::Task<Result<QJsonObject>> unlock(wire::Request request);
    QCoro::Task<Result<QJsonObject>> storeKey(wire::Request request);
    QCoro::Task<Result<QJsonObject>> changePassphrase();
    QCoro::Task<Result<QJsonObject>> keepSlot(std::int64_t id);
    QCoro::Task<Result<QJsonObject>> addresses(wire::Request request);
    QCoro::Task<Result<QJsonObject>> addAccount(wire::Request request);
    QCoro::Task<Result<QJsonObject>> exportKey(wire::Request request);
    QCoro::Task<Result<QJsonObject>> recover(wire::Request request);
    QCoro::Task<Result<QJsonObject>> testWords(std::int64_t id);
    QCoro::Task<Result<QJsonObject>> setLockAfter(int seconds);
    QCoro::Task<Result<QJsonObject>> signTransaction(wire::Request request);
    QCoro::Task<Result<QJsonObject>> signTypedData(wire::Request request);
    QCoro::Task<Result<QJsonObject>> publicKey(Address account);
    QCoro::Task<Result<QJsonObject>> openSections(wire::Request request);
    QCoro::Task<Result<>> askToOpen(const wire::Request& request);

    struct Opening {
        SlotState slot = SlotState::NotAsked;
        std::int64_t id = 0;     // of the request, for the slot key
        std::string oldStoreKey; // text of an older store.key to take over if the same passphrase opens it
        bool mayMake = false;    // without a vault: a passphrase is chosen for a new one
    };
    QCoro::Task<Result<>> ensureOpen(Opening how);
    QCoro::Task<Result<>> ensureKey(Address account);
    // Asks for the vault's passphrase although it may be open.
    QCoro::Task<Result<>> confirm(PassphraseQuestion question);
    // Until `attempt` takes what was handed over or typed, or the person gives up.
    using Attempt = std::function<QCoro::Task<Result<>>(const SecretBytes&)>;
    QCoro::Task<Result<>> askUntil(PassphraseQuestion question, Attempt attempt);
    QCoro::Task<Result<SecretBytes>> newPassphrase();
    QCoro::Task<Result<Signature>> askAndSign(Approval approval);
    // What a failed creation left in memory goes.
    template <typename T>
    Result<T> keptOrForgotten(Result<T> result);
    void reply(std::int64_t id, const Result<QJsonObject>& result);
    SignerStatus status() const;
    Result<QJsonObject> hello(const wire::Request& request) const;
    Result<signing::SigningContext> contextFor(const Address& account) const;
    Error refuse(const Error& why);
    void touch();
    void lockNow(bool forget);

    Setup m_setup;
    Home& m_home;
    Keyring& m_keyring;
    FrontEnd& m_front;
    Reply m_reply;
    std::deque<wire::Request> m_queue;
    bool m_busy = false;
    bool m_lockedMeanwhile = false;
    int m_lockAfter;                                // seconds
    std::set<std::pair<Address, Hash32>> m_mayOpen; // account and car whose private sections the person let open
    QElapsedTimer m_lastUse;
    QTimer m_autoLock;
};

} // namespace autochain::signer
