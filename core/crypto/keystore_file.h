// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of a Web3 Secret Storage v3 file, checked against the caps; nothing in it is secret.
#pragma once

#include "base/bytes.h"
#include "crypto/error.h"
#include "crypto/scrypt.h"

#include <optional>
#include <variant>

namespace autochain
{

struct Pbkdf2Params {
    std::uint64_t rounds = 0; // HMAC-SHA256
};

using KeystoreKdf = std::variant<ScryptParams, Pbkdf2Params>;

struct KeystoreFile {
    std::optional<Address> address;
    std::array<std::uint8_t, 16> iv{};
    Bytes ciphertext; // of the key without some or all of its leading zeros: 1 to 32 bytes
    KeystoreKdf kdf;
    Bytes salt;
    std::size_t derivedLength = 32;
    Hash32 mac;
    std::string uuid;
};

// 1 GiB of memory and 4 GiB of mixing for scrypt, 10,000,000 rounds for PBKDF2.
bool isWithinCaps(const KeystoreKdf& kdf);
Result<KeystoreFile> readKeystoreFile(std::string_view json); // BadKeystore
// Precondition: the address is known.
std::string writeKeystoreFile(const KeystoreFile& file);

} // namespace autochain
