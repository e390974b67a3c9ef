// SPDX-License-Identifier: GPL-3.0-or-later
// What a log says, as JSON and for people.
#include "obd_view.h"

#include "issue_json.h"
#include "output.h"

#include "imports/obd_record.h"
#include "imports/trouble_code.h"
#include "messages/enum_names.h"
#include "messages/import_text.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
using imports::JsonLine;
using namespace imports::obd;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

std::int64_t signedOf(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

void putColumns(JsonLine& json, const Report& report)
{
    json.key("columns").openList();
    for (const Column& column : report.columns) {
        json.open().key("name").text(column.name).key("signal");
        column.signal ? json.text(infoOf(*column.signal).name) : json.null();
        json.close();
    }
    json.closeList();
}

void putTrips(JsonLine& json, const Report& report)
{
    json.key("trips").openList();
    for (const Trip& trip : report.trips) {
        json.open();
        json.key("firstLine").integer(signedOf(trip.firstLine)).key("lastLine").integer(signedOf(trip.lastLine));
        json.key("rows").integer(signedOf(trip.rows));
        json.key("startS").number(trip.startS, 3).key("durationS").number(trip.durationS, 3);
        if (report.startedAt) {
            json.key("startedAt").integer(*report.startedAt + static_cast<std::int64_t>(trip.startS));
        }
        json.key("distanceM");
        trip.distanceKnown ? json.number(trip.distanceM, 1) : json.null();
        json.key("maxSpeedKmh").number(trip.maxSpeedKmh, 1);
        const double mean = trip.durationS > 0 ? trip.distanceM / trip.durationS * 3.6 : 0;
        json.key("meanSpeedKmh").number(trip.distanceKnown ? mean : 0, 2);
        json.key("idleS").number(trip.idleS, 3).key("coldS").number(trip.coldS, 3).key("gapS").number(trip.gapS, 3);
        json.close();
    }
    json.closeList();
}

void putStatistics(JsonLine& json, const Report& report)
{
    json.key("signals").open();
    for (const SignalStatistics& one : report.statistics) {
        json.key(infoOf(one.signal).name).open();
        json.put("unit", infoOf(one.signal).unit);
        json.key("count").integer(signedOf(one.count)).key("missing").integer(signedOf(one.missing));
        json.key("sentinels").integer(signedOf(one.sentinels));
        if (!one.sentinelValues.empty()) {
            json.key("sentinelValues").openList();
            for (const SentinelCount& value : one.sentinelValues) {
                json.open().key("value").number(value.value, 4).key("count").integer(signedOf(value.count)).close();
            }
            json.closeList();
        }
        if (one.stale > 0) {
            json.key("stale").integer(signedOf(one.stale));
        }
        if (one.saturated > 0) {
            json.key("saturated").integer(signedOf(one.saturated));
        }
        if (one.count > 0) {
            json.key("min").number(one.min, 4).key("mean").number(one.mean, 4).key("max").number(one.max, 4);
            json.key("p95").number(one.p95, 4);
        }
        json.close();
    }
    json.close();
}

void putFlags(JsonLine& json, const Report& report)
{
    json.key("flags").openList();
    for (const Flag& flag : report.flags) {
        json.open();
        json.key("code").text(imports::nameOf(flag.condition));
        json.key("severity").text(camel(messages::enumName(flag.severity)));
        json.key("signal").text(infoOf(flag.signal).name);
        json.key("worst").number(flag.worst, 3).key("limit").number(flag.limit, 3);
        json.key("durationS").number(flag.durationS, 3).key("occurrences").integer(signedOf(flag.runs));
        json.key("reason").text(messages::text(flag.condition).toStdString());
        json.key("evidence").openList();
        for (const EvidenceRun& run : flag.evidence) {
            json.open()
                .key("firstLine")
                .integer(signedOf(run.firstLine))
                .key("lastLine")
                .integer(signedOf(run.lastLine));
            json.key("durationS").number(run.durationS, 3).key("worst").number(run.worst, 3).close();
        }
        json.closeList().close();
    }
    json.closeList();
}

void putCodes(JsonLine& json, const Report& report)
{
    json.key("troubleCodes").openList();
    for (const FoundCode& found : report.codes) {
        const auto info = imports::readTroubleCode(found.code);
        json.open().key("code").text(found.code);
        json.put("meaning", info ? info->meaning : std::string_view());
        json.put("meaningOfMaker", info ? info->maker : std::string_view());
        json.key("firstLine").integer(signedOf(found.firstLine)).key("rows").integer(signedOf(found.count)).close();
    }
    json.closeList();
}

void putRecords(JsonLine& json, const Report& report)
{
    json.key("records").openList();
    for (const imports::RecordDraft& draft : imports::draftsOf(report)) {
        json.open().key("kind").text(messages::enumName(draft.kind));
        json.key("odometerKm").integer(draft.odometerKm);
        json.key("content").json(vehicle::writeRecordContent(draft.content));
        json.close();
    }
    json.closeList();
}

double shareOf(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

QString minutes(double seconds)
{
    const auto whole = static_cast<qint64>(seconds + 0.5);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}
} // namespace

std::string obdJson(const std::string& file, const Report& report)
{
    double idle = 0;
    double cold = 0;
    for (const Trip& trip : report.trips) {
        idle += trip.idleS;
        cold += trip.coldS;
    }
    JsonLine json;
    json.open();
    json.key("file").text(file);
    json.key("delimiter").text(std::string(1, report.delimiter));
    json.key("timeSource").text(camel(messages::enumName(report.timeSource)));
    json.key("startedAt");
    report.startedAt ? json.integer(*report.startedAt) : json.null();
    json.key("rows").integer(signedOf(report.rows)).key("rowsUsed").integer(signedOf(report.rowsUsed));
    json.key("rowsRejected").integer(signedOf(report.rowsRejected));
    json.key("tripCount").integer(signedOf(report.tripCount));
    json.key("durationS").number(report.durationS, 3).key("distanceM");
    report.distanceKnown ? json.number(report.distanceM, 1) : json.null();
    json.key("idleShare").number(shareOf(idle, report.durationS), 4);
    json.key("coldShare").number(shareOf(cold, report.durationS), 4);
    putColumns(json, report);
    putTrips(json, report);
    putStatistics(json, report);
    putFlags(json, report);
    putCodes(json, report);
    putIssues(json, report.issues);
    putRecords(json, report);
    json.close();
    return json.out();
}

QStringList obdLines(const std::string& file, const Report& report)
{
    Output out;
    const QString time = report.timeSource == TimeSource::Timestamps ? tr("the log's own")
                         : report.timeSource == TimeSource::EngineRunTime
                             ? tr("the engine's run time")
                             : tr("none in the log; a row per second was assumed");
    out.fact(tr("File"), qs(file));
    out.fact(tr("Rows"), tr("%1 used, %2 not used").arg(report.rowsUsed).arg(report.rowsRejected));
    out.fact(tr("Time"), time);
    out.fact(tr("Runs of the engine"), QString::number(report.tripCount));
    out.fact(tr("Duration"), minutes(report.durationS));
    out.fact(tr("Distance"),
             report.distanceKnown ? tr("%1 km").arg(report.distanceM / 1000, 0, 'f', 1) : tr("not known: no speed"));
    out.lines.append(QString());
    Table table(
        {tr("Signal"), tr("Unit"), tr("Least"), tr("Mean"), tr("95 %"), tr("Most"), tr("Values"), tr("Missing")},
        {2, 3, 4, 5, 6, 7});
    for (const SignalStatistics& one : report.statistics) {
        const auto number = [&](double value) {
            return one.count == 0 ? QStringLiteral("-") : QString::number(value, 'f', 1);
        };
        table.add({qs(infoOf(one.signal).name), qs(infoOf(one.signal).unit), number(one.min), number(one.mean),
                   number(one.p95), number(one.max), QString::number(one.count),
                   QString::number(one.missing + one.sentinels)});
    }
    out.lines.append(table.lines());
    for (const Flag& flag : report.flags) {
        const EvidenceRun& run = flag.evidence.front();
        out.lines.append(
            tr("! %1 %2: %3, lines %4-%5")
                .arg(messages::text(flag.condition), qs(infoOf(flag.signal).name), QString::number(flag.worst, 'f', 1))
                .arg(run.firstLine)
                .arg(run.lastLine));
    }
    for (const FoundCode& found : report.codes) {
        const auto info = imports::readTroubleCode(found.code);
        out.lines.append(QStringLiteral("! %1 %2").arg(qs(found.code), info ? qs(info->meaning) : QString()));
    }
    for (const imports::LineIssue& issue : report.issues.list()) {
        const QString lines = issue.lastLine > issue.line ? QStringLiteral("%1-%2").arg(issue.line).arg(issue.lastLine)
                                                          : QString::number(issue.line);
        out.lines.append(issue.line == 0 ? messages::text(issue) : tr("Line %1: %2").arg(lines, messages::text(issue)));
    }
    return out.lines;
}

} // namespace autochain::cli
