// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-39 recovery phrases in twelve languages.
#pragma once

#include "crypto/secp256k1.h"
#include "crypto/wordlist.h"

#include <vector>

namespace autochain
{
// `entropy`: 16, 20, 24, 28 or 32 bytes. Words in NFKD joined by single spaces, ideographic ones (U+3000) in Japanese.
// BadMnemonic.
Result<SecretBytes> mnemonicFromEntropy(BytesView entropy, WordLanguage language = WordLanguage::English);

// Capitals, Unicode forms, every kind of space and how many of them are forgiven. BadMnemonic with the position (from
// 1) of the word that is not in the list, or with the number of words where that is wrong; BadMnemonicChecksum.
Result<SecretBytes> entropyFromMnemonic(std::string_view words, WordLanguage language);
// As above in whatever language the words fit; what examineMnemonic() says has to be looked at where several do. Errors
// are those of the language that knows most of the words, English first.
Result<SecretBytes> entropyFromMnemonic(std::string_view words);

// What there is to say about typed words, without any of them in it.
struct MnemonicReport {
    struct Unknown {
        std::size_t position = 0;         // from 1
        std::vector<std::size_t> nearest; // indexes into the closest language's list, nearest first
    };
    std::size_t words = 0;                        // counted up to 25
    bool countFits = false;                       // 12, 15, 18, 21 or 24
    WordLanguage closest = WordLanguage::English; // knows most of the words
    std::vector<Unknown> unknown;                 // words not in the closest language's list
    std::vector<WordLanguage>
        knowing; // lists that have every word: the Chinese ones share 1,275, English and French 100
    std::vector<WordLanguage> fitting; // those of them in which the checksum holds as well
    // More than one language fits: the seed is the same whatever the language (it is made of the words as they are
    // spelled), so nothing is wrong with the phrase; only its language cannot be told from it.
    bool ambiguous() const { return fitting.size() > 1; }
};
MnemonicReport examineMnemonic(std::string_view words);

// PBKDF2-HMAC-SHA512, 2048 rounds, salt "mnemonic" + passphrase; 64 bytes. The words are not checked; capitals, spaces
// and Unicode forms are brought into the list's form first, so that what entropyFromMnemonic accepts gives the same
// seed however typed. The passphrase is brought to NFKD only. What is not UTF-8 is taken as it is.
SecretBytes seedFromMnemonic(std::string_view words, std::string_view passphrase = {});

// BIP-32 private derivation, path as "m/44'/60'/0'/0/0", seed of 16 to 64 bytes. BadPath, BadKey.
Result<PrivateKey> deriveKey(const SecretBytes& seed64, std::string_view path);
} // namespace autochain
