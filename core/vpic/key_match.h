// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace autochain::vpic
{

// vPIC's pattern language: `*` any sign, `[A-C1]` one of a set, `#` a digit, anything else itself; a key that ends
// early fits (like SQL's LIKE with % behind it). `text`: positions 4-8, '|', 10-17 of a VIN.
// The number of places the key really fixes (a set counts as one), or none where it does not fit.
std::optional<int> matchKey(std::string_view key, std::string_view text);

} // namespace autochain::vpic
