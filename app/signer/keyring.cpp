// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "home.h"
#include "service_errors.h"
#include "vault/old_store_key.h"
#include "worker.h"

#include <algorithm>
#include <QDir>
#include <QFile>

namespace autochain::signer
{

namespace
{

constexpr qint64 kMaxKeystore = 64 * 1024;
constexpr const char* kVaultFile = "vault.json";

Error tooManyTries()
{
    return {SigningError::WrongPassphrase, {"0"}, "too many tries"};
}

std::string_view textOf(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

Keyring::Keyring(QString folder, vault::Argon2Cost cost) : m_folder(std::move(folder)), m_cost(cost)
{
    load();
}

QString Keyring::path(const char* name) const
{
    return m_folder + QLatin1Char('/') + QLatin1String(name);
}

QString Keyring::namesPath() const
{
    return path("accounts.json");
}

std::string Keyring::vaultPath() const
{
    return QFile::encodeName(path(kVaultFile)).toStdString();
}

QString Keyring::oldKeyFile(const Address& account) const
{
    const auto found = m_old.find(account);
    return found == m_old.end() ? QString() : found->second;
}

void Keyring::load()
{
    auto stored = vault::loadVault(vaultPath());
    m_saved = stored.ok();
    m_damaged = !stored.ok() && !stored.error().is(StoreError::NotFound);
    if (stored.ok()) {
        m_file = std::move(stored->file);
        m_text = std::move(stored->text);
    }
    const auto names = readFileCapped(namesPath(), kMaxKeystore);
    const auto object = names.ok() ? json::parseObject(*names, kMaxKeystore) : Result<QJsonObject>(QJsonObject());
    const auto put = [&](const Address& address) {
        const QString key = json::qs(checksumAddress(address));
        const QString name = object.ok() ? object->value(key).toString() : QString();
        m_names.emplace(address, name.isEmpty() ? key.left(10).toStdString() : name.toStdString());
    };
    for (const auto& secret : m_file.secrets) {
        for (const auto& account : secret.accounts) {
            put(account.address);
        }
    }
    loadOld();
    for (const auto& [address, file] : m_old) {
        put(address);
    }
}

void Keyring::loadOld()
{
    const QDir keys(path("keys"));
    for (const QFileInfo& file : keys.entryInfoList({QStringLiteral("0x*.json")}, QDir::Files)) {
        const auto address = parseAddress(file.completeBaseName().toStdString());
        if (address.ok() && m_names.count(*address) == 0) {
            m_old.emplace(*address, file.absoluteFilePath());
        }
    }
}

std::optional<SignerAccount> Keyring::oldAccount() const
{
    return m_old.empty() ? std::nullopt : find(m_old.begin()->first);
}

int Keyring::waitSeconds() const
{
    if (m_wrong < kTries) {
        return 0;
    }
    const auto left = kWaitSeconds - static_cast<int>(m_lastWrong.elapsed() / 1000);
    return std::max(left, 0);
}

Error Keyring::wrongPassphrase()
{
    m_wrong = std::min(m_wrong + 1, kTries);
    m_lastWrong.restart();
    return wrongError();
}

// Written, and read back before anything else is believed or removed.
Result<> Keyring::write(const vault::VaultFile& file)
{
    const auto saved = vault::saveVault(vaultPath(), file, m_text);
    if (!saved.ok()) {
        return saved.error().is(StoreError::Conflict) ? badSecret("vault changed") : badFile(saved.error().detail);
    }
    m_saved = true;
    m_damaged = false;
    return {};
}

// What an earlier version wrote becomes the newest at the first opening. Where the disk refuses, the next one tries
// again: it opens as it is.
Result<> Keyring::opened(SecretBytes master)
{
    m_master = std::move(master);
    AC_CHECK(unlockKeys());
    vault::VaultFile newer = m_file;
    if (m_saved && m_file.format != vault::kNewestFormat && vault::upgrade(newer, *m_master).ok() &&
        write(newer).ok()) {
        m_file = std::move(newer);
    }
    return {};
}

Result<> Keyring::unlockKeys()
{
    auto opened = vault::openAccounts(m_file, *m_master);
    if (!opened.ok()) {
        lock();
        return badFile(opened.error().detail);
    }
    m_keys.clear();
    for (auto& account : *opened) {
        m_keys.insert_or_assign(account.address, std::move(account.key));
    }
    return {};
}

QCoro::Task<Result<>> Keyring::check(const SecretBytes& passphrase)
{
    if (m_damaged) {
        co_return badFile("damaged");
    }
    if (waitSeconds() > 0) {
        co_return tooManyTries();
    }
    std::optional<Result<SecretBytes>> master;
    const std::function<void()> work = [&] { master = vault::openByPassphrase(m_file, passphrase); };
    co_await inThread(work);
    if (!master->ok()) {
        co_return master->error().is(StoreError::WrongPassphrase) ? wrongPassphrase() : badFile(master->error().detail);
    }
    m_wrong = 0;
    co_return Unit();
}

QCoro::Task<Result<>> Keyring::open(const SecretBytes& passphrase)
{
    if (m_damaged) {
        co_return badFile("damaged");
    }
    if (waitSeconds() > 0) {
        co_return tooManyTries();
    }
    if (!m_saved && !m_old.empty()) {
        co_return co_await openOld(passphrase);
    }
    const auto locks = m_locks;
    std::optional<Result<SecretBytes>> master;
    std::optional<Result<vault::NewVault>> made;
    const std::function<void()> work = [&] {
        if (m_saved) {
            master = vault::openByPassphrase(m_file, passphrase);
        } else {
            made = vault::makeVault(passphrase, m_cost);
        }
    };
    co_await inThread(work);
    if (made && made->ok()) {
        m_file = std::move((*made)->file);
        master = std::move((*made)->master);
    }
    if (!master || !master->ok()) {
        const Error why = master ? master->error() : made->error();
        co_return why.is(StoreError::WrongPassphrase) ? wrongPassphrase() : badFile(why.detail);
    }
    if (locks != m_locks) {
        co_return locked();
    }
    m_wrong = 0;
    co_return opened(std::move(**master));
}

// The vault is made of every older key file the passphrase opens; the others follow one by one with their own.
QCoro::Task<Result<>> Keyring::openOld(const SecretBytes& passphrase)
{
    const auto locks = m_locks;
    const auto files = m_old;
    std::vector<PrivateKey> keys;
    std::optional<Result<vault::NewVault>> made;
    const std::function<void()> work = [&] {
        for (const auto& [address, file] : files) {
            const auto text = readFileCapped(file, kMaxKeystore);
            auto key = text.ok() ? decryptKeystore(textOf(*text), passphrase) : Result<PrivateKey>(text.error());
            if (key.ok() && key->address() == address) {
                keys.push_back(std::move(*key));
            }
        }
        if (!keys.empty()) {
            made = vault::makeVault(passphrase, m_cost);
        }
    };
    co_await inThread(work);
    if (keys.empty()) {
        co_return wrongPassphrase();
    }
    if (!made->ok() || locks != m_locks) {
        co_return made->ok() ? locked() : badFile(made->error().detail);
    }
    m_wrong = 0;
    m_file = std::move((*made)->file);
    m_master = std::move((*made)->master);
    for (const PrivateKey& key : keys) {
        const auto name = find(key.address())->name;
        AC_CO_TRY(const auto account, addKey(name, key));
        Q_UNUSED(account)
    }
    co_return Unit();
}

QCoro::Task<Result<>> Keyring::takeOver(Address account, const SecretBytes& passphrase)
{
    if (waitSeconds() > 0) {
        co_return tooManyTries();
    }
    const auto text = readFileCapped(oldKeyFile(account), kMaxKeystore);
    if (!text.ok()) {
        co_return text.error();
    }
    std::optional<Result<PrivateKey>> key;
    const std::function<void()> work = [&] { key = decryptKeystore(textOf(*text), passphrase); };
    co_await inThread(work);
    if (!key->ok()) {
        co_return key->error().is(CryptoError::WrongPassphrase) ? wrongPassphrase() : badFile("keystore");
    }
    if (!isOpen()) {
        co_return locked();
    }
    if ((*key)->address() != account) {
        co_return badFile("key of another account");
    }
    m_wrong = 0;
    const auto name = find(account)->name;
    AC_CO_TRY(const auto taken, addKey(name, **key));
    Q_UNUSED(taken)
    co_return Unit();
}

Result<> Keyring::openBySlot(const SecretBytes& slotKey)
{
    if (!m_saved) {
        return badFile("none");
    }
    auto master = vault::openBySlotKey(m_file, slotKey);
    if (!master.ok()) {
        return Error(SigningError::BadSecret, {"secret-service"});
    }
    return opened(std::move(*master));
}

Result<> Keyring::openByWords(const SecretBytes& seed64)
{
    auto master = vault::openByWords(m_file, seed64);
    if (!master.ok()) {
        return badSecret(master.error().is(StoreError::NotFound) ? "no words" : "other words");
    }
    return opened(std::move(*master));
}

QCoro::Task<Result<>> Keyring::setPassphrase(const SecretBytes& passphrase)
{
    if (!isOpen()) {
        co_return locked();
    }
    vault::VaultFile after = m_file;
    const SecretBytes master = m_master->clone();
    std::optional<Result<>> done;
    const std::function<void()> work = [&] { done = vault::setPassphrase(after, master, passphrase, m_cost); };
    co_await inThread(work);
    if (!done->ok()) {
        co_return badFile(done->error().detail);
    }
    AC_CO_CHECK(write(after));
    m_file = std::move(after);
    co_return Unit();
}

const PrivateKey* Keyring::key(const Address& account) const
{
    const auto found = m_keys.find(account);
    return found == m_keys.end() ? nullptr : &found->second;
}

void Keyring::lock()
{
    ++m_locks;
    m_keys.clear();
    m_master.reset();
    if (!m_saved) {
        m_file = {};
    }
}

Result<> Keyring::save()
{
    return m_saved ? Result<>() : write(m_file);
}

Result<SecretBytes> Keyring::databaseKey() const
{
    return m_master ? vault::databaseKey(m_file, *m_master) : Result<SecretBytes>(locked());
}

Result<SecretBytes> Keyring::backupKey() const
{
    return m_master ? vault::backupKey(m_file, *m_master) : Result<SecretBytes>(locked());
}

bool Keyring::hasDatabaseKeyOfItsOwn() const
{
    return std::any_of(m_file.secrets.begin(), m_file.secrets.end(),
                       [](const auto& secret) { return secret.kind == vault::SecretKind::DatabaseKey; });
}

QCoro::Task<Result<>> Keyring::adoptStoreKey(std::string storeKeyJson, const SecretBytes& passphrase)
{
    if (waitSeconds() > 0) {
        co_return tooManyTries();
    }
    std::optional<Result<SecretBytes>> key;
    const std::function<void()> work = [&] { key = vault::openOldStoreKey(storeKeyJson, passphrase); };
    co_await inThread(work);
    if (!key->ok()) {
        co_return key->error().is(StoreError::WrongPassphrase) ? wrongPassphrase() : badFile("store.key");
    }
    if (!isOpen()) {
        co_return locked();
    }
    m_wrong = 0;
    vault::VaultFile after = m_file;
    AC_CO_CHECK(vault::adoptDatabaseKey(after, *m_master, **key));
    AC_CO_CHECK(write(after));
    m_file = std::move(after);
    co_return Unit();
}

std::string Keyring::slotName() const
{
    return m_saved && m_file.service ? toHex(m_file.id) : std::string();
}

Result<SecretBytes> Keyring::keepSlot()
{
    vault::VaultFile after = m_file;
    AC_TRY(SecretBytes key, vault::addServiceSlot(after, *m_master));
    AC_CHECK(write(after));
    m_file = std::move(after);
    return key;
}

Result<> Keyring::dropSlot()
{
    if (!m_saved || !m_file.service) {
        return {};
    }
    vault::VaultFile after = m_file;
    after.service.reset();
    AC_CHECK(write(after));
    m_file = std::move(after);
    return {};
}

} // namespace autochain::signer
