// SPDX-License-Identifier: GPL-3.0-or-later
#include "cars.h"
#include "vehicle/assess.h"
#include "vehicle/owners.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
const UnixTime kNow = day(2026, 11, 24);

Assessment assessed(const History& history, const TitleState& title = {})
{
    return assess(history.records, title, Provenance::Proven, kNow);
}

RecordContent looked(std::vector<Looked> topics)
{
    RecordContent out;
    out.checked = std::move(topics);
    return out;
}

RecordContent campaign(const char* reference)
{
    RecordContent out;
    out.reference = reference;
    return out;
}

RecordContent hit(std::vector<BodyZone> zones, std::optional<Cost> cost = {})
{
    RecordContent out;
    out.zones = std::move(zones);
    out.cost = std::move(cost);
    return out;
}

RecordContent recovered()
{
    RecordContent out;
    out.resolved = true;
    return out;
}

RecordContent correcting(std::uint64_t index)
{
    RecordContent out;
    out.corrects = index;
    return out;
}

// A car wound back by 43,500 km, with 23 months without a reading.
History outback()
{
    History out;
    out.add(RecordKind::Production, day(2016, 4, 10), 0, ProviderRole::Manufacturer)
        .add(RecordKind::Service, day(2017, 1, 5), 14'800, ProviderRole::Dealer)
        .add(RecordKind::Service, day(2017, 11, 30), 31'500, ProviderRole::Dealer)
        .add(RecordKind::Service, day(2018, 9, 11), 47'900)
        .add(RecordKind::Service, day(2019, 7, 2), 66'300, ProviderRole::Dealer)
        .add(RecordKind::Service, day(2021, 5, 22), 98'400, ProviderRole::Dealer)
        .add(RecordKind::Inspection, day(2022, 4, 1), 117'000, ProviderRole::Inspector)
        .add(RecordKind::Accident, day(2022, 5, 9), 0, ProviderRole::Insurer,
             hit({BodyZone::RearLeft}, Cost{624'000, "CAD"}))
        .add(RecordKind::Repair, day(2022, 6, 20), 0, ProviderRole::RepairShop, hit({BodyZone::RearLeft}))
        .add(RecordKind::Inspection, day(2023, 3, 20), 141'000, ProviderRole::Inspector)
        .add(RecordKind::Inspection, day(2024, 3, 12), 162'400, ProviderRole::Inspector)
        .add(RecordKind::Odometer, day(2024, 6, 3), 118'900, ProviderRole::Dealer)
        .add(RecordKind::Inspection, day(2025, 4, 20), 123'000, ProviderRole::Inspector)
        .add(RecordKind::Service, day(2026, 3, 14), 128'800)
        .add(RecordKind::Inspection, day(2026, 10, 28), 131'660, ProviderRole::Inspector);
    return out;
}
} // namespace

class TestAssess : public QObject
{
    Q_OBJECT

private slots:
    void rolledBackCar()
    {
        const Assessment car = assessed(outback());
        QCOMPARE(car.odometer.rollbacks.size(), std::size_t(1));
        QCOMPARE(car.odometer.rollbacks[0].lostKm(), 43'500U);
        QCOMPARE(car.odometer.lastKm, 131'660U);
        QCOMPARE(car.odometer.likelyTrueKm, 175'160U);
        QCOMPARE(car.odometer.gaps.size(), std::size_t(1));
        QCOMPARE(car.odometer.gaps[0].months, 23);
        const Verdict& odometer = car.of(Topic::Odometer);
        QCOMPARE(odometer.status, Status::Problem);
        QCOMPARE(odometer.fact, Fact::RolledBack);
        QCOMPARE(odometer.numbers, (std::vector<std::int64_t>{43'500, day(2024, 3, 12), day(2024, 6, 3), 1}));
        QCOMPARE(odometer.records, (std::vector<std::uint64_t>{10, 11}));
        QCOMPARE(odometer.provenance, Provenance::Proven);
        const Verdict& accidents = car.of(Topic::Accidents);
        QCOMPARE(accidents.status, Status::Attention);
        QCOMPARE(accidents.fact, Fact::AccidentsRepaired);
        QCOMPARE(accidents.numbers, (std::vector<std::int64_t>{1, day(2022, 5, 9)}));
        QCOMPARE(accidents.provenance, Provenance::Reported);
        QCOMPARE(car.of(Topic::Title).status, Status::Clean);
        QCOMPARE(car.of(Topic::Liens).status, Status::Clean);
        QCOMPARE(car.of(Topic::Recalls).fact, Fact::MakerDoesNotReport);
        QCOMPARE(car.of(Topic::Recalls).status, Status::NoData);
        QCOMPARE(car.of(Topic::Theft).fact, Fact::NoPoliceSource);
        QCOMPARE(car.of(Topic::Theft).status, Status::NoData);
    }

    // Silence is never clean.
    void emptyHistory()
    {
        const Assessment car = assessed({});
        for (const Topic topic : {Topic::Odometer, Topic::Accidents, Topic::Recalls, Topic::Theft}) {
            QCOMPARE(car.of(topic).status, Status::NoData);
        }
    }

    void ownersWordIsNotClean()
    {
        History history;
        history.add(RecordKind::Odometer, day(2026, 5, 1), 1'000)
            .add(RecordKind::OwnerStatement, day(2026, 6, 1), 2'000, ProviderRole::None,
                 looked({Looked::Accidents, Looked::Recalls, Looked::Theft}));
        const Assessment car = assessed(history);
        QCOMPARE(car.of(Topic::Odometer).fact, Fact::OwnerReadingsOnly);
        QCOMPARE(car.of(Topic::Odometer).status, Status::Attention);
        QCOMPARE(car.of(Topic::Accidents).status, Status::NoData);
        QCOMPARE(car.of(Topic::Recalls).status, Status::NoData);
        QCOMPARE(car.of(Topic::Theft).status, Status::NoData);
    }

    void cleanWhereSomebodyLooked()
    {
        History history;
        history.add(RecordKind::Odometer, day(2026, 1, 1), 1'000, ProviderRole::Dealer)
            .add(RecordKind::Inspection, day(2026, 5, 1), 5'000, ProviderRole::Inspector,
                 looked({Looked::Accidents, Looked::Recalls, Looked::Theft}))
            .add(RecordKind::Inspection, day(2026, 6, 1), 6'000, ProviderRole::Government, looked({Looked::Theft}));
        const Assessment car = assessed(history);
        QCOMPARE(car.of(Topic::Odometer).status, Status::Clean);
        QCOMPARE(car.of(Topic::Odometer).numbers, (std::vector<std::int64_t>{3, 3}));
        QCOMPARE(car.of(Topic::Accidents).fact, Fact::NoneRecorded);
        QCOMPARE(car.of(Topic::Accidents).numbers, (std::vector<std::int64_t>{day(2026, 5, 1)}));
        QCOMPARE(car.of(Topic::Recalls).fact, Fact::NoRecallOpen);
        // The inspector cannot know of thefts; the authority can.
        QCOMPARE(car.of(Topic::Theft).fact, Fact::NotReportedStolen);
        QCOMPARE(car.of(Topic::Theft).records, (std::vector<std::uint64_t>{2}));
    }

    void recalls()
    {
        History history;
        history.add(RecordKind::RecallOpened, day(2025, 1, 1), 0, ProviderRole::Manufacturer, campaign("A1"))
            .add(RecordKind::RecallOpened, day(2025, 2, 1), 0, ProviderRole::Manufacturer, campaign("B2"))
            .add(RecordKind::RecallClosed, day(2025, 3, 1), 0, ProviderRole::Manufacturer, campaign("A1"));
        QCOMPARE(assessed(history).of(Topic::Recalls).fact, Fact::RecallsOpen);
        QCOMPARE(assessed(history).of(Topic::Recalls).numbers, (std::vector<std::int64_t>{1, 2}));
        history.add(RecordKind::RecallClosed, day(2025, 4, 1), 0, ProviderRole::Manufacturer, campaign("A1"));
        QCOMPARE(assessed(history).of(Topic::Recalls).fact, Fact::RecallsOpen); // closing A1 twice leaves B2 open
        history.add(RecordKind::RecallClosed, day(2025, 5, 1), 0, ProviderRole::Manufacturer, campaign("B2"));
        QCOMPARE(assessed(history).of(Topic::Recalls).status, Status::Clean);
        QCOMPARE(assessed(history).of(Topic::Recalls).numbers, (std::vector<std::int64_t>{2, day(2025, 5, 1)}));
    }

    void theft()
    {
        History history;
        history.add(RecordKind::Theft, day(2025, 1, 1), 0, ProviderRole::Government);
        QCOMPARE(assessed(history).of(Topic::Theft).status, Status::Problem);
        history.add(RecordKind::Theft, day(2025, 2, 1), 0, ProviderRole::Government, recovered());
        QCOMPARE(assessed(history).of(Topic::Theft).fact, Fact::StolenAndRecovered);
        QCOMPARE(assessed(history).of(Topic::Theft).numbers,
                 (std::vector<std::int64_t>{day(2025, 1, 1), day(2025, 2, 1)}));
        history.add(RecordKind::Theft, day(2025, 3, 1), 0, ProviderRole::Government);
        QCOMPARE(assessed(history).of(Topic::Theft).fact, Fact::ReportedStolen);
    }

    void titleAndLien()
    {
        History history;
        history.add(RecordKind::Lien, day(2025, 1, 1), 0, ProviderRole::Lender);
        QCOMPARE(assessed(history, TitleState{true, false}).of(Topic::Title).fact, Fact::TitleInDeal);
        const Verdict lien = assessed(history, TitleState{false, true}).of(Topic::Liens);
        QCOMPARE(lien.fact, Fact::LienOnTitle);
        QCOMPARE(lien.numbers, (std::vector<std::int64_t>{day(2025, 1, 1)}));
        QCOMPARE(assessed(history).of(Topic::Liens).status, Status::Clean); // released since
        history.add(RecordKind::TitleBrand, day(2025, 5, 1), 0, ProviderRole::Government);
        QCOMPARE(assessed(history).of(Topic::Title).fact, Fact::TitleBranded);
        history.add(RecordKind::TotalLoss, day(2025, 6, 1), 0, ProviderRole::Insurer);
        QCOMPARE(assessed(history).of(Topic::Title).fact, Fact::TotalLoss);
        QCOMPARE(assessed(history).of(Topic::Title).status, Status::Problem);
    }

    void corrections()
    {
        History history;
        history.add(RecordKind::Odometer, day(2026, 1, 1), 50'000, ProviderRole::Dealer)
            .add(RecordKind::Odometer, day(2026, 2, 1), 510'000, ProviderRole::Dealer) // one zero too many
            .add(RecordKind::Odometer, day(2026, 3, 1), 52'000, ProviderRole::Inspector);
        QCOMPARE(assessed(history).of(Topic::Odometer).fact, Fact::RolledBack);
        History byAnother = history;
        byAnother.add(RecordKind::Correction, day(2026, 4, 1), 0, ProviderRole::Inspector, correcting(1));
        QCOMPARE(assessed(byAnother).of(Topic::Odometer).fact, Fact::RolledBack); // only the issuer corrects
        History byIssuer = history;
        byIssuer.add(RecordKind::Correction, day(2026, 4, 1), 0, ProviderRole::Dealer, correcting(1));
        QCOMPARE(assessed(byIssuer).of(Topic::Odometer).status, Status::Clean);
        History ahead = history;
        ahead.add(RecordKind::Correction, day(2026, 4, 1), 0, ProviderRole::Dealer, correcting(999'999));
        QCOMPARE(assessed(ahead).of(Topic::Odometer).fact, Fact::RolledBack);
    }

    void claimsOfTheSameAccident()
    {
        History history;
        history.add(RecordKind::Accident, day(2025, 1, 1), 0, ProviderRole::Insurer, hit({BodyZone::Front}))
            .add(RecordKind::InsuranceClaim, day(2025, 2, 1), 0, ProviderRole::Insurer,
                 hit({BodyZone::Front}, Cost{100, "EUR"}))
            .add(RecordKind::InsuranceClaim, day(2025, 2, 2), 0, ProviderRole::Insurer, hit({BodyZone::Rear}))
            .add(RecordKind::InsuranceClaim, day(2025, 12, 1), 0, ProviderRole::Insurer, hit({BodyZone::Front}));
        const auto accidents = accidentsOf(history.records);
        QCOMPARE(accidents.size(), std::size_t(3));
        QCOMPARE(accidents[0].cost.value(), (Cost{100, "EUR"}));
        QCOMPARE(assessed(history).of(Topic::Accidents).fact, Fact::AccidentsOpen);
        QCOMPARE(assessed(history).of(Topic::Accidents).numbers.back(), std::int64_t(3));
    }

    void coverage()
    {
        const Coverage matrix = coverageOf(outback().records, kNow);
        QCOMPARE(matrix.firstYear, 2016);
        QCOMPARE(matrix.lastYear, 2026);
        const auto cell = [&](CoverageRow row, int year) {
            return matrix.counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(year - 2016)];
        };
        QCOMPARE(cell(CoverageRow::Repair, 2017), std::uint16_t(2));
        QCOMPARE(cell(CoverageRow::Repair, 2018), std::uint16_t(0)); // the owner's own entry
        QCOMPARE(cell(CoverageRow::Repair, 2020), std::uint16_t(0));
        QCOMPARE(cell(CoverageRow::Insurer, 2022), std::uint16_t(1));
        QCOMPARE(cell(CoverageRow::Inspection, 2026), std::uint16_t(1));
        const Coverage none = coverageOf({}, kNow);
        QVERIFY(none.lastYear < none.firstYear);
        QVERIFY(none.counts[0].empty());
    }

    void gapUntilToday()
    {
        History history;
        history.add(RecordKind::Inspection, day(2024, 1, 1), 10, ProviderRole::Inspector);
        const Assessment car = assessed(history);
        QCOMPARE(car.of(Topic::Odometer).fact, Fact::ReadingGap);
        QCOMPARE(car.odometer.gaps.back().to, kNow);
    }

    void owners()
    {
        const Address book = someone(0xb0);
        const Address safe = someone(0x5a);
        const auto move = [](const Address& from, const Address& to, UnixTime time) {
            return TitleTransfer{from, to, time, {}};
        };
        const std::vector<Address> keepers = {book, safe};
        // Registered by 1, sold to 2 through a deal, a deal with 3 refunded, given to 4.
        const std::vector<TitleTransfer> moves = {move({}, someone(1), 10),   move(someone(1), book, 20),
                                                  move(book, safe, 20),       move(safe, someone(2), 30),
                                                  move(someone(2), book, 40), move(book, safe, 40),
                                                  move(safe, someone(2), 50), move(someone(2), someone(4), 60)};
        const auto spans = ownersOf(moves, keepers);
        QCOMPARE(spans.size(), std::size_t(3));
        QCOMPARE(spans[0].owner, someone(1));
        QCOMPARE(spans[0].until.value(), UnixTime(30));
        QCOMPARE(spans[1].from, UnixTime(30));
        QCOMPARE(spans[1].until.value(), UnixTime(60));
        QCOMPARE(spans[2].owner, someone(4));
        QVERIFY(!spans[2].until.has_value());
        auto hole = moves;
        hole.erase(hole.begin() + 3);
        QVERIFY(ownersOf(hole, keepers).empty());
    }
};

QTEST_GUILESS_MAIN(TestAssess)
#include "tst_assess.moc"
