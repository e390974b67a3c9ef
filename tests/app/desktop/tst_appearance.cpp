// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/distance.h"
#include "viewmodels/shell/appearance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain::desktop;

class TestAppearance : public QObject
{
    Q_OBJECT

private slots:
    void isKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        {
            Appearance first(file);
            first.setTheme(QStringLiteral("dark"));
            first.setScale(1.5);
            first.setNoHolding(true);
            first.setDistance(QStringLiteral("mi"));
        }
        const Appearance second(file);
        QCOMPARE(second.theme(), QStringLiteral("dark"));
        QVERIFY(second.dark());
        QCOMPARE(second.scale(), 1.5);
        QVERIFY(second.noHolding());
        QCOMPARE(second.distance(), QStringLiteral("mi"));
        QCOMPARE(format::distance(131'660), QStringLiteral("81,810 mi"));
        QVERIFY(!second.reducedMotion());
    }
    void nonsenseIsIgnoredOrBroughtIntoRange()
    {
        QTemporaryDir folder;
        Appearance appearance(folder.filePath(QStringLiteral("settings.ini")));
        QSignalSpy theme(&appearance, &Appearance::themeChanged);
        appearance.setTheme(QStringLiteral("pink"));
        QCOMPARE(theme.count(), 0);
        QSignalSpy distance(&appearance, &Appearance::distanceChanged);
        appearance.setDistance(QStringLiteral("furlongs"));
        QCOMPARE(distance.count(), 0);
        QCOMPARE(appearance.distance(), QStringLiteral("system"));
        appearance.setScale(9);
        QCOMPARE(appearance.scale(), 3.0);
        appearance.setScale(0.1);
        QCOMPARE(appearance.scale(), 1.0);
    }
    void commandLineIsForThisRunOnly()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        {
            Appearance first(file);
            first.setTheme(QStringLiteral("light"));
            first.override(QStringLiteral("dark"), 2.0);
            QVERIFY(first.dark());
            QCOMPARE(first.scale(), 2.0);
        }
        const Appearance second(file);
        QVERIFY(!second.dark());
        QCOMPARE(second.scale(), 1.0);
    }
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
