// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/appraiser_calls.h"
#include "appraisal/tasks.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "sample_deal.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::appraisal;
using namespace autochain::escrow;
using namespace autochain::escrow::sample;

namespace
{
Appraiser appraiser(const Address& who)
{
    Appraiser out;
    out.address = who;
    out.profile.name = "Martin Sato";
    out.profile.rulingFee = auc(10'000);
    out.standing.stake = auc(100'000);
    out.standing.locked = auc(50'000);
    out.standing.since = kStart - 1'000;
    return out;
}

DeskRules rules()
{
    return {auc(50'000), auc(20'000)};
}

bool has(const std::vector<Error>& problems, AppraisalError code)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Error& e) { return e.is(code); });
}
} // namespace

class TestSeats : public QObject
{
    Q_OBJECT

private slots:
    void aFreeAppraiserMayTakeHisSeat()
    {
        QVERIFY(checkSeat(appraiser(martin().address()), rules(), terms(), {}, false, kStart).empty());
    }

    void tiesAndStake()
    {
        const Terms t = terms();
        const Address me = martin().address();
        Appraiser a = appraiser(me);
        a.standing.locked += U256(1);
        QVERIFY(has(checkSeat(a, rules(), t, {}, false, kStart), AppraisalError::NotEnoughFreeStake));
        a.standing.since = 0;
        QVERIFY(has(checkSeat(a, rules(), t, {}, false, kStart), AppraisalError::NotRegistered));
        a = appraiser(me);
        Ties ties;
        ties.formerHolders = {me};
        QVERIFY(has(checkSeat(a, rules(), t, ties, false, kStart), AppraisalError::SeatTied));
        ties = {};
        ties.lender = me;
        QVERIFY(has(checkSeat(a, rules(), t, ties, false, kStart), AppraisalError::SeatTied));
        ties = {};
        ties.declared = {alice().address()};
        QVERIFY(has(checkSeat(a, rules(), t, ties, false, kStart), AppraisalError::SeatTied));
        QVERIFY(has(checkSeat(a, rules(), t, {}, true, kStart), AppraisalError::SeatTaken));
        QVERIFY(
            has(checkSeat(a, rules(), t, {}, false, static_cast<UnixTime>(t.seatBy) + 1), AppraisalError::SeatTooLate));
        QVERIFY(checkSeat(a, rules(), t, {}, false, static_cast<UnixTime>(t.seatBy)).empty());
        a.profile.rulingFee = auc(12'000);
        QVERIFY(has(checkSeat(a, rules(), t, {}, false, kStart), AppraisalError::FeeDiffers));
        QVERIFY(
            has(checkSeat(appraiser(alice().address()), rules(), t, {}, false, kStart), AppraisalError::SeatIsParty));
        QVERIFY(has(checkSeat(appraiser(mallory().address()), rules(), t, {}, false, kStart),
                    AppraisalError::SeatNotYours));
    }

    void registering()
    {
        Profile p = appraiser(martin().address()).profile;
        QVERIFY(checkRegister(p, auc(50'000), auc(50'000), rules()).empty());
        QVERIFY(has(checkRegister(p, auc(49'999), auc(50'000), rules()), AppraisalError::StakeTooSmall));
        QVERIFY(has(checkRegister(p, auc(60'000), auc(50'000), rules()), AppraisalError::StakeAboveBalance));
        QVERIFY(has(checkRegister(p, {}, auc(1), DeskRules()), AppraisalError::StakeTooSmall));
        p.name = "  ";
        QVERIFY(has(checkProfile(p), AppraisalError::NameMissing));
        p.name = std::string(97, 'x');
        QVERIFY(has(checkProfile(p), AppraisalError::TextTooLong));

        NetworkFile network;
        network.contracts["auc"] = contractAddress(8);
        network.contracts["appraisalDesk"] = contractAddress(9);
        p.name = "Martin Sato";
        const Call call = registerCall(network, p, auc(50'000));
        const auto args = contracts::auc::decodeTransferAndCall(call.data);
        QVERIFY(args.ok());
        QCOMPARE(args->to, contractAddress(9));
        QCOMPARE(args->value, auc(50'000));
        QCOMPARE(contracts::appraisalDesk::decodeProfile(args->data).value().name, std::string("Martin Sato"));
        const Appraiser a = appraiser(martin().address());
        QVERIFY(withdrawStakeCall(network, a, auc(50'000)).ok());
        QVERIFY(withdrawStakeCall(network, a, auc(50'001)).error().is(AppraisalError::NotEnoughFreeStake));
        QVERIFY(!withdrawStakeCall(network, a, {}).ok());
    }

    void tasksComeInOrder()
    {
        DealView disputed = dealIn(State::Disputed);
        DealView wanted = dealIn(State::Accepted);
        wanted.id.bytes.fill(2);
        DealView onCall = dealIn(State::BothIn);
        onCall.id.bytes.fill(3);
        DealView closed = dealIn(State::Settled);
        closed.id.bytes.fill(4);
        const Address me = martin().address();
        const auto tasks = tasksOf({onCall, closed, disputed, wanted}, me, kStart);
        QCOMPARE(tasks.size(), std::size_t(3));
        QCOMPARE(tasks[0].kind, TaskKind::TakeSeat); // its deadline is the first
        QCOMPARE(tasks[0].deadline, static_cast<UnixTime>(wanted.terms.seatBy));
        QCOMPARE(tasks[1].kind, TaskKind::Rule);
        QCOMPARE(tasks[1].ifSilent, Consequence::SubstituteTakesSeat);
        QCOMPARE(tasks[1].fee, auc(10'000));
        QCOMPARE(tasks[2].kind, TaskKind::OnCall);
        QVERIFY(!tasks[2].mineToDo);
        QCOMPARE(tasksOf({closed}, me, kStart, true).front().kind, TaskKind::Closed);
        QVERIFY(tasksOf({onCall, disputed}, alice().address(), kStart).empty());
    }

    void theSubstituteComesIn()
    {
        const Address ingridHolm = ingrid().address();
        const DealView disputed = dealIn(State::Disputed);
        QCOMPARE(tasksOf({disputed}, ingridHolm, kStart).front().kind, TaskKind::StandBy);
        const auto late = static_cast<UnixTime>(disputed.deal.ruleBy) + 1;
        const Task over = tasksOf({disputed}, ingridHolm, late).front();
        QCOMPARE(over.kind, TaskKind::TakeOver);
        QVERIFY(over.mineToDo);
        QVERIFY(tasksOf({disputed}, martin().address(), late).front().late);
        const DealView hers = dealIn(State::SubstituteRules);
        QCOMPARE(tasksOf({hers}, ingridHolm, kStart).front().kind, TaskKind::Rule);
        QVERIFY(tasksOf({hers}, martin().address(), kStart).empty()); // his seat is gone
    }

    void aMissedSeatIsNothingToDo()
    {
        const DealView wanted = dealIn(State::Accepted);
        const Task missed =
            tasksOf({wanted}, martin().address(), static_cast<UnixTime>(wanted.terms.seatBy) + 1).front();
        QVERIFY(!missed.mineToDo);
        QVERIFY(missed.late);
    }
};

QTEST_GUILESS_MAIN(TestSeats)
#include "tst_seats.moc"
