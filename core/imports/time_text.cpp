// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/time_text.h"

#include "imports/csv_reader.h"

#include <array>
#include <vector>

namespace autochain::imports
{
namespace
{
constexpr std::size_t kLongest = 64;
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct Token {
    bool isNumber = false;
    std::int64_t number = 0;
    int digits = 0;
    std::string word; // lower case
    char before = 0;  // the sign in front
};

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        Token token;
        token.before = i == 0 ? 0 : text[i - 1];
        if (c >= '0' && c <= '9') {
            token.isNumber = true;
            for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
                token.number = token.digits < 15 ? token.number * 10 + (text[i] - '0') : token.number;
                ++token.digits;
            }
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            for (; i < text.size() && ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'); ++i) {
                token.word.push_back(static_cast<char>(text[i] | 0x20));
            }
        } else {
            ++i;
            continue;
        }
        out.push_back(std::move(token));
    }
    return out;
}

int monthOf(const std::string& word)
{
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word.size() >= 3 && word.compare(0, 3, kMonths[i]) == 0) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int fullYear(const Token& token)
{
    const auto year = static_cast<int>(token.number);
    return token.digits == 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

struct Parts {
    int year = 0, month = 0, day = 0;
    double ofDay = 0;
    bool hasTime = false;
    double zone = 0; // seconds east
};

// hours:minutes[:seconds[.fraction]] from `at`; how many tokens it takes.
std::size_t readClock(const std::vector<Token>& tokens, std::size_t at, Parts& parts)
{
    if (at + 1 >= tokens.size() || !tokens[at].isNumber || !tokens[at + 1].isNumber || tokens[at + 1].before != ':' ||
        tokens[at].number > 24 || tokens[at + 1].number > 59) {
        return 0;
    }
    parts.ofDay = static_cast<double>(tokens[at].number * 3600 + tokens[at + 1].number * 60);
    parts.hasTime = true;
    std::size_t used = 2;
    if (at + 2 < tokens.size() && tokens[at + 2].isNumber && tokens[at + 2].before == ':' &&
        tokens[at + 2].number <= 60) {
        parts.ofDay += static_cast<double>(tokens[at + 2].number);
        ++used;
        const bool fraction = at + 3 < tokens.size() && tokens[at + 3].isNumber &&
                              (tokens[at + 3].before == '.' || tokens[at + 3].before == ',') &&
                              tokens[at + 3].digits <= 9;
        if (fraction) {
            double scale = 1;
            for (int i = 0; i < tokens[at + 3].digits; ++i) {
                scale *= 10;
            }
            parts.ofDay += static_cast<double>(tokens[at + 3].number) / scale;
            ++used;
        }
    }
    return used;
}

// Three parts of a date in the order they stand.
bool readDay(const std::array<Token, 3>& t, DateOrder order, Parts& parts)
{
    const auto number = [&](std::size_t i) { return static_cast<int>(t[i].number); };
    if (!t[1].isNumber && t[0].isNumber && t[2].isNumber) { // 04-Mar-2016
        const bool yearFirst = t[0].digits == 4;
        parts.month = monthOf(t[1].word);
        parts.day = yearFirst ? number(2) : number(0);
        parts.year = fullYear(yearFirst ? t[0] : t[2]);
    } else if (!t[0].isNumber && t[1].isNumber && t[2].isNumber) { // Mar 4, 2016
        parts.month = monthOf(t[0].word);
        parts.day = number(1);
        parts.year = fullYear(t[2]);
    } else if (t[0].isNumber && t[1].isNumber && t[2].isNumber && t[0].digits == 4) { // 2016-03-04
        parts.year = number(0);
        parts.month = number(1);
        parts.day = number(2);
    } else if (t[0].isNumber && t[1].isNumber && t[2].isNumber) {
        const bool dayFirst = (order == DateOrder::DayFirst && number(1) <= 12) || number(0) > 12;
        parts.day = dayFirst ? number(0) : number(1);
        parts.month = dayFirst ? number(1) : number(0);
        parts.year = fullYear(t[2]);
    }
    return parts.month != 0;
}

bool readTokens(std::vector<Token> tokens, DateOrder order, Parts& parts)
{
    std::vector<Token> date;
    for (std::size_t i = 0; i < tokens.size();) {
        if (!parts.hasTime) {
            if (const std::size_t used = readClock(tokens, i, parts)) {
                i += used;
                continue;
            }
        } else if (tokens[i].isNumber && (tokens[i].before == '+' || tokens[i].before == '-') &&
                   i + 1 <= tokens.size() && date.size() == 3) { // +01:00, -0530
            const bool split = tokens[i].digits == 2 && i + 1 < tokens.size() && tokens[i + 1].isNumber;
            const std::int64_t hours = tokens[i].digits == 4 ? tokens[i].number / 100 : tokens[i].number;
            const std::int64_t minutes = tokens[i].digits == 4 ? tokens[i].number % 100
                                         : split               ? tokens[i + 1].number
                                                               : 0;
            if (hours > 14 || minutes > 59) {
                return false;
            }
            parts.zone = static_cast<double>(hours * 3600 + minutes * 60) * (tokens[i].before == '-' ? -1 : 1);
            i += split ? 2 : 1;
            continue;
        }
        const bool isWord = !tokens[i].isNumber;
        const bool afternoon = isWord && tokens[i].word == "pm" && parts.ofDay < 43200;
        const bool midnight = isWord && tokens[i].word == "am" && parts.ofDay >= 43200;
        parts.ofDay += afternoon ? 43200 : midnight ? -43200 : 0;
        if (!isWord || monthOf(tokens[i].word) != 0) { // weekdays, T, Z, GMT go
            date.push_back(tokens[i]);
        }
        ++i;
    }
    if (date.empty()) {
        return parts.hasTime;
    }
    return date.size() == 3 && readDay({date[0], date[1], date[2]}, order, parts);
}

std::optional<Parts> partsOf(std::string_view text, DateOrder order)
{
    text = trimmed(text);
    if (text.empty() || text.size() > kLongest) {
        return std::nullopt;
    }
    Parts parts;
    auto tokens = tokensOf(text);
    if (tokens.size() == 1 && tokens[0].isNumber && tokens[0].digits == 8) { // 20160304
        const auto packed = static_cast<int>(tokens[0].number);
        parts.year = packed / 10000;
        parts.month = packed / 100 % 100;
        parts.day = packed % 100;
        return parts;
    }
    return readTokens(std::move(tokens), order, parts) ? std::optional(parts) : std::nullopt;
}
} // namespace

