// SPDX-License-Identifier: GPL-3.0-or-later
// Argon2id, version 0x13 (RFC 9106), by the reference library.
#pragma once

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "store/error.h"

namespace autochain::vault
{

struct Argon2Cost {
    std::uint32_t memoryKiB = 256 * 1024;
    std::uint32_t passes = 3;
    std::uint32_t lanes = 1;
    bool operator==(const Argon2Cost&) const = default;
};
inline constexpr Argon2Cost kFastCost{8 * 1024, 1, 1}; // tests and the practice market, whose passphrase is public

// What a file may ask for: a hostile one must not stop the computer. 8 MiB to 1 GiB, at most 12 passes and 8 lanes.
bool isPermitted(const Argon2Cost& cost);

// 32 bytes. The passphrase is only read. OutOfMemory, Misuse.
Result<SecretBytes> argon2id(const SecretBytes& passphrase, BytesView salt, const Argon2Cost& cost);

} // namespace autochain::vault
