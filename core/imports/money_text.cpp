// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/money_text.h"

#include "imports/csv_reader.h"

#include <algorithm>
#include <array>

namespace autochain::imports
{

std::optional<std::int64_t> minorUnits(std::string_view text, std::string& currency)
{
    struct Sign {
        std::string_view sign;
        std::string_view code;
    };
    constexpr std::array<Sign, 5> signs = {{{"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"US$", "USD"}, {"$", "USD"}}};
    std::string digits;
    std::string letters;
    std::string rest(trimmed(text));
    for (const Sign& sign : signs) {
        if (const std::size_t at = rest.find(sign.sign); at != rest.npos) {
            letters = sign.code;
            rest.erase(at, sign.sign.size());
            break;
        }
    }
    for (const char c : rest) {
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            letters.push_back(static_cast<char>(c & ~0x20));
        } else if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
            digits.push_back(c);
        } else if (c != ' ' && c != '\'') {
            return std::nullopt; // a sign in front, too: a record's cost is never negative
        }
    }
    if (letters.size() == 3) {
        currency = letters;
    } else if (!letters.empty()) {
        return std::nullopt;
    }
    std::transform(currency.begin(), currency.end(), currency.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; });
    const std::size_t last = digits.find_last_of(".,");
    const std::size_t behind = last == digits.npos ? 0 : digits.size() - last - 1;
    const bool hasDecimals = last != digits.npos && behind >= 1 && behind <= 2;
    if (digits.empty() || (last != digits.npos && !hasDecimals && behind != 3)) {
        return std::nullopt;
    }
    const bool noMinor = currency == "JPY" || currency == "KRW";
    std::int64_t whole = 0;
    int count = 0;
    for (std::size_t i = 0; i < (hasDecimals ? last : digits.size()); ++i) {
        if (digits[i] >= '0' && digits[i] <= '9') {
            whole = whole * 10 + (digits[i] - '0');
            if (++count > 12) {
                return std::nullopt;
            }
        }
    }
    std::int64_t cents = 0;
    if (hasDecimals) {
        cents = (digits[last + 1] - '0') * 10 + (behind == 2 ? digits[last + 2] - '0' : 0);
    }
    return noMinor ? (cents == 0 ? std::optional(whole) : std::nullopt) : std::optional(whole * 100 + cents);
}

} // namespace autochain::imports
