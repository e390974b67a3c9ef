// SPDX-License-Identifier: GPL-3.0-or-later
// The units loggers measure in.
#pragma once

#include <optional>
#include <string_view>

namespace autochain::imports::obd
{

enum class Unit {
    AsIs,
    Mph,
    Knots,
    MetresPerSecond,
    Fahrenheit,
    Kelvin,
    Psi,
    Bar,
    InHg,
    Hpa,
    Miles,
    Feet,
    Metres,
    Hours,
    Minutes,
    Milliseconds,
    Millivolts,
    Gallons,
    PoundsPerMinute
};
double convert(double value, Unit unit);
// "km/h", "°F", "in/Hg" …; none: not understood. AsIs: the one SignalInfo names.
std::optional<Unit> unitOf(std::string_view text);
double convert(double value, Unit unit); // into the one SignalInfo names

} // namespace autochain::imports::obd
