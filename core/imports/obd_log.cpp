// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_log.h"

#include "imports/number_text.h"
#include "imports/obd_clock.h"
#include "imports/obd_flags.h"
#include "imports/obd_header.h"
#include "imports/obd_statistics.h"
#include "imports/obd_thinner.h"
#include "imports/obd_trips.h"
#include "imports/time_text.h"
#include "imports/trouble_code.h"

#include <algorithm>

namespace autochain::imports::obd
{
namespace
{
constexpr int kHeaderWithin = 60; // lines some loggers write about themselves first
constexpr std::size_t kMostCodes = 200;
constexpr double kMilliseconds = 1e11; // unix times above are in thousandths
constexpr double kYear2000 = 946684800;

class LogReader
{
public:
    explicit LogReader(Report& report) : m_report(report)
    {
        m_sample.values.fill(kMissing);
        m_blank.fill(kMissing);
    }

    void setHeader(std::vector<Column> columns)
    {
        m_columns = std::move(columns);
        m_report.longForm = isLongHeader(m_columns);
        m_accumulators.clear();
        m_accumulatorOf.assign(kSignals, -1);
        chooseColumns();
        m_report.columns = m_columns;
    }

    void addRow(const CsvRow& row)
    {
        ++m_report.rows;
        if (!shapeFits(row)) {
            ++m_report.rowsRejected;
            return;
        }
        if (m_report.longForm) {
            addLong(row);
        } else {
            addWide(row);
        }
    }

    void headerAgain(std::uint64_t line)
    {
        ++m_report.rows;
        ++m_report.rowsRejected;
        issue(line, Issue::RepeatedHeader);
        flushLong();
        m_trips.restart();
        m_flags.restart();
        m_clock.restart();
    }

    void reject(std::uint64_t line, Issue what, std::string value = {})
    {
        ++m_report.rows;
        ++m_report.rowsRejected;
        issue(line, what, {}, std::move(value));
    }

    void finish()
    {
        flushLong();
        m_trips.finish(m_report);
        m_report.flags = m_flags.finish();
        for (const Accumulator& one : m_accumulators) {
            m_report.statistics.push_back(one.result());
        }
        m_report.series = m_thinner.finish();
    }

private:
    void issue(std::uint64_t line, Issue what, std::string field = {}, std::string value = {})
    {
        m_report.issues.add({line, 0, what, std::move(field), std::move(value), {}});
    }

    // The first of two columns of one signal counts; columns nobody understands are told once.
    void chooseColumns()
    {
        std::array<bool, kSignals> taken{};
        const bool deviceTime = std::any_of(m_columns.begin(), m_columns.end(),
                                            [](const Column& column) { return column.name == "Device Time"; });
        for (Column& column : m_columns) {
            if (!column.signal) {
                if (!column.name.empty()) {
                    issue(0, Issue::UnknownColumn, column.name);
                }
                continue;
            }
            if (!column.unitUnderstood) {
                issue(0, Issue::UnknownUnit, column.name);
                column.signal.reset();
                continue;
            }
            if (deviceTime && *column.signal == Signal::DateTime && column.name != "Device Time") {
                column.signal.reset(); // a satellite's clock jumps, the phone's own does not
                continue;
            }
            bool& isTaken = taken[static_cast<std::size_t>(*column.signal)];
            if (isTaken && *column.signal != Signal::TroubleCodes) {
                issue(0, Issue::Duplicate, column.name);
                column.signal.reset();
                continue;
            }
            isTaken = true;
            if (!isClock(*column.signal) && !isText(*column.signal) && *column.signal != Signal::LongValue) {
                accumulatorOf(*column.signal);
            }
        }
        const bool clock = taken[static_cast<std::size_t>(Signal::Time)] ||
                           taken[static_cast<std::size_t>(Signal::TimeMs)] ||
                           taken[static_cast<std::size_t>(Signal::DateTime)];
        const bool runTime = taken[static_cast<std::size_t>(Signal::EngineRunTime)];
        m_report.timeSource = clock     ? TimeSource::Timestamps
                              : runTime ? TimeSource::EngineRunTime
                                        : TimeSource::AssumedOneHertz;
        m_clock.setSource(m_report.timeSource);
    }

