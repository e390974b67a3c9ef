// SPDX-License-Identifier: GPL-3.0-or-later
// What the dealer desk puts on paper: its list, and a report of each car.
#include "desk_scene.h"

#include "desk/deskprint.h"
#include "desk/reportsdialog.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPdfWriter>
#include <QPointer>

#include <numeric>
#include <set>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
// Gives every car the same few bytes; some have no history that can be proven.
struct FakeReports : dealer::ReportPort {
    std::set<std::string> unproven;
    std::string stopAt; // at this car `onStop` is called
    std::function<void()> onStop;
    int asked = 0;
    bool cancelled = false;

    QCoro::Task<Result<Bytes>> report(std::string vin) override
    {
        ++asked;
        if (vin == stopAt) {
            onStop();
        }
        if (cancelled) {
            co_return Error(VehicleError::ReportFailed, {"cancelled"});
        }
        if (unproven.contains(vin)) {
            co_return Error(VehicleError::HistoryMismatch, {"3"});
        }
        co_return toBytes(std::string_view("%PDF-"));
    }
    void cancel() override { cancelled = true; }
};

std::vector<DeskReports::Car> threeCars()
{
    std::vector<DeskReports::Car> out;
    for (int i = 0; i < 3; ++i) {
        out.push_back({dealer::testVin(i), QStringLiteral("Car %1").arg(i)});
    }
    return out;
}
} // namespace

class TestDeskPaper : public QObject
{
    Q_OBJECT

private slots:
    void printing()
    {
        Scene scene(100);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("stock.pdf"));
        std::vector<std::uint32_t> rows(100);
        std::iota(rows.begin(), rows.end(), 0U);
        {
            QPdfWriter writer(path);
            writer.setPageSize(QPageSize(QPageSize::A4));
            QVERIFY(printCars(writer, scene.stock().table(), rows, dealer::usualColumns(), QStringLiteral("Desk"),
                              dealer::kTestNow) >= 2);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
    }

    void reportOfEachCar()
    {
        Scene scene(3);
        QTemporaryDir folder;
        auto port = std::make_unique<FakeReports>();
        port->unproven = {dealer::testVin(1)};
        DeskReports reports(*scene.sample.session, std::move(port));
        auto cars = threeCars();
        cars.push_back({"", QStringLiteral("AB12 CDE")});
        cars.push_back({"../../etc/passwd", QStringLiteral("No VIN at all")}); // never a file's name
        auto* dialog = new ReportsDialog(lightLook(), reports, cars);
        const QPointer<ReportsDialog> kept(dialog);
        dialog->show();
        dialog->startInto(folder.path());
        QTRY_VERIFY(reports.ended());
        QCOMPARE(reports.saved(), std::size_t(2));
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files, (QStringList{DeskReports::fileName(dealer::testVin(0), dealer::kTestNow),
                                     DeskReports::fileName(dealer::testVin(2), dealer::kTestNow)}));
        // Every car without a report is named, with its reason.
        const auto* left = dialog->findChild<QListWidget*>();
        QVERIFY(left->isVisibleTo(dialog));
        QCOMPARE(left->count(), 3);
        QVERIFY(left->item(0)->text().startsWith(QStringLiteral("Car 1: ")));
        QVERIFY(left->item(0)->text().size() > 20);
        QVERIFY(left->item(1)->text().contains(QStringLiteral("AB12 CDE: No VIN is known")));
        QVERIFY(!reports.error().present());
        scene.sample.end();
        delete kept;
    }

    void reportsStopAndSayWhatIsMissing()
    {
        Scene scene(3);
        QTemporaryDir folder;
        auto port = std::make_unique<FakeReports>();
        FakeReports& fake = *port;
        DeskReports reports(*scene.sample.session, std::move(port));
        fake.stopAt = dealer::testVin(1);
        fake.onStop = [&] { reports.cancel(); };
        reports.start(threeCars(), folder.path(), report::Paper::A4, report::Scope::Whole);
        QTRY_VERIFY(reports.ended());
        QVERIFY(reports.stopped());
        QCOMPARE(fake.asked, 2);
        QCOMPARE(reports.saved(), std::size_t(1));
        QCOMPARE(reports.left().size(), std::size_t(2));
        for (const auto& car : reports.left()) {
            QVERIFY(car.why.contains(QStringLiteral("stopped")));
        }
        scene.sample.end();
    }

    void folderThatTakesNothingIsSaid()
    {
        Scene scene(3);
        DeskReports reports(*scene.sample.session, std::make_unique<FakeReports>());
        reports.start(threeCars(), QStringLiteral("/proc/nowhere"), report::Paper::A4, report::Scope::Whole);
        QTRY_VERIFY(reports.ended());
        QVERIFY(reports.error().present());
        QCOMPARE(reports.saved(), std::size_t(0));
        QCOMPARE(reports.left().size(), std::size_t(3)); // nobody is forgotten
        scene.sample.end();
    }
};

QTEST_MAIN(TestDeskPaper)
#include "tst_desk_paper.moc"
