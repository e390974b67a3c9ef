// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/filter.h"
#include "sample_listing.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::market;
using namespace autochain::market::sample;

namespace
{
std::vector<Listing> cars()
{
    std::vector<Listing> out = {listing(1, "Mazda3 Sport GT", "Mazda", "3", 2019, 64'210, 200'000),
                                listing(2, "Volkswagen Golf", "Volkswagen", "Golf", 2018, 88'940, 128'500, "Guelph"),
                                listing(3, "Citroën C4", "Citroën", "C4", 2020, 47'105, 189'900, "Montréal"),
                                listing(4, "Kia Niro", "Kia", "Niro", 2019, 66'300, 207'500)};
    out[1].verdict.accidents = Finding::Attention;
    out[2].verdict = {Finding::Clean, Finding::Clean, Finding::Clean, Finding::Clean, Finding::Clean};
    return out;
}

std::vector<std::size_t> found(const Filter& filter, Sort sort = {SortKey::Listed, true})
{
    return select(cars(), filter, sort, kNow);
}
using Indices = std::vector<std::size_t>;
} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void textIgnoresCaseAndAccents()
    {
        Filter f;
        f.text = "citroen";
        QCOMPARE(found(f), Indices{2});
        f.text = "MONTREAL c4";
        QCOMPARE(found(f), Indices{2});
        f.text = "golf 2019"; // both words must be there
        QCOMPARE(found(f), Indices{});
        f.text = "1134512"; // part of a VIN
        QCOMPARE(found(f), Indices{1});
        QCOMPARE(foldText("Größe Ångström ÇÉ"), std::string("grosse angstrom ce"));
        QCOMPARE(foldText("\xC3"), std::string("\xC3")); // cut off in the middle
    }

    void bounds()
    {
        Filter f;
        f.maxPrice = auc(189'900);
        QCOMPARE(found(f), (Indices{1, 2}));
        f.minPrice = auc(128'501);
        QCOMPARE(found(f), Indices{2});
        f = {};
        f.minYear = 2019;
        f.maxKm = 64'210;
        QCOMPARE(found(f), (Indices{0, 2}));
        f = {};
        f.bodies = {"suv"};
        QCOMPARE(found(f), Indices{});
        f = {};
        f.place = "guelph";
        QCOMPARE(found(f), Indices{1});
    }

    void verdictsAreNotConfused()
    {
        Filter f;
        f.noAttention = true;
        QCOMPARE(found(f), (Indices{0, 2, 3})); // no data is not attention …
        f = {};
        f.onlyClean = true;
        QCOMPARE(found(f), Indices{2}); // … and never clean
    }

    void voidListingsAreLeftOut()
    {
        std::vector<Listing> all = cars();
        all[0].expiresAt = kNow;
        all[1].titleHolder = person(9);
        all[2].dealId.bytes.fill(1);
        QCOMPARE(select(all, {}, {SortKey::Listed, true}, kNow), (Indices{2, 3}));
        QCOMPARE(stateOf(all[0], kNow), ListingState::Expired);
        QCOMPARE(stateOf(all[1], kNow), ListingState::SellerMoved);
        QCOMPARE(stateOf(all[2], kNow), ListingState::InDeal);
        Filter f;
        f.onlyLive = false;
        QCOMPARE(select(all, f, {SortKey::Listed, true}, kNow).size(), std::size_t(4));
    }

    void sorting()
    {
        QCOMPARE(found({}, {SortKey::Price, false}), (Indices{1, 2, 0, 3}));
        QCOMPARE(found({}, {SortKey::Price, true}), (Indices{3, 0, 2, 1}));
        QCOMPARE(found({}, {SortKey::Year, false}), (Indices{1, 0, 3, 2})); // equal years keep their order
        std::vector<Listing> all = cars();
        all[1].content.reset();
        QCOMPARE(select(all, {}, {SortKey::Title, false}, kNow).back(), std::size_t(1)); // missing comes last …
        QCOMPARE(select(all, {}, {SortKey::Title, true}, kNow).back(), std::size_t(1));  // … either way
        all = cars();
        all[0].position.percent = -8;
        all[3].position.percent = 3;
        const Indices byMarket = select(all, {}, {SortKey::AgainstMarket, false}, kNow);
        QCOMPARE(byMarket[0], std::size_t(0));
        QCOMPARE(byMarket[1], std::size_t(3));
        Filter f;
        f.maxPercentOfMarket = -5;
        QCOMPARE(select(all, f, {SortKey::Listed, true}, kNow), Indices{0});
    }

    void tensOfThousands()
    {
        std::vector<Listing> all;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(cars()[static_cast<std::size_t>(i % 4)]);
        }
        Filter f;
        f.text = "mazda";
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(select(all, f, {SortKey::Price, false}, kNow).size(), std::size_t(5'000));
        QVERIFY2(timer.elapsed() < 2'000, "filtering 20,000 listings took too long");
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
