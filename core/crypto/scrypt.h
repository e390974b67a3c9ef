// SPDX-License-Identifier: GPL-3.0-or-later
// scrypt (RFC 7914).
#pragma once

#include "base/bytes.h"

namespace autochain
{

struct ScryptParams {
    std::uint64_t n = 0; // a power of two above 1
    std::uint64_t r = 0;
    std::uint64_t p = 0;
};

// Needs 128·n·r bytes; capping that is the caller's. False when the parameters are none or memory runs out.
bool scrypt(const ScryptParams& params, std::string_view passphrase, BytesView salt, std::span<std::uint8_t> out);

} // namespace autochain