std::optional<std::int64_t> daysOf(int year, int month, int day)
{
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) {
        return std::nullopt;
    }
    const int length = lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && isLeap(year) ? 1 : 0);
    if (day > length || year < 1900 || year > 2199) {
        return std::nullopt;
    }
    std::int64_t days = day - 1;
    for (int m = 1; m < month; ++m) {
        days += lengths[static_cast<std::size_t>(m - 1)] + (m == 2 && isLeap(year) ? 1 : 0);
    }
    const auto leapsBefore = [](int y) { return (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400; };
    return days + std::int64_t(365) * (year - 1970) + leapsBefore(year) - leapsBefore(1970);
}

std::optional<TimeText> readTime(std::string_view text, DateOrder order)
{
    const auto parts = partsOf(text, order);
    if (!parts || !parts->hasTime) {
        return std::nullopt;
    }
    if (parts->month == 0) {
        return TimeText{parts->ofDay, false};
    }
    const auto days = daysOf(parts->year, parts->month, parts->day);
    if (!days) {
        return std::nullopt;
    }
    return TimeText{static_cast<double>(*days) * 86400 + parts->ofDay - parts->zone, true};
}

std::optional<UnixTime> readDate(std::string_view text, DateOrder order)
{
    const auto parts = partsOf(text, order);
    const auto days = parts && parts->month != 0 ? daysOf(parts->year, parts->month, parts->day) : std::nullopt;
    if (!days) {
        return std::nullopt;
    }
    const double seconds = static_cast<double>(*days) * 86400 + parts->ofDay - parts->zone;
    return static_cast<UnixTime>(seconds);
}

} // namespace autochain::imports
