// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_signal.h"

#include "imports/csv_reader.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

struct Spelling {
    std::string_view text; // letters and digits alone, lower case
    Signal signal;
};

// As written by the loggers that were looked at (docs/importing.md) and in J1979's own words.
constexpr Spelling kSpellings[] = {
    {"time", Signal::Time},
    {"times", Signal::Time},
    {"timesec", Signal::Time},
    {"timeseconds", Signal::Time},
    {"seconds", Signal::Time},
    {"sec", Signal::Time},
    {"elapsedtime", Signal::Time},
    {"elapsed", Signal::Time},
    {"elapsedseconds", Signal::Time},
    {"timestamp", Signal::Time},
    {"timestamps", Signal::Time},
    {"unixtime", Signal::Time},
    {"epoch", Signal::Time},
    {"timems", Signal::TimeMs},
    {"timestampms", Signal::TimeMs},
    {"milliseconds", Signal::TimeMs},
    {"elapsedms", Signal::TimeMs},
    {"devicetime", Signal::DateTime},
    {"gpstime", Signal::DateTime},
    {"datetime", Signal::DateTime},
    {"dateandtime", Signal::DateTime},
    {"localtime", Signal::DateTime},
    {"enginerunttine", Signal::EngineRunTime},
    {"engineruntine", Signal::EngineRunTime},
    {"engineruntime", Signal::EngineRunTime},
    {"engineruntimes", Signal::EngineRunTime},
    {"runtime", Signal::EngineRunTime},
    {"runtimesinceenginestart", Signal::EngineRunTime},
    {"timesinceenginestart", Signal::EngineRunTime},
    {"enginerunningtime", Signal::EngineRunTime},
    {"timesincestart", Signal::EngineRunTime},
    {"rpm", Signal::EngineRpm},
    {"enginerpm", Signal::EngineRpm},
    {"enginespeed", Signal::EngineRpm},
    {"enginespeedrpm", Signal::EngineRpm},
    {"enginerevs", Signal::EngineRpm},
    {"enginerevolutions", Signal::EngineRpm},
    {"revs", Signal::EngineRpm},
    {"speed", Signal::VehicleSpeed},
    {"vehiclespeed", Signal::VehicleSpeed},
    {"vehiclespeedsensor", Signal::VehicleSpeed},
    {"speedobd", Signal::VehicleSpeed},
    {"obdspeed", Signal::VehicleSpeed},
    {"vss", Signal::VehicleSpeed},
    {"carspeed", Signal::VehicleSpeed},
    {"speedgps", Signal::GpsSpeed},
    {"gpsspeed", Signal::GpsSpeed},
    {"engineload", Signal::EngineLoad},
    {"load", Signal::EngineLoad},
    {"calculatedload", Signal::EngineLoad},
    {"calculatedloadvalue", Signal::EngineLoad},
    {"calculatedengineload", Signal::EngineLoad},
    {"calculatedengineloadvalue", Signal::EngineLoad},
    {"engineloadabsolute", Signal::AbsoluteLoad},
    {"absoluteload", Signal::AbsoluteLoad},
    {"absoluteloadvalue", Signal::AbsoluteLoad},
    {"absoluteengineload", Signal::AbsoluteLoad},
    {"coolant", Signal::CoolantTemperature},
    {"coolanttemp", Signal::CoolantTemperature},
    {"coolanttemperature", Signal::CoolantTemperature},
    {"enginecoolanttemp", Signal::CoolantTemperature},
    {"enginecoolanttemperature", Signal::CoolantTemperature},
    {"ect", Signal::CoolantTemperature},
    {"watertemperature", Signal::CoolantTemperature},
    {"intakeairtemp", Signal::IntakeAirTemperature},
    {"intakeairtemperature", Signal::IntakeAirTemperature},
    {"airintaketemperature", Signal::IntakeAirTemperature},
    {"airintaketemp", Signal::IntakeAirTemperature},
    {"intaketemp", Signal::IntakeAirTemperature},
    {"intaketemperature", Signal::IntakeAirTemperature},
    {"iat", Signal::IntakeAirTemperature},
    {"ambientairtemp", Signal::AmbientAirTemperature},
    {"ambientairtemperature", Signal::AmbientAirTemperature},
    {"ambienttemp", Signal::AmbientAirTemperature},
    {"ambienttemperature", Signal::AmbientAirTemperature},
    {"outsideairtemperature", Signal::AmbientAirTemperature},
    {"oiltemp", Signal::OilTemperature},
    {"oiltemperature", Signal::OilTemperature},
    {"engineoiltemp", Signal::OilTemperature},
    {"engineoiltemperature", Signal::OilTemperature},
    {"shorttermfueltrimbank1", Signal::ShortTermFuelTrimBank1},
    {"shorttermfueltrim", Signal::ShortTermFuelTrimBank1},
    {"shorttermfueltrim1", Signal::ShortTermFuelTrimBank1},
    {"fueltrimbank1shortterm", Signal::ShortTermFuelTrimBank1},
    {"shorttermfuelbank1", Signal::ShortTermFuelTrimBank1},
    {"shorttermfueltrimb1", Signal::ShortTermFuelTrimBank1},
    {"stft", Signal::ShortTermFuelTrimBank1},
    {"stft1", Signal::ShortTermFuelTrimBank1},
    {"stftb1", Signal::ShortTermFuelTrimBank1},
    {"stftbank1", Signal::ShortTermFuelTrimBank1},
    {"longtermfueltrimbank1", Signal::LongTermFuelTrimBank1},
    {"longtermfueltrim", Signal::LongTermFuelTrimBank1},
    {"longtermfueltrim1", Signal::LongTermFuelTrimBank1},
    {"fueltrimbank1longterm", Signal::LongTermFuelTrimBank1},
    {"longtermfuelbank1", Signal::LongTermFuelTrimBank1},
    {"ltft", Signal::LongTermFuelTrimBank1},
    {"ltft1", Signal::LongTermFuelTrimBank1},
    {"ltftb1", Signal::LongTermFuelTrimBank1},
    {"ltftbank1", Signal::LongTermFuelTrimBank1},
    {"shorttermfueltrimbank2", Signal::ShortTermFuelTrimBank2},
    {"shorttermfueltrim2", Signal::ShortTermFuelTrimBank2},
    {"fueltrimbank2shortterm", Signal::ShortTermFuelTrimBank2},
    {"stft2", Signal::ShortTermFuelTrimBank2},
    {"stftb2", Signal::ShortTermFuelTrimBank2},
    {"longtermfueltrimbank2", Signal::LongTermFuelTrimBank2},
    {"longtermfueltrim2", Signal::LongTermFuelTrimBank2},
    {"fueltrimbank2longterm", Signal::LongTermFuelTrimBank2},
    {"ltft2", Signal::LongTermFuelTrimBank2},
    {"ltftb2", Signal::LongTermFuelTrimBank2},
    {"fuelpressure", Signal::FuelPressure},
    {"fuelrailpressure", Signal::FuelRailPressure},
    {"fuelrailgaugepressure", Signal::FuelRailPressure},
    {"intakemanifoldpressure", Signal::IntakeManifoldPressure},
    {"intakemanifoldabsolutepressure", Signal::IntakeManifoldPressure},
    {"manifoldabsolutepressure", Signal::IntakeManifoldPressure},
    {"manifoldpressure", Signal::IntakeManifoldPressure},
    {"intakepressure", Signal::IntakeManifoldPressure},
    {"map", Signal::IntakeManifoldPressure},
    {"absolutebarometricpressure", Signal::BarometricPressure},
    {"barometricpressure", Signal::BarometricPressure},
    {"barometricpressurefromvehicle", Signal::BarometricPressure},
    {"baro", Signal::BarometricPressure},
    {"maf", Signal::MassAirFlow},
    {"mafairflowrate", Signal::MassAirFlow},
    {"massairflow", Signal::MassAirFlow},
    {"massairflowrate", Signal::MassAirFlow},
    {"airflowrate", Signal::MassAirFlow},
    {"airflowratefrommassairflowsensor", Signal::MassAirFlow},
    {"timingadvance", Signal::TimingAdvance},
    {"ignitiontimingadvance", Signal::TimingAdvance},
    {"sparkadvance", Signal::TimingAdvance},
    {"throttle", Signal::ThrottlePosition},
    {"throttleposition", Signal::ThrottlePosition},
    {"throttlepos", Signal::ThrottlePosition},
    {"throttlepositionmanifold", Signal::ThrottlePosition},
    {"absolutethrottleposition", Signal::ThrottlePosition},
    {"tps", Signal::ThrottlePosition},
    {"relativethrottleposition", Signal::RelativeThrottlePosition},
    {"relativethrottlepos", Signal::RelativeThrottlePosition},
    {"absolutethrottleb", Signal::AbsoluteThrottlePositionB},
    {"absolutethrottlepositionb", Signal::AbsoluteThrottlePositionB},
    {"absolutethrottleposb", Signal::AbsoluteThrottlePositionB},
    {"pedald", Signal::AcceleratorPedalD},
    {"acceleratorpedalpositiond", Signal::AcceleratorPedalD},
    {"acceleratorpedald", Signal::AcceleratorPedalD},
    {"acceleratorposd", Signal::AcceleratorPedalD},
    {"pedale", Signal::AcceleratorPedalE},
    {"acceleratorpedalpositione", Signal::AcceleratorPedalE},
    {"acceleratorpedale", Signal::AcceleratorPedalE},
    {"acceleratorpose", Signal::AcceleratorPedalE},
    {"commandedthrottleactuator", Signal::CommandedThrottleActuator},
    {"commandedthrottleactuatorcontrol", Signal::CommandedThrottleActuator},
    {"throttleactuator", Signal::CommandedThrottleActuator},
    {"fuelaircommandedequivratio", Signal::CommandedEquivalenceRatio},
    {"fuelaircommandedequivalenceratio", Signal::CommandedEquivalenceRatio},
    {"fuelaircommandedequivlenceratio", Signal::CommandedEquivalenceRatio},
    {"commandedequivratio", Signal::CommandedEquivalenceRatio},
    {"commandedequivalenceratio", Signal::CommandedEquivalenceRatio},
    {"commandedequivalenceratiolambda", Signal::CommandedEquivalenceRatio},
    {"commandedairfuelequivalenceratio", Signal::CommandedEquivalenceRatio},
    {"commandedevaporativepurge", Signal::CommandedEvaporativePurge},
    {"evaporativepurge", Signal::CommandedEvaporativePurge},
    {"evappurge", Signal::CommandedEvaporativePurge},
    {"commandedegr", Signal::CommandedEgr},
    {"egrcommanded", Signal::CommandedEgr},
    {"egrerror", Signal::EgrError},
    {"fueltank", Signal::FuelLevel},
    {"fuellevel", Signal::FuelLevel},
    {"fuellevelinput", Signal::FuelLevel},
    {"fueltanklevel", Signal::FuelLevel},
    {"fueltanklevelinput", Signal::FuelLevel},
    {"fuellevelfromengineecu", Signal::FuelLevel},
    {"fuelrate", Signal::FuelRate},
    {"enginefuelrate", Signal::FuelRate},
    {"fuelratedirectfromecu", Signal::FuelRate},
    {"fuelconsumptionrate", Signal::FuelRate},
    {"ethanolfuel", Signal::EthanolShare},
    {"ethanol", Signal::EthanolShare},
    {"controlmodulevoltage", Signal::ControlModuleVoltage},
    {"voltagecontrolmodule", Signal::ControlModuleVoltage},
    {"ecuvoltage", Signal::ControlModuleVoltage},
    {"modulevoltage", Signal::ControlModuleVoltage},
    {"batteryvoltage", Signal::ControlModuleVoltage},
    {"voltage", Signal::ControlModuleVoltage},
    {"voltageobdadapter", Signal::AdapterVoltage},
    {"obdadaptervoltage", Signal::AdapterVoltage},
    {"adaptervoltage", Signal::AdapterVoltage},
    {"elmvoltage", Signal::AdapterVoltage},
    {"obdmodulevoltage", Signal::AdapterVoltage},
    {"catalysttemperaturebank1sensor1", Signal::CatalystTemperatureBank1Sensor1},
    {"catalysttempbank1sensor1", Signal::CatalystTemperatureBank1Sensor1},
    {"catalysttemperatureb1s1", Signal::CatalystTemperatureBank1Sensor1},
    {"catalysttemperature", Signal::CatalystTemperatureBank1Sensor1},
    {"catalysttemperaturebank1sensor2", Signal::CatalystTemperatureBank1Sensor2},
    {"catalysttempbank1sensor2", Signal::CatalystTemperatureBank1Sensor2},
    {"catalysttemperatureb1s2", Signal::CatalystTemperatureBank1Sensor2},
    {"catalysttemperaturebank2sensor1", Signal::CatalystTemperatureBank2Sensor1},
    {"catalysttempbank2sensor1", Signal::CatalystTemperatureBank2Sensor1},
    {"catalysttemperaturebank2sensor2", Signal::CatalystTemperatureBank2Sensor2},
    {"catalysttempbank2sensor2", Signal::CatalystTemperatureBank2Sensor2},
    {"o2voltagebank1sensor1", Signal::OxygenSensorVoltageBank1Sensor1},
    {"o2sensorvoltagebank1sensor1", Signal::OxygenSensorVoltageBank1Sensor1},
    {"oxygensensorvoltagebank1sensor1", Signal::OxygenSensorVoltageBank1Sensor1},
    {"o2bank1sensor1voltage", Signal::OxygenSensorVoltageBank1Sensor1},
    {"o2voltsbank1sensor1", Signal::OxygenSensorVoltageBank1Sensor1},
    {"o2voltagebank1sensor2", Signal::OxygenSensorVoltageBank1Sensor2},
    {"o2sensorvoltagebank1sensor2", Signal::OxygenSensorVoltageBank1Sensor2},
    {"o2bank1sensor2voltage", Signal::OxygenSensorVoltageBank1Sensor2},
    {"distancetraveledwithmilon", Signal::DistanceWithMilOn},
    {"distancetravelledwithmilon", Signal::DistanceWithMilOn},
    {"distancetravelledwithmilcellit", Signal::DistanceWithMilOn},
    {"distancetraveledwithmilcellit", Signal::DistanceWithMilOn},
    {"distancetraveledwhilemilisactivated", Signal::DistanceWithMilOn},
    {"distancewithmilon", Signal::DistanceWithMilOn},
    {"distancemilon", Signal::DistanceWithMilOn},
    {"timerunwithmilon", Signal::TimeWithMilOn},
    {"timewithmilon", Signal::TimeWithMilOn},
    {"minutesrunwithmilon", Signal::TimeWithMilOn},
    {"engineruntimewithmilon", Signal::TimeWithMilOn},
    {"distancesincecodescleared", Signal::DistanceSinceCodesCleared},
    {"distancetraveledsincecodescleared", Signal::DistanceSinceCodesCleared},
    {"distancetravelledsincecodescleared", Signal::DistanceSinceCodesCleared},
    {"distancetraveledsincedtcscleared", Signal::DistanceSinceCodesCleared},
    {"distancesincedtccleared", Signal::DistanceSinceCodesCleared},
    {"timesincetroublecodescleared", Signal::TimeSinceCodesCleared},
    {"timesincecodescleared", Signal::TimeSinceCodesCleared},
    {"timesincedtcscleared", Signal::TimeSinceCodesCleared},
    {"enginerunningtimesincedtccleared", Signal::TimeSinceCodesCleared},
    {"warmupssincecodescleared", Signal::WarmUpsSinceCodesCleared},
    {"warmupssincedtcscleared", Signal::WarmUpsSinceCodesCleared},
    {"numberofwarmupssincecodescleared", Signal::WarmUpsSinceCodesCleared},
    {"odometer", Signal::Odometer},
    {"vehicleodometer", Signal::Odometer},
    {"vehicleodometerreading", Signal::Odometer},
    {"mileage", Signal::Odometer},
    {"mil", Signal::MilOn},
    {"milon", Signal::MilOn},
    {"milstatus", Signal::MilOn},
    {"checkengine", Signal::MilOn},
    {"checkenginelight", Signal::MilOn},
    {"malfunctionindicatorlamp", Signal::MilOn},
    {"dtccnt", Signal::TroubleCodeCount},
    {"dtccount", Signal::TroubleCodeCount},
    {"numberofdtcs", Signal::TroubleCodeCount},
    {"numberofdtc", Signal::TroubleCodeCount},
    {"dtcnumber", Signal::TroubleCodeCount},
    {"troublecodecount", Signal::TroubleCodeCount},
    {"dtc", Signal::TroubleCodes},
    {"dtcs", Signal::TroubleCodes},
    {"troublecode", Signal::TroubleCodes},
    {"troublecodes", Signal::TroubleCodes},
    {"diagnostictroublecodes", Signal::TroubleCodes},
    {"faultcodes", Signal::TroubleCodes},
    {"storeddtcs", Signal::TroubleCodes},
    {"pid", Signal::LongName},
    {"parameter", Signal::LongName},
    {"value", Signal::LongValue},
    {"unit", Signal::LongUnit},
    {"units", Signal::LongUnit},
};

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