    Accumulator& accumulatorOf(Signal signal)
    {
        int& index = m_accumulatorOf[static_cast<std::size_t>(signal)];
        if (index < 0) {
            index = static_cast<int>(m_accumulators.size());
            m_accumulators.emplace_back(signal);
        }
        return m_accumulators[static_cast<std::size_t>(index)];
    }

    // One empty cell behind the last comma is how that logger ends its rows.
    bool shapeFits(const CsvRow& row)
    {
        const std::size_t have = row.cells.size();
        const std::size_t want = m_columns.size();
        if (row.cutOff || row.brokenQuote) {
            issue(row.line, row.cutOff ? Issue::CutOff : Issue::BrokenQuote);
            return false;
        }
        bool spare = have > want;
        for (std::size_t i = want; i < have; ++i) {
            spare = spare && trimmed(row.cells[i]).empty();
        }
        if (have == want || spare) {
            return true;
        }
        if (have + 1 == want && m_columns.back().name.empty()) {
            return true; // the header ends with a comma, the rows do not
        }
        const Issue what = have > want ? Issue::TooManyCells : row.endsFile ? Issue::CutOff : Issue::TooFewCells;
        issue(row.line, what, {}, std::to_string(have));
        return false;
    }

    void addWide(const CsvRow& row)
    {
        m_sample.values = m_blank;
        m_sample.line = row.line;
        bool any = false;
        const std::size_t count = std::min(row.cells.size(), m_columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            const Column& column = m_columns[i];
            if (column.signal) {
                any = takeCell(row.line, column, *column.signal, column.unit, row.cells[i]) || any;
            }
        }
        if (!any) { // nothing in it that could be used
            ++m_report.rowsRejected;
            return;
        }
        useSample();
    }

    // Whether the cell held anything usable.
    bool takeCell(std::uint64_t line, const Column& column, Signal signal, Unit unit, std::string_view cell)
    {
        double& slot = m_sample.values[static_cast<std::size_t>(signal)];
        if (signal == Signal::TroubleCodes) {
            takeCodes(line, cell);
            return true;
        }
        const NumberText number = readNumber(cell);
        if (isClock(signal) || signal == Signal::EngineRunTime) {
            if (number.kind == NumberKind::Broken) {
                const auto time = readTime(cell);
                if (time) {
                    slot = time->seconds;
                    if (time->hasDate) {
                        m_clock.dateSeen();
                    }
                    return true;
                }
            }
        }
        if (number.kind == NumberKind::Absent) {
            countMissing(signal);
            return false;
        }
        if (number.kind == NumberKind::Broken) {
            if (signal == Signal::MilOn) {
                slot = isYes(cell) ? 1 : 0;
                return true;
            }
            issue(line, Issue::NotANumber, column.name, shown(trimmed(cell)));
            countMissing(signal);
            return false;
        }
        return takeNumber(line, column, signal, number.value, unit);
    }

    static bool isYes(std::string_view cell)
    {
        const std::string_view text = trimmed(cell);
        return text == "ON" || text == "On" || text == "on" || text == "YES" || text == "Yes" || text == "true" ||
               text == "True";
    }

    void countMissing(Signal signal)
    {
        if (!isClock(signal) && !isText(signal)) {
            accumulatorOf(signal).addMissing();
        }
    }

