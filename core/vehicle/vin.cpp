// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/vin.h"

#include "crypto/hash.h"
#include "vehicle/vin_fix.h"

#include <algorithm>
#include <array>

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kYearCodes =
    "ABCDEFGHJKLMNPRSTVWXY123456789"; // 1980 … 2009, then again (49 CFR 565.15, table VII)
constexpr int kFirstYear = 1980;
constexpr int kCycle = 30;
// Weights of positions 1-17 (49 CFR 565.15, table V).
constexpr std::array<int, kVinLength> kWeights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
// Values of A-Z (table III): I, O and Q have none.
constexpr std::array<int, 26> kLetterValues = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4,
                                               5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isForbiddenLetter(char c)
{
    return c == 'I' || c == 'O' || c == 'Q';
}

bool isVinCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z' && !isForbiddenLetter(c));
}

int valueOf(char c)
{
    return isDigit(c) ? c - '0' : kLetterValues[static_cast<std::size_t>(c - 'A')];
}

// Volkswagen's European numbering fills positions 4-6 and 9 with Z, also on cars built in Mexico.
bool hasEuropeanFiller(std::string_view vin)
{
    return vin.substr(3, 3) == "ZZZ";
}

bool isNorthAmericanCountry(const std::string& country)
{
    return country == "US" || country == "CA" || country == "MX";
}

void findFormProblems(VinAnalysis& out)
{
    if (out.normalised.empty()) {
        out.problems.push_back({VinProblem::Empty, 0, 0, 0});
        return;
    }
    // What is far too long is no VIN with hundreds of wrong signs.
    const std::size_t looked = std::min(out.normalised.size(), std::size_t{2} * kVinLength);
    for (std::size_t i = 0; i < looked; ++i) {
        const char c = out.normalised[i];
        const int position = static_cast<int>(i) + 1;
        if (isForbiddenLetter(c)) {
            out.problems.push_back({VinProblem::ForbiddenLetter, position, c, c == 'I' ? '1' : '0'});
        } else if (!isVinCharacter(c)) {
            out.problems.push_back({VinProblem::ForbiddenSign, position, c, 0});
        }
    }
    if (out.normalised.size() != kVinLength) {
        const bool tooShort = out.normalised.size() < kVinLength;
        out.problems.push_back({tooShort ? VinProblem::TooShort : VinProblem::TooLong, 0, 0, 0});
    }
}

void describeMaker(VinAnalysis& out)
{
    const std::string_view vin = out.normalised;
    out.country = countryOfVin(vin);
    if (const auto wmi = findWmi(vin)) {
        out.maker = wmi->maker;
        out.country = wmi->country;
        out.northAmerica = wmi->northAmerica;
    }
    out.northAmerica = out.northAmerica || isNorthAmericanCountry(countryOfVin(vin));
}

void splitParts(VinAnalysis& out)
{
    out.wmi = out.normalised.substr(0, 3);
    out.vds = out.normalised.substr(3, 6);
    out.vis = out.normalised.substr(9, 8);
    out.plant = out.normalised[10];
    out.serial = out.normalised.substr(11, 6);
}

void checkDigits(VinAnalysis& out)
{
    out.checkRequired = out.northAmerica && !hasEuropeanFiller(out.normalised);
    out.checkFound = out.normalised[kCheckPosition - 1];
    out.checkExpected = checkDigitOf(out.normalised);
    out.checkFits = out.checkFound == out.checkExpected;
    if (out.checkRequired && !out.checkFits) {
        out.problems.push_back({VinProblem::CheckDigit, kCheckPosition, out.checkFound, out.checkExpected});
    }
}
} // namespace

std::string normaliseVin(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool separator = c == ' ' || c == '-' || c == '.' || c == '\t' || c == '\n' || c == '\r' || c == '*';
        if (!separator) {
            out.push_back(upper(c));
        }
    }
    return out;
}

bool isWellFormedVin(std::string_view vin)
{
    return vin.size() == kVinLength && std::all_of(vin.begin(), vin.end(), isVinCharacter);
}

char checkDigitOf(std::string_view vin)
{
    int sum = 0;
    for (std::size_t i = 0; i < kVinLength; ++i) {
        sum += kWeights[i] * valueOf(vin[i]);
    }
    const int rest = sum % 11;
    return rest == 10 ? 'X' : static_cast<char>('0' + rest);
}

std::optional<int> modelYearOf(std::string_view vin, int latestModelYear)
{
    const std::size_t code = kYearCodes.find(vin[9]);
    if (code == std::string_view::npos) {
        return std::nullopt;
    }
    const int year = kFirstYear + static_cast<int>(code) + (isDigit(vin[6]) ? 0 : kCycle);
    return year > latestModelYear ? year - kCycle : year;
}

VinAnalysis analyseVin(std::string_view text, int latestModelYear)
{
    VinAnalysis out;
    out.normalised = normaliseVin(text);
    findFormProblems(out);
    out.wellFormed = out.problems.empty();
    if (!out.wellFormed) {
        out.likelyFix = fixForbiddenLetter(out);
        return out;
    }
    splitParts(out);
    describeMaker(out);
    checkDigits(out);
    out.modelYear = modelYearOf(out.normalised, latestModelYear);
    out.modelYearCertain = out.checkRequired && out.checkFits && out.modelYear.has_value();
    if (out.maker.empty()) {
        out.problems.push_back({VinProblem::UnknownMaker, 1, out.normalised[0], 0});
    }
    if (out.checkRequired && !out.modelYear) {
        out.problems.push_back({VinProblem::NoModelYear, 10, out.normalised[9], 0});
    }
    if (out.checkRequired && !out.checkFits) {
        out.likelyFix = findLikelyFix(out.normalised, latestModelYear);
    }
    return out;
}

Result<std::string> acceptVin(std::string_view text)
{
    const VinAnalysis vin = analyseVin(text);
    if (!vin.wellFormed) {
        const int position = vin.problems.front().position;
        return Error(VehicleError::BadVin, {position == 0 ? std::string() : std::to_string(position), vin.normalised});
    }
    if (!vin.acceptable()) {
        return Error(VehicleError::CheckDigit, {std::string(1, vin.checkFound), std::string(1, vin.checkExpected)});
    }
    return vin.normalised;
}

Hash32 vehicleIdOf(std::string_view vin)
{
    return keccak256(vin);
}

} // namespace autochain::vehicle
