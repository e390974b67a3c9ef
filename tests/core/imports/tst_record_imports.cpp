// SPDX-License-Identifier: GPL-3.0-or-later
// Inspections, recalls, a dealer's table and trouble codes.
#include "imports/dealer_csv.h"
#include "imports/importer.h"
#include "imports/json_entries.h"
#include "imports/money_text.h"
#include "imports/mot_json.h"
#include "imports/recall_json.h"
#include "imports/table_columns.h"
#include "imports/trouble_code.h"

#include <QTest>

using namespace autochain;
using namespace autochain::imports;
using vehicle::RecordKind;

namespace
{
constexpr UnixTime kNow = 1'800'000'000;

// Shaped as DVSA documents its two interfaces; the cars are made up.
constexpr std::string_view kMotOld =
    R"([{"registration":"ZZ99ABC","make":"FORD","model":"FOCUS","firstUsedDate":"2010.11.13","motTests":[)"
    R"({"completedDate":"2013.11.03 09:33:08","testResult":"PASSED","expiryDate":"2014.11.02","odometerValue":"47125","odometerUnit":"mi",)"
    R"("odometerResultType":"READ","motTestNumber":"123456789012","rfrAndComments":[]},)"
    R"({"completedDate":"2013.11.01 11:28:34","testResult":"FAILED","odometerValue":"47118","odometerUnit":"mi","motTestNumber":"123456789012",)"
    R"("rfrAndComments":[{"text":"Front brake disc excessively weakened",
    "type" : "FAIL", "dangerous" : true
},)"
    R"({"text":"Rear tyre worn close to the legal limit","type":"ADVISORY","dangerous":false}]}]}])";
constexpr std::string_view kMotNew =
    R"({"registration":"AA19AAA","make":"BMW","model":"3 SERIES","firstUsedDate":"2019-03-01","motTests":[)"
    R"({"completedDate":"2023-10-19T13:17:00.000Z","testResult":"PASSED","expiryDate":"2024-10-18","odometerValue":"22500","odometerUnit":"KM",)"
    R"("odometerResultType":"READ","motTestNumber":"1","defects":[{"text":"Minor thing","type":"MINOR","dangerous":false}]},)"
    R"({"completedDate":"2022-10-19T13:17:00.000Z","testResult":"PASSED","odometerValue":null,"odometerUnit":null,"odometerResultType":"UNREADABLE","defects":[]},)"
    R"({"completedDate":"nonsense","testResult":"PASSED"},{"completedDate":"2022-10-19T13:17:00.000Z"},"x",)"
    R"({"completedDate":"2021-10-19T13:17:00.000Z","testResult":"PASSED","odometerValue":"many","odometerUnit":"MI","odometerResultType":"READ"}]})";
constexpr std::string_view kRecalls =
    R"({"Count":3,"Message":"Results returned successfully","results":[{"Manufacturer":"Honda","NHTSACampaignNumber":"20V682000",)"
    R"("ReportReceivedDate":"05/11/2020","Component":"FUEL SYSTEM","Summary":"The low pressure fuel pump may fail.","Consequence":"Stall.",)"
    R"("Remedy":"Replaced free of charge.","ModelYear":"2012","Make":"ACURA","Model":"RDX"},)"
    R"({"NHTSACampaignNumber":"19V182000","ReportReceivedDate":"13/13/2019"},{"Component":"no number"}]})";

CollectedImport collect(const Importer& importer, std::string_view text, ImportOptions options = {})
{
    options.now = kNow;
    options.name = "file";
    CollectedImport out;
    MemorySource source(text);
    if (!importer.import(source, options, out).ok()) {
        out.issues.add({0, 0, Issue::BadShape, "refused", {}, {}});
    }
    return out;
}

ImportOptions mapped(std::string_view mapping)
{
    ImportOptions out;
    out.mapping = parseMapping(mapping).value();
    return out;
}

std::uint64_t countOf(const CollectedImport& found, Issue issue)
{
    const auto at = found.issues.counts().find(issue);
    return at == found.issues.counts().end() ? 0 : at->second;
}
} // namespace

