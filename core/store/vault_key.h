// SPDX-License-Identifier: GPL-3.0-or-later
// The file `store.key`: the database's random 32-byte key, wrapped by the passphrase (scrypt, RFC 7914, then
// AES-256-GCM, NIST SP 800-38D). JSON, format "autochain-vault/1"; described in docs/store-format.md.
#pragma once

#include "base/secret_bytes.h"
#include "store/error.h"

#include <string>

namespace autochain::store
{

struct VaultCost {
    std::uint64_t scryptN = 1 << 17; // memory: 128 * N * r bytes, here 128 MiB
    std::uint32_t scryptR = 8;
    std::uint32_t scryptP = 1;
};
inline constexpr VaultCost kFastVaultCost{1 << 15, 8, 1}; // 32 MiB; the least that unwrapKey takes

// Pure forms. `key32`: 32 bytes. Caps on reading: 16 KiB of text, N between 2^15 and 2^20, r * p at most 64.
Result<std::string> wrapKey(const SecretBytes& key32, const SecretBytes& passphraseUtf8, const VaultCost& cost = {});
Result<SecretBytes> unwrapKey(std::string_view json, const SecretBytes& passphraseUtf8); // WrongPassphrase, BadVault

// File forms; written to a temporary beside it, synced and renamed, mode 0600.
bool vaultExists(const std::string& path);
// Makes a new key. AlreadyExists, IoError, DiskFull.
Result<SecretBytes> createVault(const std::string& path, const SecretBytes& passphraseUtf8, const VaultCost& cost = {});
Result<SecretBytes> openVault(const std::string& path, const SecretBytes& passphraseUtf8); // + NotFound
// The database key stays; only its wrapping changes, so a crash leaves either the old or the new passphrase.
Result<> changePassphrase(const std::string& path, const SecretBytes& oldPassphraseUtf8,
                          const SecretBytes& newPassphraseUtf8, const VaultCost& cost = {});

} // namespace autochain::store
