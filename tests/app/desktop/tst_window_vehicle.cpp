// SPDX-License-Identifier: GPL-3.0-or-later
// The car's page and the comparison in the whole window on fakes: every size, both themes, empty and long histories.
#include "base/hex.h"
#include "fake_car.h"
#include "viewmodels/garage/garageviewmodel.h"
#include "viewmodels/vehicle/compareviewmodel.h"
#include "viewmodels/vehicle/vehicleviewmodel.h"
#include "window_fixture.h"

#include <QBuffer>
#include <QDirIterator>
#include <QPainter>

using namespace autochain;
using namespace autochain::desktop;
using vehicle::ProviderRole;
using vehicle::RecordContent;
using vehicle::RecordKind;

namespace
{
constexpr UnixTime kDay = 86'400;
constexpr const char* kOtherVin = "JM1BPALM9K1134592";
const QString kLong = QStringLiteral("Hauptuntersuchungsbescheinigungsnachreichung mit Geschwindigkeitsbegrenzer");
} // namespace

QQuickItem* called(QQuickItem* item, const QString& name)
{
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = called(child, name)) {
            return found;
        }
    }
    return nullptr;
}

class TestWindowVehicle : public WindowTest
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup()
    {
        m_appearance->setDistance(QStringLiteral("system"));
        closeWindow();
    }

    void carFitsEverySize_data() { sizes(); }
    void carFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        begin(size, scale);
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        const QQuickItem* strip = called(m_window->contentItem(), QStringLiteral("verdictStrip"));
        QVERIFY(strip != nullptr && strip->isVisible());
        QTRY_VERIFY(strip->height() > 60 * scale); // six answers of three lines each
        look("car");
        car.form()->begin();
        look("form");
        car.form()->cancel();
        m_appearance->setTheme(QStringLiteral("dark"));
        look("car-dark");
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void photosFitEverySize_data() { sizes(); }
    void photosFitEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_photos = true;
        begin(size, scale);
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        PhotosModel& photos = *car.photos();
        QCOMPARE(photos.count(), 6); // two records with three each
        QTRY_COMPARE_WITH_TIMEOUT(photos.rows()[5].state, QStringLiteral("broken"), 20'000);
        QVERIFY(!photos.shown().isNull());
        look("photos");
        QQuickItem* const area = called(m_window->contentItem(), QStringLiteral("photoFrame"));
        QVERIFY(area != nullptr && area->isVisible());
        QVERIFY(QMetaObject::invokeMethod(area, "clicked"));
        QTRY_COMPARE_WITH_TIMEOUT(photos.shown().size(), QSize(900, 600), 20'000); // decoded anew, as large as it is
        look("photo");
        const auto turnedTo = [&](int at) { // and decoded: nothing may be under way when the window is closed
            return photos.at() == at && (at == 5 || photos.shown().width() == 900);
        };
        QTest::keyClick(m_window, Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(turnedTo(1), 20'000);
        QTest::keyClick(m_window, Qt::Key_Left);
        QTRY_VERIFY_WITH_TIMEOUT(turnedTo(0), 20'000);
        QTest::keyClick(m_window, Qt::Key_Left);
        QTRY_VERIFY(turnedTo(5)); // round the end: the one that is none says so
        QVERIFY(!photos.stateText().isEmpty());
        look("photo-broken");
        QTest::keyClick(m_window, Qt::Key_Escape);
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void sellingWithPhotosFitsEverySize_data() { sizes(); }
    void sellingWithPhotosFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        begin(size, scale, sampleMe());
        const QTemporaryDir folder;
        QStringList files;
        for (const char* name : {"front.png", "rear.png"}) {
            files.append(folder.filePath(QLatin1String(name)));
            QImage image(1'200, 800, QImage::Format_RGB32);
            image.fill(files.size() == 1 ? Qt::darkCyan : Qt::darkYellow);
            QVERIFY(image.save(files.back()));
        }
        files.append(folder.filePath(QStringLiteral("gone.jpg")));
        Navigation& navigation = *m_app->shell()->navigation();
        navigation.open(QStringLiteral("garage/sell/") + QString::fromStdString(toHex0x(m_carId)));
        QTRY_COMPARE_WITH_TIMEOUT(m_app->shown(), App::Open, 10'000);
        auto& garage = *qobject_cast<GarageViewModel*>(navigation.viewModel(navigation.page()));
        AttachmentsModel& photos = *garage.sale()->photos();
        photos.add({QUrl::fromLocalFile(files[0]), QUrl::fromLocalFile(files[1]), QUrl::fromLocalFile(files[2])});
        QVERIFY(!garage.sale()->ready());
        QTRY_VERIFY_WITH_TIMEOUT(!photos.busy(), 20'000);
        QCOMPARE(photos.documents().size(), std::size_t(2));
        QCOMPARE(photos.rows()[2].state, QStringLiteral("failed"));
        garage.sale()->setPrice(QStringLiteral("12000"));
        look("sell");
        photos.toFront(photos.rows()[1].key);
        QCOMPARE(photos.documents().front().name, std::string("rear.png"));
        photos.remove(photos.rows()[2].key);
        // Left and come back: the draft has them in their order.
        navigation.open(QStringLiteral("garage"));
        navigation.open(QStringLiteral("garage/sell/") + QString::fromStdString(toHex0x(m_carId)));
        QTRY_COMPARE(photos.documents().size(), std::size_t(2));
        QCOMPARE(photos.documents().front().name, std::string("rear.png"));
        QTRY_VERIFY_WITH_TIMEOUT(!photos.rows()[1].picture.isNull() && !photos.rows()[0].picture.isNull(), 20'000);
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void comparisonFitsEverySize_data() { sizes(); }
    void comparisonFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        begin(size, scale);
        Navigation& navigation = *m_app->shell()->navigation();
        QVERIFY(navigation.open(QStringLiteral("compare")));
        auto* compare = qobject_cast<CompareViewModel*>(navigation.viewModel(navigation.page()));
        QTRY_VERIFY_WITH_TIMEOUT(compare->loaded(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_app->shown(), App::Open, 10'000);
        look("compare-none");
        compare->addTyped(QString::fromLatin1(kFakeVin));
        compare->addTyped(QString::fromLatin1(kOtherVin));
        compare->addTyped(QStringLiteral("WVWZZZ1JZ3W386752")); // not registered
        QTRY_VERIFY_WITH_TIMEOUT(compare->settled(), 10'000);
        QCOMPARE(compare->cars().size(), 3);
        look("compare");
        compare->addTyped(QStringLiteral("nonsense"));
        QVERIFY(!compare->problem().isEmpty());
        look("compare-problem");
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void keysOpenCloseAndFind()
    {
        begin(QSize(1440, 900), 1.0);
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        QTest::qWait(300);
        QQuickItem* list = named(m_window->contentItem(), QStringLiteral("Records"), QStringLiteral("ListView"));
        QVERIFY(list != nullptr);
        QQuickItem* card = cardOf(list);
        QVERIFY(card != nullptr);
        list->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window, Qt::Key_End);
        QCOMPARE(list->property("currentIndex").toInt(), list->property("count").toInt() - 1);
        QTest::keyClick(m_window, Qt::Key_Home);
        QTest::keyClick(m_window, Qt::Key_Down);
        QCOMPARE(list->property("currentIndex").toInt(), 1);
        QTest::keyClick(m_window, Qt::Key_Return);
        QVERIFY(card->property("openRecord").toInt() >= 0);
        look("opened");
        QTest::keyClick(m_window, Qt::Key_Escape);
        QCOMPARE(card->property("openRecord").toInt(), -1);
        for (const char key : {'b', 'r', 'a', 'k', 'e'}) {
            QTest::keyClick(m_window, key);
        }
        QCOMPARE(car.records()->text(), QStringLiteral("brake"));
        QVERIFY(car.records()->shown() > 0 && car.records()->shown() < car.records()->total());
        look("found");
        QTest::keyClick(m_window, Qt::Key_Escape);
        QCOMPARE(car.records()->shown(), car.records()->total());
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void nothingIsNotDrawnAsGood()
    {
        begin(QSize(1440, 900), 1.0);
        VehicleViewModel& car = open("WVWZZZ1JZ3W386752");
        QTRY_VERIFY_WITH_TIMEOUT(car.unknown(), 10'000);
        QVERIFY(!car.found());
        look("unknown");
        // A record the node hides: none is shown, and why is said.
        Navigation& navigation = *m_app->shell()->navigation();
        const Log hidden = m_node->allLogs.back();
        m_node->allLogs.pop_back();
        QVERIFY(navigation.open(QStringLiteral("vehicle/") + QLatin1String(kOtherVin)));
        QTRY_VERIFY_WITH_TIMEOUT(!car.historyProblem().isEmpty(), 10'000);
        QCOMPARE(car.recordCount(), 0);
        look("hidden-record");
        m_node->allLogs.push_back(hidden);
        car.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(car.historyProblem().isEmpty() && car.studied(), 10'000);
        QVERIFY(car.recordCount() > 0);
        QCOMPARE(car.score()[QStringLiteral("known")].toBool(), false);
        QCOMPARE(car.accidentsVerdict()[QStringLiteral("status")].toString(), QStringLiteral("nodata"));
        look("hardly-known");
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void ownerRecordsAStatement()
    {
        begin(QSize(1024, 700), 1.0, sampleMe());
        std::string words;
        m_sample->signer->onSignTyped = [&words](const std::string& json) -> Result<Bytes> {
            words = json;
            return sampleKey().sign(sha256(asBytes(json))).toRsv(); // of something: only its place is looked at here
        };
        m_sample->letSign();
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        RecordFormViewModel& form = *car.form();
        QVERIFY(form.may());
        form.begin(1);
        QCOMPARE(form.kindKey(), QStringLiteral("statement"));
        QVERIFY(!form.waitsFor().isEmpty());
        form.setNotes(QStringLiteral("That was not my car."));
        form.setStrong(true);
        QVERIFY2(form.waitsFor().isEmpty(), qPrintable(form.waitsFor()));
        look("statement");
        form.send();
        QTRY_VERIFY_WITH_TIMEOUT(!form.isOpen(), 10'000);
        QCOMPARE(m_node->sent.size(), std::size_t{1});
        QVERIFY(words.find("VehicleRecord") != std::string::npos);
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void nothingIsHandedOnBeforeItIsSigned()
    {
        NetworkFile network = sampleNetwork();
        network.kind = NetworkKind::Private; // in the practice market everybody reads from the one folder
        begin(QSize(1440, 900), 1.0, sampleMe(), network);
        const ContentStores& stores = m_app->session()->content();
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        RecordFormViewModel& form = *car.form();
        form.begin(1);
        form.setNotes(QStringLiteral("That was not my car."));
        form.send(); // the signer declines the words ...
        QTRY_VERIFY(form.sendError().present());
        QCOMPARE(stores.waiting(), std::size_t(0));
        m_sample->signer->onSignTyped = [](const std::string& json) -> Result<Bytes> {
            return sampleKey().sign(sha256(asBytes(json))).toRsv();
        };
        form.send(); // ... then the record itself ...
        QTRY_COMPARE(m_sample->signer->asked, 1);
        QTRY_VERIFY(form.sendError().present() && !form.busy());
        QCOMPARE(stores.waiting(), std::size_t(0));
        QVERIFY(form.isOpen());
        QCOMPARE(form.property("notes").toString(), QStringLiteral("That was not my car."));
        m_sample->letSign();
        form.send(); // ... and then nothing.
        QTRY_VERIFY_WITH_TIMEOUT(!form.isOpen(), 10'000);
        QTRY_COMPARE(stores.waiting(), std::size_t(1));

        // Lost on the way to the node, it may still get into a block: its words go too.
        m_node->nonces[sampleMe()] = m_node->accounts[sampleMe()].nonce = 1;
        m_node->onSend = [](const Bytes&) -> Result<Hash32> { return ChainError::NodeTimeout; };
        form.begin(1);
        form.setNotes(QStringLiteral("Nor was that one."));
        form.send();
        QTRY_VERIFY(form.sendError().present() && !form.busy());
        QTRY_COMPARE(stores.waiting(), std::size_t(2));
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void ownerSealsAPrivatePart()
    {
        NetworkFile network = sampleNetwork();
        network.contracts["sectionGrants"] = sampleAddress(0xa0);
        begin(QSize(1440, 900), 1.0, sampleMe(), network);
        m_sample->signer->onSignTyped = [](const std::string& json) -> Result<Bytes> {
            return sampleKey().sign(sha256(asBytes(json))).toRsv();
        };
        m_sample->letSign();
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        RecordFormViewModel& form = *car.form();
        PrivatePart& part = *form.privatePart();
        form.begin();
        QVERIFY(!part.offered()); // a reading is public
        form.setKind(static_cast<int>(form.kinds().indexOf(QStringLiteral("Service"))));
        QVERIFY(part.offered() && part.hasMore() && !part.chosen() && part.readers().isEmpty());
        form.setTitle(QStringLiteral("Gearbox rebuilt"));
        form.setPrice(QStringLiteral("3,480.00"));
        form.setNotes(QStringLiteral("Paid in two parts"));
        part.setPrice(true);
        part.setNotes(true);
        QTRY_VERIFY2(part.readers().startsWith(QStringLiteral("Only you can read it.")), qPrintable(part.readers()));
        look("private");
        m_appearance->setTheme(QStringLiteral("dark"));
        look("private-dark");
        // Another kind: what a statement does not have is neither sealed nor published with it.
        form.setKind(static_cast<int>(form.kinds().indexOf(QStringLiteral("Statement"))));
        QVERIFY(part.chosen() && !part.fields().price);
        form.setKind(static_cast<int>(form.kinds().indexOf(QStringLiteral("Service"))));
        const auto before = blocks();
        form.send();
        QTRY_VERIFY_WITH_TIMEOUT(!form.isOpen(), 10'000);
        QCOMPARE(m_node->sent.size(), std::size_t{1});
        QVERIFY(!part.chosen());
        // Two blocks came: the sealed part, and the words that name it. Neither says the price or the notes.
        std::set<QString> fresh = blocks();
        for (const QString& old : before) {
            fresh.erase(old);
        }
        QCOMPARE(fresh.size(), std::size_t{2});
        bool named = false;
        for (const QString& path : fresh) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("Paid in two") && !bytes.contains("348000") && !bytes.contains("3480"));
            named = named || (bytes.contains("Gearbox rebuilt") && bytes.contains("privateSection"));
        }
        QVERIFY(named);
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void milesAreShownAndTyped()
    {
        begin(QSize(1440, 900), 1.0, sampleMe());
        VehicleViewModel& car = open(kFakeVin);
        QTRY_VERIFY_WITH_TIMEOUT(car.studied(), 10'000);
        const auto newest = [&] { return car.readings().front().toMap().value(QStringLiteral("km")).toString(); };
        QCOMPARE(newest(), QStringLiteral("131,660 km"));
        RecordFormViewModel& form = *car.form();
        form.begin();
        form.setKm(QStringLiteral("131,700"));
        m_appearance->setDistance(QStringLiteral("mi"));
        QTRY_COMPARE(newest(), QStringLiteral("81,810 mi"));
        QCOMPARE(car.unit(), QStringLiteral("mi"));
        QTRY_COMPARE(form.property("km").toString(), QStringLiteral("81835")); // the same distance
        QVERIFY2(form.kmNote().startsWith(QStringLiteral("Recorded as 131,701 km.")), qPrintable(form.kmNote()));
        const QAbstractItemModel& records = *car.records();
        QVERIFY(records.index(0, 0).data(TimelineModel::TextRole).toString().contains(QStringLiteral("81,810 mi")));
        look("miles");
        m_appearance->setDistance(QStringLiteral("km"));
        QTRY_COMPARE(newest(), QStringLiteral("131,660 km"));
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

private:
    net::FakeNode* m_node = nullptr;
    bool m_photos = false;
    Hash32 m_carId;

    // Two pictures that lie in the folder, and a third file that is none.
    std::vector<vehicle::Attachment> photos()
    {
        const FolderContentStore store(m_sample->session->folder().toStdString() + "/content");
        std::vector<vehicle::Attachment> out;
        for (const Qt::GlobalColor colour : {Qt::darkCyan, Qt::darkYellow}) {
            QImage image(900, 600, QImage::Format_RGB32);
            image.fill(colour);
            QPainter painter(&image);
            painter.setBrush(Qt::white);
            painter.drawEllipse(QRect(250, 100, 400, 400));
            painter.end();
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            const std::string bytes = buffer.data().toStdString();
            const std::string name = "side-" + std::to_string(out.size()) + ".png";
            out.push_back({store.write(asBytes(bytes)).value(), name, "image/png", bytes.size(), false});
        }
        const std::string words = "no pixels";
        out.push_back({store.write(asBytes(words)).value(), "broken.jpg", "image/jpeg", words.size(), false});
        return out;
    }

    // Files of the folder that keeps contents.
    std::set<QString> blocks() const
    {
        std::set<QString> out;
        QDirIterator files(m_content, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            out.insert(files.next());
        }
        return out;
    }
    QString m_content;

    void begin(QSize size, double scale, const Address& holder = sampleAddress(2),
               const NetworkFile& network = sampleNetwork())
    {
        m_appearance->setScale(scale);
        m_window->resize(size);
        m_sample = std::make_unique<SampleSession>(network);
        m_content = m_sample->session->folder() + QStringLiteral("/content");
        m_node = m_sample->node;
        const UnixTime now = m_sample->clock().now();
        FakeCar rich(*m_node, *m_sample->session, holder);
        fill(rich, now, m_photos ? photos() : std::vector<vehicle::Attachment>());
        m_carId = rich.id();
        FakeCar poor(*m_node, *m_sample->session, sampleAddress(3), kOtherVin);
        poor.add(RecordKind::Odometer, now - 40 * kDay, 81'000, ProviderRole::None);
        poor.publish();
        m_app->adopt(std::move(m_sample->session));
    }
    VehicleViewModel& open(const char* vin)
    {
        Navigation& navigation = *m_app->shell()->navigation();
        navigation.open(QStringLiteral("vehicle/") + QLatin1String(vin));
        [&] { QTRY_COMPARE_WITH_TIMEOUT(m_app->shown(), App::Open, 10'000); }();
        return *qobject_cast<VehicleViewModel*>(navigation.viewModel(navigation.page()));
    }

    // Everything at once: all cards have something to show, words are long.
    static void fill(FakeCar& car, UnixTime now, const std::vector<vehicle::Attachment>& photos)
    {
        RecordContent looked;
        looked.title = kLong.toStdString();
        looked.notes = "New brake pads";
        looked.checked = {vehicle::Looked::Accidents, vehicle::Looked::Recalls};
        looked.documents = {
            {sha256(asBytes(std::string("x"))), kLong.toStdString() + ".pdf", "application/pdf", 120'000, false}};
        looked.documents.insert(looked.documents.end(), photos.begin(), photos.end());
        car.add(RecordKind::Production, now - 3'000 * kDay, 8, ProviderRole::Manufacturer);
        car.add(RecordKind::Inspection, now - 2'600 * kDay, 20'000, ProviderRole::Inspector, looked);
        car.add(RecordKind::Inspection, now - 1'500 * kDay, 162'400, ProviderRole::Inspector);
        car.add(RecordKind::Service, now - 1'400 * kDay, 118'900, ProviderRole::Dealer);
        RecordContent hit;
        hit.zones = {vehicle::BodyZone::RearLeft, vehicle::BodyZone::Underbody};
        hit.details = vehicle::AccidentDetails{vehicle::AccidentSeverity::Severe, 2, true, true, "MM-1"};
        car.add(RecordKind::Accident, now - 1'000 * kDay, 0, ProviderRole::Insurer, hit);
        RecordContent recall;
        recall.reference = "R24-1182";
        recall.notes = kLong.toStdString();
        car.add(RecordKind::RecallOpened, now - 900 * kDay, 0, ProviderRole::Manufacturer, recall);
        RecordContent codes;
        codes.details = vehicle::TroubleCodesDetails{
            {{"P0420", vehicle::TroubleCodeStatus::Stored, "Catalyst efficiency"}}, true, false};
        car.add(RecordKind::TroubleCodes, now - 500 * kDay, 119'000, ProviderRole::Inspector, codes);
        RecordContent drive;
        vehicle::ObdSignal rpm{"engineRpm", "rpm", 0, 700, 1'500, 3'000, 3, {0, 30, 60}, {700, 3'000, 900}};
        vehicle::ObdSignal coolant{"coolantTemperature", "°C", 0, 80, 90, 120, 3, {0, 30, 60}, {80, 100, 120}};
        drive.details = vehicle::ObdSessionDetails{now - 400 * kDay,
                                                   60,
                                                   1'000,
                                                   1,
                                                   "DriveLog",
                                                   {rpm, coolant},
                                                   {{"overheating", "coolantTemperature", 120, 20}}};
        car.add(RecordKind::ObdSession, now - 400 * kDay, 0, ProviderRole::Inspector, drive);
        RecordContent correction;
        correction.corrects = car.add(RecordKind::Inspection, now - 300 * kDay, 999'999, ProviderRole::Inspector);
        correction.details = vehicle::CorrectionDetails{{{"odometerKm", "999999", "120000"}}, true};
        car.add(RecordKind::Correction, now - 290 * kDay, 120'000, ProviderRole::Inspector, correction);
        RecordContent statement;
        statement.corrects = 4;
        statement.notes = kLong.toStdString();
        car.add(RecordKind::OwnerStatement, now - 280 * kDay, 0, ProviderRole::None, statement);
        car.add(RecordKind::Inspection, now - 2 * kDay, 131'660, ProviderRole::Inspector, looked);
        car.publish();
    }

    static QQuickItem* named(QQuickItem* item, const QString& name, const QString& type)
    {
        if (item->inherits(qPrintable(QStringLiteral("QQuick") + type)) && item->isVisible()) {
            auto* face = QAccessible::queryAccessibleInterface(item);
            if (face != nullptr && face->text(QAccessible::Name) == name) {
                return item;
            }
        }
        for (QQuickItem* child : item->childItems()) {
            if (QQuickItem* found = named(child, name, type)) {
                return found;
            }
        }
        return nullptr;
    }
    static QQuickItem* cardOf(QQuickItem* item)
    {
        while (item != nullptr && !item->property("openRecord").isValid()) {
            item = item->parentItem();
        }
        return item;
    }
};

QTEST_MAIN(TestWindowVehicle)
#include "tst_window_vehicle.moc"
