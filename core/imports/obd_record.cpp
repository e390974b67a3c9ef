// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/obd_record.h"

#include "imports/obd_header.h"
#include "imports/obd_log.h"
#include "imports/trouble_code.h"

#include <algorithm>

namespace autochain::imports
{
namespace
{
using namespace obd;
using vehicle::ConditionFlag;
using vehicle::ObdSessionDetails;
using vehicle::ObdSignal;
using vehicle::TroubleCodesDetails;

constexpr std::int64_t kDecimals = 2; // finer than any of the sensors
constexpr double kScale = 100;

std::int64_t scaled(double value)
{
    return static_cast<std::int64_t>(std::llround(std::clamp(value, -1e12, 1e12) * kScale));
}

ObdSignal signalOf(const Report& report, const SignalStatistics& statistics)
{
    const SignalInfo& info = infoOf(statistics.signal);
    ObdSignal out;
    out.name = std::string(info.name);
    out.unit = std::string(info.unit);
    out.decimals = kDecimals;
    out.min = scaled(statistics.min);
    out.mean = scaled(statistics.mean);
    out.max = scaled(statistics.max);
    out.sampleCount = static_cast<std::int64_t>(statistics.count);
    double before = 0;
    for (std::size_t i = 0; i < report.series.timeS.size(); ++i) {
        const float value = report.series.values[i][static_cast<std::size_t>(statistics.signal)];
        if (std::isnan(value)) {
            continue;
        }
        before = std::max(before, report.series.timeS[i]); // the log's clock may run back, the record's does not
        out.atS.push_back(std::llround(std::min(before, 1e12)));
        out.values.push_back(scaled(static_cast<double>(value)));
    }
    return out;
}

ObdSessionDetails sessionOf(const Report& report)
{
    ObdSessionDetails out;
    out.startedAt = report.startedAt;
    out.durationS = std::llround(report.durationS);
    out.distanceM = report.distanceKnown ? std::llround(report.distanceM) : 0;
    out.trips = static_cast<std::int64_t>(report.tripCount);
    for (const SignalStatistics& statistics : report.statistics) {
        if (statistics.count > 0 && out.series.size() < vehicle::kMaxObdSignals) {
            out.series.push_back(signalOf(report, statistics));
        }
    }
    for (const Flag& flag : report.flags) {
        ConditionFlag to;
        to.code = std::string(nameOf(flag.condition));
        to.signal = std::string(infoOf(flag.signal).name);
        to.value = scaled(flag.worst);
        to.durationS = std::llround(flag.durationS);
        out.flags.push_back(std::move(to));
    }
    return out;
}

bool lampIsOn(const Report& report)
{
    return std::any_of(report.flags.begin(), report.flags.end(),
                       [](const Flag& flag) { return flag.condition == Condition::MilOn; });
}
} // namespace

std::string_view nameOf(Condition condition)
{
    switch (condition) {
    case Condition::Overheating:
        return "overheating";
    case Condition::FuelTrimLean:
        return "fuelTrimLean";
    case Condition::FuelTrimRich:
        return "fuelTrimRich";
    case Condition::LowVoltage:
        return "lowBatteryVoltage";
    case Condition::HighVoltage:
        return "highVoltage";
    case Condition::RoughIdle:
        return "roughIdle";
    case Condition::ColdRunning:
        return "coldRunning";
    case Condition::SlowWarmUp:
        return "slowWarmUp";
    case Condition::CatalystHot:
        return "catalystHot";
    case Condition::MilOn:
        return "milOn";
    case Condition::CodesClearedLately:
        return "codesClearedLately";
    case Condition::TroubleCodesStored:
        return "troubleCodesStored";
    }
    return {};
}

std::vector<RecordDraft> draftsOf(const Report& report)
{
    std::vector<RecordDraft> out;
    if (report.rowsUsed == 0 && report.codes.empty()) { // nothing was measured, so there is nothing to say of the car
        return out;
    }
    RecordDraft session;
    session.kind = vehicle::RecordKind::ObdSession;
    session.line = 1;
    session.content.happenedAt = report.startedAt;
    session.content.details = sessionOf(report);
    for (const SignalStatistics& statistics : report.statistics) {
        if (statistics.signal == Signal::Odometer && statistics.count > 0) {
            session.odometerKm = static_cast<std::uint32_t>(std::clamp(statistics.max, 0.0, 4e9));
        }
    }
    const std::uint32_t odometerKm = session.odometerKm;
    out.push_back(std::move(session));
    if (report.codes.empty() && !lampIsOn(report)) {
        return out;
    }
    TroubleCodesDetails details;
    details.milOn = lampIsOn(report);
    for (const FoundCode& found : report.codes) {
        vehicle::TroubleCode code;
        code.code = found.code;
        const auto info = readTroubleCode(found.code);
        code.meaning = info && info->maker.empty() ? std::string(info->meaning) : std::string();
        details.codes.push_back(std::move(code));
    }
    RecordDraft codes;
    codes.kind = vehicle::RecordKind::TroubleCodes;
    codes.line = report.codes.empty() ? 1 : report.codes.front().firstLine;
    codes.odometerKm = odometerKm;
    codes.content.happenedAt = report.startedAt;
    codes.content.details = std::move(details);
    out.push_back(std::move(codes));
    return out;
}

bool ObdImporter::sniff(std::string_view head) const
{
    return looksLikeLog(head.substr(0, head.find('\n')));
}

Result<> ObdImporter::import(ByteSource& source, const ImportOptions& options, ImportSink& sink) const
{
    AC_TRY(const Report report, readLog(source, options.name));
    for (const LineIssue& issue : report.issues.list()) {
        sink.issue(issue);
    }
    for (RecordDraft& draft : draftsOf(report)) {
        draft.vin = options.vin;
        sink.draft(std::move(draft));
    }
    return {};
}

} // namespace autochain::imports
