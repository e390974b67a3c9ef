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

// Account m/44'/60'/0'/0/<index> of a BIP-39 seed. BadKey.
Result<PrivateKey> accountKey(const SecretBytes& seed64, std::uint32_t index);

// Secrets. The addresses are computed here. BadVault where the vault is full.
Result<Address> addSeed(VaultFile& file, const SecretBytes& master, const SecretBytes& seed64);
Result<Address> addNextAccount(VaultFile& file, const SecretBytes& master); // of the first seed; Misuse without one
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
