// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_scene.h"

#include "contracts/generated/vehicle_registry.h"
#include "dealer/record_codec.h"
#include "desk/addcars.h"
#include "desk/deskwindow.h"
#include "fonts.h"
#include "sample_deal.h"
#include "viewmodels/base/distance.h"
#include "viewmodels/desk/deskwords.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTabBar>
#include <QtTest>

#include <set>

using namespace autochain;
using namespace autochain::desktop;
using dealer::Column;

namespace
{
bool shows(const QWidget& where, const QString& text)
{
    const auto labels = where.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && (label->text() == text || label->accessibleName() == text);
    });
}

// A record with so many documents, newest of the car.
vehicle::Record recordWith(std::uint64_t index, int documents)
{
    vehicle::Record out;
    out.index = index;
    out.kind = vehicle::RecordKind::Service;
    out.provider = sampleAddress(2);
    out.time = dealer::kTestNow - 86'400 * static_cast<UnixTime>(100 - index);
    out.contentDigest.bytes.fill(static_cast<std::uint8_t>(index + 1));
    out.contentState = vehicle::ContentState::Loaded;
    for (int i = 0; i < documents; ++i) {
        vehicle::Attachment document;
        document.name = "paper-" + std::to_string(index) + "-" + std::to_string(i) + ".pdf";
        document.type = "application/pdf";
        document.bytes = 120'000;
        document.digest.bytes.fill(static_cast<std::uint8_t>(i + 7));
        out.content.documents.push_back(std::move(document));
    }
    return out;
}

