// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace autochain::imports
{

// Letters and digits alone, lower case: what is left of "Vehicle Identification Number (VIN)" to compare names by.
std::string plain(std::string_view text);

} // namespace autochain::imports
