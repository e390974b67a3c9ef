// SPDX-License-Identifier: GPL-3.0-or-later
// Web3 Secret Storage Definition, version 3 (scrypt and PBKDF2-SHA256, AES-128-CTR, keccak MAC).
#pragma once

#include "crypto/secp256k1.h"

#include <string>

namespace autochain
{
struct KeystoreCost {
    std::uint64_t scryptN = 1 << 17; // 128 MiB with r = 8
    std::uint32_t scryptR = 8;
    std::uint32_t scryptP = 1;
    std::uint64_t pbkdf2Rounds = 0; // not 0: PBKDF2 in place of scrypt, for programs that read nothing else
};
// JSON text of a v3 file. Errors: NoRandom; BadKeystore when `cost` is none, or above what decryptKeystore takes.
Result<std::string> encryptKeystore(const PrivateKey& key, const SecretBytes& passphraseUtf8,
                                    const KeystoreCost& cost = {});
// `json`: at most 64 KiB; KDF cost capped at 1 GiB of memory and 10,000,000 PBKDF2 rounds. BadKeystore,
// WrongPassphrase.
Result<PrivateKey> decryptKeystore(std::string_view json, const SecretBytes& passphraseUtf8);
// The address the file claims (not proven until decrypted). BadKeystore.
Result<Address> keystoreAddress(std::string_view json);
} // namespace autochain
