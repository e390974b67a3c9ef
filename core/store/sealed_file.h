// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes sealed for a file: AES-256-GCM over chunks with a counter and a final mark in the nonce (the idea of STREAM,
// Hoang et al. 2015, and of RFC 8188), so that a file cannot be cut, extended or put together anew. The form is
// described in docs/backup-format.md.
#pragma once

#include "base/clock.h"
#include "base/secret_bytes.h"
#include "store/error.h"

namespace autochain::store
{

inline constexpr std::size_t kSealedHeaderBytes = 104;
inline constexpr std::size_t kSealedChunkBytes = 64 * 1024;
inline constexpr std::size_t kMaxSealedBytes = 256 * 1024 * 1024; // of the file

struct SealedHeader {
    std::uint32_t version = 1;
    UnixTime madeAt = 0;
};

// `key32`: 32 bytes from which the file's own keys are derived with a fresh salt. Misuse (key length, too much),
// NoRandom.
Result<Bytes> seal(BytesView plain, const SecretBytes& key32, UnixTime madeAt);
// BadBackup: damaged, cut or not such a file. ForeignBackup: whole so far, made with another key. NewerVersion.
Result<SecretBytes> unseal(BytesView file, const SecretBytes& key32);
// What the header tells without a key; it is proven only by unseal(). BadBackup, NewerVersion.
Result<SealedHeader> sealedHeader(BytesView file);

// HKDF-SHA256 (RFC 5869), 32 bytes out.
Result<SecretBytes> hkdf32(BytesView secret, BytesView salt, std::string_view info);

} // namespace autochain::store
