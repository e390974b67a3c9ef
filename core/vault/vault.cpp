// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "crypto/address.h"
#include "crypto/hdkey.h"
#include "crypto/random.h"

#include <algorithm>

namespace autochain::vault
{
namespace
{

// Of version 2, and kept: other keys would not open what was made with these.
constexpr std::string_view kSeedInfo = "autochain-vault/2 seed";
constexpr std::string_view kDatabaseInfo = "autochain-vault/2 database";
constexpr std::string_view kBackupInfo = "autochain-vault/2 backup";
constexpr std::string_view kWordsInfo = "autochain-vault/3 words";
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

Result<SecretBytes> wordsKey(const VaultFile& file, const SecretBytes& seed64)
{
    return hkdf(seed64.view(), file.id, kWordsInfo);
}

bool holds(const VaultFile& file, const Address& address)
{
    return std::any_of(file.secrets.begin(), file.secrets.end(), [&](const VaultSecret& secret) {
        return std::any_of(secret.accounts.begin(), secret.accounts.end(),
                           [&](const VaultAccount& account) { return account.address == address; });
    });
}

// What could not be read again must not be written.
Result<> become(VaultFile& file, const VaultFile& after)
{
    AC_TRY(file, readVault(writeVault(after)));
    return {};
}

Result<> put(VaultFile& file, const SecretBytes& master, VaultSecret secret, const SecretBytes& plain)
{
    VaultFile after = file;
    AC_CHECK(upgrade(after, master));
    for (const VaultAccount& account : secret.accounts) {
        if (holds(after, account.address)) {
            return Error(StoreError::AlreadyExists, {checksumAddress(account.address)});
        }
    }
    AC_TRY(const SecretBytes key, seedKey(after, master));
    AC_TRY(secret.sealed, seal(key, plain, boundTo(after, secret)));
    if (secret.kind == SecretKind::Seed && !hasSeed(after)) {
        AC_TRY(const SecretBytes ofWords, wordsKey(after, plain));
        AC_TRY(after.words, seal(ofWords, master, boundToWords(after)));
    }
    after.secrets.push_back(std::move(secret));
    return become(file, after);
}

Result<std::size_t> seedPlace(const VaultFile& file, const SeedOf& of)
{
    for (std::size_t i = 0; i < file.secrets.size(); ++i) {
        const VaultSecret& secret = file.secrets[i];
        const bool wanted =
            !of.account || std::any_of(secret.accounts.begin(), secret.accounts.end(),
                                       [&](const VaultAccount& one) { return one.address == *of.account; });
        if (secret.kind == SecretKind::Seed && wanted) {
            return i;
        }
    }
    return Error(StoreError::Misuse, {}, "no seed");
}

Result<Address> addressAt(const ExtendedPrivateKey& root, const HdPath& path)
{
    if (path.empty() || path.size() > kMaxPathDepth) {
        return Error(StoreError::Misuse, {}, "path");
    }
    AC_TRY(const ExtendedPrivateKey leaf, root.derive(path));
    return leaf.key().address();
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

Result<SecretBytes> openByWords(const VaultFile& file, const SecretBytes& seed64)
{
    if (!file.words) {
        return StoreError::NotFound;
    }
    AC_TRY(const SecretBytes key, wordsKey(file, seed64));
    AC_TRY(auto master, unseal(key, *file.words, boundToWords(file)));
    return master ? Result<SecretBytes>(std::move(*master)) : Result<SecretBytes>(StoreError::WrongKey);
}

Result<> upgrade(VaultFile& file, const SecretBytes& master)
{
    if (file.format == kNewestFormat) {
        return {};
    }
    AC_TRY(const SecretBytes key, seedKey(file, master));
    VaultFile after = file;
    after.format = kNewestFormat;
    for (std::size_t i = 0; i < file.secrets.size(); ++i) {
        AC_TRY(const SecretBytes plain, open(file, file.secrets[i], key));
        AC_TRY(after.secrets[i].sealed, seal(key, plain, boundTo(after, after.secrets[i])));
        if (file.secrets[i].kind == SecretKind::Seed && !after.words) {
            AC_TRY(const SecretBytes ofWords, wordsKey(after, plain));
            AC_TRY(after.words, seal(ofWords, master, boundToWords(after)));
        }
    }
    return become(file, after);
}

Result<> setPassphrase(VaultFile& file, const SecretBytes& master, const SecretBytes& passphraseUtf8,
                       const Argon2Cost& cost)
{
    AC_CHECK(upgrade(file, master));
    PassphraseSlot slot{cost, Bytes(kSaltBytes), {}};
    AC_CHECK(fillRandom(slot.salt));
    AC_TRY(const SecretBytes key, argon2id(passphraseUtf8, slot.salt, cost));
    AC_TRY(slot.master, seal(key, master, boundTo(file, slot)));
    file.passphrase = std::move(slot);
    return {};
}

Result<SecretBytes> addServiceSlot(VaultFile& file, const SecretBytes& master)
{
    AC_CHECK(upgrade(file, master));
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

Result<PrivateKey> accountKey(const SecretBytes& seed64, const HdPath& path)
{
    AC_TRY(const ExtendedPrivateKey root, ExtendedPrivateKey::fromSeed(seed64));
    AC_TRY(const ExtendedPrivateKey leaf, root.derive(path));
    return leaf.key().clone();
}

Result<Address> addSeed(VaultFile& file, const SecretBytes& master, const SecretBytes& seed64)
{
    if (seed64.size() != kSeedBytes) {
        return Error(StoreError::Misuse, {}, "seed size");
    }
    const HdPath path = usualPath(0);
    AC_TRY(const PrivateKey first, accountKey(seed64, path));
    const Address address = first.address();
    AC_CHECK(put(file, master, {SecretKind::Seed, {{address, path}}, {}}, seed64));
    return address;
}

Result<Address> addAccount(VaultFile& file, const SecretBytes& master, const HdPath& path, SeedOf of)
{
    VaultFile after = file;
    AC_CHECK(upgrade(after, master));
    AC_TRY(const std::size_t at, seedPlace(after, of));
    if (accountCount(after) >= kMaxAccounts) {
        return bad("full");
    }
    AC_TRY(const SecretBytes key, seedKey(after, master));
    AC_TRY(const SecretBytes plain, open(after, after.secrets[at], key));
    AC_TRY(const ExtendedPrivateKey root, ExtendedPrivateKey::fromSeed(plain));
    AC_TRY(const Address address, addressAt(root, path));
    if (holds(after, address)) {
        return Error(StoreError::AlreadyExists, {checksumAddress(address)});
    }
    VaultSecret& seed = after.secrets[at];
    seed.accounts.push_back({address, path});
    AC_TRY(seed.sealed, seal(key, plain, boundTo(after, seed)));
    AC_CHECK(become(file, after));
    return address;
}

Result<Address> addNextAccount(VaultFile& file, const SecretBytes& master, SeedOf of)
{
    for (std::uint32_t index = 0; index <= kMaxAccounts; ++index) { // one of so many is free
        auto added = addAccount(file, master, usualPath(index), of);
        if (added.ok() || !added.error().is(StoreError::AlreadyExists)) {
            return added;
        }
    }
    return bad("full");
}

Result<std::vector<Address>> addressesAt(const VaultFile& file, const SecretBytes& master,
                                         const std::vector<HdPath>& paths, SeedOf of)
{
    AC_TRY(const std::size_t at, seedPlace(file, of));
    AC_TRY(const SecretBytes key, seedKey(file, master));
    AC_TRY(const SecretBytes plain, open(file, file.secrets[at], key));
    AC_TRY(const ExtendedPrivateKey root, ExtendedPrivateKey::fromSeed(plain));
    std::vector<Address> out;
    for (const HdPath& path : paths) {
        AC_TRY(const Address address, addressAt(root, path));
        out.push_back(address);
    }
    return out;
}

Result<Address> addKey(VaultFile& file, const SecretBytes& master, const PrivateKey& key)
{
    const Address address = key.address();
    AC_CHECK(put(file, master, {SecretKind::Key, {{address, {}}}, {}}, SecretBytes::copyOf(key.secret32())));
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
            const auto key = accountKey(seed64, account.path);
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
            auto one = secret.kind == SecretKind::Seed ? accountKey(plain, account.path)
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
