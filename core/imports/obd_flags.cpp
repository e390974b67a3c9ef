// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_flags.h"

#include <algorithm>

namespace autochain::imports::obd
{
namespace
{
constexpr std::size_t kMostEvidence = 20;
constexpr double kIdleMost = 1200, kIdleLeast = 300; // rpm
constexpr double kStanding = 0.5;                    // km/h
constexpr double kSteadyThrottle = 1.2;              // %: more and somebody steps on it
constexpr double kIdleWindowS = 10;
constexpr int kIdleWindowRows = 10;

void addEvidence(Flag& flag, const EvidenceRun& run, bool highIsWorse)
{
    flag.worst = flag.runs == 0 ? run.worst
                 : highIsWorse  ? std::max(flag.worst, run.worst)
                                : std::min(flag.worst, run.worst);
    flag.durationS += run.durationS;
    ++flag.runs;
    if (flag.evidence.size() < kMostEvidence) {
        flag.evidence.push_back(run);
    }
}
} // namespace

// One signal beyond one limit for long enough.
class FlagFinder::Watch
{
public:
    Watch(Condition condition, Severity severity, Signal signal, double limit, double leastS, bool above)
        : m_leastS(leastS), m_above(above)
    {
        flag.condition = condition;
        flag.severity = severity;
        flag.signal = signal;
        flag.limit = limit;
    }

    // Nothing known about a moment neither goes on with a run nor ends it.
    void add(const Sample& sample, bool counts)
    {
        const double value = sample[flag.signal];
        if (!isThere(value)) {
            return;
        }
        if (!counts || (m_above ? value <= flag.limit : value >= flag.limit)) {
            end();
            return;
        }
        if (!m_open) {
            m_open = true;
            m_run = {sample.line, sample.line, 0, value};
            m_start = sample.timeS;
        }
        m_run.lastLine = sample.line;
        m_run.durationS = sample.timeS - m_start;
        m_run.worst = m_above ? std::max(m_run.worst, value) : std::min(m_run.worst, value);
    }

    void end()
    {
        if (m_open && m_run.durationS >= m_leastS) {
            addEvidence(flag, m_run, m_above);
        }
        m_open = false;
    }

    Flag flag;

private:
    double m_leastS = 0;
    bool m_above = true;
    bool m_open = false;
    double m_start = 0;
    EvidenceRun m_run;
};

// Engine speed while the car stands, warm, and nobody touches the pedal: changes from row to row are the engine's own.
class FlagFinder::Idle
{
public:
    explicit Idle(double limit)
    {
        flag.condition = Condition::RoughIdle;
        flag.severity = Severity::Watch;
        flag.signal = Signal::EngineRpm;
        flag.limit = limit;
    }

    void add(const Sample& sample, double warm)
    {
        const double rpm = sample[Signal::EngineRpm];
        const double speed = sample[Signal::VehicleSpeed];
        const double coolant = sample[Signal::CoolantTemperature];
        const double throttle = sample[Signal::ThrottlePosition];
        const bool stands = !isThere(speed) || speed < kStanding;
        const bool isWarm = !isThere(coolant) || coolant >= warm;
        const bool idles = isThere(rpm) && rpm > kIdleLeast && rpm < kIdleMost && stands && isWarm && sample.engineOn;
        const bool steady = !isThere(throttle) || m_rows == 0 || std::abs(throttle - m_throttle) <= kSteadyThrottle;
        if (!idles || !steady) {
            end();
            if (!idles) {
                return;
            }
        }
        if (m_rows == 0) {
            m_run = {sample.line, sample.line, 0, 0};
            m_start = sample.timeS;
            m_throttle = throttle;
        } else {
            m_changes += std::abs(rpm - m_rpm);
        }
        ++m_rows;
        m_rpm = rpm;
        m_run.lastLine = sample.line;
        m_run.durationS = sample.timeS - m_start;
        if (m_run.durationS >= kIdleWindowS && m_rows >= kIdleWindowRows) {
            end();
        }
    }

    void end()
    {
        if (m_run.durationS >= kIdleWindowS && m_rows >= kIdleWindowRows) {
            m_run.worst = m_changes / (m_rows - 1);
            if (m_run.worst > flag.limit) {
                addEvidence(flag, m_run, true);
            }
        }
        m_rows = 0;
        m_changes = 0;
        m_run = {};
    }

