// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "cars.h"
#include "crypto/hash.h"

#include <QtTest>

#include <algorithm>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
// JSON with ' for " (moc stumbles over raw strings).
std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::vector<Record> fiveRecords()
{
    History history;
    history.add(RecordKind::Production, day(2016, 4, 1), 0, ProviderRole::Manufacturer)
        .add(RecordKind::Service, day(2017, 11, 30), 31'500, ProviderRole::Dealer)
        .add(RecordKind::Accident, day(2018, 5, 9), 0, ProviderRole::Insurer)
        .add(RecordKind::Inspection, day(2019, 1, 2), 47'900, ProviderRole::Inspector)
        .add(RecordKind::Odometer, day(2019, 7, 2), 66'300);
    history.records[2].contentDigest = sha256(asBytes("claim"));
    return history.records;
}
} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    // The same words as abi.encode(bytes32, uint64, uint8, address, uint64, uint32, bytes32), hashed by `cast`.
    void headMatchesTheContract()
    {
        Record record;
        record.index = 3;
        record.kind = RecordKind::Odometer;
        record.provider = addressFromHex("0x00112233445566778899aabbccddeeff00112233").value();
        record.time = 1'700'000'000;
        record.odometerKm = 123'456;
        record.contentDigest =
            hash32FromHex("0x1111111111111111111111111111111111111111111111111111111111111111").value();
        const Hash32 before =
            hash32FromHex("0x2222222222222222222222222222222222222222222222222222222222222222").value();
        QCOMPARE(toHex(nextHead(before, record).view()),
                 std::string("94f9c21805ef0a345f70ce4a28ea24210fb13f89bd438df63861fffe5b82c250"));
    }

    void wholeHistory()
    {
        const auto records = fiveRecords();
        const Hash32 head = historyHead(records);
        QVERIFY(verifyHistory(records, 5, head).ok());
        QVERIFY(verifyHistory({}, 0, Hash32()).ok());
        QVERIFY(historyHead({}).isZero());
    }

    void everyMutationIsNoticed()
    {
        const auto records = fiveRecords();
        const Hash32 head = historyHead(records);
        const auto refused = [&](const std::vector<Record>& changed, VehicleError why) {
            const auto check = verifyHistory(changed, 5, head);
            return !check.ok() && check.error().is(why);
        };
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto with = [&](auto change) {
                auto copy = records;
                change(copy[i]);
                return copy;
            };
            const auto mismatch = VehicleError::HistoryMismatch;
            QVERIFY(refused(with([](Record& r) { r.odometerKm += 1; }), mismatch));
            QVERIFY(refused(with([](Record& r) { r.time -= 1; }), mismatch));
            QVERIFY(refused(with([](Record& r) { r.kind = RecordKind::Repair; }), mismatch));
            QVERIFY(refused(with([](Record& r) { r.provider.bytes[19] ^= 1; }), mismatch));
            QVERIFY(refused(with([](Record& r) { r.contentDigest.bytes[0] ^= 1; }), mismatch));
            QVERIFY(refused(with([](Record& r) { r.index += 1; }), mismatch));
            auto shorter = records;
            shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
            QVERIFY(refused(shorter, VehicleError::HistoryIncomplete));
            auto longer = records;
            longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(i), records[i]);
            QVERIFY(refused(longer, mismatch));
            for (std::size_t j = i + 1; j < records.size(); ++j) {
                auto swapped = records;
                std::swap(swapped[i], swapped[j]);
                QVERIFY(refused(swapped, mismatch));
                std::swap(swapped[i].index, swapped[j].index);
                QVERIFY(refused(swapped, mismatch));
            }
        }
        QVERIFY(!verifyHistory(records, 4, head).ok());
        QVERIFY(!verifyHistory(records, 6, head).ok());
    }

    // What stands beside the chain's own fields is not part of the fold.
    void contentIsNotInTheHead()
    {
        auto records = fiveRecords();
        const Hash32 head = historyHead(records);
        records[1].content.title = "Oil service";
        records[1].providerName = "Subaru Ottawa";
        QCOMPARE(historyHead(records), head);
    }

    void contentRoundTrip()
    {
        RecordContent content;
        content.title = "Ölservice";
        content.items = {{"Oil filter", Cost{1'250, "CAD"}, "F-778"}, {"Labour", std::nullopt, ""}};
        content.cost = Cost{624'000, "CAD"};
        content.notes = "next at 60,000";
        content.place = "Ottawa";
        content.happenedAt = day(2018, 5, 1);
        content.zones = {BodyZone::RearLeft, BodyZone::Rear};
        content.checked = {Looked::Recalls, Looked::Theft};
        content.documents = {{sha256(asBytes("pdf")), "invoice.pdf", "application/pdf"}};
        content.corrects = 3;
        content.reference = "R-2018-77";
        content.resolved = true;
        const auto read = parseRecordContent(asBytes(writeRecordContent(content)));
        QVERIFY(read.ok());
        QCOMPARE(*read, content);
        QCOMPARE(parseRecordContent(asBytes(writeRecordContent({}))).value(), RecordContent());
    }

    void hostileContent_data()
    {
        QTest::addColumn<QString>("json");
        const auto row = [](const char* name, const char* json) {
            QTest::newRow(name) << QString::fromStdString(quoted(json));
        };
        row("empty", "");
        row("not an object", "[1]");
        row("no format", "{'title':'x'}");
        row("other format", "{'format':'autochain-record/3'}");
        row("details not an object", "{'format':'autochain-record/2','details':7}");
        row("details without schema", "{'format':'autochain-record/2','details':{}}");
        row("severity unheard of",
            "{'format':'autochain-record/2','details':{'schema':'accident/1','severity':'awful'}}");
        row("brand outside the standard",
            "{'format':'autochain-record/2','details':{'schema':'titleBrand/1','brand':'99'}}");
        row("points without times",
            "{'format':'autochain-record/2','details':{'schema':'obdSession/1','series':[{'values':[1]}]}}");
        row("a private section without a block",
            "{'format':'autochain-record/2','privateSection':{'scheme':'x','bytes':7}}");
        row("half a signature", "{'format':'autochain-signed/1','signature':'0x00'}\n{'format':'autochain-record/2'}");
        row("title a number", "{'format':'autochain-record/1','title':7}");
        row("negative cost", "{'format':'autochain-record/1','cost':{'minorUnits':-1,'currency':'CAD'}}");
        row("fractional cost", "{'format':'autochain-record/1','cost':{'minorUnits':1.5,'currency':'CAD'}}");
        row("currency", "{'format':'autochain-record/1','cost':{'minorUnits':1,'currency':'ca'}}");
        row("negative corrects", "{'format':'autochain-record/1','corrects':-1}");
        row("path", "{'format':'autochain-record/"
                    "1','documents':[{'cid':'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e','name':'../"
                    "../.bashrc'}]}");
        row("bad cid", "{'format':'autochain-record/1','documents':[{'cid':'Qm123','name':'a'}]}");
        row("items not a list", "{'format':'autochain-record/1','items':{}}");
        row("item not an object", "{'format':'autochain-record/1','items':[3]}");
    }
    void hostileContent()
    {
        QFETCH(QString, json);
        const auto read = parseRecordContent(asBytes(json.toStdString()));
        QVERIFY(!read.ok() && read.error().is(VehicleError::BadRecordContent));
    }

    void tooLong()
    {
        const std::string title(201, 'x');
        QVERIFY(!parseRecordContent(asBytes(quoted("{'format':'autochain-record/1','title':'") + title + "\"}")).ok());
        QVERIFY(!parseRecordContent(asBytes(std::string(300 * 1024, ' '))).ok());
    }

    void whoMayIssue()
    {
        QCOMPARE(issuersOf(RecordKind::Theft), maskOf(ProviderRole::Government));
        QCOMPARE(issuersOf(RecordKind::Accident), maskOf(ProviderRole::Insurer));
        QCOMPARE(issuersOf(RecordKind::Repair), maskOf(ProviderRole::RepairShop));
        QVERIFY((issuersOf(RecordKind::Odometer) & maskOf(ProviderRole::None)) != 0);
        QCOMPARE(issuersOf(RecordKind::Lien), RoleMask{0});
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
