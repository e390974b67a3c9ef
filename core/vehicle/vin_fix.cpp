// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/vin_fix.h"

#include <algorithm>
#include <array>

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

// Letter and digit first: there the eye errs most. Within a row the nearest pair stands first.
constexpr std::array<std::string_view, 12> kDigitPairs = {"8B", "0D", "5S", "2Z", "6G", "4A",
                                                          "1L", "7T", "1T", "1J", "7Y", "3B"};
constexpr std::array<std::string_view, 17> kOtherPairs = {"UV", "17", "38", "89", "56", "EF", "PR", "MN", "VY",
                                                          "CG", "KX", "HN", "69", "BR", "DU", "VW", "LU"};

bool holds(std::string_view pair, char a, char b)
{
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Smaller is more plausible; none: not worth telling.
std::optional<int> costOf(char from, char to)
{
    const auto fits = [&](std::string_view pair) { return holds(pair, from, to); };
    if (const auto at = std::find_if(kDigitPairs.begin(), kDigitPairs.end(), fits); at != kDigitPairs.end()) {
        return static_cast<int>(at - kDigitPairs.begin());
    }
    if (const auto at = std::find_if(kOtherPairs.begin(), kOtherPairs.end(), fits); at != kOtherPairs.end()) {
        return 100 + static_cast<int>(at - kOtherPairs.begin());
    }
    return std::nullopt;
}

// What North American numbering demands of single positions: 9 is a check digit, 13-17 are digits (49 CFR 565.15).
bool mayStandAt(std::size_t index, char c)
{
    if (index == kCheckPosition - 1) {
        return isDigit(c) || c == 'X';
    }
    return index < 12 || isDigit(c);
}

bool isPlausible(std::string_view vin, int latestModelYear)
{
    return findWmi(vin).has_value() && modelYearOf(vin, latestModelYear).has_value() &&
           checkDigitOf(vin) == vin[kCheckPosition - 1];
}
} // namespace

bool looksAlikeOnPlate(char a, char b)
{
    return costOf(a, b).has_value();
}

std::optional<VinFix> findLikelyFix(std::string_view vin, int latestModelYear)
{
    std::optional<VinFix> best;
    int bestCost = 0;
    std::string trial(vin);
    for (std::size_t i = 0; i < kVinLength; ++i) {
        const char from = vin[i];
        for (const char to : kCharacters) {
            const auto cost = costOf(from, to);
            if (to == from || !cost || !mayStandAt(i, to)) {
                continue;
            }
            trial[i] = to;
            if (isPlausible(trial, latestModelYear) && (!best || *cost < bestCost)) {
                best = VinFix{static_cast<int>(i) + 1, from, to, true};
                bestCost = *cost;
            }
        }
        trial[i] = from;
    }
    if (best) {
        return best;
    }
    // Nothing that looks alike: position 9 itself, where all else is in order.
    trial[kCheckPosition - 1] = checkDigitOf(vin);
    if (isPlausible(trial, latestModelYear)) {
        return VinFix{kCheckPosition, vin[kCheckPosition - 1], trial[kCheckPosition - 1], false};
    }
    return std::nullopt;
}

std::optional<VinFix> fixForbiddenLetter(const VinAnalysis& analysis)
{
    if (analysis.problems.size() != 1 || analysis.problems[0].problem != VinProblem::ForbiddenLetter) {
        return std::nullopt;
    }
    const VinIssue& issue = analysis.problems[0];
    std::string trial = analysis.normalised;
    trial[static_cast<std::size_t>(issue.position) - 1] = issue.suggestion;
    if (!analyseVin(trial).acceptable()) {
        return std::nullopt;
    }
    return VinFix{issue.position, issue.found, issue.suggestion, true};
}

} // namespace autochain::vehicle
