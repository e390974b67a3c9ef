// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the vault: by what was handed over, by the desktop's slot key, by the person.
#include "service.h"
#include "service_errors.h"
#include "signing/key_pipe.h"

#include <QFile>

namespace autochain::signer
{

namespace
{

constexpr int kSlotWaitMs = 200; // the key was written before the request
constexpr qint64 kMaxStoreKey = 16 * 1024;

} // namespace

QCoro::Task<Result<SecretBytes>> Service::newPassphrase()
{
    if (m_setup.passphrase) {
        co_return m_setup.passphrase->clone();
    }
    co_return co_await m_front.newPassphrase(m_setup.network.name);
}

QCoro::Task<Result<>> Service::askUntil(PassphraseQuestion question, Attempt attempt)
{
    bool handedOver = m_setup.passphrase.has_value();
    question.waitSeconds = m_keyring.waitSeconds();
    for (;;) {
        Result<SecretBytes> passphrase = Error(SigningError::Locked);
        if (handedOver) {
            passphrase = m_setup.passphrase->clone();
        } else {
            auto typed = co_await m_front.askPassphrase(question);
            passphrase = std::move(typed);
        }
        if (!passphrase.ok()) {
            // On a console without a terminal the passphrase handed over was the only try.
            const bool wrongOne = question.wrong && passphrase.error().is(SigningError::Locked);
            co_return wrongOne ? m_keyring.wrongError() : passphrase.error();
        }
        const auto tried = co_await attempt(*passphrase);
        if (tried.ok() || !tried.error().is(SigningError::WrongPassphrase)) {
            co_return tried;
        }
        handedOver = false;
        question.wrong = true;
        question.slot = SlotState::NotAsked;
        question.triesLeft = m_keyring.triesLeft();
        question.waitSeconds = m_keyring.waitSeconds();
    }
}

QCoro::Task<Result<>> Service::ensureOpen(Opening how)
{
    std::optional<SecretBytes> slotKey;
    if (how.slot == SlotState::Here) { // taken out of the pipe even if it is not needed any more
        slotKey = wire::readKey(m_setup.slotFd, how.id, kSlotWaitMs);
        how.slot = SlotState::Wiped;
    }
    if (!m_keyring.isOpen() && slotKey && m_keyring.openBySlot(*slotKey).ok()) {
        touch();
        co_return Unit();
    }
    if (m_keyring.isOpen()) {
        touch();
        co_return Unit();
    }
    const auto old = m_keyring.oldAccount();
    if (m_keyring.hasVault() || m_keyring.isDamaged() || old) {
        PassphraseQuestion question;
        question.slot = how.slot;
        if (!m_keyring.hasVault() && old) {
            question.what = PassphraseQuestion::What::OldAccount;
            question.account = *old;
        }
        const Attempt open = [this, &how](const SecretBytes& passphrase) -> QCoro::Task<Result<>> {
            AC_CO_CHECK(co_await m_keyring.open(passphrase));
            if (!how.oldStoreKey.empty() && !m_keyring.hasDatabaseKeyOfItsOwn()) {
                // Another passphrase there is no mistake of the person; it is asked for by its own name.
                const auto adopted = co_await m_keyring.adoptStoreKey(how.oldStoreKey, passphrase);
                m_keyring.forgiveTry();
                Q_UNUSED(adopted)
            }
            co_return Unit();
        };
        const auto opened = co_await askUntil(std::move(question), open);
        if (!opened.ok()) {
            const bool shown = opened.error().is(SigningError::BadSecret);
            co_return shown ? refuse(opened.error()) : opened.error();
        }
        touch();
        co_return Unit();
    }
    if (!how.mayMake) {
        co_return unknown(Address());
    }
    auto chosen = co_await newPassphrase();
    if (!chosen.ok()) {
        co_return chosen.error();
    }
    AC_CO_CHECK(co_await m_keyring.open(*chosen));
    if (!how.oldStoreKey.empty()) {
        const auto adopted = co_await m_keyring.adoptStoreKey(how.oldStoreKey, *chosen);
        m_keyring.forgiveTry();
        Q_UNUSED(adopted)
    }
    touch();
    co_return Unit();
}

QCoro::Task<Result<>> Service::ensureKey(Address account)
{
    const auto known = m_keyring.find(account);
    if (!known) {
        co_return unknown(account);
    }
    AC_CO_CHECK(co_await ensureOpen(Opening()));
    if (m_keyring.key(account) == nullptr && m_keyring.isOld(account)) {
        PassphraseQuestion question;
        question.what = PassphraseQuestion::What::OldAccount;
        question.account = *known;
        const Attempt take = [this, account](const SecretBytes& passphrase) {
            return m_keyring.takeOver(account, passphrase);
        };
        AC_CO_CHECK(co_await askUntil(std::move(question), take));
    }
    touch();
    co_return Unit();
}

QCoro::Task<Result<>> Service::confirm(PassphraseQuestion question)
{
    if (!m_keyring.hasVault()) { // of an older version, or none: opening makes or asks what is needed
        Opening how;
        how.mayMake = true;
        AC_CO_CHECK(co_await ensureOpen(std::move(how)));
        co_return m_keyring.save();
    }
    const Attempt attempt = [this](const SecretBytes& passphrase) {
        return m_keyring.isOpen() ? m_keyring.check(passphrase) : m_keyring.open(passphrase);
    };
    AC_CO_CHECK(co_await askUntil(std::move(question), attempt));
    touch();
    co_return Unit();
}

QCoro::Task<Result<QJsonObject>> Service::unlock(wire::Request request)
{
    Opening how;
    how.slot = request.slot;
    how.id = request.id;
    if (request.account && !m_keyring.find(*request.account)) {
        co_return unknown(*request.account);
    }
    AC_CO_CHECK(co_await ensureOpen(std::move(how)));
    if (request.account) {
        AC_CO_CHECK(co_await ensureKey(*request.account));
    }
    co_return QJsonObject();
}

QCoro::Task<Result<QJsonObject>> Service::storeKey(wire::Request request)
{
    if (request.quiet && !m_keyring.isOpen() && !m_setup.passphrase) {
        co_return Error(SigningError::Locked);
    }
    Opening how;
    how.slot = request.slot;
    how.id = request.id;
    how.mayMake = true;
    if (const QString file = json::qs(request.file); !file.isEmpty() && QFile::exists(file)) {
        AC_CO_TRY(const auto text, readFileCapped(file, kMaxStoreKey));
        how.oldStoreKey.assign(text.begin(), text.end());
    }
    const std::string old = how.oldStoreKey;
    AC_CO_CHECK(co_await ensureOpen(std::move(how)));
    AC_CO_CHECK(m_keyring.save());
    if (!old.empty() && !m_keyring.hasDatabaseKeyOfItsOwn()) {
        PassphraseQuestion question;
        question.what = PassphraseQuestion::What::OldRecords;
        const Attempt adopt = [this, &old](const SecretBytes& passphrase) {
            return m_keyring.adoptStoreKey(old, passphrase);
        };
        AC_CO_CHECK(co_await askUntil(std::move(question), adopt));
    }
    const auto key = request.purpose == wire::KeyPurpose::Database ? m_keyring.databaseKey() : m_keyring.backupKey();
    if (!key.ok()) {
        co_return key.error();
    }
    if (!wire::writeKey(m_setup.keyFd, request.id, *key)) {
        co_return noKeyPipe();
    }
    co_return QJsonObject();
}

QCoro::Task<Result<QJsonObject>> Service::changePassphrase()
{
    PassphraseQuestion question;
    question.what = PassphraseQuestion::What::Change;
    AC_CO_CHECK(co_await confirm(std::move(question)));
    const auto chosen = co_await m_front.newPassphrase(m_setup.network.name);
    if (!chosen.ok()) {
        co_return chosen.error();
    }
    AC_CO_CHECK(co_await m_keyring.setPassphrase(*chosen));
    m_setup.passphrase.reset(); // it was the old one
    touch();
    co_return QJsonObject();
}

QCoro::Task<Result<QJsonObject>> Service::keepSlot(std::int64_t id)
{
    PassphraseQuestion question;
    question.what = PassphraseQuestion::What::KeepSlot;
    AC_CO_CHECK(co_await confirm(std::move(question)));
    if (!m_keyring.isOpen()) {
        co_return Error(SigningError::Locked);
    }
    const auto key = m_keyring.keepSlot();
    if (!key.ok()) {
        co_return key.error();
    }
    if (!wire::writeKey(m_setup.keyFd, id, *key)) {
        co_return noKeyPipe();
    }
    co_return member("name", m_keyring.slotName());
}

// Sooner is always allowed; later only to whoever could have opened it.
QCoro::Task<Result<QJsonObject>> Service::setLockAfter(int seconds)
{
    if (seconds > m_lockAfter) {
        Opening how;
        how.mayMake = true;
        AC_CO_CHECK(co_await ensureOpen(std::move(how)));
    }
    AC_CO_CHECK(m_home.setLockAfter(seconds));
    m_lockAfter = seconds;
    co_return QJsonObject();
}

} // namespace autochain::signer
