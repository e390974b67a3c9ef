// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a table holds VINs, and which say make, model and year: by their names, else by what is in them.
#pragma once

#include "imports/csv_reader.h"

namespace autochain::imports
{

using Cells = std::vector<std::string>;

struct HeldRow { // read ahead, so its cells are its own
    std::uint64_t line = 0;
    Cells cells;
    bool brokenQuote = false;
    bool cutOff = false;
};

HeldRow heldOf(const CsvRow& row);

struct VinColumns { // none: -1
    int vin = -1, make = -1, model = -1, year = -1;
};

bool looksLikeVin(std::string_view cell); // right or wrong
VinColumns columnsByName(const Cells& header);
int columnByContent(const std::vector<HeldRow>& rows, std::size_t from); // the one with most that looks like VINs
// A first row without anything like a VIN is a header where it has a known name or no digits where the VINs stand.
bool startsWithHeader(const std::vector<HeldRow>& rows, int vinByContent);

} // namespace autochain::imports
