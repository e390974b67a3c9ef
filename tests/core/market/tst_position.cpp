// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/position.h"
#include "sample_listing.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::market;
using namespace autochain::market::sample;

namespace
{
Comparable car(std::uint8_t n, std::uint64_t price, int year = 2019, std::uint32_t km = 60'000)
{
    Comparable out;
    out.vehicleId.bytes.fill(n);
    out.make = "Mazda";
    out.model = "3";
    out.year = year;
    out.km = km;
    out.price = auc(price);
    return out;
}

std::vector<Comparable> sales(std::initializer_list<std::uint64_t> prices)
{
    std::vector<Comparable> out;
    std::uint8_t n = 10;
    for (const std::uint64_t price : prices) {
        out.push_back(car(n++, price));
    }
    return out;
}
} // namespace

class TestPosition : public QObject
{
    Q_OBJECT

private slots:
    void medianAndPercent()
    {
        const MarketPosition odd = positionOf(car(1, 204'000), sales({190'000, 200'000, 210'000, 180'000, 220'000}));
        QCOMPARE(odd.comparable, 5);
        QCOMPARE(*odd.median, auc(200'000));
        QCOMPARE(*odd.percent, 2);
        QCOMPARE(odd.band->lowest, auc(180'000));
        QCOMPARE(odd.band->low, auc(190'000));
        QCOMPARE(odd.band->high, auc(210'000));
        QCOMPARE(odd.band->highest, auc(220'000));
        const MarketPosition even =
            positionOf(car(1, 91'000), sales({90'000, 95'000, 105'000, 110'000, 99'000, 101'000}));
        QCOMPARE(*even.median, auc(100'000));
        QCOMPARE(*even.percent, -9);
    }

    void similarInUseIsOfAnyMake()
    {
        std::vector<Comparable> others = sales({100, 100, 100});
        others[0].make = "Another";
        others[1].year += 3;
        others[2].price = U256();
        const auto similar = similarInUse(car(1, 100), others);
        QCOMPARE(similar, (std::vector<Hash32>{others[0].vehicleId, others[2].vehicleId}));
    }

    void tooFewToCompare()
    {
        const MarketPosition few = positionOf(car(1, 100), sales({100, 100, 100, 100}));
        QCOMPARE(few.comparable, 4);
        QVERIFY(!few.percent && !few.median && !few.band);
        // The car itself does not count among the others.
        std::vector<Comparable> withItself = sales({100, 100, 100, 100});
        withItself.push_back(car(1, 100));
        QVERIFY(!positionOf(car(1, 100), withItself).percent);
    }

    void onlyComparableCarsCount()
    {
        std::vector<Comparable> others = sales({100, 100, 100, 100, 100});
        others.push_back(car(30, 1, 2016));          // three years apart
        others.push_back(car(31, 1, 2019, 120'000)); // twice the kilometres
        Comparable otherModel = car(32, 1);
        otherModel.model = "6";
        others.push_back(otherModel);
        Comparable sameInCapitals = car(33, 100);
        sameInCapitals.make = "MAZDA";
        others.push_back(sameInCapitals);
        others.push_back(car(34, 0)); // given away
        const MarketPosition p = positionOf(car(1, 100), others);
        QCOMPARE(p.comparable, 6);
        QCOMPARE(*p.percent, 0);
    }

    void extremePricesDoNotWrap()
    {
        std::vector<Comparable> others = sales({1, 1, 1, 1, 1, 1});
        for (Comparable& other : others) {
            other.price = U256::max() / U256(200);
        }
        Comparable mine = car(1, 1);
        mine.price = U256::max() / U256(100);
        QCOMPARE(*positionOf(mine, others).percent, 100);
        mine.price = U256(1);
        QCOMPARE(*positionOf(mine, others).percent, -100);
    }

    void listingsAreFilled()
    {
        std::vector<Listing> all = {listing(1, "Mazda3", "Mazda", "3", 2019, 60'000, 110),
                                    listing(2, "Golf", "VW", "Golf", 2019, 60'000, 110)};
        fillPositions(all, sales({100, 100, 100, 100, 100}));
        QCOMPARE(*all[0].position.percent, 10);
        QVERIFY(!all[1].position.percent);
        all[0].content.reset();
        QVERIFY(!comparableOf(all[0]));
    }
};

QTEST_GUILESS_MAIN(TestPosition)
#include "tst_position.moc"
