// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_deal.h"

#include <QtTest>

#include <random>

using namespace autochain;
using namespace autochain::escrow;
using namespace autochain::escrow::sample;

namespace
{
U256 sumOf(const Settlement& s)
{
    return s.toBuyer + s.toSeller + s.toAppraiser;
}
} // namespace

class TestSettlement : public QObject
{
    Q_OBJECT

private slots:
    void thePapersRuling()
    {
        const DealView deal = dealIn(State::Disputed);
        const Settlement forAlice = rulingOf(deal.terms, deal.deal, true, "why").value();
        QCOMPARE(forAlice.toBuyer, auc(190'000));
        QCOMPARE(forAlice.toSeller, U256());
        QCOMPARE(forAlice.toAppraiser, auc(10'000));
        QCOMPARE(forAlice.titleTo, deal.terms.seller);
        const Settlement forBob = rulingOf(deal.terms, deal.deal, false, "why").value();
        QCOMPARE(forBob.toSeller, auc(190'000));
        QCOMPARE(forBob.toAppraiser, auc(10'000));
        QCOMPARE(forBob.titleTo, deal.terms.buyer);
        QVERIFY(rulingOf(deal.terms, deal.deal, true, "").error().is(EscrowError::ReasonsMissing));
        QCOMPARE(signersOf(deal.terms, deal.deal, forBob), std::make_pair(martin().address(), bob().address()));
        QCOMPARE(signersOf(deal.terms, deal.deal, forAlice), std::make_pair(martin().address(), alice().address()));
    }

    void releaseAndRefund()
    {
        Terms t = terms();
        t.assessmentFee = auc(1'500);
        const DealView deal = dealIn(State::BothIn, t);
        const Settlement release = releaseOf(t, deal.deal);
        QCOMPARE(release.toSeller, auc(200'000));
        QCOMPARE(release.toAppraiser, auc(1'500));
        QCOMPARE(release.toBuyer, U256());
        QCOMPARE(release.titleTo, t.buyer);
        const Settlement refund = refundOf(t, deal.deal);
        QCOMPARE(refund.toBuyer, auc(201'500));
        QCOMPARE(refund.titleTo, t.seller);
        const Settlement fallback = fallbackOf(t, deal.deal);
        QCOMPARE(fallback.toBuyer, auc(201'500));
        QCOMPARE(fallback.titleTo, t.seller);
    }

    // Whatever the terms, what a builder gives adds up and passes the check, or it refuses.
    void everySettlementAddsUp()
    {
        std::mt19937_64 random(20'240'117);
        int built = 0;
        for (int i = 0; i < 20'000; ++i) {
            Terms t = terms();
            t.price = U256(random()) * U256(random() % 1'000'000 + 1);
            if (t.price.isZero()) {
                continue;
            }
            t.rulingFee = U256(random()) % (t.price + U256(1));
            t.assessmentFee = random() % 2 ? U256(random()) % (t.price + U256(1)) : U256();
            const DealView deal = dealIn(State::Disputed, t);
            const U256 part = U256(random()) * U256(random()) % (t.due() + U256(2));
            std::vector<Settlement> all = {releaseOf(t, deal.deal), refundOf(t, deal.deal)};
            for (const bool flag : {true, false}) {
                for (const auto& result : {splitOf(t, deal.deal, part, flag), rulingOf(t, deal.deal, flag, "r"),
                                           rulingSplitOf(t, deal.deal, part, flag, "r")}) {
                    if (result.ok()) {
                        all.push_back(*result);
                    }
                }
            }
            for (const Settlement& s : all) {
                QCOMPARE(sumOf(s), deal.deal.funded);
                QVERIFY(checkSettlement(t, deal.deal, s).ok());
                ++built;
            }
            QCOMPARE(sumOf(fallbackOf(t, deal.deal)), deal.deal.funded);
        }
        QVERIFY(built > 80'000);
    }

    void hostileSettlementsAreRefused()
    {
        const DealView deal = dealIn(State::Disputed);
        const Terms& t = deal.terms;
        const auto refused = [&](const Settlement& s) { return checkSettlement(t, deal.deal, s).error(); };

        Settlement s = releaseOf(t, deal.deal);
        s.toSeller = auc(199'999);
        QVERIFY(refused(s).is(EscrowError::SumsDoNotAddUp));
        s = releaseOf(t, deal.deal);
        s.titleTo = mallory().address();
        QVERIFY(refused(s).is(EscrowError::TitleToNobody));
        s = releaseOf(t, deal.deal);
        s.titleTo = t.seller; // seller takes both
        QVERIFY(refused(s).is(EscrowError::WrongSettlement));
        s = refundOf(t, deal.deal);
        s.titleTo = t.buyer; // buyer takes both
        QVERIFY(refused(s).is(EscrowError::WrongSettlement));
        // A sum that only fits by wrapping around at 2^256.
        s = {Outcome::Settle, U256::max(), t.price + U256(1), {}, t.buyer, {}};
        QCOMPARE(sumOf(s), t.price);
        QVERIFY(refused(s).is(EscrowError::SumsDoNotAddUp));
        // An appraiser who rules himself more than his fee, or the title side both money and car.
        s = rulingOf(t, deal.deal, true, "r").value();
        s.toAppraiser += auc(1);
        s.toBuyer -= auc(1);
        QVERIFY(refused(s).is(EscrowError::WrongSettlement));
        s = rulingOf(t, deal.deal, true, "r").value();
        s.titleTo = t.buyer;
        QVERIFY(refused(s).is(EscrowError::WrongSettlement));
        s = rulingOf(t, deal.deal, true, "r").value();
        s.reasonsDigest = {};
        QVERIFY(refused(s).is(EscrowError::ReasonsMissing));
        // A clock path is nobody's to sign.
        s = fallbackOf(t, deal.deal);
        QVERIFY(refused(s).is(EscrowError::WrongSettlement));
        // A split that pays the appraiser what was never agreed.
        s = {Outcome::Settle, auc(100'000), auc(90'000), auc(10'000), t.buyer, {}};
        QVERIFY(refused(s).is(EscrowError::WrongSettlement));
    }

    void splitsAreBounded()
    {
        const DealView deal = dealIn(State::BothIn);
        QVERIFY(splitOf(deal.terms, deal.deal, auc(200'001), true).error().is(EscrowError::SumsDoNotAddUp));
        const Settlement s = splitOf(deal.terms, deal.deal, auc(4'000), true).value();
        QCOMPARE(s.toSeller, auc(196'000));
        QCOMPARE(s.titleTo, deal.terms.buyer);
        // In a ruling the side that does not take the title gets the larger part.
        QVERIFY(rulingSplitOf(deal.terms, deal.deal, auc(25'000), true, "r").ok());
        QVERIFY(rulingSplitOf(deal.terms, deal.deal, auc(100'000), true, "r").error().is(EscrowError::WrongSettlement));
        QVERIFY(rulingSplitOf(deal.terms, deal.deal, auc(190'001), false, "r").error().is(EscrowError::SumsDoNotAddUp));
    }

    void reasonsAreBound()
    {
        const DealView deal = dealIn(State::Disputed);
        const Settlement s = rulingOf(deal.terms, deal.deal, true, "The log shows P0741.").value();
        QVERIFY(checkReasons(s, "The log shows P0741.").ok());
        QVERIFY(checkReasons(s, "The log shows P0742.").error().is(EscrowError::ReasonsDoNotFit));
        QVERIFY(checkReasons(s, "").error().is(EscrowError::ReasonsMissing));
        QVERIFY(checkReasons(releaseOf(deal.terms, deal.deal), "").ok());
    }
};

QTEST_GUILESS_MAIN(TestSettlement)
#include "tst_settlement.moc"
