// SPDX-License-Identifier: GPL-3.0-or-later
// A key that leaves in a file, and words that set a new passphrase.
#include "service.h"
#include "service_errors.h"
#include "store/durable_file.h"
#include "worker.h"

#include <QFileInfo>

namespace autochain::signer
{

namespace
{

Result<> writeKeyFile(const std::string& path, const std::string& text)
{
    const auto written = store::writeNewDurably(path, asBytes(text));
    if (written.ok()) {
        return {};
    }
    const bool there = written.error().is(StoreError::AlreadyExists);
    return Error(SigningError::BadSecret, {there ? "file exists" : "file"}, written.error().detail);
}

} // namespace

QCoro::Task<Result<QJsonObject>> Service::exportKey(wire::Request request)
{
    const auto known = m_keyring.find(*request.account);
    if (!known) {
        co_return unknown(*request.account);
    }
    if (QFileInfo::exists(json::qs(request.file))) { // before anybody types anything
        co_return refuse(badSecret("file exists"));
    }
    PassphraseQuestion question;
    question.what = PassphraseQuestion::What::Export;
    question.account = *known;
    AC_CO_CHECK(co_await confirm(std::move(question)));
    AC_CO_CHECK(co_await ensureKey(*request.account));
    auto chosen = co_await m_front.newFilePassphrase(*known);
    if (!chosen.ok()) {
        co_return chosen.error();
    }
    const PrivateKey* const key = m_keyring.key(*request.account);
    if (key == nullptr) {
        co_return Error(SigningError::Locked);
    }
    const PrivateKey copy = key->clone(); // stays while a thread works with it, locked meanwhile or not
    std::optional<Result<std::string>> text;
    const std::function<void()> work = [&] { text = encryptKeystore(copy, *chosen); };
    co_await inThread(work);
    if (!text->ok()) {
        co_return badSecret("keystore");
    }
    const auto written = writeKeyFile(request.file, **text);
    if (!written.ok()) {
        co_return refuse(written.error());
    }
    touch();
    co_return QJsonObject();
}

QCoro::Task<Result<QJsonObject>> Service::recover(wire::Request request)
{
    if (!m_keyring.hasVault()) {
        co_return m_keyring.isDamaged() ? refuse(badSecret("vault")) : unknown(Address());
    }
    WordsQuestion question;
    question.what = WordsQuestion::What::NewPassphrase;
    question.extra = request.extra;
    const auto typed = co_await m_front.askWords(question);
    if (!typed.ok()) {
        co_return typed.error();
    }
    const auto seed = seedFromWords(typed->words, typed->extra);
    if (!seed.ok()) {
        co_return refuse(seed.error());
    }
    const bool wasOpen = m_keyring.isOpen();
    const auto opened = m_keyring.openByWords(*seed);
    if (!opened.ok()) {
        co_return refuse(opened.error());
    }
    const auto chosen = co_await m_front.newPassphrase(m_setup.network.name);
    Result<> set = chosen.ok() ? Result<>() : Result<>(chosen.error());
    if (set.ok()) {
        set = co_await m_keyring.setPassphrase(*chosen);
    }
    if (!set.ok()) { // nothing is changed, so nothing stays open
        if (!wasOpen) {
            m_keyring.lock();
        }
        co_return set.error();
    }
    m_keyring.forgiveTry();
    m_setup.passphrase.reset(); // it was the old one, or none
    touch();
    co_return QJsonObject();
}

} // namespace autochain::signer
