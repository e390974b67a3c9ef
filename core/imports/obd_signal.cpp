// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_signal.h"

#include <array>

namespace autochain::imports::obd
{
namespace
{
constexpr double kFar = 1e15;
constexpr auto kNone = std::nullopt;

// Spans and units: SAE J1979, appendix B. Times and distances of the file itself have none.
constexpr std::array<SignalInfo, kSignals> kInfos = {{
    {Signal::Time, "time", "s", -kFar, kFar, kNone, false, false},
    {Signal::TimeMs, "timeMs", "ms", -kFar, kFar, kNone, false, false},
    {Signal::DateTime, "dateTime", "", -kFar, kFar, kNone, false, false},
    {Signal::EngineRunTime, "engineRunTime", "s", 0, 65535, 65535, false, false},
    {Signal::EngineRpm, "engineRpm", "rpm", 0, 16383.75, 16383.75, false, false},
    {Signal::VehicleSpeed, "vehicleSpeed", "km/h", 0, 255, 255, false, false},
    {Signal::GpsSpeed, "gpsSpeed", "km/h", 0, 600, kNone, false, false},
    {Signal::EngineLoad, "engineLoad", "%", 0, 100, kNone, false, false},
    {Signal::AbsoluteLoad, "absoluteLoad", "%", 0, 25700, 25700, false, false},
    {Signal::CoolantTemperature, "coolantTemperature", "°C", -40, 215, 215, true, false},
    {Signal::IntakeAirTemperature, "intakeAirTemperature", "°C", -40, 215, 215, true, false},
    {Signal::AmbientAirTemperature, "ambientAirTemperature", "°C", -40, 215, 215, true, false},
    {Signal::OilTemperature, "oilTemperature", "°C", -40, 215, 215, true, false},
    {Signal::ShortTermFuelTrimBank1, "shortTermFuelTrimBank1", "%", -100, 99.3, 99.21875, false, false},
    {Signal::LongTermFuelTrimBank1, "longTermFuelTrimBank1", "%", -100, 99.3, 99.21875, false, false},
    {Signal::ShortTermFuelTrimBank2, "shortTermFuelTrimBank2", "%", -100, 99.3, 99.21875, false, false},
    {Signal::LongTermFuelTrimBank2, "longTermFuelTrimBank2", "%", -100, 99.3, 99.21875, false, false},
    {Signal::FuelPressure, "fuelPressure", "kPa", 0, 765, 765, false, false},
    {Signal::FuelRailPressure, "fuelRailPressure", "kPa", 0, 655350, 655350, false, false},
    {Signal::IntakeManifoldPressure, "intakeManifoldPressure", "kPa", 0, 255, 255, false, false},
    {Signal::BarometricPressure, "barometricPressure", "kPa", 0, 255, 255, false, true},
    {Signal::MassAirFlow, "massAirFlow", "g/s", 0, 655.35, 655.35, false, false},
    {Signal::TimingAdvance, "timingAdvance", "°", -64, 63.5, 63.5, false, false},
    {Signal::ThrottlePosition, "throttlePosition", "%", 0, 100, kNone, false, false},
    {Signal::RelativeThrottlePosition, "relativeThrottlePosition", "%", 0, 100, kNone, false, false},
    {Signal::AbsoluteThrottlePositionB, "absoluteThrottlePositionB", "%", 0, 100, kNone, false, false},
    {Signal::AcceleratorPedalD, "acceleratorPedalPositionD", "%", 0, 100, kNone, false, false},
    {Signal::AcceleratorPedalE, "acceleratorPedalPositionE", "%", 0, 100, kNone, false, false},
    {Signal::CommandedThrottleActuator, "commandedThrottleActuator", "%", 0, 100, kNone, false, false},
    {Signal::CommandedEquivalenceRatio, "commandedEquivalenceRatio", "", 0, 2, kNone, false, true},
    {Signal::CommandedEvaporativePurge, "commandedEvaporativePurge", "%", 0, 100, kNone, false, false},
    {Signal::CommandedEgr, "commandedEgr", "%", 0, 100, kNone, false, false},
    {Signal::EgrError, "egrError", "%", -100, 99.3, 99.21875, false, false},
    {Signal::FuelLevel, "fuelLevel", "%", 0, 100, kNone, false, false},
    {Signal::FuelRate, "fuelRate", "L/h", 0, 3276.75, 3276.75, false, false},
    {Signal::EthanolShare, "ethanolShare", "%", 0, 100, kNone, false, false},
    {Signal::ControlModuleVoltage, "controlModuleVoltage", "V", 0, 65.535, 65.535, false, true},
    {Signal::AdapterVoltage, "adapterVoltage", "V", 0, 65.535, kNone, false, true},
    {Signal::CatalystTemperatureBank1Sensor1, "catalystTemperatureBank1Sensor1", "°C", -40, 6513.5, 6513.5, true,
     false},
    {Signal::CatalystTemperatureBank1Sensor2, "catalystTemperatureBank1Sensor2", "°C", -40, 6513.5, 6513.5, true,
     false},
    {Signal::CatalystTemperatureBank2Sensor1, "catalystTemperatureBank2Sensor1", "°C", -40, 6513.5, 6513.5, true,
     false},
    {Signal::CatalystTemperatureBank2Sensor2, "catalystTemperatureBank2Sensor2", "°C", -40, 6513.5, 6513.5, true,
     false},
    {Signal::OxygenSensorVoltageBank1Sensor1, "oxygenSensorVoltageBank1Sensor1", "V", 0, 1.275, kNone, false, false},
    {Signal::OxygenSensorVoltageBank1Sensor2, "oxygenSensorVoltageBank1Sensor2", "V", 0, 1.275, kNone, false, false},
    {Signal::DistanceWithMilOn, "distanceWithMilOn", "km", 0, 65535, 65535, false, false},
    {Signal::TimeWithMilOn, "timeWithMilOn", "min", 0, 65535, 65535, false, false},
    {Signal::DistanceSinceCodesCleared, "distanceSinceCodesCleared", "km", 0, 65535, 65535, false, false},
    {Signal::TimeSinceCodesCleared, "timeSinceCodesCleared", "min", 0, 65535, 65535, false, false},
    {Signal::WarmUpsSinceCodesCleared, "warmUpsSinceCodesCleared", "", 0, 255, kNone, false, false},
    {Signal::Odometer, "odometer", "km", 0, 429496729.5, 429496729.5, false, false},
    {Signal::MilOn, "milOn", "", 0, 1, kNone, false, false},
    {Signal::TroubleCodeCount, "troubleCodeCount", "", 0, 127, 127, false, false},
    {Signal::TroubleCodes, "troubleCodes", "", -kFar, kFar, kNone, false, false},
    {Signal::LongName, "name", "", -kFar, kFar, kNone, false, false},
    {Signal::LongValue, "value", "", -kFar, kFar, kNone, false, false},
    {Signal::LongUnit, "unit", "", -kFar, kFar, kNone, false, false},
}};
} // namespace

const SignalInfo& infoOf(Signal signal)
{
    return kInfos[static_cast<std::size_t>(signal)];
}

} // namespace autochain::imports::obd
