// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a vault file: making it, opening it, putting secrets in and taking keys out.
#pragma once

#include "crypto/secp256k1.h"
#include "vault/vault_file.h"

namespace autochain::vault
{

struct NewVault {
    VaultFile file;
    SecretBytes master;
};
// A new master key and id. Slow by `cost`. OutOfMemory, Misuse, NoRandom.
Result<NewVault> makeVault(const SecretBytes& passphraseUtf8, const Argon2Cost& cost);

// The master key, 32 bytes. Slow. WrongPassphrase, BadVault, OutOfMemory.
Result<SecretBytes> openByPassphrase(const VaultFile& file, const SecretBytes& passphraseUtf8);
// Fast. WrongKey.
Result<SecretBytes> openBySlotKey(const VaultFile& file, const SecretBytes& slotKey32);
// By the first seed, BIP-39, 64 bytes; so that a forgotten passphrase loses nothing. Fast. NotFound: the vault has no
// words, or is of format 2. WrongKey: it is another's seed.
Result<SecretBytes> openByWords(const VaultFile& file, const SecretBytes& seed64);

// To the newest format: what is sealed is sealed again in its form, and the words are let to open. Nothing where it is
// that already. Every change below begins with it.
Result<> upgrade(VaultFile& file, const SecretBytes& master);

// The master stays; only its wrapping changes. Slow.
Result<> setPassphrase(VaultFile& file, const SecretBytes& master, const SecretBytes& passphraseUtf8,
                       const Argon2Cost& cost);
// Returns the 32 random bytes the Secret Service is to keep. Without the file they open nothing.
Result<SecretBytes> addServiceSlot(VaultFile& file, const SecretBytes& master);

// Keys derived from the master (HKDF-SHA256, salt: the vault's id), 32 bytes each.
Result<SecretBytes> seedKey(const VaultFile& file, const SecretBytes& master);
// The database's: that of an older database where the vault took one over.
Result<SecretBytes> databaseKey(const VaultFile& file, const SecretBytes& master);
// From the first seed where there is one, so that the words alone bring a backup back; else from the master.
Result<SecretBytes> backupKey(const VaultFile& file, const SecretBytes& master);
Result<SecretBytes> backupKeyOfSeed(const SecretBytes& seed64);

Result<PrivateKey> accountKey(const SecretBytes& seed64, const HdPath& path); // BadKey, BadPath

// Secrets. The addresses are computed here. BadVault where the vault is full.
Result<Address> addSeed(VaultFile& file, const SecretBytes& master, const SecretBytes& seed64);
// Of a seed: that of the account `of`, else the first. Misuse where there is none.
struct SeedOf {
    std::optional<Address> account;
};
// AlreadyExists (args: address), Misuse (path empty or too deep).
Result<Address> addAccount(VaultFile& file, const SecretBytes& master, const HdPath& path, SeedOf of = {});
Result<Address> addNextAccount(VaultFile& file, const SecretBytes& master, SeedOf of = {}); // first free usual path
// Addresses at these paths, in order; changes nothing.
Result<std::vector<Address>> addressesAt(const VaultFile& file, const SecretBytes& master,
                                         const std::vector<HdPath>& paths, SeedOf of = {});
Result<Address> addKey(VaultFile& file, const SecretBytes& master, const PrivateKey& key);
Result<> adoptDatabaseKey(VaultFile& file, const SecretBytes& master, const SecretBytes& key32);
bool hasSeed(const VaultFile& file);

// What words that were typed bring back of a vault, by its addresses; nothing is opened.
struct SeedCover {
    int covered = 0;  // accounts that come from this seed
    int ofSeeds = 0;  // accounts that come from any of the vault's words
    int imported = 0; // keys that were brought in: no words bring them back
};
SeedCover coverOf(const VaultFile& file, const SecretBytes& seed64);

struct OpenAccount {
    Address address;
    PrivateKey key;
};
// Every account's key, each held against its address. BadVault.
Result<std::vector<OpenAccount>> openAccounts(const VaultFile& file, const SecretBytes& master);

} // namespace autochain::vault
