// SPDX-License-Identifier: GPL-3.0-or-later
// data/etios_*.csv: parts of logs of a Toyota Etios, as its logger wrote them (two rows a second, a clock of whole
// seconds).
#include "imports/obd_log.h"
#include "imports/obd_record.h"

#include <QTest>

#include <cmath>

using namespace autochain;
using namespace autochain::imports;
using namespace autochain::imports::obd;

namespace
{
Report read(std::string_view text)
{
    MemorySource source(text);
    auto report = readLog(source, "log");
    return report.ok() ? std::move(*report) : Report();
}

Report readFile(const char* name)
{
    auto source = FileSource::open(std::string(AUTOCHAIN_SOURCE_DIR "/tests/core/imports/data/") + name);
    auto report = readLog(**source, name);
    return report.ok() ? std::move(*report) : Report();
}

const SignalStatistics* of(const Report& report, Signal signal)
{
    for (const SignalStatistics& one : report.statistics) {
        if (one.signal == signal) {
            return &one;
        }
    }
    return nullptr;
}

const Flag* flagOf(const Report& report, Condition condition)
{
    for (const Flag& flag : report.flags) {
        if (flag.condition == condition) {
            return &flag;
        }
    }
    return nullptr;
}

bool isNear(double a, double b, double by)
{
    return std::abs(a - b) <= by;
}
} // namespace

class TestObd : public QObject
{
    Q_OBJECT
private slots:
    void spellings_data();
    void spellings();
    void realDrive();
    void cutOffFile();
    void distances();
    void unitsAreConverted();
    void sentinels();
    void malformedRows();
    void trips();
    void conditions();
    void troubleCodes();
    void valuePerRow();
    void noLog();
    void recordIsReadBack();
};

void TestObd::spellings_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("signal");
    const auto row = [](const char* header, Signal signal) {
        QTest::newRow(header) << QString::fromUtf8(header) << static_cast<int>(signal);
    };
    row("ENGINE_RUN_TINE ()", Signal::EngineRunTime);
    row("ENGINE_RUN_TIME", Signal::EngineRunTime);
    row("Run time since engine start(s)", Signal::EngineRunTime);
    row("ENGINE_RPM ()", Signal::EngineRpm);
    row("Engine RPM(rpm)", Signal::EngineRpm);
    row("Engine RPM [rpm]", Signal::EngineRpm);
    row("rpm", Signal::EngineRpm);
    row("Speed (OBD)(km/h)", Signal::VehicleSpeed);
    row("Speed (GPS)(km/h)", Signal::GpsSpeed);
    row("GPS Speed (Meters/second)", Signal::GpsSpeed);
    row("Vehicle speed (mph)", Signal::VehicleSpeed);
    row("speed_kmh", Signal::VehicleSpeed);
    row("Engine Coolant Temperature(\xC2\xB0"
        "C)",
        Signal::CoolantTemperature);
    row("Engine Coolant Temperature(\xB0"
        "F)",
        Signal::CoolantTemperature);
    row("COOLANT_TEMPERATURE ()", Signal::CoolantTemperature);
    row("Fuel Trim Bank 1 Short Term(%)", Signal::ShortTermFuelTrimBank1);
    row("LONG_TERM_FUEL_TRIM_BANK_1 ()", Signal::LongTermFuelTrimBank1);
    row("Voltage (Control Module)(V)", Signal::ControlModuleVoltage);
    row("Fuel Level (From Engine ECU)(%)", Signal::FuelLevel);
    row("Throttle Position(Manifold)(%)", Signal::ThrottlePosition);
    row("Catalyst temperature (Bank 1 Sensor 1)(\xC2\xB0"
        "C)",
        Signal::CatalystTemperatureBank1Sensor1);
    row("Calculated load value (%)", Signal::EngineLoad);
    row("Distance travelled with MIL/CEL lit(km)", Signal::DistanceWithMilOn);
    row("Device Time", Signal::DateTime);
    row("coolantTemperature", Signal::CoolantTemperature); // our own
}

void TestObd::spellings()
{
    QFETCH(QString, header);
    QFETCH(int, signal);
    const Column column = columnOf(header.toStdString());
    QVERIFY(column.signal && column.unitUnderstood);
    QCOMPARE(static_cast<int>(*column.signal), signal);
    for (std::size_t i = 0; i < kSignals; ++i) {
        QCOMPARE(static_cast<std::size_t>(infoOf(static_cast<Signal>(i)).signal), i);
    }
}

