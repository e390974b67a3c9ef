// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace autochain::imports
{

enum class NumberKind {
    Value,
    Absent, // empty, or a word for "nothing": NaN, N/A, null, NODATA, - …
    Broken  // anything else
};

struct NumberText {
    NumberKind kind = NumberKind::Absent;
    double value = 0;
};

// A decimal number with blanks around it; point or comma before decimals ("1.234,5" and "1,234.5" too), an exponent.
// Measured values only, never money. Correctly rounded.
NumberText readNumber(std::string_view text);

} // namespace autochain::imports
