// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"

#include "codec/json.h"
#include "crypto/address.h"
#include "home.h"

#include <algorithm>
#include <QDir>

namespace autochain::signer
{

namespace
{

constexpr qint64 kMaxKeystore = 64 * 1024;

Error existing(const Address& account)
{
    return {SigningError::AccountExists, {checksumAddress(account)}};
}

} // namespace

Keyring::Keyring(QString folder, KeystoreCost cost) : m_folder(std::move(folder)), m_cost(cost)
{
    load();
}

QString Keyring::keyFile(const Address& account) const
{
    return m_folder + QLatin1Char('/') + json::qs(checksumAddress(account)) + QStringLiteral(".json");
}

void Keyring::load()
{
    const auto names = readFileCapped(m_folder + QStringLiteral("/../accounts.json"), kMaxKeystore);
    const auto object = names.ok() ? json::parseObject(*names, kMaxKeystore) : Result<QJsonObject>(QJsonObject());
    for (const QFileInfo& file : QDir(m_folder).entryInfoList({QStringLiteral("0x*.json")}, QDir::Files)) {
        const auto address = parseAddress(file.completeBaseName().toStdString());
        if (!address.ok()) {
            continue;
        }
        const QString name = object.ok() ? object->value(file.completeBaseName()).toString() : QString();
        m_names.emplace(*address, name.isEmpty() ? file.completeBaseName().left(10).toStdString() : name.toStdString());
    }
}

Result<> Keyring::saveNames() const
{
    QJsonObject object;
    for (const auto& [address, name] : m_names) {
        object.insert(json::qs(checksumAddress(address)), json::qs(name));
    }
    return writePrivateFile(m_folder + QStringLiteral("/../accounts.json"), json::write(object));
}

std::vector<SignerAccount> Keyring::accounts() const
{
    std::vector<SignerAccount> out;
    for (const auto& [address, name] : m_names) {
        out.push_back({address, name});
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.address) < std::tie(b.name, b.address); });
    return out;
}

std::optional<SignerAccount> Keyring::find(const Address& account) const
{
    const auto found = m_names.find(account);
    return found == m_names.end() ? std::nullopt : std::optional(SignerAccount{account, found->second});
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
    return {SigningError::WrongPassphrase, {std::to_string(triesLeft())}};
}

Result<> Keyring::unlock(const Address& account, const SecretBytes& passphrase)
{
    if (!m_names.count(account)) {
        return Error(SigningError::UnknownAccount, {checksumAddress(account)});
    }
    if (waitSeconds() > 0) {
        return Error(SigningError::WrongPassphrase, {"0"}, "too many tries");
    }
    AC_TRY(const auto text, readFileCapped(keyFile(account), kMaxKeystore));
    auto key = decryptKeystore({reinterpret_cast<const char*>(text.data()), text.size()}, passphrase);
    if (!key.ok()) {
        return key.error().is(CryptoError::WrongPassphrase) ? wrongPassphrase()
                                                            : Error(SigningError::BadSecret, {"keystore"});
    }
    if (key->address() != account) {
        return Error(SigningError::BadSecret, {"keystore"}, "key of another account");
    }
    m_wrong = 0;
    m_unlocked.insert_or_assign(account, std::move(*key));
    return {};
}

const PrivateKey* Keyring::key(const Address& account) const
{
    const auto found = m_unlocked.find(account);
    return found == m_unlocked.end() ? nullptr : &found->second;
}

Result<SignerAccount> Keyring::store(std::string name, PrivateKey key, const std::string& v3Json)
{
    const Address address = key.address();
    AC_CHECK(writePrivateFile(keyFile(address), v3Json));
    m_names.insert_or_assign(address, name);
    AC_CHECK(saveNames());
    m_unlocked.insert_or_assign(address, std::move(key));
    return SignerAccount{address, std::move(name)};
}

Result<SignerAccount> Keyring::add(std::string name, PrivateKey key, const SecretBytes& passphrase)
{
    if (m_names.count(key.address())) {
        return existing(key.address());
    }
    const auto v3 = encryptKeystore(key, passphrase, m_cost);
    if (!v3.ok()) {
        return Error(SigningError::BadSecret, {"keystore"}, v3.error().detail);
    }
    return store(std::move(name), std::move(key), *v3);
}

Result<SignerAccount> Keyring::addKeystore(std::string name, const std::string& v3Json, const SecretBytes& passphrase)
{
    const auto claimed = keystoreAddress(v3Json);
    if (claimed.ok() && m_names.count(*claimed)) {
        return existing(*claimed);
    }
    if (waitSeconds() > 0) {
        return Error(SigningError::WrongPassphrase, {"0"}, "too many tries");
    }
    auto key = decryptKeystore(v3Json, passphrase);
    if (!key.ok()) {
        return key.error().is(CryptoError::WrongPassphrase) ? wrongPassphrase()
                                                            : Error(SigningError::BadSecret, {"keystore"});
    }
    if (m_names.count(key->address())) {
        return existing(key->address());
    }
    m_wrong = 0;
    return store(std::move(name), std::move(*key), v3Json);
}

Result<> Keyring::rename(const Address& account, std::string name)
{
    const auto found = m_names.find(account);
    if (found == m_names.end()) {
        return Error(SigningError::UnknownAccount, {checksumAddress(account)});
    }
    found->second = std::move(name);
    return saveNames();
}

} // namespace autochain::signer
