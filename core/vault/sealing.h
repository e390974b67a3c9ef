// SPDX-License-Identifier: GPL-3.0-or-later
// AES-256-GCM (NIST SP 800-38D) and HKDF-SHA256 (RFC 5869), by OpenSSL.
#pragma once

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "store/error.h"

#include <string_view>

namespace autochain::vault
{

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;

struct Sealed {
    Bytes nonce;
    Bytes ciphertext;
    Bytes tag;
    bool operator==(const Sealed&) const = default;
};

// A fresh random nonce each time. `extra` is bound and not stored. NoRandom, Misuse.
Result<Sealed> seal(const SecretBytes& key32, const SecretBytes& secret, std::string_view extra);
// None: the tag does not fit. Misuse.
Result<std::optional<SecretBytes>> unseal(const SecretBytes& key32, const Sealed& sealed, std::string_view extra);

// At most 255 * 32 bytes. Misuse.
Result<SecretBytes> hkdf(BytesView key, BytesView salt, std::string_view info, std::size_t size = kKeyBytes);

} // namespace autochain::vault
