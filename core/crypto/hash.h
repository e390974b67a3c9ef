// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

namespace autochain
{
Hash32 keccak256(BytesView data); // the original Keccak padding (Yellow Paper), not FIPS-202 SHA3-256
Hash32 sha256(BytesView data);    // FIPS 180-4
inline Hash32 keccak256(std::string_view text)
{
    return keccak256(asBytes(text));
}
} // namespace autochain
