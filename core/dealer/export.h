// SPDX-License-Identifier: GPL-3.0-or-later
// The stock as CSV for spreadsheets and other programs: RFC 4180, no cell is read as a formula, amounts in AUC with all
// their decimals, times ISO 8601 in UTC, words of the query language for statuses.
#pragma once

#include "dealer/table.h"

namespace autochain::dealer
{
// One cell as plain text; empty where nothing is known.
std::string cellText(const Car& car, Column column, UnixTime now);
std::string writeCsv(const Table& table, std::span<const std::uint32_t> rows, std::span<const Column> columns,
                     UnixTime now);
} // namespace autochain::dealer
