// SPDX-License-Identifier: GPL-3.0-or-later
// Countries by the first two characters of a VIN: ISO 3780 as assigned by SAE International (public lists, for example
// Wikipedia "Vehicle identification number", country or region codes). Within a row the second character runs through
// A-Z without I, O, Q, then 1-9, then 0.
#include "vehicle/vin.h"

#include <array>

namespace autochain::vehicle
{
namespace
{
struct Range {
    char first;
    char from;
    char to;
    const char* country;
};

constexpr std::string_view kOrder = "ABCDEFGHJKLMNPRSTUVWXYZ1234567890";

constexpr Range kRanges[] = {
    {'A', 'A', 'H', "ZA"}, {'A', 'J', 'K', "CI"}, {'A', 'L', 'M', "LS"}, {'A', 'N', 'P', "BW"}, {'A', 'R', 'S', "NA"},
    {'A', 'T', 'U', "MG"}, {'A', 'V', 'W', "MU"}, {'A', 'X', 'Y', "TN"}, {'A', 'Z', '1', "CY"}, {'A', '2', '3', "ZW"},
    {'A', '4', '5', "MZ"}, {'B', 'A', 'B', "AO"}, {'B', 'C', 'C', "ET"}, {'B', 'F', 'G', "KE"}, {'B', 'L', 'L', "NG"},
    {'B', 'R', 'R', "DZ"}, {'B', 'U', 'U', "UG"}, {'B', '3', '4', "LY"}, {'C', 'A', 'E', "BJ"}, {'C', 'F', 'K', "MG"},
    {'C', 'L', 'R', "TN"}, {'D', 'A', 'E', "EG"}, {'D', 'F', 'K', "MA"}, {'D', 'L', 'R', "ZM"}, {'E', 'A', 'E', "ET"},
    {'E', 'F', 'K', "MZ"}, {'F', 'A', 'E', "GH"}, {'F', 'F', 'K', "NG"}, {'H', 'A', '0', "CN"}, {'J', 'A', '0', "JP"},
    {'K', 'A', 'E', "LK"}, {'K', 'F', 'K', "IL"}, {'K', 'L', 'R', "KR"}, {'K', 'S', 'T', "JO"}, {'L', 'A', '0', "CN"},
    {'M', 'A', 'E', "IN"}, {'M', 'F', 'K', "ID"}, {'M', 'L', 'R', "TH"}, {'M', 'S', 'S', "MM"}, {'M', 'U', 'U', "MN"},
    {'M', 'X', 'X', "KZ"}, {'M', 'Y', '0', "IN"}, {'N', 'A', 'E', "IR"}, {'N', 'F', 'G', "PK"}, {'N', 'J', 'J', "IQ"},
    {'N', 'L', 'R', "TR"}, {'N', 'S', 'T', "UZ"}, {'N', 'V', 'V', "AZ"}, {'N', 'X', 'X', "TJ"}, {'N', 'Y', 'Y', "AM"},
    {'N', '7', '8', "TR"}, {'P', 'A', 'C', "PH"}, {'P', 'F', 'G', "SG"}, {'P', 'L', 'R', "MY"}, {'P', 'S', 'T', "BD"},
    {'P', 'V', 'V', "KH"}, {'P', '5', '0', "IN"}, {'R', 'A', 'B', "AE"}, {'R', 'F', 'K', "TW"}, {'R', 'L', 'N', "VN"},
    {'R', 'P', 'P', "LA"}, {'R', 'S', 'T', "SA"}, {'R', '1', '7', "HK"}, {'S', 'A', 'M', "GB"}, {'S', 'N', 'T', "DE"},
    {'S', 'U', 'Z', "PL"}, {'S', '1', '2', "LV"}, {'S', '3', '3', "GE"}, {'S', '4', '4', "IS"}, {'T', 'A', 'H', "CH"},
    {'T', 'J', 'P', "CZ"}, {'T', 'R', 'V', "HU"}, {'T', 'W', '2', "PT"}, {'T', '3', '5', "RS"}, {'T', '6', '6', "AD"},
    {'T', '7', '8', "NL"}, {'U', 'A', 'C', "ES"}, {'U', 'H', 'M', "DK"}, {'U', 'N', 'T', "IE"}, {'U', 'U', 'Z', "RO"},
    {'U', '1', '2', "MK"}, {'U', '5', '7', "SK"}, {'U', '8', '0', "BA"}, {'V', 'A', 'E', "AT"}, {'V', 'F', 'R', "FR"},
    {'V', 'S', 'W', "ES"}, {'V', 'X', 'Z', "FR"}, {'V', '3', '5', "HR"}, {'V', '6', '8', "EE"}, {'W', 'A', '0', "DE"},
    {'X', 'A', 'C', "BG"}, {'X', 'D', 'E', "RU"}, {'X', 'F', 'H', "GR"}, {'X', 'J', 'K', "RU"}, {'X', 'L', 'R', "NL"},
    {'X', 'S', 'W', "RU"}, {'X', 'X', 'Y', "LU"}, {'X', 'Z', '0', "RU"}, {'Y', 'A', 'E', "BE"}, {'Y', 'F', 'K', "FI"},
    {'Y', 'N', 'N', "MT"}, {'Y', 'S', 'W', "SE"}, {'Y', 'X', '2', "NO"}, {'Y', '3', '5', "BY"}, {'Y', '6', '0', "UA"},
    {'Z', 'A', 'U', "IT"}, {'Z', 'X', 'Z', "SI"}, {'Z', '1', '1', "SM"}, {'Z', '3', '5', "LT"}, {'Z', '6', '0', "RU"},
    {'1', 'A', '0', "US"}, {'2', 'A', '5', "CA"}, {'3', 'A', 'X', "MX"}, {'3', '4', '4', "NI"}, {'3', '5', '5', "DO"},
    {'3', '6', '6', "HN"}, {'3', '7', '7', "PA"}, {'3', '8', '9', "PR"}, {'4', 'A', '0', "US"}, {'5', 'A', '0', "US"},
    {'6', 'A', '0', "AU"}, {'7', 'A', 'E', "NZ"}, {'7', 'F', '0', "US"}, {'8', 'A', 'E', "AR"}, {'8', 'F', 'G', "CL"},
    {'8', 'L', 'N', "EC"}, {'8', 'S', 'T', "PE"}, {'8', 'X', 'Z', "VE"}, {'8', '2', '2', "BO"}, {'8', '4', '4', "CR"},
    {'9', 'A', 'E', "BR"}, {'9', 'F', 'G', "CO"}, {'9', 'S', 'V', "UY"}, {'9', '1', '9', "BR"}};
} // namespace

std::string countryOfVin(std::string_view vin)
{
    if (vin.size() < 2) {
        return {};
    }
    const std::size_t second = kOrder.find(vin[1]);
    for (const Range& range : kRanges) {
        if (range.first == vin[0] && second != std::string_view::npos && second >= kOrder.find(range.from) &&
            second <= kOrder.find(range.to)) {
            return range.country;
        }
    }
    return {};
}

} // namespace autochain::vehicle
