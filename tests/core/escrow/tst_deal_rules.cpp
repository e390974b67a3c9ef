// SPDX-License-Identifier: GPL-3.0-or-later
// Every state, every person, every time around the deadlines: held against the table of docs/protocol.md, written here
// a second time and in another form.
#include "sample_deal.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace autochain;
using namespace autochain::escrow;
using namespace autochain::escrow::sample;

namespace
{
struct Row { // who may do it, in which states, from when, until when (contract time, inclusive)
    ActionKind kind;
    std::set<Party> who;
    std::set<State> states;
    std::function<std::uint64_t(const DealView&)> after;
    std::function<std::uint64_t(const DealView&)> until;
};

std::uint64_t never(const DealView&)
{
    return 0;
}

const std::vector<Row>& table()
{
    using P = Party;
    using S = State;
    const std::set<S> settleable = {S::BothIn, S::Disputed, S::SubstituteRules};
    const std::set<P> sides = {P::Buyer, P::Seller};
    const std::set<P> anyone = {P::Buyer, P::Seller, P::Appraiser, P::Substitute};
    static const std::vector<Row> kTable = {
        {ActionKind::WithdrawOffer, {P::Buyer}, {S::Offered}, never, never},
        {ActionKind::Accept, {P::Seller}, {S::Offered}, never, [](const DealView& d) { return d.terms.seatBy; }},
        {ActionKind::TakeSeat, {P::Appraiser}, {S::Accepted}, never, [](const DealView& d) { return d.terms.seatBy; }},
        {ActionKind::Deposit, {P::Seller}, {S::Funded}, never, [](const DealView& d) { return d.terms.depositBy; }},
        {ActionKind::SignRelease, sides, settleable, never, never},
        {ActionKind::SignRefund, sides, {S::Funded, S::BothIn, S::Disputed, S::SubstituteRules}, never, never},
        {ActionKind::ProposeSplit, sides, settleable, never, never},
        {ActionKind::OpenDispute, sides, {S::BothIn}, [](const DealView& d) { return d.terms.handoverBy; }, never},
        {ActionKind::Rule, {P::Appraiser}, {S::Disputed, S::SubstituteRules}, never, never},
        {ActionKind::CancelUnfunded, anyone, {S::Accepted}, [](const DealView& d) { return d.terms.fundBy; }, never},
        {ActionKind::RefundNoTitle, anyone, {S::Funded}, [](const DealView& d) { return d.terms.depositBy; }, never},
        {ActionKind::ReplaceAppraiser, anyone, {S::Disputed}, [](const DealView& d) { return d.deal.ruleBy; }, never},
        {ActionKind::FallbackSplit,
         anyone,
         {S::SubstituteRules},
         [](const DealView& d) { return d.deal.ruleBy; },
         never},
    };
    return kTable;
}

bool expected(const Row& row, const DealView& deal, Party party, UnixTime now)
{
    const auto at = static_cast<std::uint64_t>(now);
    const bool timely =
        (row.after(deal) == 0 || at > row.after(deal)) && (row.until(deal) == 0 || at <= row.until(deal));
    return row.who.contains(party) && row.states.contains(deal.deal.state) && timely;
}

std::vector<Address> everybody()
{
    return {alice().address(), bob().address(), martin().address(), ingrid().address(), mallory().address(), Address()};
}
} // namespace

