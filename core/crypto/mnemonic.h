// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39 words (English list) and BIP-32/44 keys.
#pragma once

#include "crypto/secp256k1.h"

#include <vector>

namespace autochain
{
// `entropy`: 16, 20, 24, 28 or 32 bytes. Words joined by single spaces.
Result<SecretBytes> mnemonicFromEntropy(BytesView entropy);
Result<SecretBytes> entropyFromMnemonic(std::string_view words); // BadMnemonic, BadMnemonicChecksum
// PBKDF2-HMAC-SHA512, 2048 rounds, salt "mnemonic" + passphrase; 64 bytes.
SecretBytes seedFromMnemonic(std::string_view words, std::string_view passphrase = {});
// BIP-32 private derivation, path as "m/44'/60'/0'/0/0". BadPath, BadKey.
Result<PrivateKey> deriveKey(const SecretBytes& seed64, std::string_view path);
} // namespace autochain
