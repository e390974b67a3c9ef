// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/issue.h"
#include "vpic/decode.h"

namespace autochain::imports
{

// Only a hint: the number may be right all the same.
bool isHint(Issue issue);
// What is odd about one number.
std::vector<LineIssue> vinIssues(const vpic::DecodedVin& decoded, std::string_view input, std::uint64_t line);

} // namespace autochain::imports
