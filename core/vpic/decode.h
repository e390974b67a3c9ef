// SPDX-License-Identifier: GPL-3.0-or-later
// What a number on a car says about it. Pure: the table and the latest year that may be believed are arguments.
#pragma once

#include "vehicle/vin.h"
#include "vpic/element.h"
#include "vpic/vin_table.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace autochain::vpic
{

// Which rules the number was read by.
enum class NumberRule {
    NorthAmerica,  // 49 CFR 565: 17 characters, check digit, model year
    Iso3779,       // 17 characters; no check digit demanded where it was built or sold
    ChassisNumber, // before 1981 or for Japan alone; `chassisRule` says whose numbering
    None           // none fits
};

// Certain: demanded by law and guarded by a check digit that fits, or the registered owner of the maker's code. Likely:
// what the patterns say, without such a guard or with several that differ. What is not known is absent.
enum class Certainty { Likely, Certain };

struct Fact {
    std::string value;
    Certainty certainty = Certainty::Likely;
    std::vector<std::string> others; // what other patterns that fit as well say
};

struct YearFact {
    int value = 0;
    Certainty certainty = Certainty::Likely;
    std::vector<int> others;
};

struct DecodedVin {
    vehicle::VinAnalysis analysis;
    NumberRule rule = NumberRule::None;
    std::string chassisRule;
    std::string number; // what was decoded: the normalised VIN, or the suggestion in its place
    bool valid = false; // acceptable by its rule, as given
    bool decodedFromSuggestion = false;
    std::optional<std::string> suggestion; // the whole number, one sign or forbidden letters put right
    bool makerKnown = false;               // vPIC knows the maker's code
    bool patternsFit = false;              // a model was found for the model year
    std::optional<YearFact> modelYear;
    std::map<Element, Fact> facts;

    const Fact* find(Element element) const;
    std::string_view valueOf(Element element) const; // empty: not known
};

struct DecodeOptions {
    int latestModelYear = 2039;   // none above it is believed: this year + 1
    std::optional<int> knownYear; // told by somebody else: before 1981 other numbers than of 17 characters are expected
};

inline constexpr int kFirstVinYear = 1981; // 17 characters are demanded from this model year on (49 CFR 565.11)

// Anything typed, scanned or pasted; never fails, says what is wrong instead.
DecodedVin decodeVin(const VinTable& table, std::string_view text, const DecodeOptions& options = {});

} // namespace autochain::vpic
