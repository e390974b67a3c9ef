// SPDX-License-Identifier: GPL-3.0-or-later
#include "cars.h"
#include "vehicle/score.h"

#include <QTest>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
const UnixTime kNow = day(2026, 11, 24);

RecordContent looked(std::vector<Looked> at)
{
    RecordContent content;
    content.checked = std::move(at);
    return content;
}

// Inspected every year, all topics looked at by somebody able to know.
History spotless()
{
    History out;
    out.add(RecordKind::Production, day(2021, 3, 1), 8, ProviderRole::Manufacturer);
    for (int year = 2021; year <= 2026; ++year) {
        out.add(RecordKind::Inspection, day(year, 10, 1), static_cast<std::uint32_t>(12'000 * (year - 2020)),
                ProviderRole::Inspector, looked({Looked::Accidents, Looked::Recalls, Looked::Odometer}));
    }
    out.add(RecordKind::Odometer, day(2026, 11, 1), 74'000, ProviderRole::Government, looked({Looked::Theft}));
    return out;
}

Score scoreOf(const History& history, TitleState title = {})
{
    return vehicle::scoreOf(assess(history.records, title, Provenance::Proven, kNow), history.records, kNow);
}

const ScoreReason& reason(const Score& score, ScorePart part)
{
    return score.reasons[static_cast<std::size_t>(part)];
}
} // namespace

class TestScore : public QObject
{
    Q_OBJECT

private slots:
    void weightsAddUpToAHundred()
    {
        int sum = 0;
        for (const ScorePart part : kScoreParts) {
            sum += scoreWeight(part);
        }
        QCOMPARE(sum, 100);
    }

    void everythingKnownAndGood()
    {
        const Score score = scoreOf(spotless());
        QCOMPARE(score.known, 100);
        QCOMPARE(score.earned, 100);
        QCOMPARE(score.atMost(), 100);
        QVERIFY(score.enoughKnown());
        QCOMPARE(reason(score, ScorePart::Upkeep).records.size(), std::size_t{6});
    }

    void silenceIsNotGood()
    {
        History quiet;
        quiet.add(RecordKind::Odometer, day(2024, 5, 1), 81'000).add(RecordKind::OwnerStatement, day(2024, 6, 1), 0);
        const Score score = scoreOf(quiet);
        QVERIFY(!score.enoughKnown());
        QCOMPARE(score.known, scoreWeight(ScorePart::Title) + scoreWeight(ScorePart::Liens));
        QVERIFY(!reason(score, ScorePart::Odometer).known); // the owner's own word is no witness
        QCOMPARE(score.atMost(), 100);
        QVERIFY(!scoreOf(History{}).enoughKnown());
    }

    void eachFaultCosts()
    {
        History turned = spotless();
        turned.add(RecordKind::Inspection, day(2026, 11, 10), 40'000, ProviderRole::Inspector);
        QCOMPARE(reason(scoreOf(turned), ScorePart::Odometer).points, 0);

        History impossible = spotless();
        impossible.add(RecordKind::Inspection, day(2026, 11, 3), 740'000, ProviderRole::Inspector);
        QCOMPARE(reason(scoreOf(impossible), ScorePart::Odometer).points, 8);

        History crashed = spotless();
        RecordContent hit;
        hit.zones = {BodyZone::Rear};
        crashed.add(RecordKind::Accident, day(2026, 11, 2), 0, ProviderRole::Insurer, hit);
        QCOMPARE(reason(scoreOf(crashed), ScorePart::Accidents).points, 10);
        crashed.add(RecordKind::Repair, day(2026, 11, 20), 0, ProviderRole::RepairShop, hit);
        QCOMPARE(reason(scoreOf(crashed), ScorePart::Accidents).points, 15);

        History branded = spotless();
        branded.add(RecordKind::TitleBrand, day(2026, 11, 2), 0, ProviderRole::Government);
        QCOMPARE(reason(scoreOf(branded), ScorePart::Title).points, 5);
        branded.add(RecordKind::Scrapped, day(2026, 11, 3), 0, ProviderRole::Government);
        QCOMPARE(reason(scoreOf(branded), ScorePart::Title).points, 0);

        History stolen = spotless();
        stolen.add(RecordKind::Theft, day(2026, 11, 2), 0, ProviderRole::Government);
        QCOMPARE(reason(scoreOf(stolen), ScorePart::Theft).points, 0);

        History recalled = spotless();
        recalled.add(RecordKind::RecallOpened, day(2026, 11, 2), 0, ProviderRole::Manufacturer);
        QCOMPARE(reason(scoreOf(recalled), ScorePart::Recalls).points, 4);

        QCOMPARE(reason(scoreOf(spotless(), {false, true}), ScorePart::Liens).points, 0);
    }

    void yearsWithoutUpkeepCost()
    {
        History gap = spotless();
        gap.records.erase(gap.records.begin() + 2, gap.records.begin() + 5);
        for (std::size_t i = 0; i < gap.records.size(); ++i) {
            gap.records[i].index = i;
        }
        const Score score = scoreOf(gap);
        QCOMPARE(reason(score, ScorePart::Upkeep).points, 15 * 3 / 6);
        QVERIFY(reason(score, ScorePart::Odometer).points < scoreWeight(ScorePart::Odometer));
        QVERIFY(score.earned < 100);
    }

    void noPartLeavesItsBounds_data()
    {
        QTest::addColumn<int>("accidents");
        QTest::addColumn<int>("recalls");
        QTest::newRow("one each") << 1 << 1;
        QTest::newRow("many") << 40 << 40;
    }
    void noPartLeavesItsBounds()
    {
        QFETCH(int, accidents);
        QFETCH(int, recalls);
        History history = spotless();
        for (int i = 0; i < accidents; ++i) {
            history.add(RecordKind::Accident, day(2026, 11, 2), 0, ProviderRole::Insurer);
        }
        for (int i = 0; i < recalls; ++i) {
            history.add(RecordKind::RecallOpened, day(2026, 11, 2), 0, ProviderRole::Manufacturer);
        }
        const Score score = scoreOf(history);
        for (const ScoreReason& r : score.reasons) {
            QVERIFY(r.points >= 0 && r.points <= scoreWeight(r.part));
        }
        QVERIFY(score.earned <= score.known && score.atMost() <= 100);
    }

    void whatACarCanDrive()
    {
        QCOMPARE(mostKmWithin(-5), std::uint64_t{0});
        QCOMPARE(mostKmWithin(86'400), std::uint64_t{2'400});
        QCOMPARE(mostKmWithin(30 * 86'400), std::uint64_t{2'400 + 29 * 1'200});
        QCOMPARE(mostKmWithin(365 * 86'400), std::uint64_t{2'400 + 29 * 1'200 + 335 * 700});
    }

    void impossibleRates()
    {
        History history;
        history.add(RecordKind::Inspection, day(2025, 1, 1), 10'000, ProviderRole::Inspector)
            .add(RecordKind::Service, day(2025, 1, 3), 13'600, ProviderRole::RepairShop)  // 3,600 km in two days: just
            .add(RecordKind::Service, day(2025, 1, 4), 16'001, ProviderRole::RepairShop); // one more than 2,400
        const OdometerAnalysis found = analyseOdometer(history.records, day(2025, 2, 1));
        QCOMPARE(found.impossibleRates.size(), std::size_t{1});
        QCOMPARE(found.impossibleRates[0].drivenKm(), 2'401U);
        QCOMPARE(found.impossibleRates[0].fromIndex, std::uint64_t{1});
        const Assessment car = assess(history.records, {}, Provenance::Proven, day(2025, 2, 1));
        QCOMPARE(car.of(Topic::Odometer).fact, Fact::ImpossibleRate);
        QCOMPARE(car.of(Topic::Odometer).status, Status::Attention);
        QCOMPARE(car.of(Topic::Odometer).numbers[0], std::int64_t{2'401});
    }

    // Papers handed in late carry the day of the reading, which counts.
    void lateRecordsAreNoImpossibleRates()
    {
        History history;
        RecordContent late;
        late.happenedAt = day(2024, 6, 1);
        history.add(RecordKind::Service, day(2025, 1, 1), 10'000, ProviderRole::RepairShop, late)
            .add(RecordKind::Service, day(2025, 1, 1) + 60, 30'000, ProviderRole::RepairShop);
        QVERIFY(analyseOdometer(history.records, day(2025, 2, 1)).impossibleRates.empty());
        // A day after the record is no way to stretch the time.
        history.records[1].content.happenedAt = day(2030, 1, 1);
        history.records[0].content.happenedAt.reset();
        QCOMPARE(analyseOdometer(history.records, day(2025, 2, 1)).impossibleRates.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestScore)
#include "tst_score.moc"
