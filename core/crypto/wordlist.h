// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace autochain
{
extern const std::array<std::string_view, 2048> kEnglishWords; // BIP-39, sorted
} // namespace autochain
