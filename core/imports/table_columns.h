// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a dealer's table is which field of a record: told by a mapping (dealer_csv.h), else guessed by name.
#pragma once

#include "base/result.h"
#include "vehicle/error.h"

#include <map>
#include <string>
#include <vector>

namespace autochain::imports
{

// "vin=VIN,date=Service Date,kind=:Service". BadMapping, args: the part that is meant.
Result<std::map<std::string, std::string>> parseMapping(std::string_view text);

// Where a field comes from in each row.
struct FieldSource {
    int column = -1;
    std::string constant;
};
using FieldSources = std::map<std::string, FieldSource>;

// The field a column of this name holds; empty: none.
std::string_view guessedField(std::string_view column);
// BadMapping where the mapping names a field or a column that is not there.
Result<FieldSources> sourcesOf(const std::map<std::string, std::string>& mapping,
                               const std::vector<std::string>& header);
// What was told and guessed, as a mapping again.
std::map<std::string, std::string> usedMapping(const FieldSources& sources, const std::vector<std::string>& header);

} // namespace autochain::imports
