// SPDX-License-Identifier: GPL-3.0-or-later
// What a log of the diagnosis socket measures: SAE J1979 (ISO 15031-5) parameters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace autochain::imports::obd
{

enum class Signal : std::uint8_t {
    Time, // of the row: seconds since the log's start, or of an epoch or day
    TimeMs,
    DateTime,
    EngineRunTime,
    EngineRpm,
    VehicleSpeed,
    GpsSpeed,
    EngineLoad,
    AbsoluteLoad,
    CoolantTemperature,
    IntakeAirTemperature,
    AmbientAirTemperature,
    OilTemperature,
    ShortTermFuelTrimBank1,
    LongTermFuelTrimBank1,
    ShortTermFuelTrimBank2,
    LongTermFuelTrimBank2,
    FuelPressure,
    FuelRailPressure,
    IntakeManifoldPressure,
    BarometricPressure,
    MassAirFlow,
    TimingAdvance,
    ThrottlePosition,
    RelativeThrottlePosition,
    AbsoluteThrottlePositionB,
    AcceleratorPedalD,
    AcceleratorPedalE,
    CommandedThrottleActuator,
    CommandedEquivalenceRatio,
    CommandedEvaporativePurge,
    CommandedEgr,
    EgrError,
    FuelLevel,
    FuelRate,
    EthanolShare,
    ControlModuleVoltage,
    AdapterVoltage,
    CatalystTemperatureBank1Sensor1,
    CatalystTemperatureBank1Sensor2,
    CatalystTemperatureBank2Sensor1,
    CatalystTemperatureBank2Sensor2,
    OxygenSensorVoltageBank1Sensor1,
    OxygenSensorVoltageBank1Sensor2,
    DistanceWithMilOn,
    TimeWithMilOn,
    DistanceSinceCodesCleared,
    TimeSinceCodesCleared,
    WarmUpsSinceCodesCleared,
    Odometer,
    MilOn,
    TroubleCodeCount,
    TroubleCodes, // texts
    LongName,     // of logs with one value per row: which it is, its value and unit
    LongValue,
    LongUnit
};
inline constexpr std::size_t kSignals = static_cast<std::size_t>(Signal::LongUnit) + 1;

struct SignalInfo {
    Signal signal;
    std::string_view name; // in output
    std::string_view unit; // in output: SI as J1979 has it
    double least;          // what the parameter's bytes can say
    double most;
    // The value of all-ones bytes, given by ECUs that don't know (J1979: 0xFF, 0xFFFF); none where that is a real
    // value.
    std::optional<double> allOnes;
    bool minusForty;    // -40 °C is an open sensor
    bool zeroIsNothing; // the quantity cannot be zero
};
const SignalInfo& infoOf(Signal signal);

} // namespace autochain::imports::obd
