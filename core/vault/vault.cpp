// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "crypto/mnemonic.h"
#include "crypto/random.h"

#include <algorithm>

namespace autochain::vault
{
namespace
{

constexpr std::string_view kSeedInfo = "autochain-vault/2 seed";
constexpr std::string_view kDatabaseInfo = "autochain-vault/2 database";
constexpr std::string_view kBackupInfo = "autochain-vault/2 backup";
constexpr std::string_view kBackupOfSeedInfo = "autochain-backup-key/1";

Error bad(const char* what)
{
    return Error(StoreError::BadVault, {}, what);
}

Result<SecretBytes> randomSecret(std::size_t size)
{
    SecretBytes out(size);
    AC_CHECK(fillRandom(out.span()));
    return out;
}

const VaultSecret* firstOf(const VaultFile& file, SecretKind kind)
{
    const auto found = std::find_if(file.secrets.begin(), file.secrets.end(),
                                    [kind](const VaultSecret& one) { return one.kind == kind; });
    return found == file.secrets.end() ? nullptr : &*found;
}

std::size_t accountCount(const VaultFile& file)
{
    std::size_t count = 0;
    for (const VaultSecret& secret : file.secrets) {
        count += secret.accounts.size();
    }
    return count;
}

Result<SecretBytes> open(const VaultFile& file, const VaultSecret& secret, const SecretBytes& key)
{
    AC_TRY(auto plain, unseal(key, secret.sealed, boundTo(file, secret)));
    return plain ? Result<SecretBytes>(std::move(*plain)) : Result<SecretBytes>(bad("secret does not open"));
}

Result<> put(VaultFile& file, const SecretBytes& master, VaultSecret secret, const SecretBytes& plain)
{
    AC_TRY(const SecretBytes key, seedKey(file, master));
    AC_TRY(secret.sealed, seal(key, plain, boundTo(file, secret)));
    VaultFile after = file;
    after.secrets.push_back(std::move(secret));
    // What could not be read again must not be written.
    AC_TRY(file, readVault(writeVault(after)));
    return {};
}

} // namespace

Result<NewVault> makeVault(const SecretBytes& passphraseUtf8, const Argon2Cost& cost)
{
    NewVault out;
    out.file.id.resize(kIdBytes);
    AC_CHECK(fillRandom(out.file.id));
    AC_TRY(out.master, randomSecret(kKeyBytes));
    AC_CHECK(setPassphrase(out.file, out.master, passphraseUtf8, cost));
    return out;
}

Result<SecretBytes> openByPassphrase(const VaultFile& file, const SecretBytes& passphraseUtf8)
{
    AC_TRY(const SecretBytes key, argon2id(passphraseUtf8, file.passphrase.salt, file.passphrase.cost));
    AC_TRY(auto master, unseal(key, file.passphrase.master, boundTo(file, file.passphrase)));
    return master ? Result<SecretBytes>(std::move(*master)) : Result<SecretBytes>(StoreError::WrongPassphrase);
}

Result<SecretBytes> openBySlotKey(const VaultFile& file, const SecretBytes& slotKey32)
{
    if (!file.service || slotKey32.size() != kKeyBytes) {
        return StoreError::WrongKey;
    }
    AC_TRY(auto master, unseal(slotKey32, *file.service, boundToService(file)));
    return master ? Result<SecretBytes>(std::move(*master)) : Result<SecretBytes>(StoreError::WrongKey);
}

Result<> setPassphrase(VaultFile& file, const SecretBytes& master, const SecretBytes& passphraseUtf8,
                       const Argon2Cost& cost)
{
    PassphraseSlot slot{cost, Bytes(kSaltBytes), {}};
    AC_CHECK(fillRandom(slot.salt));
    AC_TRY(const SecretBytes key, argon2id(passphraseUtf8, slot.salt, cost));
    AC_TRY(slot.master, seal(key, master, boundTo(file, slot)));
    file.passphrase = std::move(slot);
    return {};
}

Result<SecretBytes> addServiceSlot(VaultFile& file, const SecretBytes& master)
{
    AC_TRY(SecretBytes key, randomSecret(kKeyBytes));
    AC_TRY(file.service, seal(key, master, boundToService(file)));
    return key;
}

Result<SecretBytes> seedKey(const VaultFile& file, const SecretBytes& master)
{
    return hkdf(master.view(), file.id, kSeedInfo);
}

Result<SecretBytes> databaseKey(const VaultFile& file, const SecretBytes& master)
{
    if (const VaultSecret* const older = firstOf(file, SecretKind::DatabaseKey)) {
        AC_TRY(const SecretBytes key, seedKey(file, master));
        return open(file, *older, key);
    }
    return hkdf(master.view(), file.id, kDatabaseInfo);
}

Result<SecretBytes> backupKey(const VaultFile& file, const SecretBytes& master)
{
    if (const VaultSecret* const seed = firstOf(file, SecretKind::Seed)) {
        AC_TRY(const SecretBytes key, seedKey(file, master));
        AC_TRY(const SecretBytes plain, open(file, *seed, key));
        return backupKeyOfSeed(plain);
    }
    return hkdf(master.view(), file.id, kBackupInfo);
}

Result<SecretBytes> backupKeyOfSeed(const SecretBytes& seed64)
{
    return hkdf(seed64.view(), {}, kBackupOfSeedInfo); // as core/store/backup.h; no salt: the words must be enough
}

Result<PrivateKey> accountKey(const SecretBytes& seed64, std::uint32_t index)
{
    return deriveKey(seed64, "m/44'/60'/0'/0/" + std::to_string(index)); // BIP-44, Ethereum
}

Result<Address> addSeed(VaultFile& file, const SecretBytes& master, const SecretBytes& seed64)
{
    if (seed64.size() != kSeedBytes) {
        return Error(StoreError::Misuse, {}, "seed size");
    }
    AC_TRY(const PrivateKey first, accountKey(seed64, 0));
    const Address address = first.address();
    AC_CHECK(put(file, master, {SecretKind::Seed, {{address, 0}}, {}}, seed64));
    return address;
}

Result<Address> addNextAccount(VaultFile& file, const SecretBytes& master)
{
    const VaultSecret* const seed = firstOf(file, SecretKind::Seed);
    if (seed == nullptr) {
        return Error(StoreError::Misuse, {}, "no seed");
    }
    if (accountCount(file) >= kMaxAccounts) {
        return bad("full");
    }
    AC_TRY(const SecretBytes key, seedKey(file, master));
    AC_TRY(const SecretBytes plain, open(file, *seed, key));
    VaultSecret longer{SecretKind::Seed, seed->accounts, {}};
    const std::uint32_t index = longer.accounts.back().index + 1;
    AC_TRY(const PrivateKey next, accountKey(plain, index));
    longer.accounts.push_back({next.address(), index});
    AC_TRY(longer.sealed, seal(key, plain, boundTo(file, longer)));
    const auto at = static_cast<std::size_t>(seed - file.secrets.data());
    VaultFile after = file;
    after.secrets[at] = std::move(longer);
    AC_TRY(file, readVault(writeVault(after)));
    return next.address();
}

Result<Address> addKey(VaultFile& file, const SecretBytes& master, const PrivateKey& key)
{
    const Address address = key.address();
    AC_CHECK(put(file, master, {SecretKind::Key, {{address, 0}}, {}}, SecretBytes::copyOf(key.secret32())));
    return address;
}

Result<> adoptDatabaseKey(VaultFile& file, const SecretBytes& master, const SecretBytes& key32)
{
    if (firstOf(file, SecretKind::DatabaseKey) != nullptr) {
        return Error(StoreError::Misuse, {}, "there is one");
    }
    return put(file, master, {SecretKind::DatabaseKey, {}, {}}, key32);
}

bool hasSeed(const VaultFile& file)
{
    return firstOf(file, SecretKind::Seed) != nullptr;
}

SeedCover coverOf(const VaultFile& file, const SecretBytes& seed64)
{
    SeedCover out;
    for (const VaultSecret& secret : file.secrets) {
        for (const VaultAccount& account : secret.accounts) {
            if (secret.kind != SecretKind::Seed) {
                ++out.imported;
                continue;
            }
            ++out.ofSeeds;
            const auto key = accountKey(seed64, account.index);
            out.covered += key.ok() && key->address() == account.address ? 1 : 0;
        }
    }
    return out;
}

Result<std::vector<OpenAccount>> openAccounts(const VaultFile& file, const SecretBytes& master)
{
    AC_TRY(const SecretBytes key, seedKey(file, master));
    std::vector<OpenAccount> out;
    for (const VaultSecret& secret : file.secrets) {
        if (secret.kind == SecretKind::DatabaseKey) {
            continue;
        }
        AC_TRY(SecretBytes plain, open(file, secret, key));
        for (const VaultAccount& account : secret.accounts) {
            auto one = secret.kind == SecretKind::Seed ? accountKey(plain, account.index)
                                                       : PrivateKey::fromBytes(plain.clone());
            if (!one.ok() || one->address() != account.address) {
                return bad("key of another account");
            }
            out.push_back({account.address, std::move(*one)});
        }
    }
    return out;
}

} // namespace autochain::vault
