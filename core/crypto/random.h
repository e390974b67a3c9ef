// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.h"
#include "crypto/error.h"

namespace autochain
{
Result<> fillRandom(std::span<std::uint8_t> out); // getrandom(2) through OpenSSL; NoRandom
} // namespace autochain
