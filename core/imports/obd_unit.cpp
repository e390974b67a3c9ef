// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_unit.h"

#include "imports/csv_reader.h"

namespace autochain::imports::obd
{
namespace
{
struct UnitSpelling {
    std::string_view text; // lower case, without blanks, "°" and dots
    Unit unit;
};
constexpr UnitSpelling kUnits[] = {
    {"", Unit::AsIs},
    {"rpm", Unit::AsIs},
    {"1/min", Unit::AsIs},
    {"rev/min", Unit::AsIs},
    {"km/h", Unit::AsIs},
    {"kmh", Unit::AsIs},
    {"kph", Unit::AsIs},
    {"kmph", Unit::AsIs},
    {"%", Unit::AsIs},
    {"percent", Unit::AsIs},
    {"c", Unit::AsIs},
    {"celsius", Unit::AsIs},
    {"degc", Unit::AsIs},
    {"kpa", Unit::AsIs},
    {"v", Unit::AsIs},
    {"volts", Unit::AsIs},
    {"volt", Unit::AsIs},
    {"g/s", Unit::AsIs},
    {"gm/s", Unit::AsIs},
    {"grams/sec", Unit::AsIs},
    {"deg", Unit::AsIs},
    {"degrees", Unit::AsIs},
    {"s", Unit::AsIs},
    {"sec", Unit::AsIs},
    {"seconds", Unit::AsIs},
    {"km", Unit::AsIs},
    {"l/h", Unit::AsIs},
    {"l/hr", Unit::AsIs},
    {"lph", Unit::AsIs},
    {"lambda", Unit::AsIs},
    {"ratio", Unit::AsIs},
    {"count", Unit::AsIs},
    {"-", Unit::AsIs},
    {"°", Unit::AsIs},
    {"mph", Unit::Mph},
    {"mi/h", Unit::Mph},
    {"miles/h", Unit::Mph},
    {"knots", Unit::Knots},
    {"kn", Unit::Knots},
    {"m/s", Unit::MetresPerSecond},
    {"meters/second", Unit::MetresPerSecond},
    {"f", Unit::Fahrenheit},
    {"degf", Unit::Fahrenheit},
    {"fahrenheit", Unit::Fahrenheit},
    {"k", Unit::Kelvin},
    {"psi", Unit::Psi},
    {"bar", Unit::Bar},
    {"inhg", Unit::InHg},
    {"in/hg", Unit::InHg},
    {"hpa", Unit::Hpa},
    {"mbar", Unit::Hpa},
    {"mi", Unit::Miles},
    {"miles", Unit::Miles},
    {"mile", Unit::Miles},
    {"ft", Unit::Feet},
    {"m", Unit::Metres},
    {"meters", Unit::Metres},
    {"h", Unit::Hours},
    {"hours", Unit::Hours},
    {"min", Unit::Minutes},
    {"minutes", Unit::Minutes},
    {"mins", Unit::Minutes},
    {"ms", Unit::Milliseconds},
    {"mv", Unit::Millivolts},
    {"gal/h", Unit::Gallons},
    {"gph", Unit::Gallons},
    {"gal/hr", Unit::Gallons},
    {"lb/min", Unit::PoundsPerMinute},
    {"lbs/min", Unit::PoundsPerMinute},
};
} // namespace

std::optional<Unit> unitOf(std::string_view text)
{
    std::string plain;
    for (const char c : trimmed(text)) {
        if (c != ' ' && c != '.' && static_cast<unsigned char>(c) < 0x80) { // a degree sign in any encoding goes
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        }
    }
    for (const UnitSpelling& unit : kUnits) {
        if (unit.text == plain) {
            return unit.unit;
        }
    }
    return std::nullopt;
}

double convert(double value, Unit unit)
{
    switch (unit) {
    case Unit::AsIs:
        return value;
    case Unit::Mph:
    case Unit::Miles:
        return value * 1.609344;
    case Unit::Knots:
        return value * 1.852;
    case Unit::MetresPerSecond:
        return value * 3.6;
    case Unit::Fahrenheit:
        return (value - 32) / 1.8;
    case Unit::Kelvin:
        return value - 273.15;
    case Unit::Psi:
        return value * 6.894757;
    case Unit::Bar:
        return value * 100;
    case Unit::InHg:
        return value * 3.386389;
    case Unit::Hpa:
        return value / 10;
    case Unit::Feet:
        return value * 0.0003048;
    case Unit::Metres:
    case Unit::Milliseconds:
    case Unit::Millivolts:
        return value / 1000;
    case Unit::Hours:
        return value * 3600;
    case Unit::Minutes:
        return value * 60;
    case Unit::Gallons:
        return value * 3.785412;
    case Unit::PoundsPerMinute:
        return value * 7.559873;
    }
    return value;
}

} // namespace autochain::imports::obd