void TestObd::realDrive()
{
    const Report report = readFile("etios_drive.csv");
    QCOMPARE(report.rows, 159U);
    QCOMPARE(report.rowsUsed, 159U);
    QCOMPARE(report.timeSource, TimeSource::EngineRunTime);
    QCOMPARE(report.tripCount, 1U);
    QVERIFY(report.issues.empty());
    // Two rows a second: taking a row for a second would double it.
    QVERIFY(report.durationS > 60 && report.durationS < 90);
    QCOMPARE(of(report, Signal::CommandedEquivalenceRatio)->sentinels, 159U); // zero in every row of every drive
    QCOMPARE(of(report, Signal::CommandedEquivalenceRatio)->count, 0U);
    QCOMPARE(of(report, Signal::WarmUpsSinceCodesCleared)->saturated, 159U); // "255 or more"
    QVERIFY(of(report, Signal::CatalystTemperatureBank1Sensor1)->stale > 0);
    QCOMPARE(of(report, Signal::CoolantTemperature)->missing, 0U);
    QVERIFY(flagOf(report, Condition::LowVoltage) == nullptr); // turning the starter is no fault
    QVERIFY(!report.series.timeS.empty() && report.series.timeS.size() <= Series::kPoints);
}

void TestObd::cutOffFile()
{
    const Report report = readFile("etios_cut_off.csv");
    QCOMPARE(report.rows, 21U);
    QCOMPARE(report.rowsRejected, 1U);
    QCOMPARE(report.issues.list().size(), 1U);
    QCOMPARE(report.issues.list()[0].issue, Issue::CutOff);
    QCOMPARE(report.issues.list()[0].line, 22U);
}

void TestObd::distances()
{
    std::string steady = "Time (s),Speed (km/h),RPM\n";
    for (int i = 0; i <= 600; ++i) {
        steady += std::to_string(i) + ",36,2000\n";
    }
    const Report even = read(steady);
    QVERIFY(isNear(even.distanceM, 6000, 0.01));
    QVERIFY(isNear(even.durationS, 600, 1e-9));
    std::string rising = "Time (s),Speed (km/h),RPM\n"; // 0 to 72 km/h in 20 s: 200 m
    for (int i = 0; i <= 20; ++i) {
        rising += std::to_string(i) + "," + std::to_string(i * 3.6) + ",2000\n";
    }
    QVERIFY(isNear(read(rising).distanceM, 200, 0.01));
    std::string halves = "ENGINE_RUN_TIME,VEHICLE_SPEED,ENGINE_RPM\n"; // two rows per second
    for (int i = 0; i <= 600; ++i) {
        halves += std::to_string(i / 2) + ",36,2000\n";
    }
    QVERIFY(isNear(read(halves).distanceM, 3000, 0.01));
    std::string plain = "Speed (km/h),RPM\n";
    for (int i = 0; i <= 100; ++i) {
        plain += "36,2000\n";
    }
    const Report assumed = read(plain);
    QCOMPARE(assumed.timeSource, TimeSource::AssumedOneHertz);
    QVERIFY(isNear(assumed.distanceM, 1000, 0.01));
    const Report gap = read("Time,Speed,RPM\n0,36,900\n1,36,900\n101,36,900\n102,36,900\n");
    QVERIFY(isNear(gap.distanceM, 20, 0.01)); // nothing is claimed for the time nobody saw
    QVERIFY(isNear(gap.trips[0].gapS, 100, 0.01));
    QVERIFY(!read("RPM,Coolant temp\n800,90\n").distanceKnown);
}

void TestObd::unitsAreConverted()
{
    const Report report = read("Time;Speed (mph);Coolant temp (\xC2\xB0"
                               "F);Intake manifold pressure (psi);RPM\n0;62,5;212;14,5;800\n1;62,5;212;14,5;800\n");
    QCOMPARE(report.delimiter, ';');
    QVERIFY(isNear(of(report, Signal::VehicleSpeed)->max, 100.584, 0.001));
    QVERIFY(isNear(of(report, Signal::CoolantTemperature)->max, 100, 0.001));
    QVERIFY(isNear(of(report, Signal::IntakeManifoldPressure)->max, 99.97, 0.01));
    const Report unknown = read("Time,Speed (furlong/h),RPM\n0,3,800\n");
    QCOMPARE(unknown.issues.counts().count(Issue::UnknownUnit), 1U);
    QVERIFY(of(unknown, Signal::VehicleSpeed) == nullptr);
}

