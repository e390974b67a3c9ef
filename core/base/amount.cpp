// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/amount.h"

#include <algorithm>
#include <array>

namespace autochain
{
namespace
{

// no-break space, narrow no-break space, thin space: what locales put between groups of digits
constexpr std::array<std::string_view, 3> kWideSpaces{"\u00a0", "\u202f", "\u2009"};

// Length of the grouping mark that `text` starts with; 0 when it starts with none.
std::size_t groupingMark(std::string_view text)
{
    for (const auto space : kWideSpaces) {
        if (text.starts_with(space)) {
            return space.size();
        }
    }
    return !text.empty() && std::string_view(",'_ ").find(text.front()) != std::string_view::npos ? 1 : 0;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool allDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Digits without their grouping marks. The last group must have three digits and those in between two or three, so
// that "12,5" is refused instead of being read as 125.
Result<std::string> ungrouped(std::string_view text)
{
    std::string digits;
    std::size_t group = 0;
    bool grouped = false;
    while (!text.empty()) {
        const std::size_t mark = groupingMark(text);
        if (mark == 0) {
            digits.push_back(text.front());
            text.remove_prefix(1);
            ++group;
            continue;
        }
        if (group == 0 || group > 3 || (grouped && group < 2)) {
            return BaseError::NotANumber;
        }
        grouped = true;
        group = 0;
        text.remove_prefix(mark);
    }
    if ((grouped && group != 3) || !allDigits(digits)) {
        return BaseError::NotANumber;
    }
    return digits;
}

} // namespace

Result<U256> parseAmount(std::string_view text, int decimals)
{
    text = trimmed(text);
    const auto point = text.find('.');
    AC_TRY(std::string digits, ungrouped(text.substr(0, point)));
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (!allDigits(fraction) || (digits.empty() && fraction.empty())) {
        return BaseError::NotANumber;
    }
    const auto significant = fraction.find_last_not_of('0');
    fraction = fraction.substr(0, significant == std::string_view::npos ? 0 : significant + 1);
    const auto places = static_cast<std::size_t>(decimals);
    if (fraction.size() > places) {
        return BaseError::TooManyDecimals;
    }
    digits.append(fraction).append(places - fraction.size(), '0');
    if (digits.empty()) {
        digits = "0";
    }
    return U256::fromDecimal(digits);
}

std::string formatAmount(const U256& amount, int decimals, int minDecimals)
{
    const auto places = static_cast<std::size_t>(decimals);
    std::string digits = amount.toDecimal();
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    const std::string whole = digits.substr(0, digits.size() - places);
    std::string fraction = digits.substr(digits.size() - places);
    const auto significant = fraction.find_last_not_of('0');
    const std::size_t needed = significant == std::string::npos ? 0 : significant + 1;
    fraction.resize(std::max(needed, static_cast<std::size_t>(std::max(minDecimals, 0))), '0');
    return fraction.empty() ? whole : whole + "." + fraction;
}

U256 auc(std::uint64_t whole)
{
    return U256(whole) * U256(1'000'000'000'000'000'000U);
}

} // namespace autochain
