// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39 words (English list) and BIP-32/44 keys.
#pragma once

#include "crypto/secp256k1.h"

#include <vector>

namespace autochain
{
// `entropy`: 16, 20, 24, 28 or 32 bytes. Words joined by single spaces. BadMnemonic.
Result<SecretBytes> mnemonicFromEntropy(BytesView entropy);
// Capitals and extra white space are forgiven. BadMnemonic with the position (from 1) of the word that is not in the
// list, or with the number of words where that is wrong; BadMnemonicChecksum.
Result<SecretBytes> entropyFromMnemonic(std::string_view words);
// PBKDF2-HMAC-SHA512, 2048 rounds, salt "mnemonic" + passphrase; 64 bytes. The words are not checked; capitals and
// white space are brought into the list's form first, so that what entropyFromMnemonic accepts gives the same seed
// however typed.
SecretBytes seedFromMnemonic(std::string_view words, std::string_view passphrase = {});
// BIP-32 private derivation, path as "m/44'/60'/0'/0/0", seed of 16 to 64 bytes. BadPath, BadKey.
Result<PrivateKey> deriveKey(const SecretBytes& seed64, std::string_view path);
} // namespace autochain
