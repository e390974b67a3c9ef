// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a vault file, format "autochain-vault/3"; described in docs/store-format.md. Nothing in it is secret
// without a key, and nothing here opens anything. Version 2 is read as well, and stays what it is until
// vault::upgrade(): what is sealed in it is bound to its form.
#pragma once

#include "crypto/hdpath.h"
#include "vault/argon2id.h"
#include "vault/sealing.h"

#include <optional>
#include <string>
#include <vector>

namespace autochain::vault
{

inline constexpr std::size_t kMaxVaultBytes = 64 * 1024;
inline constexpr std::size_t kMaxAccounts = 64; // of the whole vault
inline constexpr std::size_t kSaltBytes = 32;
inline constexpr std::size_t kIdBytes = 16;
inline constexpr std::size_t kSeedBytes = 64; // BIP-39
inline constexpr std::size_t kMaxPathDepth = 10;
inline constexpr int kNewestFormat = 3;

struct PassphraseSlot {
    Argon2Cost cost;
    Bytes salt;
    Sealed master;
};

enum class SecretKind {
    Seed,       // BIP-39 seed, 64 bytes; accounts by BIP-32 path
    Key,        // one imported private key, 32 bytes
    DatabaseKey // 32 bytes: of a database that is older than the vault
};

struct VaultAccount {
    Address address;
    HdPath path; // of a seed's account; empty for a key
    bool operator==(const VaultAccount&) const = default;
};

struct VaultSecret {
    SecretKind kind = SecretKind::Seed;
    std::vector<VaultAccount> accounts; // Key: exactly one; DatabaseKey: none
    Sealed sealed;
};

struct VaultFile {
    int format = kNewestFormat; // or 2: as it was read
    Bytes id;                   // 16 random bytes; also the name under which the desktop keeps the slot key
    PassphraseSlot passphrase;
    std::optional<Sealed> service; // the master under the key kept by the Secret Service
    std::optional<Sealed> words;   // the master under a key of the first seed; not in format 2
    std::vector<VaultSecret> secrets;
};

std::string writeVault(const VaultFile& file); // in its own format
// BadVault, NewerVersion. Sizes, costs and counts are checked; whether it opens is not.
Result<VaultFile> readVault(std::string_view text);

// Bound to the ciphertexts as associated data: nobody lowers a cost, swaps slots between vaults or puts another
// account's address beside a secret unnoticed.
std::string boundTo(const VaultFile& file, const PassphraseSlot& slot);
std::string boundToService(const VaultFile& file);
std::string boundToWords(const VaultFile& file);
std::string boundTo(const VaultFile& file, const VaultSecret& secret);

HdPath usualPath(std::uint32_t index); // m/44'/60'/0'/0/<index> (BIP-44, Ethereum)

} // namespace autochain::vault
