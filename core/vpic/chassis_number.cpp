// SPDX-License-Identifier: GPL-3.0-or-later
#include "vpic/chassis_number.h"

#include <algorithm>
#include <array>

namespace autochain::vpic
{
namespace
{
constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 16;

// In a shape: 9 a digit, A a letter, X either; the character at `yearAt` (0: none) is the last digit of the year.
struct Numbering {
    std::string_view rule;
    std::string_view shape;
    std::string_view starts; // allowed first signs; empty: any
    std::string_view make;
    std::size_t yearAt; // from 1
    int firstYear;
    int lastYear;
};

// The first that fits counts; two makers of the same shape are told apart by their first signs.
constexpr std::array<Numbering, 9> kNumberings = {{
    {"gm1965to1971", "999999A999999", "12345", "", 6, 1965, 1971},
    {"gm1972to1980", "9A99A9X999999", "123456", "", 6, 1972, 1980},
    {"chrysler1966to1980", "AA99A9X999999", "BCDEFHJLMNPRSVWX", "", 6, 1966, 1980},
    {"ford1960to1980", "9A99A999999", "0123456789", "Ford", 1, 1960, 1980},
    {"porsche1970to1979", "9119999999", "9", "Porsche", 4, 1970, 1979},
    {"porsche1970to1979", "9149999999", "9", "Porsche", 4, 1970, 1979},
    {"volkswagen1965to1980", "9999999999", "1234", "Volkswagen", 3, 1965, 1980},
    {"mercedesBenzTo1981", "99999999999999", "1", "Mercedes-Benz", 0, 0, 0},
    {"bmwTo1980", "9999999", "1234", "BMW", 0, 0, 0},
}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool signFits(char shape, char c)
{
    switch (shape) {
    case '9':
        return isDigit(c);
    case 'A':
        return isLetter(c);
    case 'X':
        return isDigit(c) || isLetter(c);
    default:
        return shape == c;
    }
}

bool fits(const Numbering& numbering, std::string_view text)
{
    if (text.size() != numbering.shape.size() || numbering.starts.find(text[0]) == std::string_view::npos) {
        return false;
    }
    // A shape that starts with a maker's own model number is compared literally there.
    if (numbering.make == "Porsche" && text.substr(0, 3) != numbering.shape.substr(0, 3)) {
        return false;
    }
    return std::equal(text.begin(), text.end(), numbering.shape.begin(),
                      [](char c, char shape) { return signFits(shape, c); });
}

std::vector<int> yearsOf(const Numbering& numbering, std::string_view text)
{
    std::vector<int> out;
    for (int year = numbering.firstYear; numbering.yearAt != 0 && year <= numbering.lastYear; ++year) {
        if (year % 10 == text[numbering.yearAt - 1] - '0') {
            out.push_back(year);
        }
    }
    return out;
}

// Letters and digits of a model, a hyphen, five to seven digits: JZX100-0012345.
bool isJapaneseFrame(std::string_view text)
{
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 8 || text.find('-', hyphen + 1) != text.npos) {
        return false;
    }
    const std::string_view model = text.substr(0, hyphen);
    const std::string_view serial = text.substr(hyphen + 1);
    return serial.size() >= 5 && serial.size() <= 7 && std::all_of(serial.begin(), serial.end(), isDigit) &&
           isLetter(model[0]) && std::any_of(model.begin(), model.end(), isDigit) &&
           std::all_of(model.begin(), model.end(), [](char c) { return isDigit(c) || isLetter(c); });
}
} // namespace

std::optional<ChassisNumber> readChassisNumber(std::string_view text)
{
    if (isJapaneseFrame(text)) {
        return ChassisNumber{"japaneseFrame", {}, {}};
    }
    std::string plain;
    for (const char c : text) {
        if (isDigit(c) || isLetter(c)) {
            plain.push_back(c);
        } else if (c != '-' && c != '.' && c != '/' && c != ' ') {
            return std::nullopt;
        }
    }
    const bool sized = plain.size() >= kShortest && plain.size() <= kLongest;
    if (!sized || std::none_of(plain.begin(), plain.end(), isDigit)) {
        return std::nullopt;
    }
    for (const Numbering& numbering : kNumberings) {
        if (fits(numbering, plain)) {
            auto years = yearsOf(numbering, plain);
            if (numbering.yearAt == 0 || !years.empty()) {
                return ChassisNumber{numbering.rule, numbering.make, std::move(years)};
            }
        }
    }
    return ChassisNumber{"beforeVin", {}, {}};
}

} // namespace autochain::vpic
