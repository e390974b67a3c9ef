// SPDX-License-Identifier: GPL-3.0-or-later
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
