// SPDX-License-Identifier: GPL-3.0-or-later
// Vehicle identification numbers: ISO 3779 (structure), ISO 3780 (world manufacturer identifier), and for North America
// 49 CFR 565 (check digit, model year).
#pragma once

#include "base/bytes.h"
#include "vehicle/error.h"

#include <optional>

namespace autochain::vehicle
{

inline constexpr int kVinLength = 17;
inline constexpr int kCheckPosition = 9; // positions count from 1, as people and norms do

enum class VinProblem {
    Empty,
    TooShort, // `found` holds nothing; VinAnalysis::normalised.size() says how many there are
    TooLong,
    ForbiddenLetter, // I, O or Q: never in a VIN; `suggestion` is the digit that was meant (1, 0, 0)
    ForbiddenSign,   // any other character but 0-9 A-Z
    CheckDigit,      // found at position 9, `suggestion` is what the others call for
    UnknownMaker,    // no entry for the first three characters: a hint, not an obstacle
    NoModelYear      // position 10 carries no year code although North America demands one
};

struct VinIssue {
    VinProblem problem = VinProblem::Empty;
    int position = 0; // 1-based; 0: the whole
    char found = 0;
    char suggestion = 0; // 0: none
    bool operator==(const VinIssue&) const = default;
};

struct VinFix { // "if the 4 at position 6 is an A, everything fits"
    int position = 0;
    char from = 0;
    char to = 0;
    bool looksAlike = false; // the two are easily taken for each other
    bool operator==(const VinFix&) const = default;
};

struct Wmi {          // world manufacturer identifier; names are proper nouns, data and not prose
    std::string code; // three characters, or two where the maker owns the whole range
    std::string maker;
    std::string country;       // ISO 3166-1 alpha-2 of the plant or seat
    bool northAmerica = false; // built for the United States and Canada: check digit is always carried
};

struct VinAnalysis {
    std::string normalised; // upper case, without spaces, hyphens and dots
    std::vector<VinIssue> problems;
    bool wellFormed = false;    // 17 allowed characters
    bool checkRequired = false; // North American maker or market
    bool checkFits = false;     // holds for cars elsewhere by accident only, so read it with checkRequired
    char checkFound = 0;        // position 9
    char checkExpected = 0;     // '0'…'9' or 'X'
    std::optional<VinFix> likelyFix;
    std::string wmi;               // positions 1-3
    std::string vds;               // 4-9
    std::string vis;               // 10-17
    std::string maker;             // empty: unknown
    std::string country;           // ISO 3166-1 alpha-2; empty: unknown
    bool northAmerica = false;     // maker's entry says so, or the plant is there
    std::optional<int> modelYear;  // only where position 10 is a year code
    bool modelYearCertain = false; // demanded by law (North America); elsewhere a custom of most makers
    char plant = 0;                // position 11
    std::string serial;            // 12-17

    // May become a Credit ID: well formed, and the check digit fits where it has to.
    bool acceptable() const { return wellFormed && (!checkRequired || checkFits); }
};

// Anything a person typed, scanned or pasted. `latestModelYear`: no model year above it is believed (this year + 1);
// the 30-year cycle is chosen by position 7 (a letter: 2010-2039) and stepped back where it would lie beyond.
VinAnalysis analyseVin(std::string_view text, int latestModelYear = 2039);

std::string normaliseVin(std::string_view text); // upper case, separators dropped; nothing is checked
bool isWellFormedVin(std::string_view vin);      // exactly what the registry contract accepts
// Precondition: isWellFormedVin(vin). '0'…'9' or 'X' (49 CFR 565.15(c)).
char checkDigitOf(std::string_view vin);
std::optional<int> modelYearOf(std::string_view vin, int latestModelYear = 2039);
std::optional<Wmi> findWmi(std::string_view vin); // by the first three characters
std::string countryOfVin(std::string_view vin);   // by ISO 3780 ranges of the first two characters; empty: not assigned

// BadVin, CheckDigit.
Result<std::string> acceptVin(std::string_view text);
// keccak256 of the normalised VIN. Precondition: isWellFormedVin(vin).
Hash32 vehicleIdOf(std::string_view vin);

} // namespace autochain::vehicle
