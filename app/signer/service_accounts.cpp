// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts that are made and brought in.
#include "crypto/random.h"
#include "service.h"
#include "service_errors.h"
#include "signing/key_pipe.h"
#include "worker.h"

namespace autochain::signer
{

namespace
{

constexpr qint64 kMaxKeystore = 64 * 1024;

// Why words are none, without any of them in it: how many there are, or which one is not in the list.
Error notTheWords(const SecretBytes& words)
{
    const MnemonicReport report = examineMnemonic(textOf(words));
    Error error = badSecret("words");
    if (!report.countFits) {
        error.args.insert(error.args.end(), {"count", std::to_string(report.words)});
    } else if (!report.unknown.empty()) {
        error.args.insert(error.args.end(), {"unknown", std::to_string(report.unknown.front().position)});
    } else {
        error.args.emplace_back("order");
    }
    return error;
}

Result<PrivateKey> keyFromHex(const SecretBytes& text)
{
    auto key = PrivateKey::fromHex(textOf(text));
    return key.ok() ? std::move(key) : Result<PrivateKey>(badSecret("key"));
}

Result<SecretBytes> newWords()
{
    SecretBytes entropy(32);
    auto words = fillRandom(entropy.span()).ok() ? mnemonicFromEntropy(entropy.view())
                                                 : Result<SecretBytes>(badSecret("random"));
    return words.ok() ? std::move(words) : Result<SecretBytes>(badSecret("words"));
}

} // namespace

template <typename T>
Result<T> Service::keptOrForgotten(Result<T> result)
{
    if (!result.ok() && !m_keyring.hasVault()) {
        m_keyring.lock();
    }
    return result;
}

QCoro::Task<Result<QJsonObject>> Service::create(wire::Request request)
{
    Opening how;
    how.mayMake = true;
    AC_CO_CHECK(co_await ensureOpen(std::move(how)));
    if (m_keyring.hasSeed()) {
        AC_CO_TRY(const auto next, m_keyring.addAccount(request.name));
        co_return wire::accountToJson(next);
    }
    auto words = newWords();
    if (!words.ok()) {
        co_return words.error();
    }
    auto seed = seedFromWords(*words, SecretBytes());
    if (!seed.ok()) {
        co_return seed.error();
    }
    const auto shown = co_await m_front.showWords(std::move(*words));
    if (!shown.ok() || !m_keyring.isOpen()) {
        co_return keptOrForgotten(Result<QJsonObject>(shown.ok() ? Error(SigningError::Locked) : shown.error()));
    }
    const auto account = keptOrForgotten(m_keyring.addSeed(request.name, *seed));
    if (!account.ok()) {
        co_return account.error();
    }
    touch();
    co_return wire::accountToJson(*account);
}

QCoro::Task<Result<QJsonObject>> Service::import(wire::Request request)
{
    std::optional<SecretBytes> seed;
    std::optional<PrivateKey> key;
    if (request.secret == wire::SecretKind::Words) {
        WordsQuestion question;
        question.extra = request.extra;
        const auto typed = co_await m_front.askWords(question);
        if (!typed.ok()) {
            co_return typed.error();
        }
        auto ofWords = seedFromWords(typed->words, typed->extra);
        if (!ofWords.ok()) {
            co_return refuse(ofWords.error());
        }
        seed = std::move(*ofWords);
        auto first = vault::accountKey(*seed, vault::usualPath(0));
        if (!first.ok()) {
            co_return refuse(badSecret("words"));
        }
        key = std::move(*first);
    } else {
        const auto typed = co_await m_front.askKey();
        if (!typed.ok()) {
            co_return typed.error();
        }
        auto ofHex = keyFromHex(*typed);
        if (!ofHex.ok()) {
            co_return refuse(ofHex.error());
        }
        key = std::move(*ofHex);
    }
    if (m_keyring.find(key->address()) && !m_keyring.isOld(key->address())) {
        co_return refuse(existing(key->address()));
    }
    Opening how;
    how.mayMake = true;
    AC_CO_CHECK(co_await ensureOpen(std::move(how)));
    const auto account =
        keptOrForgotten(seed ? m_keyring.addSeed(request.name, *seed) : m_keyring.addKey(request.name, *key));
    if (!account.ok()) {
        co_return account.error();
    }
    touch();
    co_return wire::accountToJson(*account);
}

QCoro::Task<Result<QJsonObject>> Service::importFile(wire::Request request)
{
    auto file = readFileCapped(json::qs(request.file), kMaxKeystore);
    if (!file.ok()) {
        co_return refuse(file.error());
    }
    const std::string v3(file->begin(), file->end());
    const auto claimed = keystoreAddress(v3);
    if (claimed.ok() && m_keyring.find(*claimed)) {
        co_return refuse(existing(*claimed));
    }
    PassphraseQuestion question;
    question.what = PassphraseQuestion::What::KeyFile;
    question.account.address = claimed.ok() ? *claimed : Address();
    question.account.name = request.name;
    std::optional<Result<PrivateKey>> key;
    const Attempt decrypt = [this, &key, &v3](const SecretBytes& passphrase) -> QCoro::Task<Result<>> {
        const std::function<void()> work = [&] { key = decryptKeystore(v3, passphrase); };
        co_await inThread(work);
        if (key->ok()) {
            co_return Unit();
        }
        co_return key->error().is(CryptoError::WrongPassphrase) ? m_keyring.wrongPassphrase() : badSecret("keystore");
    };
    const auto decrypted = co_await askUntil(std::move(question), decrypt);
    if (!decrypted.ok()) {
        const bool shown = decrypted.error().is(SigningError::BadSecret);
        co_return shown ? refuse(decrypted.error()) : decrypted.error();
    }
    m_keyring.forgiveTry();
    if (m_keyring.find((*key)->address())) {
        co_return refuse(existing((*key)->address()));
    }
    Opening how;
    how.mayMake = true;
    AC_CO_CHECK(co_await ensureOpen(std::move(how)));
    const auto account = keptOrForgotten(m_keyring.addKey(request.name, **key));
    if (!account.ok()) {
        co_return account.error();
    }
    touch();
    co_return wire::accountToJson(*account);
}

QCoro::Task<Result<QJsonObject>> Service::addresses(wire::Request request)
{
    AC_CO_CHECK(co_await ensureOpen(Opening()));
    const auto found = m_keyring.addressesAt(request.paths, vault::SeedOf{request.account});
    if (!found.ok()) {
        co_return found.error();
    }
    touch();
    co_return wire::addressesToJson(*found);
}

QCoro::Task<Result<QJsonObject>> Service::addAccount(wire::Request request)
{
    AC_CO_CHECK(co_await ensureOpen(Opening()));
    const std::optional<HdPath> path = request.paths.empty() ? std::nullopt : std::optional(request.paths.front());
    const auto account = m_keyring.addAccount(request.name, path, vault::SeedOf{request.account});
    if (!account.ok()) {
        co_return account.error();
    }
    touch();
    co_return wire::accountToJson(*account);
}

// Nothing is opened or changed, so it works with a locked vault as well: that is when a person wants to know.
QCoro::Task<Result<QJsonObject>> Service::testWords(std::int64_t id)
{
    WordsQuestion question;
    question.what = WordsQuestion::What::Test;
    auto typed = co_await m_front.askWords(question);
    if (!typed.ok()) {
        co_return typed.error();
    }
    const auto seed = seedFromWords(typed->words, typed->extra);
    if (!seed.ok()) {
        co_return notTheWords(typed->words); // the suite says what that means: nothing was refused
    }
    *typed = TypedWords();
    const auto key = vault::backupKeyOfSeed(*seed);
    if (!key.ok()) {
        co_return key.error();
    }
    const vault::SeedCover cover = m_keyring.coverOf(*seed);
    if (!wire::writeKey(m_setup.keyFd, id, *key)) {
        co_return noKeyPipe();
    }
    QJsonObject told;
    told.insert(QStringLiteral("covered"), cover.covered);
    told.insert(QStringLiteral("ofWords"), cover.ofSeeds);
    told.insert(QStringLiteral("imported"), cover.imported);
    co_return told;
}

} // namespace autochain::signer
