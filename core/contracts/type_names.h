// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec/abi.h"

#include <string_view>

namespace autochain::contracts::detail
{
// "((uint256,address),bytes)" with "terms(price,buyer),signature": a tuple type with its members' names.
// Precondition: both written by the generator.
abi::Type namedType(std::string_view types, std::string_view names);
} // namespace autochain::contracts::detail
