// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of cars that have no VIN of 17 characters: built before 1981, or for Japan's own market.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autochain::vpic
{

struct ChassisNumber {
    std::string_view rule;       // which maker's numbering it fits; "japaneseFrame", or "beforeVin" for no known one
    std::string_view make;       // empty: the numbering is not one maker's
    std::vector<int> modelYears; // all the number allows; empty: it carries no year
};

// `text` as written, upper case, without blanks but with hyphens, which frame numbers need. None where it is no such
// number: fewer than 4 or more than 16 letters and digits, no digit at all.
// Sources: makers' own numbering as given in owners' clubs' and registries' guides (GM 1965-80, Ford 1960-80, Chrysler
// 1966-80, Volkswagen 1965-80, Porsche 1970-79, Mercedes-Benz to 1981); the frame number of Japan's registration.
std::optional<ChassisNumber> readChassisNumber(std::string_view text);

} // namespace autochain::vpic
