// SPDX-License-Identifier: GPL-3.0-or-later
// What the car said itself: RecordKind ObdSession, TroubleCodes.
#pragma once

#include "vehicle/record_values.h"

namespace autochain::vehicle
{

inline constexpr std::size_t kMaxObdPoints = 240;
inline constexpr std::size_t kMaxObdSignals = 64;

// Real value = integer / 10^decimals; for min, mean, max and the points.
struct ObdSignal {
    std::string name;          // "engineRpm", "coolantTemperature"; the importer's list
    std::string unit;          // "rpm", "°C"
    std::int64_t decimals = 0; // 0 … 9
    std::int64_t min = 0, mean = 0, max = 0;
    std::int64_t sampleCount = 0;
    std::vector<std::int64_t> atS; // seconds since the session's start; as many as values, rising
    std::vector<std::int64_t> values;
    bool operator==(const ObdSignal&) const = default;
};

struct ConditionFlag {      // something a mechanic would want to know
    std::string code;       // "overheating", "lowBatteryVoltage"; the importer's list
    std::string signal;     // ObdSignal::name it was seen in
    std::int64_t value = 0; // scaled as the signal's
    std::int64_t durationS = 0;
    bool operator==(const ConditionFlag&) const = default;
};

struct ObdSessionDetails { // "obdSession/1"
    std::optional<UnixTime> startedAt;
    std::int64_t durationS = 0;
    std::int64_t distanceM = 0; // 0: not known
    std::int64_t trips = 0;     // 0: not stated
    std::string device;
    std::vector<ObdSignal> series;
    std::vector<ConditionFlag> flags;
    bool operator==(const ObdSessionDetails&) const = default;
};

enum class TroubleCodeStatus { Stored, Pending, Permanent }; // SAE J1979 services 03, 07, 0A
struct TroubleCode {
    std::string code; // SAE J2012: letter and four hex digits
    TroubleCodeStatus status = TroubleCodeStatus::Stored;
    std::string meaning;
    bool operator==(const TroubleCode&) const = default;
};
struct TroubleCodesDetails { // "troubleCodes/1"; no codes: read, and there were none
    std::vector<TroubleCode> codes;
    bool milOn = false; // the lamp
    bool cleared = false;
    bool operator==(const TroubleCodesDetails&) const = default;
};

} // namespace autochain::vehicle
