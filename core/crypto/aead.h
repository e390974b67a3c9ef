// SPDX-License-Identifier: GPL-3.0-or-later
// AES-256-GCM (NIST SP 800-38D) and HKDF-SHA256 (RFC 5869), by OpenSSL. Pure: nonces are arguments, and one used twice
// with the same key gives both texts away.
#pragma once

#include "base/bytes.h"
#include "base/secret_bytes.h"

namespace autochain
{
inline constexpr std::size_t kAeadKeyBytes = 32;
inline constexpr std::size_t kAeadNonceBytes = 12;
inline constexpr std::size_t kAeadTagBytes = 16;

// Ciphertext, then the tag: plain.size() + 16 bytes. Preconditions: sizes of key and nonce; plain and extra below 2
// GiB.
Bytes sealAes256Gcm(BytesView key32, BytesView nonce12, BytesView plain, BytesView extra);
// Fills `plain` (sealed.size() - 16 bytes). False, and zeros: the tag does not fit, or a size does not.
bool openAes256Gcm(BytesView key32, BytesView nonce12, BytesView sealed, BytesView extra,
                   std::span<std::uint8_t> plain);

// 1 to 255 * 32 bytes; salt and info may be empty.
SecretBytes hkdfSha256(BytesView key, BytesView salt, BytesView info, std::size_t size);
} // namespace autochain