    bool takeNumber(std::uint64_t line, const Column& column, Signal signal, double given, Unit unit)
    {
        double& slot = m_sample.values[static_cast<std::size_t>(signal)];
        if (isClock(signal)) {
            slot = signal == Signal::TimeMs || std::abs(given) > kMilliseconds ? given / 1000 : convert(given, unit);
            if (slot > kYear2000) {
                m_clock.dateSeen();
            }
            return true;
        }
        const SignalInfo& info = infoOf(signal);
        // Numbers that stand for nothing are the same in every unit, or the all-ones value converted.
        const double value = convert(given, unit);
        Meaning meaning = meaningOf(info, value);
        if (unit != Unit::AsIs && meaning == Meaning::OutOfRange && meaningOf(info, given) == Meaning::Sentinel) {
            meaning = Meaning::Sentinel;
        }
        if (meaning == Meaning::Real) {
            slot = value;
            return true;
        }
        if (meaning == Meaning::Sentinel) {
            accumulatorOf(signal).addSentinel(given);
            return false;
        }
        issue(line, Issue::OutOfRange, column.name, shown(std::to_string(given)));
        countMissing(signal);
        return false;
    }

    void takeCodes(std::uint64_t line, std::string_view cell)
    {
        for (const std::string& code : codesIn(cell)) {
            const auto same = [&](const FoundCode& found) { return found.code == code; };
            const auto at = std::find_if(m_report.codes.begin(), m_report.codes.end(), same);
            if (at != m_report.codes.end()) {
                ++at->count;
            } else if (m_report.codes.size() < kMostCodes) {
                m_report.codes.push_back({code, line, 1});
            }
        }
    }

    // A value per row: rows of one moment make a sample.
    void addLong(const CsvRow& row)
    {
        Signal signal = Signal::Time;
        Unit unit = Unit::AsIs;
        std::string_view name;
        std::string_view value;
        std::string_view unitText;
        double time = kMissing;
        for (std::size_t i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i) {
            const Column& column = m_columns[i];
            if (column.signal == Signal::LongName) {
                name = row.cells[i];
            } else if (column.signal == Signal::LongValue) {
                value = row.cells[i];
            } else if (column.signal == Signal::LongUnit) {
                unitText = trimmed(row.cells[i]);
            } else if (column.signal && isClock(*column.signal)) {
                const NumberText number = readNumber(row.cells[i]);
                const auto text = number.kind == NumberKind::Value ? std::nullopt : readTime(row.cells[i]);
                time = number.kind == NumberKind::Value ? number.value : text ? text->seconds : kMissing;
            }
        }
        const Column found =
            columnOf(unitText.empty() ? std::string(name) : std::string(name) + " (" + std::string(unitText) + ")");
        if (!found.signal || !found.unitUnderstood || isText(*found.signal) || isClock(*found.signal)) {
            issueOnce(found.name);
            ++m_report.rowsRejected;
            return;
        }
        signal = *found.signal;
        unit = found.unit;
        accumulatorOf(signal); // columns of such a log are only known by its rows
        if (m_longRows > 0 && isThere(time) && time - m_longTime >= 1) { // a second's values make a sample
            flushLong();
        }
        if (m_longRows == 0) {
            m_sample.values = m_blank;
            m_sample.line = row.line;
            m_longTime = isThere(time) ? time : m_longTime;
            m_sample.values[static_cast<std::size_t>(Signal::Time)] = time;
        }
        if (takeCell(row.line, found, signal, unit, value)) {
            ++m_longRows;
        } else {
            ++m_report.rowsRejected;
        }
    }

    void issueOnce(const std::string& name)
    {
        if (m_unknownNames.size() < 1000 &&
            std::find(m_unknownNames.begin(), m_unknownNames.end(), name) == m_unknownNames.end()) {
            m_unknownNames.push_back(name);
            issue(0, Issue::UnknownColumn, shown(name));
        }
    }

    void flushLong()
    {
        if (m_longRows == 0) {
            return;
        }
        const std::uint64_t rows = m_longRows;
        m_longRows = 0;
        useSample();
        m_report.rowsUsed += rows - 1; // the sample itself was counted
    }

