// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/csv.h"

#include <algorithm>
#include <array>

namespace autochain::csv
{
namespace
{
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string trimmed(std::string cell)
{
    const auto first = std::find_if_not(cell.begin(), cell.end(), isBlank);
    cell.erase(cell.begin(), first);
    while (!cell.empty() && isBlank(cell.back())) {
        cell.pop_back();
    }
    return cell;
}

// Takes one character after the other and knows whether it stands within quotes.
class Reader
{
public:
    explicit Reader(char separator) : m_separator(separator) {}

    void take(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool doubled = m_quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (doubled) {
                m_cell += '"';
                ++i;
            } else {
                one(text[i]);
            }
        }
        endLine();
    }
    std::vector<Line> out;

private:
    void one(char c)
    {
        m_row += c == '\n' ? 1 : 0;
        if (m_quoted) {
            m_quoted = c != '"';
            m_cell.append(m_quoted ? 1 : 0, c);
        } else if (c == '"' && trimmed(m_cell).empty()) {
            m_cell.clear();
            m_quoted = true;
        } else if (c == m_separator) {
            m_line.cells.push_back(trimmed(std::move(m_cell)));
            m_cell.clear();
        } else if (c == '\n' || c == '\r') {
            endLine();
        } else {
            m_cell += c;
        }
    }
    void endLine()
    {
        m_line.cells.push_back(trimmed(std::move(m_cell)));
        m_cell.clear();
        const bool blank =
            std::all_of(m_line.cells.begin(), m_line.cells.end(), [](const auto& c) { return c.empty(); });
        if (!blank) {
            out.push_back(std::move(m_line));
        }
        m_line = {m_row, {}};
    }

    char m_separator;
    std::string m_cell;
    Line m_line{1, {}};
    int m_row = 1;
    bool m_quoted = false;
};
} // namespace

std::string field(std::string_view utf8)
{
    std::string out = "\"";
    if (!utf8.empty() && std::string_view("=+-@\t\r\n").find(utf8.front()) != std::string_view::npos) {
        out += '\'';
    }
    for (const char c : utf8) {
        out.append(c == '"' ? 2 : 1, c);
    }
    return out += '"';
}

char separatorOf(std::string_view text)
{
    constexpr std::array kSeparators = {',', ';', '\t'};
    std::array<int, kSeparators.size()> found = {};
    bool quoted = false;
    for (const char c : text.substr(0, text.find('\n'))) {
        quoted = quoted != (c == '"');
        for (std::size_t i = 0; i < kSeparators.size() && !quoted; ++i) {
            found[i] += c == kSeparators[i] ? 1 : 0;
        }
    }
    return kSeparators[static_cast<std::size_t>(std::max_element(found.begin(), found.end()) - found.begin())];
}

std::vector<Line> lines(std::string_view text, char separator)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    Reader reader(separator);
    reader.take(text);
    return std::move(reader.out);
}

} // namespace autochain::csv