void TestObd::sentinels()
{
    const Report report = read("Time,RPM,Speed,Coolant temp,Engine load,MAF,Voltage\n"
                               "0,800,0,90,20,3,14\n"
                               "1,65535,255,-40,255,655.35,65.535\n"
                               "2,16383.75,-1,215,-1,-1,0\n"
                               "3,NaN,,N/A,null,NODATA,-\n"
                               "4,900,10,91,30,4,14\n");
    QCOMPARE(report.rowsUsed, 5U);
    for (const Signal signal : {Signal::EngineRpm, Signal::VehicleSpeed, Signal::CoolantTemperature, Signal::EngineLoad,
                                Signal::MassAirFlow, Signal::ControlModuleVoltage}) {
        const SignalStatistics* one = of(report, signal);
        QCOMPARE(one->count, 2U);
        QCOMPARE(one->sentinels, 2U);
        QCOMPARE(one->missing, 1U);
    }
    QCOMPARE(of(report, Signal::EngineRpm)->max, 900.0);
    QCOMPARE(of(report, Signal::CoolantTemperature)->min, 90.0);
    QVERIFY(report.issues.empty());
}

void TestObd::malformedRows()
{
    const Report report = read("Time,RPM,Speed\n"
                               "0,800,0\n"
                               "1,800\n"
                               "2,800,0,5\n"
                               "3,abc,0\n"
                               "4,800,400\n"
                               "\n"
                               "Time,RPM,Speed\n"
                               "5,800,0\n"
                               "6,\"800,0\n"
                               "3,800,0\n"
                               "7,800,0,\n");
    QCOMPARE(report.rows, 11U);
    QCOMPARE(report.rowsUsed + report.rowsRejected, report.rows);
    const auto lineOf = [&](Issue issue) {
        for (const LineIssue& one : report.issues.list()) {
            if (one.issue == issue) {
                return one.line;
            }
        }
        return std::uint64_t(0);
    };
    QCOMPARE(lineOf(Issue::TooFewCells), 3U);
    QCOMPARE(lineOf(Issue::TooManyCells), 4U);
    QCOMPARE(lineOf(Issue::NotANumber), 5U);
    QCOMPARE(lineOf(Issue::OutOfRange), 6U);
    QCOMPARE(lineOf(Issue::EmptyRow), 7U);
    QCOMPARE(lineOf(Issue::RepeatedHeader), 8U);
    QCOMPARE(lineOf(Issue::BrokenQuote), 10U);
    QCOMPARE(lineOf(Issue::TimeRunsBack), 11U);
}

void TestObd::trips()
{
    std::string text = "ENGINE_RUN_TIME,ENGINE_RPM,VEHICLE_SPEED\n";
    for (int trip = 0; trip < 3; ++trip) {
        text += "0,0,0\n0,0,0\n";
        for (int i = 1; i <= 100; ++i) {
            text += std::to_string(i) + ",1500,36\n";
        }
    }
    const Report report = read(text);
    QCOMPARE(report.tripCount, 3U);
    QVERIFY(isNear(report.trips[1].durationS, 99, 1.01));
    QVERIFY(isNear(report.distanceM, 3 * 990, 31));
    const Report stop = read("Time,RPM,Speed\n0,800,0\n10,800,0\n20,0,0\n25,800,0\n30,800,0\n"); // start-stop
    QCOMPARE(stop.tripCount, 1U);
    const Report pause = read("Time,RPM,Speed\n0,800,0\n10,800,0\n2000,800,0\n2010,800,0\n");
    QCOMPARE(pause.tripCount, 2U);
    QVERIFY(isNear(pause.durationS, 20, 0.001));
    const Report midnight = read("Time,RPM,Speed\n23:59:58,800,0\n23:59:59,800,0\n00:00:01,800,0\n");
    QCOMPARE(midnight.tripCount, 1U);
    QVERIFY(isNear(midnight.durationS, 3, 0.001));
}

