// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_header.h"

#include <algorithm>

namespace autochain::imports::obd
{
namespace
{
std::size_t understood(const std::vector<Column>& columns)
{
    return static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const Column& column) { return column.signal.has_value(); }));
}

bool has(const std::vector<Column>& columns, Signal signal)
{
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.signal == signal; });
}
} // namespace

bool isClock(Signal signal)
{
    return signal == Signal::Time || signal == Signal::TimeMs || signal == Signal::DateTime;
}

bool isText(Signal signal)
{
    return signal == Signal::TroubleCodes || signal == Signal::LongName || signal == Signal::LongUnit;
}

std::vector<Column> columnsOf(const CsvRow& row)
{
    std::vector<Column> out;
    for (const std::string_view cell : row.cells) {
        out.push_back(columnOf(cell));
    }
    return out;
}

bool isLongHeader(const std::vector<Column>& columns)
{
    return has(columns, Signal::LongName) && has(columns, Signal::LongValue);
}

bool isHeader(const std::vector<Column>& columns)
{
    std::size_t measured = 0;
    for (const Column& column : columns) {
        measured += column.signal && !isText(*column.signal) ? 1 : 0;
    }
    const bool named = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
        return column.signal && !isText(*column.signal) && !isClock(*column.signal);
    });
    return isLongHeader(columns) || (named && (measured >= 2 || columns.size() <= 2));
}

bool repeatsHeader(const std::vector<Column>& columns, const CsvRow& row)
{
    if (row.cells.empty() || row.cells.size() + 1 < columns.size()) {
        return false;
    }
    for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i) {
        if (toUtf8(trimmed(row.cells[i])) != columns[i].name) {
            return false;
        }
    }
    return true;
}
bool looksLikeLog(std::string_view headerLine)
{
    MemorySource source(headerLine);
    CsvReader reader(source);
    CsvRow row;
    if (!reader.next(row)) {
        return false;
    }
    const auto columns = columnsOf(row);
    return isLongHeader(columns) || (isHeader(columns) && understood(columns) >= 3);
}

} // namespace autochain::imports::obd
