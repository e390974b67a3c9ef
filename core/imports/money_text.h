// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace autochain::imports
{

// Money as written: "1,234.50", "£89", "89,00 €" -> minor units, exactly. None: not an amount. `currency` is used where
// the text names none, and is filled in where it does.
std::optional<std::int64_t> minorUnits(std::string_view text, std::string& currency);

} // namespace autochain::imports
