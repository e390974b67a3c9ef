// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "crypto/mnemonic.h"
#include "crypto/random.h"

namespace autochain::signer
{

namespace
{

constexpr const char* kPath = "m/44'/60'/0'/0/0"; // BIP-44, Ethereum

// Errors are made by functions: GCC 12 destroys what a braced list made inside a coroutine twice.
Error badSecret(const char* what)
{
    return {SigningError::BadSecret, {what}};
}

Error unknown(const Address& account)
{
    return {SigningError::UnknownAccount, {checksumAddress(account)}};
}

Error existing(const Address& account)
{
    return {SigningError::AccountExists, {checksumAddress(account)}};
}

Error wrongPassphrase(int triesLeft)
{
    return {SigningError::WrongPassphrase, {std::to_string(triesLeft)}};
}

Error unreadable(const char* what)
{
    return {SigningError::CannotDecode, {what}};
}

QJsonObject member(const char* key, const std::string& value)
{
    return {{QLatin1String(key), json::qs(value)}};
}

std::string_view textOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.data()), secret.size()};
}

Result<PrivateKey> keyFromWords(const SecretBytes& words)
{
    const auto entropy = entropyFromMnemonic(textOf(words)); // checks words and checksum
    if (!entropy.ok()) {
        return badSecret("words");
    }
    auto key = deriveKey(seedFromMnemonic(textOf(words)), kPath);
    return key.ok() ? std::move(key) : Result<PrivateKey>(badSecret("words"));
}

Result<PrivateKey> keyFromHex(const SecretBytes& text)
{
    auto bytes = fromHex(textOf(text));
    if (!bytes.ok() || bytes->size() != 32) {
        return badSecret("key");
    }
    SecretBytes secret = SecretBytes::copyOf(*bytes);
    wipe(*bytes);
    auto key = PrivateKey::fromBytes(std::move(secret));
    return key.ok() ? std::move(key) : Result<PrivateKey>(badSecret("key"));
}

} // namespace

Service::Service(Setup setup, Home& home, Keyring& keyring, FrontEnd& front, Reply reply)
    : m_setup(std::move(setup)), m_home(home), m_keyring(keyring), m_front(front), m_reply(std::move(reply))
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
    if (!m_keyring.anyUnlocked()) {
        return -1;
    }
    return std::max(0, kLockAfterSeconds - static_cast<int>(m_lastUse.elapsed() / 1000));
}

void Service::touch()
{
    m_lastUse.restart();
}

// `forget`: also the passphrase that was handed over at the start, so that a person is asked again.
void Service::lockNow(bool forget)
{
    m_keyring.lock();
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
    case Method::SignTransaction:
        co_return co_await signTransaction(std::move(request));
    case Method::SignTypedData:
        co_return co_await signTypedData(std::move(request));
    case Method::ChangeName:
        AC_CO_CHECK(m_keyring.rename(*request.account, request.name));
        co_return QJsonObject();
    case Method::Lock:
    case Method::Shutdown:
        break;
    }
    co_return Error(SigningError::BadMessage);
}

SignerStatus Service::status() const
{
    return {m_keyring.anyUnlocked() || m_setup.passphrase.has_value(), m_keyring.accounts()};
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

QCoro::Task<Result<SecretBytes>> Service::passphraseForNew(std::string name)
{
    if (m_setup.passphrase) {
        co_return m_setup.passphrase->clone();
    }
    co_return co_await m_front.newPassphrase(std::move(name));
}

QCoro::Task<Result<QJsonObject>> Service::create(wire::Request request)
{
    auto passphrase = co_await passphraseForNew(request.name);
    if (!passphrase.ok()) {
        co_return passphrase.error();
    }
    SecretBytes entropy(32);
    if (!fillRandom(entropy.span()).ok()) {
        co_return badSecret("random");
    }
    auto words = mnemonicFromEntropy(entropy.view());
    if (!words.ok()) {
        co_return badSecret("words");
    }
    auto key = keyFromWords(*words);
    if (!key.ok()) {
        co_return key.error();
    }
    AC_CO_CHECK(co_await m_front.showWords(std::move(*words)));
    AC_CO_TRY(const auto account, m_keyring.add(request.name, std::move(*key), *passphrase));
    touch();
    co_return wire::accountToJson(account);
}

QCoro::Task<Result<QJsonObject>> Service::import(wire::Request request)
{
    auto secret = co_await m_front.askSecret(request.secret);
    if (!secret.ok()) {
        co_return secret.error();
    }
    auto key = request.secret == wire::SecretKind::Words ? keyFromWords(*secret) : keyFromHex(*secret);
    if (!key.ok()) {
        co_return refuse(key.error());
    }
    if (m_keyring.find(key->address())) {
        co_return refuse(existing(key->address()));
    }
    auto passphrase = co_await passphraseForNew(request.name);
    if (!passphrase.ok()) {
        co_return passphrase.error();
    }
    AC_CO_TRY(const auto account, m_keyring.add(request.name, std::move(*key), *passphrase));
    touch();
    co_return wire::accountToJson(account);
}

QCoro::Task<Result<QJsonObject>> Service::importFile(wire::Request request)
{
    auto file = readFileCapped(json::qs(request.file), 64 * 1024);
    if (!file.ok()) {
        co_return refuse(file.error());
    }
    const std::string v3(file->begin(), file->end());
    const auto claimed = keystoreAddress(v3);
    PassphraseQuestion question;
    question.account.address = claimed.ok() ? *claimed : Address();
    question.account.name = request.name;
    bool tried = !m_setup.passphrase;
    for (;;) {
        Result<SecretBytes> passphrase = Error(SigningError::Locked);
        if (tried) {
            auto typed = co_await m_front.askPassphrase(question);
            passphrase = std::move(typed);
        } else {
            passphrase = m_setup.passphrase->clone();
        }
        if (!passphrase.ok()) {
            co_return passphrase.error();
        }
        const auto account = m_keyring.addKeystore(request.name, v3, *passphrase);
        if (account.ok()) {
            touch();
            co_return wire::accountToJson(*account);
        }
        if (!account.error().is(SigningError::WrongPassphrase)) {
            co_return refuse(account.error());
        }
        tried = true;
        question.wrong = true;
        question.triesLeft = m_keyring.triesLeft();
        question.waitSeconds = m_keyring.waitSeconds();
    }
}

QCoro::Task<Result<>> Service::ensureUnlocked(Address account)
{
    const auto known = m_keyring.find(account);
    if (!known) {
        co_return unknown(account);
    }
    PassphraseQuestion question;
    question.account = *known;
    question.waitSeconds = m_keyring.waitSeconds();
    bool handedOver = m_setup.passphrase.has_value();
    while (m_keyring.key(account) == nullptr) {
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
            co_return wrongOne ? wrongPassphrase(m_keyring.triesLeft()) : passphrase.error();
        }
        const auto unlocked = m_keyring.unlock(account, *passphrase);
        if (!unlocked.ok() && !unlocked.error().is(SigningError::WrongPassphrase)) {
            co_return unlocked.error();
        }
        handedOver = false;
        question.wrong = true;
        question.triesLeft = m_keyring.triesLeft();
        question.waitSeconds = m_keyring.waitSeconds();
    }
    touch();
    co_return Unit();
}