class TestRecordImports : public QObject
{
    Q_OBJECT
private slots:
    void sniffing();
    void oldMot();
    void newMot();
    void recalls();
    void amounts_data();
    void amounts();
    void dealerTable();
    void dealerMapping();
    void dealerDates();
    void codes();
    void draftsAreReadBack();
};

void TestRecordImports::sniffing()
{
    const auto nameOf = [](std::string_view head) {
        const Importer* importer = importerFor(head);
        return importer == nullptr ? std::string_view() : importer->name();
    };
    QCOMPARE(nameOf(kMotOld), std::string_view("mot"));
    QCOMPARE(nameOf(kMotNew), std::string_view("mot"));
    QCOMPARE(nameOf(kRecalls), std::string_view("recalls"));
    QCOMPARE(nameOf("ENGINE_RUN_TINE (),ENGINE_RPM (),VEHICLE_SPEED ()\n"), std::string_view("obd"));
    QCOMPARE(nameOf("VIN,Date,Type,Mileage\n"), std::string_view("table"));
    QCOMPARE(nameOf("%PDF-1.7"), std::string_view());
    QCOMPARE(nameOf(""), std::string_view());
    for (const Importer* importer : importers()) {
        QCOMPARE(importerNamed(importer->name()), importer);
    }
}

void TestRecordImports::oldMot()
{
    const CollectedImport found = collect(MotImporter(), kMotOld);
    QVERIFY(found.issues.empty());
    QCOMPARE(found.drafts.size(), 2U);
    const RecordDraft& passed = found.drafts[0];
    QCOMPARE(passed.kind, RecordKind::Inspection);
    QCOMPARE(passed.registration, std::string("ZZ99ABC"));
    QCOMPARE(passed.odometerKm, 75840U); // 47,125 mi
    QCOMPARE(passed.content.notes, std::string("47125 mi"));
    QCOMPARE(*passed.content.happenedAt, 1383471188);
    const auto* details = found.drafts[1].content.detailsAs<vehicle::InspectionDetails>();
    QCOMPARE(details->result, vehicle::InspectionResult::Failed);
    QCOMPARE(details->defects.size(), 2U);
    QCOMPARE(details->defects[0].severity, vehicle::DefectSeverity::Dangerous);
    QCOMPARE(details->defects[1].severity, vehicle::DefectSeverity::Advisory);
}

void TestRecordImports::newMot()
{
    const CollectedImport found = collect(MotImporter(), kMotNew);
    QCOMPARE(found.drafts.size(), 3U);
    QCOMPARE(found.drafts[0].odometerKm, 22500U);
    const auto* details = found.drafts[0].content.detailsAs<vehicle::InspectionDetails>();
    QCOMPARE(details->result, vehicle::InspectionResult::PassedWithNotes);
    QCOMPARE(details->scheme, std::string("UK MOT"));
    QCOMPARE(*details->validUntil, 1729209600);
    QCOMPARE(found.drafts[1].odometerKm, 0U); // not readable, so not there
    QCOMPARE(countOf(found, Issue::BadDate), 1U);
    QCOMPARE(countOf(found, Issue::MissingField), 1U);
    QCOMPARE(countOf(found, Issue::BadShape), 1U);
    QCOMPARE(countOf(found, Issue::BadOdometer), 1U);
    for (const char* text : {"", "null", "{}", "[1]", "[[]]", "[{\"motTests\":[{}]}]"}) {
        QVERIFY(!collect(MotImporter(), text).issues.empty());
    }
}