    void setTime()
    {
        const bool first = !m_clock.started() && m_report.rowsUsed == 0;
        if (!m_clock.set(m_sample)) {
            issue(m_sample.line, Issue::TimeRunsBack);
        }
        if (first) {
            m_firstTime = m_sample.timeS;
            if (m_clock.hasDate() && m_report.timeSource == TimeSource::Timestamps) {
                m_report.startedAt = static_cast<UnixTime>(m_firstTime);
            }
        }
    }

    void useSample()
    {
        if (!isThere(m_sample[Signal::VehicleSpeed]) && isThere(m_sample[Signal::GpsSpeed])) {
            m_sample.values[static_cast<std::size_t>(Signal::VehicleSpeed)] = m_sample[Signal::GpsSpeed];
        }
        setTime();
        const double rpm = m_sample[Signal::EngineRpm];
        const double runTime = m_sample[Signal::EngineRunTime];
        m_sample.engineOn = isThere(rpm) ? rpm > 0 : isThere(runTime) ? runTime > 0 : true;
        countValues();
        m_trips.add(m_sample, m_report.timeSource == TimeSource::EngineRunTime);
        m_flags.add(m_sample, m_trips.secondsOfTrip());
        m_thinner.add(m_sample, m_firstTime);
        ++m_report.rowsUsed;
    }

    // Before the engine starts, control units give the catalyst's temperature of the last run: seen in logs with
    // coolant and air at 25 °C and a catalyst of 435 °C, which falls to 26 °C with the first turn of the engine.
    static bool isStaleAtRest(Signal signal)
    {
        return signal >= Signal::CatalystTemperatureBank1Sensor1 && signal <= Signal::CatalystTemperatureBank2Sensor2;
    }

    void countValues()
    {
        for (Accumulator& one : m_accumulators) {
            const Signal signal = one.signal();
            double& value = m_sample.values[static_cast<std::size_t>(signal)];
            if (!isThere(value)) {
                continue;
            }
            if (!m_sample.engineOn && isStaleAtRest(signal)) {
                one.addStale();
                value = kMissing;
            } else {
                one.add(value);
            }
        }
    }

    Report& m_report;
    std::vector<Column> m_columns;
    std::vector<Accumulator> m_accumulators;
    std::vector<int> m_accumulatorOf;
    std::array<double, kSignals> m_blank{};
    Sample m_sample;
    TripCutter m_trips;
    FlagFinder m_flags;
    Thinner m_thinner;
    LogClock m_clock;
    double m_firstTime = 0;
    double m_longTime = 0;
    std::uint64_t m_longRows = 0;
    std::vector<std::string> m_unknownNames;
};
} // namespace

Result<Report> readLog(ByteSource& source, const std::string& name)
{
    TextSource text(source);
    CsvReader reader(text);
    Report report;
    LogReader log(report);
    CsvRow row;
    bool started = false;
    std::uint64_t blanks = 0; // not yet told: at the end of a file they are nothing
    std::uint64_t firstBlank = 0;
    std::vector<Column> columns;
    while (reader.next(row)) {
        if (row.isBlank()) {
            firstBlank = blanks++ == 0 ? row.line : firstBlank;
            continue;
        }
        for (; started && blanks > 0; --blanks) {
            log.reject(firstBlank++, Issue::EmptyRow);
        }
        blanks = 0;
        if (!started) {
            columns = columnsOf(row);
            started = isHeader(columns);
            if (started) {
                log.setHeader(columns);
            } else if (row.line > kHeaderWithin) {
                break;
            }
        } else if (!row.cells.empty() && trimmed(row.cells[0]).starts_with(columns[0].name) &&
                   repeatsHeader(columns, row)) {
            log.headerAgain(row.line);
        } else {
            log.addRow(row);
        }
    }
    if (reader.failed()) {
        return Error(VehicleError::CannotImport, {name}, "reading failed");
    }
    if (!started) {
        return Error(VehicleError::UnknownFormat, {name}, "no header of a log");
    }
    report.delimiter = reader.delimiter();
    log.finish();
    return report;
}

} // namespace autochain::imports::obd