class TestDealRules : public QObject
{
    Q_OBJECT

private slots:
    void enabledExactlyByTheTable()
    {
        int checked = 0;
        for (const State state : kStates) {
            const DealView deal = dealIn(state);
            for (const UnixTime now : interestingTimes(deal)) {
                for (const Address& me : everybody()) {
                    for (const Row& row : table()) {
                        const Action action = actionOf(deal, me, now, row.kind);
                        const bool want = expected(row, deal, partyOf(deal, me), now);
                        QVERIFY2(action.enabled == want,
                                 qPrintable(QStringLiteral("kind %1 state %2 party %3 now %4 want %5")
                                                .arg(int(row.kind))
                                                .arg(int(state))
                                                .arg(int(partyOf(deal, me)))
                                                .arg(now)
                                                .arg(want)));
                        QCOMPARE(action.whyNot == WhyNot::None, action.enabled);
                        ++checked;
                    }
                }
            }
        }
        QVERIFY(checked > 8'000);
    }

    void fundingNeedsTheSeat()
    {
        const DealView empty = dealIn(State::Accepted);
        QCOMPARE(actionOf(empty, alice().address(), kStart, ActionKind::Fund).whyNot, WhyNot::AppraiserNotSeated);
        const DealView seated = seatedDeal();
        const auto fundBy = static_cast<UnixTime>(seated.terms.fundBy);
        QVERIFY(actionOf(seated, alice().address(), fundBy, ActionKind::Fund).enabled);
        QCOMPARE(actionOf(seated, alice().address(), fundBy + 1, ActionKind::Fund).whyNot, WhyNot::TooLate);
        QCOMPARE(actionOf(seated, bob().address(), kStart, ActionKind::Fund).whyNot, WhyNot::NotYourRole);
        QCOMPARE(actionOf(seated, martin().address(), kStart, ActionKind::TakeSeat).whyNot, WhyNot::WrongStage);
    }

    // Nothing that moves money or title is ever open to somebody outside the deal, whatever was signed.
    void strangersMoveNothing()
    {
        for (const State state : kStates) {
            DealView deal = dealIn(state);
            if (state >= State::BothIn && state <= State::SubstituteRules) {
                deal.coSignatures.push_back(coSign(deal, alice(), releaseOf(deal.terms, deal.deal)));
                deal.coSignatures.push_back(coSign(deal, bob(), refundOf(deal.terms, deal.deal)));
            }
            for (const UnixTime now : interestingTimes(deal)) {
                for (const Address& me : {mallory().address(), Address()}) {
                    for (const Action& action : availableActions(deal, me, now)) {
                        QVERIFY(!action.enabled);
                    }
                }
            }
        }
    }

    void everyKindIsAnswered()
    {
        for (const State state : kStates) {
            std::set<ActionKind> kinds;
            for (const Action& action : availableActions(dealIn(state), alice().address(), kStart)) {
                kinds.insert(action.kind);
            }
            QCOMPARE(kinds.size(), std::size_t(19)); // all but Offer
        }
    }

    void releaseWaitsForTheOtherSide()
    {
        DealView deal = dealIn(State::BothIn);
        const Settlement release = releaseOf(deal.terms, deal.deal);
        QCOMPARE(actionOf(deal, alice().address(), kStart, ActionKind::ExecuteRelease).whyNot,
                 WhyNot::NeedsOtherSignature);
        deal.coSignatures.push_back(coSign(deal, bob(), release));
        const Action action = actionOf(deal, alice().address(), kStart, ActionKind::ExecuteRelease);
        QVERIFY(action.enabled);
        QCOMPARE(*action.settlement, release);
        QCOMPARE(actionOf(deal, bob().address(), kStart, ActionKind::SignRelease).whyNot, WhyNot::AlreadySigned);
        QCOMPARE(actionOf(deal, bob().address(), kStart, ActionKind::ExecuteRelease).whyNot,
                 WhyNot::NeedsOtherSignature);
        QCOMPARE(whoseTurn(deal, kStart), (Turn{Party::Buyer, ActionKind::ExecuteRelease}));
        QVERIFY(isMyTurn(deal, alice().address(), kStart));
        QVERIFY(!isMyTurn(deal, bob().address(), kStart));
    }

    void splitsAreKeptApart()
    {
        DealView deal = dealIn(State::BothIn);
        const Settlement mine = splitOf(deal.terms, deal.deal, auc(4'000), true).value();
        const Settlement theirs = splitOf(deal.terms, deal.deal, auc(1'000), true).value();
        deal.coSignatures.push_back(coSign(deal, alice(), mine));
        deal.coSignatures.push_back(coSign(deal, bob(), theirs));
        const Address me = alice().address();
        QCOMPARE(actionOf(deal, me, kStart, ActionKind::ExecuteSplit, mine).whyNot, WhyNot::NeedsOtherSignature);
        QVERIFY(actionOf(deal, me, kStart, ActionKind::ExecuteSplit, theirs).enabled);
        QCOMPARE(actionOf(deal, me, kStart, ActionKind::SignSplit, mine).whyNot, WhyNot::AlreadySigned);
        const Settlement other = splitOf(deal.terms, deal.deal, auc(5), true).value();
        QVERIFY(!actionOf(deal, me, kStart, ActionKind::ExecuteSplit, other).enabled);
    }

    void onlyTheFavouredSideCarriesOutARuling()
    {
        DealView deal = dealIn(State::Disputed);
        const std::string why = "The gearbox slips when warm.";
        const Settlement forAlice = rulingOf(deal.terms, deal.deal, true, why).value();
        QCOMPARE(actionOf(deal, alice().address(), kStart, ActionKind::CoSignRuling).whyNot, WhyNot::NoRuling);
        // The favoured side's own signature is no ruling.
        deal.coSignatures.push_back(coSign(deal, alice(), forAlice, why));
        QCOMPARE(actionOf(deal, alice().address(), kStart, ActionKind::CoSignRuling).whyNot, WhyNot::NoRuling);
        QCOMPARE(stageOf(deal, kStart), DealStage::Disputed);
        deal.coSignatures.push_back(coSign(deal, martin(), forAlice, why));
        QVERIFY(actionOf(deal, alice().address(), kStart, ActionKind::CoSignRuling).enabled);
        QCOMPARE(actionOf(deal, bob().address(), kStart, ActionKind::CoSignRuling).whyNot, WhyNot::RulingNotForYou);
        QCOMPARE(actionOf(deal, martin().address(), kStart, ActionKind::Rule).whyNot, WhyNot::AlreadySigned);
        QCOMPARE(stageOf(deal, kStart), DealStage::Ruled);
        QCOMPARE(whoseTurn(deal, kStart), (Turn{Party::Buyer, ActionKind::CoSignRuling}));
        QVERIFY(warningsOf(deal, kStart) == std::vector<Warning>{Warning::RulingPending});
    }

    void acceptingNeedsAFreeTitle()
    {
        DealView deal = dealIn(State::Offered);
        const Address seller = bob().address();
        QVERIFY(actionOf(deal, seller, kStart, ActionKind::Accept).enabled);
        deal.lender = mallory().address();
        QCOMPARE(actionOf(deal, seller, kStart, ActionKind::Accept).whyNot, WhyNot::UnderLien);
        deal.titleHolder = mallory().address();
        QCOMPARE(actionOf(deal, seller, kStart, ActionKind::Accept).whyNot, WhyNot::TitleElsewhere);
        deal.vehicleDeal.bytes.fill(9);
        QCOMPARE(actionOf(deal, seller, kStart, ActionKind::Accept).whyNot, WhyNot::InOtherDeal);
    }

    void anOpenDisputeStopsTheClocks()
    {
        const DealView deal = dealIn(State::Disputed);
        const auto late = static_cast<UnixTime>(deal.deal.ruleBy) + 1'000;
        QCOMPARE(actionOf(deal, alice().address(), late, ActionKind::CancelUnfunded).whyNot, WhyNot::DisputeOpen);
        QCOMPARE(actionOf(deal, alice().address(), late, ActionKind::RefundNoTitle).whyNot, WhyNot::DisputeOpen);
        QCOMPARE(actionOf(deal, alice().address(), late, ActionKind::OpenDispute).whyNot, WhyNot::DisputeOpen);
    }

    void deadlinesNameTheirConsequence()
    {
        const auto at = [](std::uint64_t t) { return static_cast<UnixTime>(t); };
        const Terms t = terms();
        QCOMPARE(*nextDeadline(dealIn(State::Offered), kStart),
                 (Deadline{at(t.seatBy), Consequence::OfferLapses, false}));
        QCOMPARE(*nextDeadline(dealIn(State::Accepted), kStart),
                 (Deadline{at(t.seatBy), Consequence::SeatStaysEmpty, false}));
        QCOMPARE(*nextDeadline(dealIn(State::Accepted), at(t.seatBy) + 1),
                 (Deadline{at(t.fundBy), Consequence::TitleUnlocked, false}));
        QCOMPARE(*nextDeadline(seatedDeal(), at(t.fundBy) + 1),
                 (Deadline{at(t.fundBy), Consequence::TitleUnlocked, true}));
        QCOMPARE(*nextDeadline(dealIn(State::Funded), kStart),
                 (Deadline{at(t.depositBy), Consequence::MoneyBackToBuyer, false}));
        QCOMPARE(*nextDeadline(dealIn(State::BothIn), kStart),
                 (Deadline{at(t.handoverBy), Consequence::DisputePossible, false}));
        QVERIFY(!nextDeadline(dealIn(State::BothIn), at(t.handoverBy) + 1)); // silence moves nothing
        QCOMPARE(nextDeadline(dealIn(State::Disputed), kStart)->consequence, Consequence::SubstituteTakesSeat);
        QCOMPARE(nextDeadline(dealIn(State::SubstituteRules), kStart)->consequence, Consequence::FallbackSplit);
        QVERIFY(!nextDeadline(dealIn(State::Settled), kStart));
        QVERIFY(!nextDeadline(dealIn(State::Cancelled), kStart));
    }

    // Whose turn it is and what he is waited for go together: it is possible, or will be when its time comes.
    void theOneWaitedForCanAct()
    {
        for (const State state : kStates) {
            for (DealView deal : {dealIn(state), state == State::Accepted ? seatedDeal() : dealIn(state)}) {
                for (const UnixTime now : interestingTimes(deal)) {
                    const Turn turn = whoseTurn(deal, now);
                    if (turn.party == Party::Stranger) {
                        QVERIFY(!isOpen(stageOf(deal, now)));
                        continue;
                    }
                    const Action action = actionOf(deal, addressOf(deal, turn.party), now, turn.action);
                    QVERIFY2(action.enabled || action.whyNot == WhyNot::TooEarly,
                             qPrintable(QStringLiteral("state %1 turn %2 action %3 why %4")
                                            .arg(int(state))
                                            .arg(int(turn.party))
                                            .arg(int(turn.action))
                                            .arg(int(action.whyNot))));
                }
            }
        }
    }

    void substituteBecomesAppraiser()
    {
        DealView deal = dealIn(State::Disputed);
        QCOMPARE(partyOf(deal, ingrid().address()), Party::Substitute);
        const auto late = static_cast<UnixTime>(deal.deal.ruleBy) + 1;
        QCOMPARE(whoseTurn(deal, late), (Turn{Party::Substitute, ActionKind::ReplaceAppraiser}));
        deal = dealIn(State::SubstituteRules);
        QCOMPARE(partyOf(deal, ingrid().address()), Party::Appraiser);
        QCOMPARE(partyOf(deal, martin().address()), Party::Stranger);
        QVERIFY(actionOf(deal, ingrid().address(), kStart, ActionKind::Rule).enabled);
    }

    void alertsOnTheCar()
    {
        DealView deal = dealIn(State::BothIn);
        QVERIFY(warningsOf(deal, kStart).empty());
        deal.historyCount += 1;
        QVERIFY(warningsOf(deal, kStart) == std::vector<Warning>{Warning::HistoryGrew});
        deal = dealIn(State::BothIn);
        deal.safeAuc = deal.deal.funded - U256(1);
        QVERIFY(warningsOf(deal, kStart) == std::vector<Warning>{Warning::SafeShort});
        deal = dealIn(State::BothIn);
        QVERIFY(warningsOf(deal, static_cast<UnixTime>(deal.terms.handoverBy) - 3'600) ==
                std::vector<Warning>{Warning::DeadlineNear});
        deal = dealIn(State::Settled);
        deal.historyCount += 1; // the change of owner itself
        QVERIFY(warningsOf(deal, kStart).empty());
    }
};

QTEST_GUILESS_MAIN(TestDealRules)
#include "tst_deal_rules.moc"
