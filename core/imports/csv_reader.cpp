// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace autochain::imports
{
namespace
{
constexpr std::size_t kPiece = 256 * 1024;
constexpr std::size_t kLooked = 64 * 1024; // of the beginning, to find the delimiter
constexpr std::size_t kLookedLines = 20;
constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};

// Outside of quotes.
std::size_t countOf(std::string_view line, char delimiter)
{
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : line) {
        quoted = c == '"' ? !quoted : quoted;
        count += !quoted && c == delimiter ? 1 : 0;
    }
    return count;
}

std::vector<std::string_view> firstLines(std::string_view text, char lineEnd)
{
    std::vector<std::string_view> out;
    while (!text.empty() && out.size() < kLookedLines) {
        const std::size_t end = std::min(text.find(lineEnd), text.size());
        if (!trimmed(text.substr(0, end)).empty()) {
            out.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

// The sign that comes equally often on most lines; of equals the one that comes more often.
char delimiterOf(std::string_view head, char lineEnd)
{
    const auto lines = firstLines(head, lineEnd);
    char best = ',';
    std::size_t bestScore = 0;
    for (const char candidate : kDelimiters) {
        const std::size_t expected = lines.empty() ? 0 : countOf(lines.front(), candidate);
        std::size_t alike = 0;
        for (const std::string_view line : lines) {
            alike += countOf(line, candidate) == expected ? 1 : 0;
        }
        // A header says more than a decimal comma or a comma in a name.
        const std::size_t score = expected == 0 ? 0 : alike * 1000 + std::min<std::size_t>(expected, 999);
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}
} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; };
    constexpr std::string_view noBreak = "\xC2\xA0";
    for (bool again = true; again;) {
        again = false;
        if (!text.empty() && isBlank(text.front())) {
            text.remove_prefix(1);
            again = true;
        } else if (text.starts_with(noBreak)) {
            text.remove_prefix(noBreak.size());
            again = true;
        }
        if (!text.empty() && isBlank(text.back())) {
            text.remove_suffix(1);
            again = true;
        } else if (text.ends_with(noBreak)) {
            text.remove_suffix(noBreak.size());
            again = true;
        }
    }
    return text;
}

bool CsvRow::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

CsvReader::CsvReader(ByteSource& source, char delimiter) : m_source(source), m_delimiter(delimiter) {}

bool CsvReader::more()
{
    if (m_ended) {
        return false;
    }
    m_buffer.erase(0, m_at);
    m_at = 0;
    const std::size_t had = m_buffer.size();
    m_buffer.resize(had + kPiece);
    const std::size_t got = m_source.read(std::span(m_buffer).subspan(had));
    m_buffer.resize(had + got);
    m_ended = got == 0;
    return !m_ended;
}

void CsvReader::findDialect()
{
    m_started = true;
    while (m_buffer.size() < kLooked && more()) {
    }
    const std::string_view head = std::string_view(m_buffer).substr(0, kLooked);
    const bool oldMac = head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
    m_lineEnd = oldMac ? '\r' : '\n';
    const std::string_view first = trimmed(head.substr(0, head.find(m_lineEnd)));
    if (first.size() == 5 && (first.starts_with("sep=") || first.starts_with("SEP="))) { // as Excel writes it
        m_delimiter = m_delimiter == 0 ? first[4] : m_delimiter;
        m_at = std::min(m_buffer.size(), head.find(m_lineEnd) + 1);
        m_line = 2;
    }
    if (m_delimiter == 0) {
        m_delimiter = delimiterOf(head, m_lineEnd);
    }
}

std::size_t CsvReader::lineEnd(std::size_t from)
{
    for (std::size_t looked = from;;) {
        const std::string_view text = rest();
        if (looked < text.size()) {
            if (const void* at = std::memchr(text.data() + looked, m_lineEnd, text.size() - looked)) {
                return static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
            }
        }
        looked = text.size();
        if (looked >= kLongestRow || !more()) {
            return rest().size();
        }
    }
}

void CsvReader::splitPlain(std::string_view line, CsvRow& row) const
{
    std::size_t from = 0;
    while (row.cells.size() + 1 < kMostCells) {
        const void* at = std::memchr(line.data() + from, m_delimiter, line.size() - from);
        if (at == nullptr) {
            break;
        }
        const auto to = static_cast<std::size_t>(static_cast<const char*>(at) - line.data());
        row.cells.push_back(line.substr(from, to - from));
        from = to + 1;
    }
    row.cells.push_back(line.substr(from));
}

// A row that has quotes: cells may hold delimiters and line ends. False: a quote is never closed, nothing was taken.
bool CsvReader::splitQuoted(CsvRow& row, std::size_t& used)
{
    std::size_t lines = 1;
    std::size_t end = lineEnd(0); // of the row as far as it is known
    std::size_t at = 0;
    std::vector<std::pair<std::size_t, std::string>> cells; // what is unquoted must outlive moves of the buffer
    while (cells.size() < kMostCells) {
        std::size_t start = at;
        while (start < end && (rest()[start] == ' ' || rest()[start] == '\t') && rest()[start] != m_delimiter) {
            ++start;
        }
        std::string cell;
        if (start < end && rest()[start] == '"') {
            const std::size_t linesBefore = lines;
            at = start + 1;
            for (;;) {
                if (at >= end) {
                    if (end >= rest().size() && !more()) {
                        return false;
                    }
                    if (++lines > kMostQuotedLines || end >= kLongestRow) {
                        return false;
                    }
                    end = lineEnd(std::min(end + 1, rest().size()));
                    if (at >= end && at >= rest().size()) {
                        return false;
                    }
                    if (at < rest().size() && rest()[at] == m_lineEnd) {
                        cell.push_back('\n');
                        ++at;
                    }
                    continue;
                }
                const char c = rest()[at++];
                if (c != '"') {
                    cell.push_back(c);
                } else if (at < end && rest()[at] == '"') {
                    cell.push_back('"');
                    ++at;
                } else {
                    break;
                }
            }
            // A quote never closed runs to the next opening one, lines below: behind that no cell ends.
            if (lines != linesBefore && !trimmed(rest().substr(at, end - at)).empty() &&
                trimmed(rest().substr(at, end - at)).front() != m_delimiter && rest()[at] != m_delimiter) {
                return false;
            }
        } else {
            at = start;
            cell.clear();
        }
        while (at < end && rest()[at] != m_delimiter) { // unquoted, or signs behind the closing quote
            cell.push_back(rest()[at++]);
        }
        cells.emplace_back(0, std::move(cell));
        if (at >= end) {
            break;
        }
        ++at;
        if (at >= end) {
            cells.emplace_back(0, std::string());
            break;
        }
    }
    for (auto& [unused, cell] : cells) {
        m_unquoted.push_back(std::move(cell));
        row.cells.push_back(m_unquoted.back());
    }
    used = end;
    finish(row, used, lines);
    return true;
}

void CsvReader::finish(CsvRow& row, std::size_t used, std::size_t lines)
{
    const bool hasEnd = used < rest().size() && rest()[used] == m_lineEnd;
    row.cutOff = !hasEnd && used >= kLongestRow;
    row.endsFile = !hasEnd && !row.cutOff;
    m_line += hasEnd ? lines : lines - 1;
    m_at += used + (hasEnd ? 1 : 0);
}

bool CsvReader::next(CsvRow& row)
{
    if (!m_started) {
        findDialect();
    }
    row.cells.clear();
    row.brokenQuote = row.cutOff = row.endsFile = false;
    m_unquoted.clear();
    row.line = m_line;
    const std::size_t end = lineEnd(0);
    if (end == 0 && rest().empty()) {
        return false;
    }
    std::string_view line = rest().substr(0, end);
    const bool hasQuote = !line.empty() && std::memchr(line.data(), '"', line.size()) != nullptr;
    std::size_t used = 0;
    if (hasQuote && splitQuoted(row, used)) {
        if (!row.cells.empty() && row.cells.back().ends_with('\r')) {
            row.cells.back().remove_suffix(1);
        }
        return true;
    }
    row.brokenQuote = hasQuote;
    row.cells.clear();
    const std::size_t again = hasQuote ? lineEnd(0) : end; // the buffer may have moved
    line = rest().substr(0, again);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    splitPlain(line, row);
    finish(row, again, 1);
    return true;
}

} // namespace autochain::imports
