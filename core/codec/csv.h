// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated values, RFC 4180: written for spreadsheets, read from anybody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace autochain::csv
{

// One quoted field that no spreadsheet takes for a formula: what begins with = + - @ or a control character gets an
// apostrophe in front (OWASP, CSV injection).
std::string field(std::string_view utf8);

struct Line {
    int number = 0; // in the file, from 1, where it begins: quoted fields may hold line breaks
    std::vector<std::string> cells;
};

// The likeliest of comma, semicolon and tab: the one found most often outside quotes in the first line.
char separatorOf(std::string_view text);
// Every line that is not blank, cells trimmed of blanks. A quote that never closes ends with the text.
std::vector<Line> lines(std::string_view text, char separator);

} // namespace autochain::csv
