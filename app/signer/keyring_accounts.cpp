// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts and their labels.
#include "codec/json.h"
#include "crypto/address.h"
#include "home.h"
#include "keyring.h"
#include "service_errors.h"

#include <algorithm>
#include <QFile>

namespace autochain::signer
{

Result<> Keyring::saveNames() const
{
    QJsonObject object;
    for (const auto& [address, name] : m_names) {
        object.insert(json::qs(checksumAddress(address)), json::qs(name));
    }
    return writePrivateFile(namesPath(), json::write(object));
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

// `after`: m_file with the addition. The name is written first: what is acknowledged has both, and a name without its
// account harms nobody.
Result<SignerAccount> Keyring::added(const Result<Address>& address, vault::VaultFile after, std::string name)
{
    if (!address.ok()) {
        const bool twice = address.error().is(StoreError::AlreadyExists);
        return twice
                   ? Error(SigningError::AccountExists, address.error().args)
                   : (address.error().is(StoreError::Misuse) ? badSecret("no words") : badFile(address.error().detail));
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
                                                           : Result<std::vector<Address>>(badSecret("no words"));
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
