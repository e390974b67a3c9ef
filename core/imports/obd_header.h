// SPDX-License-Identifier: GPL-3.0-or-later
// The line of a log that names its columns.
#pragma once

#include "imports/csv_reader.h"
#include "imports/obd_column.h"

namespace autochain::imports::obd
{

bool isClock(Signal signal);
bool isText(Signal signal); // its cells are no numbers

std::vector<Column> columnsOf(const CsvRow& row);
bool isLongHeader(const std::vector<Column>& columns); // of a log with a value per row
bool isHeader(const std::vector<Column>& columns);
// Whether a row says the same as the header: files were put one behind the other.
bool repeatsHeader(const std::vector<Column>& columns, const CsvRow& row);

// Whether a header is one of a log: at least three columns of it are parameters (or it has a value per row).
bool looksLikeLog(std::string_view headerLine);

} // namespace autochain::imports::obd