QCoro::Task<Result<QJsonObject>> Service::unlock(wire::Request request)
{
    const auto accounts = m_keyring.accounts();
    if (!request.account && accounts.empty()) {
        co_return unknown(Address());
    }
    AC_CO_CHECK(co_await ensureUnlocked(request.account ? *request.account : accounts.front().address));
    co_return QJsonObject();
}

Result<signing::SigningContext> Service::contextFor(const Address& account) const
{
    if (!m_keyring.find(account)) {
        return Error(SigningError::UnknownAccount, {checksumAddress(account)});
    }
    if (m_setup.networkChanged) {
        return Error(SigningError::Refused, {"network changed"});
    }
    signing::SigningContext context{m_setup.network, account, m_home.addressBook(), m_home.signedDeals(account)};
    if (m_setup.network.kind == NetworkKind::Practice) {
        for (const auto& person : m_setup.network.people) {
            context.names.emplace(person.address, person.name);
        }
    }
    for (const auto& own : m_keyring.accounts()) {
        context.names.insert_or_assign(own.address, own.name);
    }
    return context;
}

Error Service::refuse(const Error& why)
{
    m_front.showRefusal(why);
    return why;
}

QCoro::Task<Result<Signature>> Service::askAndSign(Approval approval)
{
    const Address account = approval.statement.self.address;
    const Hash32 hash = approval.hash;
    AC_CO_CHECK(co_await ensureUnlocked(account));
    const bool yes = co_await m_front.approve(std::move(approval));
    const auto* key = m_keyring.key(account);
    if (key == nullptr) {
        co_return Error(SigningError::Locked); // its time was over while the question stood
    }
    if (!yes) {
        co_return Error(SigningError::Declined);
    }
    touch();
    co_return key->sign(hash);
}

QCoro::Task<Result<QJsonObject>> Service::signTransaction(wire::Request request)
{
    const auto tx = decodeUnsigned(request.transaction);
    if (!tx.ok() || encodeUnsigned(*tx) != request.transaction) {
        co_return refuse(unreadable("transaction"));
    }
    const auto context = contextFor(*request.account);
    if (!context.ok()) {
        co_return refuse(context.error());
    }
    const auto statement = signing::decodeTransaction(*tx, *context, request.hints);
    if (!statement.ok()) {
        co_return refuse(statement.error());
    }
    Approval approval{*statement, tx->data, signingHash(*tx)}; // named: GCC 12 destroys such a temporary twice
    AC_CO_TRY(const auto signature, co_await askAndSign(std::move(approval)));
    co_return member("raw", toHex0x(encodeSigned(*tx, signature)));
}

QCoro::Task<Result<QJsonObject>> Service::signTypedData(wire::Request request)
{
    const auto context = contextFor(*request.account);
    if (!context.ok()) {
        co_return refuse(context.error());
    }
    const auto decoded = signing::decodeTypedData(request.typedDataJson, *context, request.hints);
    if (!decoded.ok()) {
        co_return refuse(decoded.error());
    }
    const Bytes raw = toBytes(request.typedDataJson);
    Approval approval{decoded->statement, raw, decoded->digest};
    AC_CO_TRY(const auto signature, co_await askAndSign(std::move(approval)));
    if (decoded->statement.kind == signing::Kind::SignTerms) {
        AC_CO_CHECK(m_home.rememberDeal(*request.account, decoded->statement.deal->id));
    }
    co_return member("signature", toHex0x(signature.toRsv()));
}

} // namespace autochain::signer
