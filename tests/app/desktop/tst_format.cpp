// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/base/distance.h"
#include "viewmodels/base/format.h"

#include "base/amount.h"

#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void moneyIsGroupedAndCut()
    {
        const QLocale english(QLocale::English, QLocale::Canada);
        QCOMPARE(format::money(auc(212'850), 2, english), QStringLiteral("212,850.00"));
        // 1.999 AUC is not two AUC.
        QCOMPARE(format::money(*parseAmount("1.999"), 2, english), QStringLiteral("1.99"));
        QCOMPARE(format::money(U256(1), 2, english), QStringLiteral("0.00"));
        QCOMPARE(format::money(auc(999), 0, english), QStringLiteral("999"));
        QCOMPARE(format::moneyExact(*parseAmount("1000.000000000000000001"), english),
                 QStringLiteral("1,000.000000000000000001"));
    }
    void moneyFollowsTheLocale()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(format::money(*parseAmount("212850.5"), 2, german), QStringLiteral("212.850,50"));
    }
    void largestAmountIsWhole()
    {
        const QString text = format::moneyExact(U256::max(), QLocale::c());
        QCOMPARE(QString(text).remove(QLatin1Char(',')),
                 QStringLiteral("115792089237316195423570985008687907853269984665640564039457.584007913129639935"));
    }
    void signsAreReal()
    {
        QCOMPARE(format::moneySigned(auc(40), false, 2, QLocale::c()), QStringLiteral("+40.00"));
        QCOMPARE(format::moneySigned(auc(40), true, 2, QLocale::c()), QStringLiteral("\u221240.00"));
        QCOMPARE(format::moneySigned(U256(), true, 2, QLocale::c()), QStringLiteral("0.00"));
    }
    void typedAmountsAreNotReadTenTimesOff()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        const QLocale english(QLocale::English, QLocale::Canada);
        QCOMPARE(*format::parseMoney(QStringLiteral("1.000,50"), german), *parseAmount("1000.5"));
        QCOMPARE(*format::parseMoney(QStringLiteral(" 12,500.50 "), english), *parseAmount("12500.5"));
        QVERIFY(!format::parseMoney(QStringLiteral("12,5"), english).ok());
        QVERIFY(!format::parseMoney(QStringLiteral("-5"), english).ok());
        QVERIFY(!format::parseMoney(QStringLiteral("1e3"), english).ok());
        QVERIFY(!format::parseMoney({}, english).ok());
    }
    void germanPointIsNeverADecimalPoint()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        // "12.5" is no way to write a number in German: neither 12.5 nor 125 may come of it.
        QVERIFY(!format::parseMoney(QStringLiteral("12.5"), german).ok());
    }
    void timeLeftHasTwoPartsAtMost()
    {
        QCOMPARE(format::timeLeft(3 * 86'400 + 3 * 3'600 + 59), QStringLiteral("3 d 3 h"));
        QCOMPARE(format::timeLeft(2 * 86'400), QStringLiteral("2 d"));
        QCOMPARE(format::timeLeft(21 * 3'600), QStringLiteral("21 h"));
        QCOMPARE(format::timeLeft(59), QStringLiteral("1 min"));
        QCOMPARE(format::timeLeft(0), QStringLiteral("passed"));
        QCOMPARE(format::timeLeft(-5), QStringLiteral("passed"));
    }
    void whenDependsOnToday()
    {
        const QLocale english(QLocale::English, QLocale::Canada);
        const UnixTime now = QDateTime(QDate(2026, 11, 24), QTime(14, 20)).toSecsSinceEpoch();
        const UnixTime monday = QDateTime(QDate(2026, 11, 23), QTime(17, 12)).toSecsSinceEpoch();
        const UnixTime october = QDateTime(QDate(2026, 10, 2), QTime(17, 12)).toSecsSinceEpoch();
        QVERIFY(!format::when(now - 60, now, english).contains(QLatin1Char(',')));
        QVERIFY(format::when(monday, now, english).startsWith(QStringLiteral("Mon")));
        QVERIFY(format::when(october, now, english).contains(QStringLiteral("2026")));
    }
    void distancesInTheReadersUnit()
    {
        using format::DistanceUnit;
        QCOMPARE(format::distance(131'660, DistanceUnit::Km), QStringLiteral("131,660 km"));
        QCOMPARE(format::distance(131'660, DistanceUnit::Mi), QStringLiteral("81,810 mi"));
        QCOMPARE(format::distanceRecorded(131'660, DistanceUnit::Mi),
                 QStringLiteral("81,810 mi, recorded as 131,660 km"));
        QCOMPARE(format::distanceRecorded(131'660, DistanceUnit::Km), QStringLiteral("131,660 km"));
        QCOMPARE(format::distanceDriven(31'400, DistanceUnit::Km), QStringLiteral("31 km"));
        QCOMPARE(format::distanceDriven(31'400, DistanceUnit::Mi), QStringLiteral("20 mi")); // 19.51
        QVERIFY(format::distanceUnitOf(QLocale(QLocale::English, QLocale::UnitedStates)) == DistanceUnit::Mi);
        QVERIFY(format::distanceUnitOf(QLocale(QLocale::English, QLocale::UnitedKingdom)) == DistanceUnit::Mi);
        QVERIFY(format::distanceUnitOf(QLocale(QLocale::English, QLocale::Canada)) == DistanceUnit::Km);
        QVERIFY(format::distanceUnitOf(QLocale(QLocale::German, QLocale::Germany)) == DistanceUnit::Km);
    }
    void typedDistancesAreWholeOrNone()
    {
        using format::DistanceUnit;
        QCOMPARE(format::kmTyped(QStringLiteral("81,810"), DistanceUnit::Mi).value_or(0), 131'660U);
        QCOMPARE(format::kmTyped(QStringLiteral("131.660"), DistanceUnit::Km).value_or(0), 131'660U);
        QCOMPARE(format::kmTyped(QStringLiteral("131\u202f660"), DistanceUnit::Km).value_or(0), 131'660U);
        QCOMPARE(format::kmTyped(QStringLiteral("0"), DistanceUnit::Km).value_or(1), 0U);
        QCOMPARE(format::kmTyped(QStringLiteral("5,000,000"), DistanceUnit::Km).value_or(0), 5'000'000U);
        for (const char* text : {"", "12345.6", "12,34", "-5", "1e5", "12 km", "5000001", "abc"}) {
            QVERIFY2(!format::kmTyped(QString::fromLatin1(text), DistanceUnit::Km), text);
        }
        QVERIFY(!format::kmTyped(QStringLiteral("3,200,000"), DistanceUnit::Mi)); // beyond any car
        QCOMPARE(format::retyped(QStringLiteral("131,700"), DistanceUnit::Km, DistanceUnit::Mi),
                 QStringLiteral("81835"));
        QCOMPARE(format::retyped(QStringLiteral("81,810"), DistanceUnit::Mi, DistanceUnit::Mi),
                 QStringLiteral("81,810"));
        QCOMPARE(format::retyped(QStringLiteral("12x"), DistanceUnit::Km, DistanceUnit::Mi), QStringLiteral("12x"));
    }
    void everyProvenanceHasAMark()
    {
        QCOMPARE(format::level(Provenance::Proven), QStringLiteral("proven"));
        QCOMPARE(format::level(Provenance::Local), QStringLiteral("local"));
        QCOMPARE(format::level(Provenance::Reported), QStringLiteral("reported"));
        QCOMPARE(format::level(Provenance::Stale), QStringLiteral("stale"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