void TestRecordImports::recalls()
{
    ImportOptions options;
    options.vin = "19VDE1F52DE012636";
    const CollectedImport found = collect(RecallImporter(), kRecalls, options);
    QCOMPARE(found.drafts.size(), 2U);
    QCOMPARE(found.drafts[0].vin, options.vin);
    const auto* details = found.drafts[0].content.detailsAs<vehicle::RecallDetails>();
    QCOMPARE(details->campaign, std::string("20V682000"));
    QCOMPARE(*details->issuedAt, 1604534400); // the fifth of November
    QCOMPARE(details->component, std::string("FUEL SYSTEM"));
    QCOMPARE(countOf(found, Issue::BadDate), 1U);
    QCOMPARE(countOf(found, Issue::MissingField), 1U);
    const CollectedImport old = collect(
        RecallImporter(),
        R"({"Count":1,"Results":[{"NHTSACampaignNumber":"9","ReportReceivedDate":"/Date(1416286800000-0500)/"}]})");
    QCOMPARE(*old.drafts[0].content.happenedAt, 1416286800);
}

void TestRecordImports::amounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency"); // as given, and after ">" as found
    QTest::addColumn<qint64>("minor");     // -1: none
    const auto row = [](const char* text, const char* currency, qint64 minor) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(currency) << minor;
    };
    row("1,234.50", "USD>USD", 123450);
    row("1.234,50", "EUR>EUR", 123450);
    row("\xC2\xA3"
        "89",
        ">GBP", 8900);
    row("89,00 \xE2\x82\xAC", ">EUR", 8900);
    row("$1,234", ">USD", 123400);
    row("USD 12.5", ">USD", 1250);
    row("1500", "JPY>JPY", 1500);
    row("12", ">", 1200); // nobody says of what
    row("0.1", "EUR>EUR", 10);
    row("12.3456", "EUR>EUR", -1);
    row("-5", "EUR>EUR", -1);
    row("free", "EUR>EUR", -1);
    row("", "EUR>EUR", -1);
    row("9999999999999999", "EUR>EUR", -1);
}

void TestRecordImports::amounts()
{
    QFETCH(QString, text);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    std::string found = currency.section(QLatin1Char('>'), 0, 0).toStdString();
    QCOMPARE(minorUnits(text.toStdString(), found).value_or(-1), minor);
    if (minor >= 0) {
        QCOMPARE(QString::fromStdString(found), currency.section(QLatin1Char('>'), 1));
    }
}

