// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as text (RFC 4180 and what programs make of it): any of , ; tab | between cells, any line ends, quotes where
// they belong and where they don't. One pass, a bounded buffer, no row left out: what is odd is said with the row.
#pragma once

#include "imports/byte_source.h"

#include <deque>
#include <vector>

namespace autochain::imports
{

struct CsvRow {
    std::uint64_t line = 0;              // of the file where the row starts; the first is 1
    std::vector<std::string_view> cells; // without quotes; hold until the next call of next()
    bool brokenQuote = false;            // a quote that is never closed: read as an ordinary sign
    bool cutOff = false;                 // longer than kLongestRow: only its beginning is here
    bool endsFile = false;               // the last one, and no line end behind it

    bool isBlank() const; // nothing in it but blanks and commas
};

inline constexpr std::size_t kLongestRow = 1024 * 1024;
inline constexpr std::size_t kMostCells = 4096; // further ones stay together in the last
inline constexpr std::size_t kMostQuotedLines =
    200; // one quoted cell spans no more lines, otherwise its quote is broken

class CsvReader
{
public:
    // `delimiter` 0: found by looking at the first lines. `source` must outlive the reader.
    explicit CsvReader(ByteSource& source, char delimiter = 0);

    bool next(CsvRow& row); // false: the end, or an error of the source
    bool failed() const { return m_source.failed(); }
    char delimiter() const { return m_delimiter; }

private:
    std::string_view rest() const { return std::string_view(m_buffer).substr(m_at); }
    bool more();
    void findDialect();
    std::size_t lineEnd(std::size_t from); // index of the line's end in rest(), or rest().size() at the end of the file
    void splitPlain(std::string_view line, CsvRow& row) const;
    bool splitQuoted(CsvRow& row, std::size_t& used);
    void finish(CsvRow& row, std::size_t used, std::size_t lines);

    ByteSource& m_source;
    char m_delimiter = 0;
    char m_lineEnd = '\n';
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    bool m_ended = false;
    bool m_started = false;
    std::deque<std::string> m_unquoted; // cells that had doubled quotes
};

std::string_view trimmed(std::string_view text); // blanks, tabs, no-break spaces, carriage returns off both ends

} // namespace autochain::imports
