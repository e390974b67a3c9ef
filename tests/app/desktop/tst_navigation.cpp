// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_car.h"
#include "sample_session.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QAbstractItemModelTester>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace autochain;
using namespace autochain::desktop;

class TestNavigation : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Appearance m_appearance{m_folder.filePath(QStringLiteral("s.ini"))};

private slots:
    void opensGoesBackAndKeepsRoutes()
    {
        SampleSession sample;
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        Navigation& navigation = *shell.navigation();
        QAbstractItemModelTester tester(&navigation, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(navigation.open(QStringLiteral("home")));
        QVERIFY(navigation.open(QStringLiteral("settings/network")));
        QCOMPARE(navigation.page(), QStringLiteral("settings"));
        QCOMPARE(navigation.railPage(), QStringLiteral("settings"));
        QVERIFY(!navigation.open(QStringLiteral("nonsense/../home")));
        QCOMPARE(navigation.page(), QStringLiteral("settings"));
        QVERIFY(navigation.canGoBack());
        navigation.back();
        QCOMPARE(navigation.page(), QStringLiteral("home"));
        QVERIFY(!navigation.canGoBack());
        navigation.back();
        QCOMPARE(navigation.page(), QStringLiteral("home"));
    }
    void tableIsSound()
    {
        std::set<QString> ids;
        for (const PageSpec& page : pageTable()) {
            QVERIFY2(ids.insert(QString::fromLatin1(page.id)).second, page.id);
            QVERIFY(page.create != nullptr);
        }
        for (const PageSpec& page : pageTable()) {
            const bool hidden = page.place == RailPlace::Hidden;
            QVERIFY2(!hidden || ids.count(QString::fromLatin1(page.owner)) == 1, page.id);
        }
    }
    void railItemsGoByNumber()
    {
        SampleSession sample;
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        QVERIFY(shell.navigation()->openRailItem(0));
        QCOMPARE(shell.navigation()->page(), QStringLiteral("home"));
        QVERIFY(!shell.navigation()->openRailItem(99));
    }
    void finderFindsPagesSettingsAndPeople()
    {
        SampleSession sample;
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        Finder& finder = *shell.finder();
        QAbstractItemModelTester tester(&finder, QAbstractItemModelTester::FailureReportingMode::QtTest);
        finder.setText({});
        QVERIFY(finder.count() >= 3);
        finder.setText(QStringLiteral("wall"));
        QCOMPARE(finder.index(0).data(Finder::RouteRole).toString(), QStringLiteral("wallet"));
        finder.setText(QStringLiteral("licences"));
        QVERIFY(finder.choose(0));
        QCOMPARE(shell.navigation()->route(), QStringLiteral("settings/about"));
        finder.setText(QStringLiteral("bob"));
        QCOMPARE(finder.index(0).data(Finder::TitleRole).toString(), QStringLiteral("Bob Keller"));
        finder.setText(QStringLiteral("no such thing"));
        QCOMPARE(finder.count(), 0);
        QVERIFY(!finder.choose(0));
    }
    // Nobody has opened the market: the registry is asked for the VIN itself.
    void finderAsksTheRegistryForAVin()
    {
        SampleSession sample;
        FakeCar car(*sample.node, *sample.session, sampleAddress(2));
        car.add(vehicle::RecordKind::Production, sample.clock().now() - 86'400, 8, vehicle::ProviderRole::None);
        car.publish();
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        Finder& finder = *shell.finder();
        QAbstractItemModelTester tester(&finder, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto at = [&](int role) { return finder.index(0).data(role).toString(); };
        finder.setText(QStringLiteral(" 1m8gdm9axkp042788 "));
        QTRY_VERIFY(!finder.asking());
        QCOMPARE(finder.count(), 1);
        QCOMPARE(at(Finder::RouteRole), QStringLiteral("vehicle/1M8GDM9AXKP042788"));
        QVERIFY2(!at(Finder::DetailRole).contains(QStringLiteral("not registered")),
                 qPrintable(at(Finder::DetailRole)));
        // Seen once, it is found by a part.
        finder.setText(QStringLiteral("KP0427"));
        QVERIFY(!finder.asking());
        QCOMPARE(finder.count(), 1);
        QVERIFY(finder.choose(0));
        QCOMPARE(shell.navigation()->route(), QStringLiteral("vehicle/1M8GDM9AXKP042788"));
        finder.setText(QStringLiteral("WVWZZZ1JZ3W386752"));
        QTRY_VERIFY(!finder.asking());
        QCOMPARE(at(Finder::DetailRole), QStringLiteral("not registered on this network"));
        // What is typed meanwhile is not disturbed by the answer.
        finder.setText(QStringLiteral("JM1BPALM9K1134592"));
        finder.setText(QStringLiteral("wall"));
        QTest::qWait(50);
        QCOMPARE(at(Finder::RouteRole), QStringLiteral("wallet"));
    }
    void practiceNamesThePeopleOneCanBe()
    {
        SampleSession sample;
        ShellViewModel shell(*sample.session, nullptr, m_appearance);
        const auto last = qScopeGuard([&] { sample.end(); });
        QAbstractItemModelTester tester(shell.practice()->people(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(shell.practice()->people()->rowCount(), 2);
        QSignalSpy wanted(shell.practice(), &PracticeViewModel::personWanted);
        shell.practice()->switchTo(shell.myAddress()); // oneself: nothing to do
        QCOMPARE(wanted.count(), 0);
        const QString bob = shell.practice()->people()->index(1).data(PeopleModel::AddressRole).toString();
        shell.practice()->switchTo(bob);
        QCOMPARE(wanted.count(), 1);
    }
};

QTEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
