// SPDX-License-Identifier: GPL-3.0-or-later
// A table or list with a VIN per row, of any shape.
#pragma once

#include "imports/csv_reader.h"
#include "imports/issue.h"
#include "vpic/decode.h"

#include <functional>

namespace autochain::imports
{

struct VinRow {
    std::uint64_t row = 0;  // of the data, from 1
    std::uint64_t line = 0; // of the file
    std::string input;      // the cell as it stands there
    vpic::DecodedVin decoded;
    std::vector<LineIssue> issues;
    std::string statedMake, statedModel, statedYear; // of other columns; empty: none
};

struct VinTableSummary {
    std::uint64_t rows = 0;
    std::uint64_t valid = 0;
    std::uint64_t withIssues = 0; // hints counted, too
    std::string vinColumn;        // its header; empty: there is none
    bool hasHeader = false;
};

// Calls `use` for every row in order, also for those that cannot be read; blank lines at the end of the file are none.
// CannotImport, args: `name`.
Result<VinTableSummary> readVinRows(ByteSource& source, const vpic::VinTable& table, int latestModelYear,
                                    const std::string& name, const std::function<void(const VinRow&)>& use);

} // namespace autochain::imports