std::string lettersOf(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            out.push_back(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c - 'A' + 'a'));
        }
    }
    return out;
}

std::optional<Signal> signalOf(std::string_view name)
{
    static const auto table = [] {
        std::unordered_map<std::string, Signal> out;
        for (const Spelling& spelling : kSpellings) {
            out.emplace(lettersOf(spelling.text), spelling.signal);
        }
        for (const SignalInfo& info : kInfos) { // what this program writes it reads, too
            out.emplace(lettersOf(info.name), info.signal);
        }
        return out;
    }();
    const auto at = table.find(lettersOf(name));
    return at == table.end() ? std::nullopt : std::optional(at->second);
}

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

// Minutes are what some parameters count in anyway.
Unit within(Signal signal, Unit unit)
{
    const std::string_view base = infoOf(signal).unit;
    const bool own = (base == "min" && unit == Unit::Minutes) || (base == "ms" && unit == Unit::Milliseconds);
    return own ? Unit::AsIs : unit;
}

std::optional<Column> readWith(std::string_view name, Unit unit)
{
    const auto signal = signalOf(name);
    if (!signal) {
        return std::nullopt;
    }
    Column out;
    out.signal = signal;
    out.unit = within(*signal, unit);
    return out;
}

// "name (unit)", "name [unit]", "name, unit", "name_unit"
std::optional<Column> readHeader(std::string_view text)
{
    if (!text.empty() && (text.back() == ')' || text.back() == ']')) {
        const std::size_t open = text.find_last_of("([");
        if (open != std::string_view::npos) {
            const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
            const std::string_view name = text.substr(0, open);
            if (const auto unit = unitOf(inner)) {
                return readWith(name, *unit);
            }
            if (auto whole = readWith(text, Unit::AsIs)) {
                return whole;
            }
            auto out = readWith(name, Unit::AsIs);
            if (out) {
                out->unitUnderstood = false;
            }
            return out;
        }
    }
    if (auto whole = readWith(text, Unit::AsIs)) {
        return whole;
    }
    const std::size_t cut = text.find_last_of("_, ");
    if (cut != std::string_view::npos && cut > 0) {
        const std::string_view last = text.substr(cut + 1);
        if (const auto unit = unitOf(last); unit && !last.empty()) {
            return readWith(text.substr(0, cut), *unit);
        }
    }
    return std::nullopt;
}
} // namespace

const SignalInfo& infoOf(Signal signal)
{
    return kInfos[static_cast<std::size_t>(signal)];
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

Column columnOf(std::string_view header)
{
    const std::string_view text = trimmed(header);
    Column out = readHeader(text).value_or(Column());
    out.name = toUtf8(text);
    return out;
}

} // namespace autochain::imports::obd
