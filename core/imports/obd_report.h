// SPDX-License-Identifier: GPL-3.0-or-later
// What one log of the diagnosis socket says.
#pragma once

#include "base/clock.h"
#include "imports/issue.h"
#include "imports/obd_column.h"

#include <array>
#include <cmath>
#include <limits>

namespace autochain::imports::obd
{

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
inline bool isThere(double value)
{
    return !std::isnan(value);
}

struct Sample { // one moment, units as in SignalInfo
    std::uint64_t line = 0;
    double timeS = 0; // of the log's clock
    std::array<double, kSignals> values{};
    double operator[](Signal signal) const { return values[static_cast<std::size_t>(signal)]; }
    bool engineOn = false;
};

struct SentinelCount {
    double value = 0; // as in the file, in the signal's unit
    std::uint64_t count = 0;
};

struct SignalStatistics {
    Signal signal = Signal::Time;
    std::uint64_t count = 0;                   // real values
    std::uint64_t missing = 0;                 // empty, or a word for nothing
    std::uint64_t sentinels = 0;               // a number that stands for "not known"
    std::vector<SentinelCount> sentinelValues; // at most 8 different ones
    std::uint64_t stale = 0;                   // of an earlier run: the engine does not run
    std::uint64_t saturated = 0;               // a counter at its end: this much or more
    double min = 0;
    double mean = 0;
    double max = 0;
    double p95 = 0; // to a 4096th of the parameter's span
};

struct Trip { // one run of the engine
    std::uint64_t firstLine = 0;
    std::uint64_t lastLine = 0;
    std::uint64_t rows = 0;
    double startS = 0; // from the log's start
    double durationS = 0;
    double distanceM = 0;
    bool distanceKnown = false; // there was a speed
    double idleS = 0;           // standing with the engine on
    double coldS = 0;           // coolant below 60 °C
    double gapS = 0;            // without rows: nothing is said about them, no distance is added
    double maxSpeedKmh = 0;
};

enum class Condition {
    Overheating,
    FuelTrimLean,
    FuelTrimRich,
    LowVoltage,
    HighVoltage,
    RoughIdle, // as a misfire makes it
    ColdRunning,
    SlowWarmUp,
    CatalystHot,
    MilOn,
    CodesClearedLately,
    TroubleCodesStored
};
enum class Severity { Note, Watch, Fault };

struct EvidenceRun {
    std::uint64_t firstLine = 0;
    std::uint64_t lastLine = 0;
    double durationS = 0;
    double worst = 0;
};

struct Flag {
    Condition condition = Condition::Overheating;
    Severity severity = Severity::Note;
    Signal signal = Signal::Time;
    double worst = 0; // in the signal's unit; a share in percent for ColdRunning
    double limit = 0; // what is normal ends here
    double durationS = 0;
    std::uint64_t runs = 0;
    std::vector<EvidenceRun> evidence; // the first 20
};

struct FoundCode {
    std::string code;
    std::uint64_t firstLine = 0;
    std::uint64_t count = 0;
};

enum class TimeSource { Timestamps, EngineRunTime, AssumedOneHertz };

struct Series { // thinned evenly to at most kPoints moments
    static constexpr std::size_t kPoints = 240;
    std::vector<double> timeS; // from the log's start
    std::vector<std::array<float, kSignals>> values;
};

struct Report {
    std::vector<Column> columns;
    char delimiter = ',';
    bool longForm = false; // a value per row, as Car Scanner writes
    TimeSource timeSource = TimeSource::AssumedOneHertz;
    std::optional<UnixTime> startedAt; // where the timestamps carry a date; read as UTC
    std::uint64_t rows = 0;            // without the header
    std::uint64_t rowsUsed = 0;
    std::uint64_t rowsRejected = 0; // each has an issue with its line
    double durationS = 0;           // of all trips
    double distanceM = 0;
    bool distanceKnown = false;
    std::vector<Trip> trips; // at most 10,000 are kept
    std::uint64_t tripCount = 0;
    std::vector<SignalStatistics> statistics; // in the order of the columns
    std::vector<Flag> flags;
    std::vector<FoundCode> codes;
    Series series;
    IssueLog issues;
};

} // namespace autochain::imports::obd