void namesOf(QAccessibleInterface* node, std::multiset<QString>& names)
{
    if (node == nullptr || node->state().invisible || node->role() == QAccessible::Table) {
        return;
    }
    static const std::set<QAccessible::Role> kActive = {QAccessible::Button, QAccessible::CheckBox,
                                                        QAccessible::EditableText, QAccessible::ComboBox,
                                                        QAccessible::PageTab};
    if (kActive.contains(node->role())) {
        names.insert(node->text(QAccessible::Name));
    }
    for (int i = 0; i < node->childCount(); ++i) {
        namesOf(node->child(i), names);
    }
}
} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(resources::loadFonts()); }
    void modelKeepsItsPromises()
    {
        Scene scene(60);
        DeskTableModel model(scene.stock());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 60);
        QVERIFY(!model.setQuery(QStringLiteral("status:listed")));
        QCOMPARE(model.rowCount(), 20);
        model.setOrder({Column::Km, false});
        model.setGroupBy(dealer::GroupBy::Verdict);
        QCOMPARE(model.rowCount(), 22); // two groups' titles
        QVERIFY(model.isGroup(0));
        QVERIFY(!model.rowAt(0));
        model.setColumns({Column::Vin, Column::Odometer, Column::Note});
        QCOMPARE(model.columnCount(), 4);
        const auto wrong = model.setQuery(QStringLiteral("yaer:1"));
        QVERIFY(wrong && wrong->suggestion == "year");
        QCOMPARE(model.rowCount(), 22); // what was found stays
        QVERIFY(!model.setQuery({}));
        model.setGroupBy(dealer::GroupBy::None);
        QVERIFY(scene.stock().setNote(5, QStringLiteral("keys")));
        QVERIFY(scene.stock().remove({0, 1, 2}));
        QCOMPARE(model.rowCount(), 57);
        std::vector<dealer::ListedCar> more(1);
        more[0].plate = "AB12CDE";
        QVERIFY(scene.stock().add(more, true));
        QCOMPARE(model.rowCount(), 58);
    }

    void picks()
    {
        Scene scene(30);
        DeskTableModel model(scene.stock());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy spy(&model, &DeskTableModel::pickedChanged);
        QVERIFY(model.setData(model.index(3, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(model.picked(), std::size_t(1));
        QCOMPARE(model.allPicked(), Qt::PartiallyChecked);
        QVERIFY(!model.setQuery(QStringLiteral("status:listed")));
        model.pickAll(true);
        QCOMPARE(model.allPicked(), Qt::Checked);
        QVERIFY(!model.setQuery({}));
        QVERIFY(model.picked() >= 10 && model.picked() <= 11); // those the query hid stay picked
        model.pickAll(false);
        QCOMPARE(model.picked(), std::size_t(0));
    }

    void rowsComeToTheirPlace()
    {
        Scene scene(12);
        DeskTableModel model(scene.stock());
        QVERIFY(!model.setQuery(QStringLiteral("mark:hold")));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(scene.stock().setMark(4, dealer::Mark::Hold, true));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 3'000);
    }

    void windowFitsEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("1440x900") << QSize(1440, 900) << 1.0;
        QTest::newRow("1024x700") << QSize(1024, 700) << 1.0;
        QTest::newRow("200 %") << QSize(1440, 900) << 2.0;
        QTest::newRow("300 %") << QSize(1440, 900) << 3.0;
    }
    void windowFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        Scene scene(40);
        DeskWindow window(lightLook(scale), *scene.desk);
        window.resize(size);
        window.show();
        QTest::qWait(50);
        QVERIFY2(window.width() <= size.width() && window.height() <= size.height(), "larger than what it was given");
        for (const FlatButton* button : window.findChildren<FlatButton*>()) {
            if (button->isVisible()) {
                const int right = button->mapTo(&window, QPoint(button->width(), 0)).x();
                QVERIFY2(right <= window.width(), qPrintable(button->text()));
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            }
        }
        const QString folder = qEnvironmentVariable("AUTOCHAIN_SHOTS");
        if (!folder.isEmpty()) {
            window.grab().save(QStringLiteral("%1/desk-%2.png")
                                   .arg(folder, QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(' '))));
        }
    }

    // On a small screen, or at twice the size, what is not rows folds away: ten of them are in view at least.
    void tenRowsWhateverTheScale_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("folded");
        QTest::newRow("1440x900") << QSize(1440, 900) << 1.0 << false;
        QTest::newRow("1024x700") << QSize(1024, 700) << 1.0 << false;
        QTest::newRow("150 %") << QSize(1440, 900) << 1.5 << false;
        QTest::newRow("200 %") << QSize(1440, 900) << 2.0 << true;
        QTest::newRow("1024x520") << QSize(1024, 520) << 1.0 << true;
    }
    void tenRowsWhateverTheScale()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, folded);
        Scene scene(60);
        DeskWindow window(lightLook(scale), *scene.desk);
        window.resize(size);
        window.show();
        QTest::qWait(50);
        const DeskView& table = window.table();
        const int rows = table.viewport()->height() / table.verticalHeader()->defaultSectionSize();
        QVERIFY2(rows >= 10, qPrintable(QString::number(rows)));
        const auto buttons = window.findChildren<FlatButton*>();
        const auto visible = [&](const QString& name) {
            return std::any_of(buttons.begin(), buttons.end(),
                               [&](const FlatButton* button) { return button->text() == name && button->isVisible(); });
        };
        QCOMPARE(visible(QStringLiteral("More")), folded);
        QCOMPARE(visible(QStringLiteral("Columns")), !folded);
        QVERIFY(visible(QStringLiteral("Check history")));
        if (folded) {
            const auto more = std::find_if(buttons.begin(), buttons.end(), [](const FlatButton* button) {
                return button->text() == QStringLiteral("More");
            });
            (*more)->click();
            auto* menu = window.findChild<QMenu*>();
            QTRY_VERIFY(menu != nullptr && menu->isVisible());
            QVERIFY(menu->actions().size() >= 10);
            menu->close();
        }
    }

    void dealsOfTheCar()
    {
        Scene scene(3);
        const dealer::Car& car = scene.stock().table().at(0);
        escrow::DealView open = escrow::sample::dealIn(escrow::State::Funded);
        open.terms.vehicleId = car.vehicleId;
        open.provenance = Provenance::Local;
        escrow::DealView offer = escrow::sample::dealIn(escrow::State::Offered);
        offer.terms.vehicleId = car.vehicleId;
        offer.provenance = Provenance::Reported;
        escrow::DealView closed = escrow::sample::dealIn(escrow::State::Settled);
        closed.terms.vehicleId = car.vehicleId;
        const escrow::DealView other = escrow::sample::dealIn(escrow::State::Funded);
        const std::vector<escrow::DealView> deals = {open, offer, closed, other};
        const auto lines = dealLines(*scene.sample.session, deals, car.vehicleId);
        QCOMPARE(lines.size(), std::size_t(2));
        QVERIFY(lines[0].text.startsWith(QStringLiteral("200,000 AUC: ")));
        QVERIFY(lines[0].caption.startsWith(QStringLiteral("You buy from ")));
        QCOMPARE(lines[0].level, QStringLiteral("local"));
        QCOMPARE(lines[1].level, QStringLiteral("reported")); // an offer nobody proved is not shown as proven
        QVERIFY(lines[1].route.startsWith(QStringLiteral("deal/0x")));
        QVERIFY(dealLines(*scene.sample.session, deals, scene.stock().table().at(1).vehicleId).empty());
    }

    void papersOfTheCar()
    {
        Scene scene(3);
        std::vector<vehicle::Record> records;
        for (std::uint64_t i = 0; i < 5; ++i) {
            records.push_back(recordWith(i, i == 2 ? 0 : 2));
        }
        const auto papers =
            paperLines(*scene.sample.session, records, Provenance::Local, QStringLiteral("vehicle/X"), 6);
        QCOMPARE(papers.count, std::size_t(8));
        QCOMPARE(papers.lines.size(), std::size_t(6));
        QCOMPARE(papers.lines[0].text, QStringLiteral("paper-4-0.pdf")); // the newest first
        QVERIFY(papers.lines[0].caption.startsWith(QStringLiteral("PDF")));
        QCOMPARE(papers.lines[0].level, QStringLiteral("local"));

        // In the window: of the kept history, once one stays on the car.
        dealer::CarCheck check = dealer::cleanCheck(1);
        check.records = records.size();
        check.head = vehicle::historyHead(records);
        dealer::Desk::Done done{scene.stock().table().at(0).own.id, check, dealer::packHistory(records)};
        QVERIFY(scene.stock().desk().put(std::span(&done, 1), dealer::kTestNow).ok());
        DeskWindow window(lightLook(), *scene.desk);
        window.resize(1440, 900);
        window.show();
        window.table().setCurrentIndex(window.model().index(window.model().lineOf(done.id), 2));
        QTRY_VERIFY(shows(window, QStringLiteral("paper-4-0.pdf")));
        QVERIFY(shows(window, QStringLiteral("2 more on the vehicle page.")));
        QVERIFY(shows(window, QStringLiteral("None that you take part in.")) ||
                shows(window, QStringLiteral("Your deals are being read.")));
        const QString folder = qEnvironmentVariable("AUTOCHAIN_SHOTS");
        if (!folder.isEmpty()) {
            window.findChild<CarPanel*>()->widget()->grab().save(folder + QStringLiteral("/desk-panel.png"));
        }
        window.table().setCurrentIndex(window.model().index(window.model().lineOf(done.id) - 1, 2));
        QTRY_VERIFY(!shows(window, QStringLiteral("paper-4-0.pdf")));
        QTRY_VERIFY(shows(window, QStringLiteral("Its records are not kept here; check its history.")));
    }

    // A plate says nothing of the car's shape.
    void aCarWithoutAVinHasNoShape()
    {
        Scene scene(0);
        std::vector<dealer::ListedCar> one(1);
        one[0].plate = "AB12CDE";
        QVERIFY(scene.stock().add(one, false));
        DeskWindow window(lightLook(), *scene.desk);
        window.resize(1440, 900);
        window.show();
        QTRY_VERIFY(shows(window, QStringLiteral("number plate")));
        QVERIFY(!shows(window, QStringLiteral("no photo")));
        const QString folder = qEnvironmentVariable("AUTOCHAIN_SHOTS");
        if (!folder.isEmpty()) {
            QTest::qWait(50);
            window.grab().save(folder + QStringLiteral("/desk-plate.png"));
        }
        QVERIFY(shows(window, QStringLiteral("A deal is over a car with a known VIN.")));
    }

    // Told once, with the way to its page.
    void aWatchedCarThatChanged()
    {
        Scene scene(2);
        Session& session = *scene.sample.session;
        const dealer::Car& car = scene.stock().table().at(0);
        store::Watched watched;
        watched.vehicleId = car.vehicleId;
        watched.addedAt = session.now();
        watched.seenHistoryCount = 9;
        QVERIFY(session.watchList().put(watched).ok());
        const Address registry = session.network().contract("vehicleRegistry");
        const auto history = contracts::vehicleRegistry::historiesReader(car.vehicleId);
        scene.sample.node->setWord(registry, history.slotKeys.front(), U256(9));
        QSignalSpy told(&scene.desk->watch(), &DeskWatch::told);
        scene.desk->watch().look();
        QTRY_COMPARE(session.gate().running(), 0);
        QCOMPARE(told.size(), 0);
        scene.sample.node->setWord(registry, history.slotKeys.front(), U256(11));
        scene.desk->watch().look();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().startsWith(QStringLiteral("2 new record")));
        QCOMPARE(told[0][1].toString(), QStringLiteral("vehicle/") + QString::fromStdString(car.own.vin));
        QTRY_COMPARE(session.watchList().all()->front().seenHistoryCount, std::uint64_t(11));
        scene.desk->watch().look();
        QTest::qWait(50);
        QCOMPARE(told.size(), 1);
    }

    void everyControlHasItsName()
    {
        Scene scene(10);
        DeskWindow window(lightLook(), *scene.desk);
        window.resize(1440, 900);
        window.show();
        std::multiset<QString> names;
        namesOf(QAccessible::queryAccessibleInterface(&window), names);
        QVERIFY(names.size() > 20);
        for (const QString& name : names) {
            QVERIFY2(!name.isEmpty(), "a control without a name");
            QVERIFY2(names.count(name) == 1, qPrintable(QStringLiteral("twice: ") + name));
        }
        auto* table = QAccessible::queryAccessibleInterface(&window.table());
        QVERIFY(table != nullptr && table->tableInterface() != nullptr);
        QCOMPARE(table->tableInterface()->rowCount(), 10);
        const int odometer = window.model().columnOf(Column::Odometer);
        QCOMPARE(window.model().index(0, odometer).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Odometer: Clean"));
    }

    void keys()
    {
        Scene scene(20);
        DeskWindow window(lightLook(), *scene.desk);
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        DeskView& table = window.table();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Home);
        QTest::keyClick(&table, Qt::Key_Space);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(window.model().picked(), std::size_t(2));
        QTest::keyClick(&table, Qt::Key_W); // watches both
        QCOMPARE(scene.sample.session->watchList().all()->size(), std::size_t(2));
        QTest::keyClick(&table, Qt::Key_Escape);
        QCOMPARE(window.model().picked(), std::size_t(0));
        QSignalSpy opened(scene.desk.get(), &DeskViewModel::suiteWanted);
        QTest::keyClick(&table, Qt::Key_Return);
        QTest::keyClick(&table, Qt::Key_R); // the title is mine
        QCOMPARE(opened.size(), 2);
        QTest::keyClick(&table, Qt::Key_H);
        QVERIFY(scene.stock().desk().wanted() == 1 || scene.stock().job().state().done == 1);
        auto* query = window.findChild<QLineEdit*>(QStringLiteral("deskQuery"));
        QTest::keyClick(&table, Qt::Key_Slash);
        QTRY_VERIFY(query->hasFocus());
        QTest::keyClicks(query, QStringLiteral("problem"));
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(window.model().rowCount(), 4);
        QVERIFY(table.hasFocus());
        QTest::keyClick(&table, Qt::Key_Delete, Qt::ControlModifier); // nothing: only Delete alone asks
        QCOMPARE(scene.stock().table().size(), std::size_t(20));
    }

    // The car one looks at stays the current one whatever the order.
    void currentCarStays()
    {
        Scene scene(30);
        DeskWindow window(lightLook(), *scene.desk);
        window.show();
        DeskView& table = window.table();
        table.setCurrentIndex(window.model().index(7, 2));
        const auto row = *table.currentRow();
        window.model().setOrder({Column::Km, true});
        QCOMPARE(*table.currentRow(), row);
        window.model().setOrder({Column::Days, false});
        QCOMPARE(*table.currentRow(), row);
        QVERIFY(scene.stock().remove({row}));
        QVERIFY(table.currentRow().has_value());
    }

    void emptyDeskAndNothingFound()
    {
        Scene scene(0);
        DeskWindow window(lightLook(), *scene.desk);
        window.show();
        const auto shows = [&](const char* text) {
            const auto labels = window.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* l) { return l->isVisible() && l->text() == QString::fromUtf8(text); });
        };
        QVERIFY(shows("Paste VINs or load a file"));
        std::vector<dealer::ListedCar> one(1);
        one[0].vin = dealer::testVin(1);
        QVERIFY(scene.stock().add(one, false));
        QVERIFY(!shows("Paste VINs or load a file"));
        window.ask(QStringLiteral("stolen"));
        QVERIFY(shows("Nothing fits this query"));
    }

    void wrongQueryIsExplained()
    {
        Scene scene(9);
        DeskWindow window(lightLook(), *scene.desk);
        window.show();
        window.ask(QStringLiteral("rollback yaer:2018"));
        const auto labels = window.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* l) {
            return l->isVisible() && l->text() == QStringLiteral("At 10: there is no field “yaer”. Is “year” meant?");
        }));
        QCOMPARE(window.model().rowCount(), 9);
    }

    void pasting()
    {
        Scene scene(2);
        AddCars dialog(lightLook(), scene.stock());
        dialog.setText(
            QStringLiteral("%1\n%2\nAB12 CDE\n1M8GDM9AXKPO42788\n")
                .arg(QString::fromStdString(dealer::testVin(0)), QString::fromStdString(dealer::testVin(7))));
        dialog.show();
        auto* lines = dialog.findChild<QListWidget*>();
        QCOMPARE(lines->count(), 2); // one there already, one with the letter O
        QVERIFY(lines->item(1)->text().contains(QStringLiteral("1M8GDM9AXKP042788")));
        const auto press = [&](const QString& text) {
            for (FlatButton* button : dialog.findChildren<FlatButton*>()) {
                if (button->text() == text) {
                    button->click();
                    return true;
                }
            }
            return false;
        };
        QVERIFY(press(QStringLiteral("Take all fixes")));
        QCOMPARE(lines->count(), 1);
        QVERIFY(press(QStringLiteral("Add 3")));
        QCOMPARE(scene.stock().table().size(), std::size_t(5));
        // The fake registry knows neither: they came to an end as not registered.
        QTRY_COMPARE(scene.stock().job().state().done, std::size_t(2));
    }

    void savedViews()
    {
        Scene scene(12);
        store::StockView view;
        view.name = "Turned back";
        view.query = "rollback";
        view.columns = "vin,odometer";
        view.sort = "km";
        QVERIFY(scene.stock().saveView(view));
        DeskWindow window(lightLook(), *scene.desk);
        window.show();
        auto* tabs = window.findChild<QTabBar*>();
        QCOMPARE(tabs->count(), 8);
        tabs->setCurrentIndex(7);
        QCOMPARE(window.model().rowCount(), 3);
        QCOMPARE(window.model().columns(), (std::vector<Column>{Column::Vin, Column::Odometer}));
        QCOMPARE(tabs->tabData(7).toString(), QStringLiteral("3"));
        QCOMPARE(tabs->tabData(0).toString(), QStringLiteral("12"));
        QVERIFY(!scene.stock().saveView(view)); // the name is taken
        QVERIFY(scene.stock().error().present());
    }

    void remembersWhereItStood()
    {
        Scene scene(3);
        {
            DeskWindow window(lightLook(), *scene.desk);
            window.resize(700, 500);
            window.show();
            window.model().setColumns({Column::Vin, Column::Km});
            window.close();
        }
        DeskWindow window(lightLook(), *scene.desk);
        QCOMPARE(window.model().columns(), (std::vector<Column>{Column::Vin, Column::Km}));
        QCOMPARE(window.size(), QSize(700, 500));
    }

    void odometersInTheReadersUnit()
    {
        dealer::Car car;
        car.check.emplace();
        car.check->registered = true;
        car.check->odometerKm = 131'660;
        const auto cell = [&] { return deskwords::cell(car, dealer::Column::Km, dealer::kTestNow); };
        QCOMPARE(deskwords::head(dealer::Column::Km), QStringLiteral("km"));
        QCOMPARE(cell(), QStringLiteral("131,660"));
        format::setDistanceUnit(format::DistanceUnit::Mi);
        const auto back = qScopeGuard([] { format::setDistanceUnit(format::DistanceUnit::Km); });
        QCOMPARE(deskwords::head(dealer::Column::Km), QStringLiteral("mi"));
        QCOMPARE(deskwords::fullHead(dealer::Column::Km), QStringLiteral("Odometer, mi"));
        QCOMPARE(cell(), QStringLiteral("81,810"));
    }

    void wordsOfTimeAndFailures()
    {
        QCOMPARE(deskwords::age(100, 100 + 3 * 3'600), QStringLiteral("3 h ago"));
        QCOMPARE(deskwords::age(100, 130), QStringLiteral("now"));
        dealer::JobState state;
        state.failed[static_cast<std::size_t>(dealer::Failure::NoAnswer)] = 37;
        QCOMPARE(deskwords::failures(state), QStringLiteral("37 no answer from their node"));
        state.total = 10'000;
        state.done = 6'412;
        QCOMPARE(deskwords::timeLeft(state, 12 * 60'000), QStringLiteral("about 7 min left"));
        QVERIFY(deskwords::timeLeft(state, 100).isEmpty());
    }
};

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