    Flag flag;

private:
    EvidenceRun m_run;
    double m_start = 0;
    double m_throttle = 0;
    double m_rpm = 0;
    double m_changes = 0;
    int m_rows = 0;
};

FlagFinder::FlagFinder(Limits limits) : m_limits(limits), m_idle(std::make_unique<Idle>(limits.idleRoughnessRpm))
{
    const auto watch = [this](Condition condition, Severity severity, Signal signal, double limit, double leastS,
                              bool above) {
        m_watches.emplace_back(condition, severity, signal, limit, leastS, above);
    };
    watch(Condition::Overheating, Severity::Watch, Signal::CoolantTemperature, limits.hotCoolant, 5, true);
    watch(Condition::Overheating, Severity::Fault, Signal::CoolantTemperature, limits.veryHotCoolant, 2, true);
    for (const Signal trim : {Signal::LongTermFuelTrimBank1, Signal::LongTermFuelTrimBank2}) {
        watch(Condition::FuelTrimLean, Severity::Watch, trim, limits.trim, 30, true);
        watch(Condition::FuelTrimLean, Severity::Fault, trim, limits.badTrim, 10, true);
        watch(Condition::FuelTrimRich, Severity::Watch, trim, -limits.trim, 30, false);
        watch(Condition::FuelTrimRich, Severity::Fault, trim, -limits.badTrim, 10, false);
    }
    for (const Signal volts : {Signal::ControlModuleVoltage, Signal::AdapterVoltage}) {
        watch(Condition::LowVoltage, Severity::Watch, volts, limits.lowVolts, 30, false);
        watch(Condition::LowVoltage, Severity::Fault, volts, limits.veryLowVolts, 5, false);
        watch(Condition::HighVoltage, Severity::Watch, volts, limits.highVolts, 5, true);
    }
    watch(Condition::CatalystHot, Severity::Watch, Signal::CatalystTemperatureBank1Sensor1, limits.hotCatalyst, 10,
          true);
    watch(Condition::SlowWarmUp, Severity::Watch, Signal::CoolantTemperature, limits.warmCoolant, 60, false);
}

FlagFinder::~FlagFinder() = default;

void FlagFinder::add(const Sample& sample, double secondsOfTrip)
{
    constexpr double settled = 30; // after a start, until the alternator and the mixture are where they stay
    const double coolant = sample[Signal::CoolantTemperature];
    const bool isWarm = !isThere(coolant) || coolant >= m_limits.coldCoolant;
    for (Watch& watch : m_watches) {
        bool counts = sample.engineOn;
        switch (watch.flag.condition) {
        case Condition::Overheating:
            counts = true; // heat soak after the engine stops counts, too
            break;
        case Condition::FuelTrimLean:
        case Condition::FuelTrimRich:
            counts = counts && isWarm;
            break;
        case Condition::LowVoltage:
            counts = counts && secondsOfTrip > settled;
            break;
        case Condition::SlowWarmUp:
            counts = counts && secondsOfTrip > m_limits.warmAfterS;
            break;
        default:
            break;
        }
        watch.add(sample, counts);
    }
    m_idle->add(sample, m_limits.warmCoolant);
    addCounters(sample);
}

// Counters the control unit keeps: the first row that shows it is enough.
void FlagFinder::addCounters(const Sample& sample)
{
    struct Rule {
        Condition condition;
        Severity severity;
        Signal signal;
        double limit;
        bool above;
    };
    const std::array<Rule, 6> rules = {{
        {Condition::MilOn, Severity::Fault, Signal::MilOn, 0, true},
        {Condition::MilOn, Severity::Fault, Signal::DistanceWithMilOn, 0, true},
        {Condition::MilOn, Severity::Fault, Signal::TimeWithMilOn, 0, true},
        {Condition::TroubleCodesStored, Severity::Fault, Signal::TroubleCodeCount, 0, true},
        {Condition::CodesClearedLately, Severity::Watch, Signal::TimeSinceCodesCleared, m_limits.clearedMinutes, false},
        {Condition::CodesClearedLately, Severity::Watch, Signal::DistanceSinceCodesCleared, m_limits.clearedKm, false},
    }};
    for (const Rule& rule : rules) {
        const double value = sample[rule.signal];
        if (!isThere(value) || (rule.above ? value <= rule.limit : value >= rule.limit)) {
            continue;
        }
        const auto same = [&](const Flag& flag) {
            return flag.condition == rule.condition && flag.signal == rule.signal;
        };
        const auto at = std::find_if(m_notes.begin(), m_notes.end(), same);
        if (at == m_notes.end()) {
            Flag flag;
            flag.condition = rule.condition;
            flag.severity = rule.severity;
            flag.signal = rule.signal;
            flag.limit = rule.limit;
            addEvidence(flag, {sample.line, sample.line, 0, value}, rule.above);
            m_notes.push_back(std::move(flag));
        } else {
            EvidenceRun& run = at->evidence.front();
            run.lastLine = sample.line;
            run.worst = rule.above ? std::max(run.worst, value) : std::min(run.worst, value);
            at->worst = run.worst;
        }
    }
}

void FlagFinder::restart()
{
    for (Watch& watch : m_watches) {
        watch.end();
    }
    m_idle->end();
}

std::vector<Flag> FlagFinder::finish()
{
    restart();
    std::vector<Flag> out = m_notes;
    for (const Watch& watch : m_watches) {
        if (watch.flag.runs > 0) {
            out.push_back(watch.flag);
        }
    }
    if (m_idle->flag.runs > 0) {
        out.push_back(m_idle->flag);
    }
    // The stronger word of two about the same is enough.
    std::vector<Flag> kept;
    for (const Flag& flag : out) {
        const bool outdone = std::any_of(out.begin(), out.end(), [&](const Flag& other) {
            return other.condition == flag.condition && other.signal == flag.signal && other.severity > flag.severity;
        });
        if (!outdone) {
            kept.push_back(flag);
        }
    }
    return kept;
}

} // namespace autochain::imports::obd
