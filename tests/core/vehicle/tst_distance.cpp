// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/distance.h"

#include <QTest>

using namespace autochain::vehicle;

class TestDistance : public QObject
{
    Q_OBJECT

private slots:
    void aMileIsExact()
    {
        QCOMPARE(kmOfMiles(0), 0U);
        QCOMPARE(kmOfMiles(1), 2U);
        QCOMPARE(kmOfMiles(100'000), 160'934U);
        QCOMPARE(kmOfMiles(1'000'000), 1'609'344U); // no remainder: nothing is rounded
        QCOMPARE(milesOfKm(1'609'344), 1'000'000U);
        QCOMPARE(milesOfKm(100'000), 62'137U);
        QCOMPARE(milesOfKm(0), 0U);
        QCOMPARE(milesOfKm(1), 1U); // 0.62
    }
    // What somebody read off an instrument in miles is what he sees again, although kilometres are kept.
    void milesComeBack()
    {
        for (std::uint64_t miles = 0; miles <= kMostKm; ++miles) {
            if (milesOfKm(kmOfMiles(miles)) != miles) {
                QFAIL(qPrintable(QString::number(miles)));
            }
        }
    }
    void onlyMilesAreConverted()
    {
        QCOMPARE(distanceIn(DistanceUnit::Km, 131'660), 131'660U);
        QCOMPARE(distanceIn(DistanceUnit::Mi, 131'660), 81'810U);
        QCOMPARE(kmOf(DistanceUnit::Km, 81'810), 81'810U);
        QCOMPARE(kmOf(DistanceUnit::Mi, 81'810), 131'660U);
        QCOMPARE(distanceOfMetres(DistanceUnit::Km, 1'499), 1U);
        QCOMPARE(distanceOfMetres(DistanceUnit::Km, 1'500), 2U);
        QCOMPARE(distanceOfMetres(DistanceUnit::Mi, 804), 0U);
        QCOMPARE(distanceOfMetres(DistanceUnit::Mi, 805), 1U); // not by way of a whole kilometre
    }
    void typedDistancesAreWholeOrNone()
    {
        QCOMPARE(wholeDistance("47125").value_or(0), 47125U);
        QCOMPARE(wholeDistance("47,125").value_or(0), 47125U);
        QCOMPARE(wholeDistance(" 47 125 ").value_or(0), 47125U);
        for (const char* text : {"", " ", "-1", "1.5", "12,34", "12345.6", "99999999", "12km", "1,,000", "0x10"}) {
            QVERIFY2(!wholeDistance(text), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestDistance)
#include "tst_distance.moc"
