// SPDX-License-Identifier: GPL-3.0-or-later
// What the car's page and the comparison show, as numbers and words.
#include "bodymap.h"
#include "carhistory.h"
#include "comparerows.h"
#include "documentsmodel.h"
#include "fake_car.h"
#include "obdcharts.h"
#include "odometerpoints.h"
#include "sample_session.h"
#include "valueband.h"
#include "vehiclecards.h"

#include <QAbstractItemModelTester>
#include <QPointF>
#include <QSignalSpy>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;
using vehicle::ProviderRole;
using vehicle::Record;
using vehicle::RecordContent;
using vehicle::RecordKind;

namespace
{
constexpr UnixTime kNow = 1'795'530'000;
constexpr UnixTime kDay = 86'400;

Record record(std::vector<Record>& all, RecordKind kind, UnixTime time, std::uint32_t km, ProviderRole role,
              RecordContent content = {})
{
    Record out;
    out.index = all.size();
    out.kind = kind;
    out.time = time;
    out.odometerKm = km;
    out.provider.bytes.fill(static_cast<std::uint8_t>(1 + static_cast<int>(role)));
    out.providerRoles = role == ProviderRole::None ? vehicle::RoleMask{0} : maskOf(role);
    out.content = std::move(content);
    all.push_back(out);
    return out;
}

CarStudy studyOf(const std::vector<Record>& records)
{
    vehicle::Vehicle car;
    car.records = records;
    return desktop::studyOf(car, Provenance::Proven, kNow);
}
} // namespace

