// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/number_text.h"

#include "imports/csv_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace autochain::imports
{
namespace
{
constexpr std::array<double, 16> kTens = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                          1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr std::array<std::string_view, 20> kNothing = {
    "",   "nan", "-nan", "n/a",  "na",       "null", "none",        "nodata", "no data", "-",
    "--", "---", "inf",  "-inf", "infinity", "∞",    "unsupported", "error",  "?",       "undefined"};

// Up to 15 digits with at most one point: both parts of the quotient are exact, so the quotient is the nearest double
// (Clinger, "How to read floating point numbers accurately", 1990). None: something else.
std::optional<double> simpleNumber(std::string_view text)
{
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+') {
        text.remove_prefix(1);
    }
    if (text.empty() || text.size() > 16) {
        return std::nullopt;
    }
    std::uint64_t digits = 0;
    std::size_t count = 0;
    std::size_t decimals = 0;
    bool point = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            ++count;
            decimals += point ? 1 : 0;
        } else if (c == '.' && !point) {
            point = true;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > 15) {
        return std::nullopt;
    }
    const double value = static_cast<double>(digits) / kTens[decimals];
    return negative ? -value : value;
}

// Separators of thousands out, the decimal sign a point.
std::string pointed(std::string_view text)
{
    const std::size_t lastComma = text.rfind(',');
    const std::size_t lastPoint = text.rfind('.');
    const bool both = lastComma != text.npos && lastPoint != text.npos;
    const bool manyCommas = std::count(text.begin(), text.end(), ',') > 1;
    const char decimal = both ? (lastComma > lastPoint ? ',' : '.') : manyCommas ? '.' : ',';
    std::string out;
    for (const char c : text) {
        if (c == decimal) {
            out.push_back('.');
        } else if (c != ',' && c != '.' && c != '\'') {
            out.push_back(c);
        } else if (!both && !manyCommas) {
            out.push_back(c);
        }
    }
    return out;
}

bool isNothing(std::string_view text)
{
    return std::any_of(kNothing.begin(), kNothing.end(), [&](std::string_view word) {
        return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                          [](char w, char c) { return w == (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    });
}
} // namespace

NumberText readNumber(std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) {
        return {};
    }
    if (const auto simple = simpleNumber(text)) {
        return {NumberKind::Value, *simple};
    }
    if (isNothing(text)) {
        return {};
    }
    std::string plain = text.find(',') == text.npos ? std::string(text) : pointed(text);
    const char* from = plain.data() + (plain.starts_with('+') ? 1 : 0);
    const char* const end = plain.data() + plain.size();
    double value = 0;
    const auto [at, error] = std::from_chars(from, end, value);
    if (error != std::errc() || at != end || !std::isfinite(value)) {
        return {NumberKind::Broken, 0};
    }
    return {NumberKind::Value, value};
}

} // namespace autochain::imports