void TestObd::conditions()
{
    std::string text = "Time,RPM,Speed,Coolant temp,LTFT,Voltage,Throttle,Time run with MIL on (min)\n";
    for (int i = 0; i < 300; ++i) {
        const bool hot = i >= 200 && i < 220;
        text += std::to_string(i) + "," + std::to_string(i % 2 == 0 ? 700 : 850) + ",0," + (hot ? "125" : "90") +
                ",14," + (i < 100 ? "14" : "12.2") + ",15," + (i > 250 ? "3" : "0") + "\n";
    }
    const Report report = read(text);
    const Flag* hot = flagOf(report, Condition::Overheating);
    QVERIFY(hot != nullptr && hot->severity == Severity::Fault);
    QCOMPARE(hot->evidence[0].firstLine, 202U);
    QCOMPARE(hot->evidence[0].lastLine, 221U);
    QCOMPARE(hot->worst, 125.0);
    QVERIFY(flagOf(report, Condition::FuelTrimLean) != nullptr);
    QVERIFY(flagOf(report, Condition::LowVoltage) != nullptr);
    QVERIFY(flagOf(report, Condition::RoughIdle) != nullptr);
    QCOMPARE(flagOf(report, Condition::MilOn)->evidence[0].firstLine, 253U);
    std::string calm = "Time,RPM,Speed,Coolant temp,LTFT,Voltage,Throttle\n";
    for (int i = 0; i < 300; ++i) {
        calm += std::to_string(i) + "," + std::to_string(700 + i % 5) + ",0,90,2,14,15\n";
    }
    QVERIFY(read(calm).flags.empty());
}

void TestObd::troubleCodes()
{
    const Report report = read("Time,RPM,Speed,DTC\n0,800,0,\n1,800,0,P0301;P0420\n2,800,0,P0301\n");
    QCOMPARE(report.codes.size(), 2U);
    QCOMPARE(report.codes[0].code, std::string("P0301"));
    QCOMPARE(report.codes[0].firstLine, 3U);
    QCOMPARE(report.codes[0].count, 2U);
    const auto drafts = draftsOf(report);
    QCOMPARE(drafts.size(), 2U);
    const auto* details = drafts[1].content.detailsAs<vehicle::TroubleCodesDetails>();
    QVERIFY(details != nullptr);
    QCOMPARE(details->codes[0].meaning, std::string("Cylinder 1 Misfire Detected"));
}

void TestObd::valuePerRow()
{
    const Report report = read("\"SECONDS\";\"PID\";\"VALUE\";\"UNITS\";\n"
                               "\"10.0\";\"Engine RPM\";\"800\";\"rpm\";\n"
                               "\"10.2\";\"Vehicle speed\";\"36\";\"km/h\";\n"
                               "\"11.1\";\"Engine RPM\";\"900\";\"rpm\";\n"
                               "\"11.2\";\"Vehicle speed\";\"36\";\"km/h\";\n"
                               "\"11.3\";\"Something else\";\"1\";\"x\";\n"
                               "\"12.1\";\"Vehicle speed\";\"36\";\"km/h\";\n");
    QVERIFY(report.longForm);
    QCOMPARE(report.rows, 6U);
    QCOMPARE(report.rowsUsed + report.rowsRejected, 6U);
    QCOMPARE(of(report, Signal::EngineRpm)->count, 2U);
    QCOMPARE(of(report, Signal::VehicleSpeed)->max, 36.0);
}

void TestObd::noLog()
{
    for (const char* text : {"", "a,b\n1,2\n", "VIN,Make\nx,y\n", "\n\n\n"}) {
        MemorySource source(text);
        QVERIFY(!readLog(source, "x").ok());
    }
}

void TestObd::recordIsReadBack()
{
    const auto drafts = draftsOf(readFile("etios_drive.csv"));
    QCOMPARE(drafts.size(), 1U);
    QCOMPARE(drafts[0].kind, vehicle::RecordKind::ObdSession);
    const std::string text = vehicle::writeRecordContent(drafts[0].content);
    QVERIFY(text.size() < vehicle::kMaxRecordContentBytes);
    const auto again = vehicle::parseRecordContent(asBytes(text));
    QVERIFY(again.ok());
    QVERIFY(*again == drafts[0].content);
}

QTEST_GUILESS_MAIN(TestObd)
#include "tst_obd.moc"
