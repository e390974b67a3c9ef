// SPDX-License-Identifier: GPL-3.0-or-later
// Trouble codes: SAE J2012 / ISO 15031-6. Meanings (trouble_codes.csv): P0, P2, P3, U0 as python-OBD lists them from
// J2012; Ford's own B, C and U codes from a public list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autochain::imports
{

enum class CodeSystem { Powertrain, Chassis, Body, Network };
enum class CodeOwner { Standard, Maker, MakerOrStandard }; // P3, U3 and the like are shared or reserved
// Of powertrain codes, by the third character.
enum class CodeArea {
    None,
    FuelAndAirMetering,
    FuelAndAirMeteringInjector,
    IgnitionOrMisfire,
    AuxiliaryEmissions,
    SpeedAndIdle,
    ComputerAndOutputs,
    Transmission,
    HybridPropulsion
};

struct TroubleCodeInfo {
    std::string code; // upper case
    CodeSystem system = CodeSystem::Powertrain;
    CodeOwner owner = CodeOwner::Standard;
    CodeArea area = CodeArea::None;
    // In English, as data and not as a word of the program; empty: not in the list.
    std::string_view meaning;
    std::string_view maker; // whose meaning it is: another maker's code of the same number says something else
};

// Letter P, C, B or U, a digit 0-3, three hexadecimal digits; "-00" and the like of J2012-DA (failure type) may follow
// and are dropped. None where it is no code.
std::optional<TroubleCodeInfo> readTroubleCode(std::string_view text);
// All codes in a text with anything between them.
std::vector<std::string> codesIn(std::string_view text);
std::size_t knownCodes();

} // namespace autochain::imports
