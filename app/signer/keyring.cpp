// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"

#include "base/hex.h"
#include "codec/json.h"
#include "crypto/address.h"
#include "home.h"
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
constexpr const char* kNamesFile = "accounts.json";

// Errors are made by functions: GCC 12 destroys what a braced list made inside a coroutine twice.
Error locked()
{
    return {SigningError::Locked, {}, "locked meanwhile"};
}

Error badFile(const std::string& why)
{
    return {SigningError::BadSecret, {"vault"}, why};
}

Error tooManyTries()
{
    return {SigningError::WrongPassphrase, {"0"}, "too many tries"};
}

Error existing(const Address& account)
{
    return {SigningError::AccountExists, {checksumAddress(account)}};
}

Error noWords(const char* why)
{
    return {SigningError::BadSecret, {why}};
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
    const auto names = readFileCapped(path(kNamesFile), kMaxKeystore);
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

Result<> Keyring::saveNames() const
{
    QJsonObject object;
    for (const auto& [address, name] : m_names) {
        object.insert(json::qs(checksumAddress(address)), json::qs(name));
    }
    return writePrivateFile(path(kNamesFile), json::write(object));
}

std::vector<SignerAccount> Keyring::accounts() const
{
    std::vector<SignerAccount> out;
    for (const auto& [address, name] : m_names) {
        out.push_back(*find(address));
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.address) < std::tie(b.name, b.address); });
    return out;
}

std::optional<SignerAccount> Keyring::find(const Address& account) const
{
    const auto found = m_names.find(account);
    if (found == m_names.end()) {
        return std::nullopt;
    }
    SignerAccount out{account, found->second, AccountKind::File, {}};
    for (const auto& secret : m_file.secrets) {
        for (const auto& one : secret.accounts) {
            if (one.address == account) {
                out.kind = secret.kind == vault::SecretKind::Seed ? AccountKind::Words : AccountKind::Key;
                out.path = one.path.empty() ? std::string() : hdPathText(one.path);
            }
        }
    }
    return out;
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
        return saved.error().is(StoreError::Conflict) ? noWords("vault changed") : badFile(saved.error().detail);
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
        return noWords(master.error().is(StoreError::NotFound) ? "no words" : "other words");
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

// `after`: m_file with the addition. The name is written first: what is acknowledged has both, and a name without its
// account harms nobody.
Result<SignerAccount> Keyring::added(const Result<Address>& address, vault::VaultFile after, std::string name)
{
    if (!address.ok()) {
        const bool twice = address.error().is(StoreError::AlreadyExists);
        return twice ? Error(SigningError::AccountExists, address.error().args)
                     : (address.error().is(StoreError::Misuse) ? noWords("no words") : badFile(address.error().detail));
    }
    const auto names = m_names;
    m_names.insert_or_assign(*address, std::move(name));
    const auto named = saveNames();
    const auto written = named.ok() ? write(after) : named;
    if (!written.ok()) {
        m_names = names;
        return written.error();
    }
    m_file = std::move(after);
    AC_CHECK(unlockKeys());
    if (const auto old = m_old.find(*address); old != m_old.end()) {
        QFile::remove(old->second); // its key was just read back from the vault
        m_old.erase(old);
    }
    return *find(*address);
}

Result<SignerAccount> Keyring::addSeed(std::string name, const SecretBytes& seed64)
{
    AC_TRY(const auto first, vault::accountKey(seed64, vault::usualPath(0)));
    if (find(first.address()) && !isOld(first.address())) {
        return existing(first.address());
    }
    vault::VaultFile after = m_file;
    const auto address = vault::addSeed(after, *m_master, seed64);
    return added(address, std::move(after), std::move(name));
}

Result<SignerAccount> Keyring::addAccount(std::string name, const std::optional<HdPath>& path, vault::SeedOf of)
{
    vault::VaultFile after = m_file;
    const auto address =
        path ? vault::addAccount(after, *m_master, *path, of) : vault::addNextAccount(after, *m_master, of);
    return added(address, std::move(after), std::move(name));
}

Result<std::vector<Address>> Keyring::addressesAt(const std::vector<HdPath>& paths, vault::SeedOf of) const
{
    auto out = m_master ? vault::addressesAt(m_file, *m_master, paths, of) : Result<std::vector<Address>>(locked());
    return out.ok() || !out.error().is(StoreError::Misuse) ? std::move(out)
                                                           : Result<std::vector<Address>>(noWords("no words"));
}

Result<SignerAccount> Keyring::addKey(std::string name, const PrivateKey& key)
{
    if (find(key.address()) && !isOld(key.address())) {
        return existing(key.address());
    }
    vault::VaultFile after = m_file;
    const auto address = vault::addKey(after, *m_master, key);
    return added(address, std::move(after), std::move(name));
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

Result<> Keyring::rename(const Address& account, std::string name)
{
    const auto found = m_names.find(account);
    if (found == m_names.end()) {
        return Error(SigningError::UnknownAccount, {checksumAddress(account)});
    }
    std::string before = std::exchange(found->second, std::move(name));
    auto saved = saveNames();
    if (!saved.ok()) {
        found->second = std::move(before);
    }
    return saved;
}

} // namespace autochain::signer
