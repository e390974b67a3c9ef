// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-32 paths.
#pragma once

#include "crypto/error.h"

#include <cstdint>

namespace autochain
{
inline constexpr std::uint32_t kHardened = 0x80000000U; // added to an index: hardened derivation
using HdPath = std::vector<std::uint32_t>;

// "m", "m/44'/60'/0'/0/0"; hardened indexes end in ', h or H. At most 255 levels. BadPath.
Result<HdPath> parseHdPath(std::string_view text);
std::string hdPathText(const HdPath& path); // with ' for hardened indexes
} // namespace autochain
