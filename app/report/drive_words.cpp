// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drive_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace autochain::report
{
namespace
{
struct Named {
    const char* key;
    const char* words;
};
constexpr std::array kSignals = {
    Named{"engineRpm", QT_TRANSLATE_NOOP("Drive", "Engine speed")},
    Named{"vehicleSpeed", QT_TRANSLATE_NOOP("Drive", "Speed")},
    Named{"coolantTemperature", QT_TRANSLATE_NOOP("Drive", "Coolant")},
    Named{"shortTermFuelTrimBank1", QT_TRANSLATE_NOOP("Drive", "Short fuel trim")},
    Named{"longTermFuelTrimBank1", QT_TRANSLATE_NOOP("Drive", "Long fuel trim")},
    Named{"controlModuleVoltage", QT_TRANSLATE_NOOP("Drive", "Voltage")},
    Named{"engineLoad", QT_TRANSLATE_NOOP("Drive", "Engine load")},
    Named{"throttlePosition", QT_TRANSLATE_NOOP("Drive", "Throttle")},
    Named{"intakeAirTemperature", QT_TRANSLATE_NOOP("Drive", "Intake air")},
    Named{"intakeManifoldPressure", QT_TRANSLATE_NOOP("Drive", "Manifold pressure")},
    Named{"massAirFlow", QT_TRANSLATE_NOOP("Drive", "Air flow")},
    Named{"fuelLevel", QT_TRANSLATE_NOOP("Drive", "Fuel level")},
};
constexpr std::array kFlags = {
    Named{"overheating", QT_TRANSLATE_NOOP("Drive", "Ran too hot")},
    Named{"neverWarm", QT_TRANSLATE_NOOP("Drive", "Never got warm")},
    Named{"lowBatteryVoltage", QT_TRANSLATE_NOOP("Drive", "Low voltage")},
    Named{"highVoltage", QT_TRANSLATE_NOOP("Drive", "Voltage too high")},
    Named{"runningLean", QT_TRANSLATE_NOOP("Drive", "Mixture too lean")},
    Named{"runningRich", QT_TRANSLATE_NOOP("Drive", "Mixture too rich")},
    Named{"overRev", QT_TRANSLATE_NOOP("Drive", "Engine speed too high")},
    Named{"unstableIdle", QT_TRANSLATE_NOOP("Drive", "Uneven idle")},
};

template <std::size_t N>
std::size_t placeIn(const std::array<Named, N>& names, const std::string& key)
{
    const auto at = std::find_if(names.begin(), names.end(), [&](const Named& name) { return key == name.key; });
    return static_cast<std::size_t>(at - names.begin());
}

template <std::size_t N>
QString nameIn(const std::array<Named, N>& names, const std::string& key)
{
    const std::size_t place = placeIn(names, key);
    return place == N ? QString::fromStdString(key) : QCoreApplication::translate("Drive", names[place].words);
}
} // namespace

QString signalName(const std::string& key)
{
    return nameIn(kSignals, key);
}

QString flagName(const std::string& key)
{
    return nameIn(kFlags, key);
}

std::size_t signalPlace(const std::string& key)
{
    return placeIn(kSignals, key);
}

} // namespace autochain::report
