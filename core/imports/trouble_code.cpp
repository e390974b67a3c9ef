// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/trouble_code.h"

#include "imports/csv_reader.h"
#include "imports/trouble_code_table.h" // generated from trouble_codes.csv

#include <algorithm>

namespace autochain::imports
{
namespace
{
char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

bool isSign(char c)
{
    return (c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'Z');
}

bool isCode(std::string_view upperText)
{
    return upperText.size() == 5 && std::string_view("PCBU").find(upperText[0]) != std::string_view::npos &&
           upperText[1] >= '0' && upperText[1] <= '3' && std::all_of(upperText.begin() + 2, upperText.end(), isHex);
}

CodeSystem systemOf(char letter)
{
    return letter == 'P'   ? CodeSystem::Powertrain
           : letter == 'C' ? CodeSystem::Chassis
           : letter == 'B' ? CodeSystem::Body
                           : CodeSystem::Network;
}

// J2012, 4.2: 0 and 2 of the powertrain are the standard's, 1 the maker's, of 3 the first four hundred codes are the
// maker's; of the others 0 is the standard's, 1 and 2 the maker's, 3 reserved.
CodeOwner ownerOf(std::string_view code)
{
    if (code[0] == 'P') {
        if (code[1] == '3') {
            return code[2] < '4' ? CodeOwner::Maker : CodeOwner::Standard;
        }
        return code[1] == '1' ? CodeOwner::Maker : CodeOwner::Standard;
    }
    return code[1] == '0' ? CodeOwner::Standard : code[1] == '3' ? CodeOwner::MakerOrStandard : CodeOwner::Maker;
}

CodeArea areaOf(std::string_view code)
{
    if (code[0] != 'P') {
        return CodeArea::None;
    }
    switch (code[2]) {
    case '0':
    case '1':
        return CodeArea::FuelAndAirMetering;
    case '2':
        return CodeArea::FuelAndAirMeteringInjector;
    case '3':
        return CodeArea::IgnitionOrMisfire;
    case '4':
        return CodeArea::AuxiliaryEmissions;
    case '5':
        return CodeArea::SpeedAndIdle;
    case '6':
        return CodeArea::ComputerAndOutputs;
    case '7':
    case '8':
    case '9':
        return CodeArea::Transmission;
    case 'A':
    case 'B':
    case 'C':
        return CodeArea::HybridPropulsion;
    default:
        return CodeArea::None;
    }
}

const TroubleCodeRow* rowOf(std::string_view code)
{
    const auto at =
        std::lower_bound(std::begin(kTroubleCodes), std::end(kTroubleCodes), code,
                         [](const TroubleCodeRow& row, std::string_view wanted) { return row.code < wanted; });
    return at != std::end(kTroubleCodes) && at->code == code ? at : nullptr;
}
} // namespace

std::size_t knownCodes()
{
    return std::size(kTroubleCodes);
}

std::optional<TroubleCodeInfo> readTroubleCode(std::string_view text)
{
    text = trimmed(text);
    std::string code;
    for (const char c : text.substr(0, 5)) {
        code.push_back(upper(c));
    }
    const std::string_view tail = text.substr(std::min<std::size_t>(5, text.size()));
    const bool failureType = (tail.size() == 3 && tail[0] == '-' && isHex(upper(tail[1])) && isHex(upper(tail[2])));
    if (!isCode(code) || !(tail.empty() || failureType)) {
        return std::nullopt;
    }
    TroubleCodeInfo out;
    out.system = systemOf(code[0]);
    out.owner = ownerOf(code);
    out.area = areaOf(code);
    if (const TroubleCodeRow* row = rowOf(code)) {
        out.meaning = row->meaning;
        out.maker = row->maker;
    }
    out.code = std::move(code);
    return out;
}

std::vector<std::string> codesIn(std::string_view text)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 5 <= text.size() && out.size() < 64; ++i) {
        const bool starts = i == 0 || !isSign(text[i - 1]);
        const bool ends = i + 5 == text.size() || !isSign(text[i + 5]);
        if (!starts || !ends) {
            continue;
        }
        if (const auto code = readTroubleCode(text.substr(i, 5))) {
            out.push_back(code->code);
            i += 4;
        }
    }
    return out;
}

} // namespace autochain::imports
