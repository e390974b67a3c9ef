// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/random.h"

#include <climits>
#include <openssl/rand.h>

namespace autochain
{

Result<> fillRandom(std::span<std::uint8_t> out)
{
    if (out.size() > INT_MAX || RAND_priv_bytes(out.data(), static_cast<int>(out.size())) != 1) {
        return CryptoError::NoRandom;
    }
    return {};
}

} // namespace autochain