void TestRecordImports::dealerTable()
{
    const CollectedImport found =
        collect(DealerImporter(), "VIN,Service Date,Type,Mileage (mi),Work,Total,Currency\n"
                                  "1HGCM82633A004352,2019-05-04,Oil change,\"45,000\",Oil and filter,89.90,USD\n"
                                  "1HGCM82643A004352,2019-05-04,Service,45000,x,1,USD\n"
                                  "1HGCM82633A004352,,Service,45000,x,1,USD\n"
                                  "1HGCM82633A004352,2019-05-04,Washing,45000,x,1,USD\n"
                                  "1HGCM82633A004352,2119-05-04,Service,45000,x,1,USD\n"
                                  "1HGCM82633A004352,2019-05-04,Service,lots,x,1,USD\n"
                                  "\n"
                                  "1HGCM82633A004352,2020-05-04,repair,60000,Brakes,much,USD\n");
    QCOMPARE(found.drafts.size(), 2U);
    QCOMPARE(found.drafts[0].kind, RecordKind::Service);
    QCOMPARE(found.drafts[0].odometerKm, 72420U);
    QCOMPARE(found.drafts[0].content.cost->minorUnits, 8990);
    QCOMPARE(found.drafts[0].content.items[0].text, std::string("Oil and filter"));
    QCOMPARE(found.usedMapping.at("date"), std::string("Service Date"));
    QVERIFY(!found.drafts[1].content.cost); // told, and the record stands without it
    std::vector<std::uint64_t> lines;
    for (const LineIssue& issue : found.issues.list()) {
        lines.push_back(issue.line);
    }
    QCOMPARE(lines, (std::vector<std::uint64_t>{3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(countOf(found, Issue::BadAmount), 1U);
}

void TestRecordImports::dealerMapping()
{
    QVERIFY(!parseMapping("vin").ok());
    QVERIFY(!parseMapping("vin=").ok());
    QVERIFY(!parseMapping("colour=Paint").ok());
    QVERIFY(!parseMapping("dates=ymd").ok());
    QVERIFY(parseMapping("").ok());
    const std::string_view text = "a,b,c\n1HGCM82633A004352,45000,2019-05-04\n";
    const CollectedImport found =
        collect(DealerImporter(), text, mapped("vin=A,odometer=#2,date=c,kind=:Service,unit=:km"));
    QCOMPARE(found.drafts.size(), 1U);
    QCOMPARE(found.drafts[0].odometerKm, 45000U);
    QCOMPARE(countOf(collect(DealerImporter(), text, mapped("vin=Nowhere")), Issue::BadShape), 1U);
    QCOMPARE(countOf(collect(DealerImporter(), text), Issue::BadShape), 1U); // no column is the VIN
    // Nobody says whether these are miles.
    QCOMPARE(
        countOf(collect(DealerImporter(), text, mapped("vin=a,odometer=b,date=c,kind=:Service")), Issue::UnknownUnit),
        1U);
}

void TestRecordImports::dealerDates()
{
    const std::string head = "VIN,Date,Type\n";
    const std::string car = "1HGCM82633A004352,";
    // Another row settles which of the two is the month.
    const CollectedImport clear =
        collect(DealerImporter(), head + car + "03/04/2021,Service\n" + car + "25/12/2021,Service\n");
    QCOMPARE(*clear.drafts[0].content.happenedAt, 1617408000); // third of April
    const CollectedImport american =
        collect(DealerImporter(), head + car + "03/04/2021,Service\n" + car + "12/25/2021,Service\n");
    QCOMPARE(*american.drafts[0].content.happenedAt, 1614816000); // fourth of March
    const CollectedImport unclear = collect(DealerImporter(), head + car + "03/04/2021,Service\n");
    QVERIFY(unclear.drafts.empty());
    QCOMPARE(countOf(unclear, Issue::BadDate), 1U);
    QCOMPARE(collect(DealerImporter(), head + car + "03/04/2021,Service\n", mapped("dates=mdy")).drafts.size(), 1U);
}

void TestRecordImports::codes()
{
    QVERIFY(knownCodes() > 3000);
    const auto misfire = readTroubleCode("p0301");
    QCOMPARE(misfire->code, std::string("P0301"));
    QCOMPARE(misfire->meaning, std::string_view("Cylinder 1 Misfire Detected"));
    QCOMPARE(misfire->owner, CodeOwner::Standard);
    QCOMPARE(misfire->area, CodeArea::IgnitionOrMisfire);
    QVERIFY(readTroubleCode("P0420")->meaning.find("Catalyst") != std::string_view::npos);
    QCOMPARE(readTroubleCode("P1234")->owner, CodeOwner::Maker);
    QVERIFY(readTroubleCode("P1234")->meaning.empty()); // each maker says something else
    QCOMPARE(readTroubleCode("B1318")->maker, std::string_view("Ford"));
    QCOMPARE(readTroubleCode("U0100")->system, CodeSystem::Network);
    QVERIFY(readTroubleCode("P0301-00"));
    for (const char* text : {"", "P", "P030", "P03012", "X0301", "P4301", "PO301", "P0G01", "P0301-"}) {
        QVERIFY2(!readTroubleCode(text), text);
    }
    QCOMPARE(codesIn("P0301, p0420;U0100|xP0302 P03033"), (std::vector<std::string>{"P0301", "P0420", "U0100"}));
}

void TestRecordImports::draftsAreReadBack()
{
    for (const CollectedImport& found :
         {collect(MotImporter(), kMotOld), collect(MotImporter(), kMotNew), collect(RecallImporter(), kRecalls)}) {
        for (const RecordDraft& draft : found.drafts) {
            const auto again = vehicle::parseRecordContent(asBytes(vehicle::writeRecordContent(draft.content)));
            QVERIFY(again.ok());
            QVERIFY(*again == draft.content);
            QVERIFY(vehicle::detailsFit(draft.kind, draft.content.details));
        }
    }
}

QTEST_GUILESS_MAIN(TestRecordImports)
#include "tst_record_imports.moc"