class TestVehicleView : public QObject
{
    Q_OBJECT

private slots:
    void longChartsAreThinnedButNotWhatIsMarked()
    {
        std::vector<Record> records;
        for (int i = 0; i < 5'000; ++i) {
            record(records, RecordKind::Odometer, kNow - (6'000 - i) * kDay / 2,
                   i == 3'333 ? 10U : static_cast<std::uint32_t>(1'000 + i * 20), ProviderRole::Dealer);
        }
        const auto analysis = vehicle::analyseOdometer(records, kNow);
        QCOMPARE(analysis.rollbacks.size(), std::size_t{1});
        const QVariantList points = odometerChart(analysis, kNow)[QStringLiteral("points")].toList();
        QVERIFY(points.size() <= static_cast<int>(kMostPoints) + 8);
        QList<int> shown;
        for (const QVariant& point : points) {
            shown << point.toMap()[QStringLiteral("record")].toInt();
        }
        QVERIFY(shown.contains(0) && shown.contains(4'999) && shown.contains(3'332) && shown.contains(3'333));
        QCOMPARE(odometerTable(analysis).size(), 5'000); // the table has them all
        QVERIFY(odometerChart({}, kNow).isEmpty());
    }

    void impossibleRatesAreDrawnAndSaid()
    {
        std::vector<Record> records;
        record(records, RecordKind::Service, kNow - 10 * kDay, 10'000, ProviderRole::Dealer);
        record(records, RecordKind::Service, kNow - 5 * kDay, 60'000, ProviderRole::Dealer);
        const auto analysis = vehicle::analyseOdometer(records, kNow);
        const QVariantList rates = odometerChart(analysis, kNow)[QStringLiteral("rates")].toList();
        QCOMPARE(rates.size(), 1);
        QVERIFY(rates[0].toMap()[QStringLiteral("text")].toString().contains(QStringLiteral("50,000 km in 5 days")));
        QCOMPARE(odometerTable(analysis)[0].toMap()[QStringLiteral("problem")].toBool(), true);
    }

    void accidentsOnPanels()
    {
        std::vector<Record> records;
        RecordContent rear;
        rear.zones = {vehicle::BodyZone::RearLeft, vehicle::BodyZone::Underbody};
        rear.details = vehicle::AccidentDetails{vehicle::AccidentSeverity::Severe, 2, true, true, ""};
        record(records, RecordKind::Accident, kNow - 900 * kDay, 0, ProviderRole::Insurer, rear);
        RecordContent again;
        again.zones = {vehicle::BodyZone::RearLeft};
        record(records, RecordKind::Accident, kNow - 100 * kDay, 0, ProviderRole::Insurer, again);
        const QVariantMap map = bodyMap(records, Provenance::Proven);
        const QVariantMap panels = map[QStringLiteral("panels")].toMap();
        const QVariantMap wing = panels[QStringLiteral("leftRearWing")].toMap();
        QCOMPARE(wing[QStringLiteral("severity")].toInt(), 3);
        QCOMPARE(wing[QStringLiteral("numbers")].toString(), QStringLiteral("1, 2"));
        QVERIFY(!panels.contains(QStringLiteral("rightRearWing")));
        QVERIFY(map[QStringLiteral("off")].toString().contains(QStringLiteral("underbody")));
        const QVariantList list = map[QStringLiteral("list")].toList();
        QCOMPARE(list.size(), 2);
        // What nobody graded is not drawn as light.
        QCOMPARE(list[1].toMap()[QStringLiteral("severity")].toInt(), 2);
        QVERIFY(list[0].toMap()[QStringLiteral("detail")].toString().contains(QStringLiteral("2 airbags")));
    }

    void recallsBrandsAndUse()
    {
        std::vector<Record> records;
        RecordContent first;
        first.reference = "R1";
        RecordContent second;
        second.reference = "R2";
        record(records, RecordKind::RecallOpened, kNow - 300 * kDay, 0, ProviderRole::Manufacturer, first);
        record(records, RecordKind::RecallOpened, kNow - 200 * kDay, 0, ProviderRole::Manufacturer, second);
        record(records, RecordKind::RecallClosed, kNow - 100 * kDay, 0, ProviderRole::Manufacturer, first);
        RecordContent taxi;
        taxi.details = vehicle::OwnershipDetails{vehicle::OwnerKind::Taxi, "CA-ON", {}};
        record(records, RecordKind::OwnershipChange, kNow - 90 * kDay, 0, ProviderRole::Government, taxi);
        RecordContent flood;
        flood.details = vehicle::TitleBrandDetails{vehicle::TitleBrand::Flood, "CA-ON", ""};
        record(records, RecordKind::TitleBrand, kNow - 80 * kDay, 0, ProviderRole::Government, flood);
        const QVariantList recalls = recallRows(records, Provenance::Proven);
        QCOMPARE(recalls.size(), 2);
        QCOMPARE(recalls[0].toMap()[QStringLiteral("status")].toString(), QStringLiteral("attention")); // open first
        QVERIFY(recalls[0].toMap()[QStringLiteral("text")].toString().contains(QStringLiteral("R2")));
        QCOMPARE(useRows(records, Provenance::Proven)[0].toMap()[QStringLiteral("status")].toString(),
                 QStringLiteral("attention"));
        QVERIFY(brandRows(records, Provenance::Proven)[0].toMap()[QStringLiteral("text")].toString().contains(
            QStringLiteral("Flood")));
    }

    void scoreIsNeverABareNumber()
    {
        std::vector<Record> records;
        record(records, RecordKind::Odometer, kNow - 900 * kDay, 10'000, ProviderRole::None);
        CarStudy study = studyOf(records);
        QVariantMap words = scoreWords(study.score, study.assessment, {});
        QCOMPARE(words[QStringLiteral("known")].toBool(), false);
        QVERIFY(words[QStringLiteral("range")].toString().isEmpty());
        QVERIFY(words[QStringLiteral("text")].toString().contains(QStringLiteral("Unknown is not good")));
        RecordContent looked;
        looked.checked = {vehicle::Looked::Accidents, vehicle::Looked::Odometer};
        for (int year = 3; year >= 0; --year) {
            record(records, RecordKind::Inspection, kNow - (year * 365 + 20) * kDay,
                   static_cast<std::uint32_t>(20'000 - year * 2'000), ProviderRole::Inspector, looked);
        }
        study = studyOf(records);
        const std::vector<vehicle::Score> similar(6, study.score);
        words = scoreWords(study.score, study.assessment, similar);
        QCOMPARE(words[QStringLiteral("known")].toBool(), true);
        QVERIFY(words[QStringLiteral("range")].toString().contains(QStringLiteral("–"))); // recalls and theft: unknown
        QVERIFY(words[QStringLiteral("similarFrom")].toInt() > 0);
        const QVariantList reasons = words[QStringLiteral("reasons")].toList();
        QCOMPARE(reasons.size(), static_cast<int>(vehicle::kScoreParts.size()));
        for (const QVariant& reason : reasons) {
            QVERIFY(!reason.toMap()[QStringLiteral("text")].toString().isEmpty());
        }
    }

    void bandsAndTooFewCars()
    {
        Similar few;
        few.modelKnown = true;
        few.position.comparable = 3;
        QVariantMap band = valueBand(few, auc(100), false);
        QVERIFY(band[QStringLiteral("band")].toString().isEmpty());
        QVERIFY(band[QStringLiteral("text")].toString().startsWith(QStringLiteral("No data")));
        few.position.comparable = 5;
        few.position.band = {auc(100), auc(120), auc(150), auc(200)};
        band = valueBand(few, auc(250), true);
        QCOMPARE(band[QStringLiteral("band")].toString(), QStringLiteral("120 – 150"));
        QCOMPARE(band[QStringLiteral("ask")].toDouble(), 1.0); // the bar reaches as far as the price
        QVERIFY(band[QStringLiteral("low")].toDouble() < band[QStringLiteral("high")].toDouble());
        QVERIFY(band[QStringLiteral("text")].toString().contains(QStringLiteral("honest odometer")));
        QCOMPARE(valueBand(few, U256(), false)[QStringLiteral("ask")].toDouble(), -1.0);
    }

    void comparisonWorstFirstAndUnknownIsNoWinner()
    {
        std::vector<Record> good, stolen, unknown;
        RecordContent looked;
        looked.checked = {vehicle::Looked::Theft};
        record(good, RecordKind::Inspection, kNow - 30 * kDay, 50'000, ProviderRole::Government, looked);
        record(stolen, RecordKind::Theft, kNow - 30 * kDay, 0, ProviderRole::Government, looked);
        record(unknown, RecordKind::Odometer, kNow - 30 * kDay, 1'000, ProviderRole::None);
        std::vector<vehicle::Vehicle> cars(3);
        cars[0].records = good;
        cars[1].records = stolen;
        cars[2].records = unknown;
        std::vector<CarStudy> studies;
        std::vector<ComparedCar> compared;
        for (const auto& car : cars) {
            studies.push_back(desktop::studyOf(car, Provenance::Proven, kNow));
        }
        for (std::size_t i = 0; i < cars.size(); ++i) {
            compared.push_back({&cars[i], &studies[i], {}, {}});
        }
        const QVariantList rows = compareRows(compared);
        QCOMPARE(rows[0].toMap()[QStringLiteral("name")].toString(), QStringLiteral("Theft"));
        QCOMPARE(rows[0].toMap()[QStringLiteral("differs")].toBool(), true);
        const QVariantList cells = rows[0].toMap()[QStringLiteral("cells")].toList();
        QCOMPARE(cells[0].toMap()[QStringLiteral("best")].toBool(), true);
        QCOMPARE(cells[2].toMap()[QStringLiteral("status")].toString(), QStringLiteral("nodata"));
        QCOMPARE(cells[2].toMap()[QStringLiteral("best")].toBool(), false);
        for (const QVariant& row : rows) { // nothing but good is known of the first: what is not known is no fault
            const auto first = row.toMap()[QStringLiteral("cells")].toList()[0].toMap();
            QVERIFY(first[QStringLiteral("status")].toString() != QStringLiteral("problem"));
        }
        QVERIFY(compareRows({}).isEmpty());
        // The only one that is known wins over nobody.
        const QVariantList alone = compareRows({compared[0], compared[2]});
        for (const QVariant& row : alone) {
            if (row.toMap()[QStringLiteral("name")].toString() == QStringLiteral("Theft")) {
                QCOMPARE(row.toMap()[QStringLiteral("cells")].toList()[0].toMap()[QStringLiteral("best")].toBool(),
                         false);
            }
        }
        compared[1].study = nullptr; // still being read
        QVERIFY(!compareRows(compared).isEmpty());
    }

    void obdChartsAndCodes()
    {
        std::vector<Record> records;
        vehicle::ObdSignal coolant{"coolantTemperature", "°C", 0, 80, 90, 120, 3, {0, 30, 60}, {80, 100, 120}};
        vehicle::ObdSignal rpm{"engineRpm", "rpm", 0, 700, 1'500, 3'000, 2, {0, 60}, {700, 3'000}};
        vehicle::ObdSignal odd{"somethingElse", "", 2, 100, 150, 200, 2, {0, 60}, {100, 200}};
        RecordContent drive;
        drive.details = vehicle::ObdSessionDetails{
            kNow, 60, 1'000, 1, "D", {odd, coolant, rpm}, {{"overheating", "coolantTemperature", 120, 20}}};
        record(records, RecordKind::ObdSession, kNow - 30 * kDay, 0, ProviderRole::ObdDevice, drive);
        const QVariantMap shown = obdCharts(records[0]);
        const QVariantList charts = shown[QStringLiteral("charts")].toList();
        QCOMPARE(charts.size(), 3);
        QCOMPARE(charts[0].toMap()[QStringLiteral("name")].toString(), QStringLiteral("Engine speed"));
        QCOMPARE(charts[1].toMap()[QStringLiteral("flagged")].toBool(), true);
        QCOMPARE(charts[1].toMap()[QStringLiteral("points")].toList()[1].toPointF(), QPointF(0.5, 0.5));
        QCOMPARE(charts[2].toMap()[QStringLiteral("least")].toString(), QStringLiteral("1.0"));
        QCOMPARE(obdSessions(records).size(), 1);
        RecordContent codes;
        codes.details =
            vehicle::TroubleCodesDetails{{{"P0420", vehicle::TroubleCodeStatus::Stored, "Catalyst"}}, true, false};
        record(records, RecordKind::TroubleCodes, kNow - 20 * kDay, 0, ProviderRole::RepairShop, codes);
        QCOMPARE(troubleCodes(records)[0].toMap()[QStringLiteral("status")].toString(), QStringLiteral("problem"));
        RecordContent none;
        none.details = vehicle::TroubleCodesDetails{};
        record(records, RecordKind::TroubleCodes, kNow - 10 * kDay, 0, ProviderRole::RepairShop, none);
        QCOMPARE(troubleCodes(records)[0].toMap()[QStringLiteral("status")].toString(), QStringLiteral("clean"));
    }

    void longHistoriesGrowAndAreStudiedInTheEnd()
    {
        SampleSession sample;
        FakeCar car(*sample.node, *sample.session, sampleAddress(2));
        car.addMany(1'500, sample.clock().now() - kDay);
        car.publish();
        CarHistory history(*sample.session);
        const QSignalSpy came(&history, &CarHistory::recordsCame);
        const QSignalSpy grew(&history, &CarHistory::contentsCame);
        const QSignalSpy studied(&history, &CarHistory::studied);
        sample.session->gate().start(read(history, car.id()));
        QTRY_VERIFY(!came.isEmpty());
        QCOMPARE(history.vehicle()->records.size(), std::size_t{1'500});
        QVERIFY(history.study() == nullptr); // part of a history says nothing
        QVERIFY(history.contentsAsked() < 1'500);
        QTRY_VERIFY_WITH_TIMEOUT(!studied.isEmpty(), 30'000);
        QVERIFY(grew.count() > 1);
        QCOMPARE(history.vehicle()->records[3].content.title, std::string("Safety inspection"));
        QVERIFY(history.study()->score.enoughKnown());
        // The same head again: nothing is read but the state of the title.
        const auto rounds = sample.node->storageRounds;
        sample.session->gate().start(read(history, car.id()));
        QTRY_COMPARE(came.count(), 2);
        QVERIFY(sample.node->storageRounds - rounds <= 2);
        sample.end();
    }

    void documentsAreCheckedBeforeAnythingIsShown()
    {
        SampleSession sample;
        const FolderContentStore store(sample.session->folder().toStdString() + "/content");
        const std::string text = "%PDF-1.4 a certificate";
        const Hash32 digest = store.write(asBytes(text)).value();
        std::vector<Record> records;
        RecordContent content;
        content.documents = {
            {digest, "certificate.pdf", "application/pdf", text.size(), false},
            {sha256(asBytes(std::string("elsewhere"))), "../../evil.sh", "application/x-sh", 9, false}};
        record(records, RecordKind::Inspection, kNow, 0, ProviderRole::Inspector, content);
        DocumentsModel model(*sample.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(records, {[](const Address&) { return QString(); }});
        QCOMPARE(model.count(), 2);
        QTRY_COMPARE(model.rows()[0].state, QStringLiteral("here"));
        QTRY_COMPARE(model.rows()[1].state, QStringLiteral("away"));
        QVERIFY(model.rows()[0].opens);
        QVERIFY(!model.rows()[1].opens);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.pdf"));
        model.save(model.rows()[0].key, QUrl::fromLocalFile(path));
        QTRY_VERIFY(!model.note().isEmpty());
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll().toStdString(), text);
        // Altered where it lies: nothing is written out.
        QFile block(QString::fromStdString(store.pathOf(digest)));
        QVERIFY(block.open(QIODevice::WriteOnly));
        block.write("%PDF-1.4 a forgery!!!!");
        block.close();
        const QString other = folder.filePath(QStringLiteral("other.pdf"));
        model.save(model.rows()[0].key, QUrl::fromLocalFile(other));
        QTRY_COMPARE(model.rows()[0].state, QStringLiteral("altered"));
        QVERIFY(!QFile::exists(other));
        QVERIFY(!model.error().cause.isEmpty());
        sample.end();
    }

private:
    static QCoro::Task<> read(CarHistory& history, Hash32 id)
    {
        const auto done = co_await history.read(id);
        Q_UNUSED(done)
    }
};

QTEST_MAIN(TestVehicleView)
#include "tst_vehicleview.moc"
