// SPDX-License-Identifier: GPL-3.0-or-later
// Terms and settlements: what they must be, what they move, what to think of before signing.
#include "signing/clear_signing_scene.h"

#include <algorithm>

namespace autochain::signing
{

using contracts::dealBook::Outcome;
using Terms = contracts::dealBook::Terms;
using Chosen = contracts::dealBook::Settlement;

namespace
{

bool peopleDiffer(const Terms& t)
{
    const std::array people = {t.buyer, t.seller, t.appraiser, t.substitute};
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].isZero() || std::count(people.begin(), people.end(), people[i]) != 1) {
            return false;
        }
    }
    return true;
}

// contracts/src/TermsRules.sol, as far as it needs no clock.
bool termsHold(const Terms& t)
{
    const bool ordered = t.seatBy <= t.fundBy && t.fundBy < t.depositBy && t.depositBy < t.handoverBy;
    const U256 toTitleSide = t.fallbackTitleToBuyer ? t.price : U256();
    return !t.price.isZero() && peopleDiffer(t) && ordered && t.ruleWithin != 0 && t.substituteRuleWithin != 0 &&
           t.rulingFee <= t.price && t.assessmentFee <= t.price && t.fallbackToBuyer <= t.price &&
           t.fallbackToBuyer != toTitleSide;
}

bool isPeoplesOutcome(Outcome outcome)
{
    return outcome == Outcome::Release || outcome == Outcome::Refund || outcome == Outcome::Settle ||
           outcome == Outcome::Ruling;
}

// contracts/src/SettlementTable.sol, _amountsFit.
bool amountsFit(const Terms& t, const Chosen& s, const U256& funded)
{
    const bool titleToBuyer = s.titleTo == t.buyer;
    switch (s.outcome) {
    case Outcome::Release:
        return titleToBuyer && s.toSeller == t.price && s.toAppraiser == t.assessmentFee;
    case Outcome::Refund:
        return !titleToBuyer && s.toBuyer == funded;
    case Outcome::Settle:
        return s.toAppraiser.isZero() || s.toAppraiser == t.assessmentFee;
    case Outcome::Ruling:
        return s.toAppraiser == t.rulingFee && (titleToBuyer ? s.toSeller >= s.toBuyer : s.toBuyer >= s.toSeller) &&
               !s.reasonsDigest.isZero();
    default:
        return false;
    }
}

Result<> checkTable(const Terms& t, const Chosen& s)
{
    if (!isPeoplesOutcome(s.outcome)) {
        return refused("not a settlement people sign");
    }
    if (s.titleTo != t.buyer && s.titleTo != t.seller) {
        return refused("title to neither side");
    }
    AC_TRY(const auto funded, understood(checkedAdd(t.price, t.assessmentFee), "terms"));
    const bool each = s.toBuyer <= funded && s.toSeller <= funded && s.toAppraiser <= funded;
    const auto two = checkedAdd(s.toBuyer, s.toSeller);
    const auto sum = two.ok() ? checkedAdd(*two, s.toAppraiser) : two;
    if (!each || !sum.ok() || *sum != funded) {
        return refused("amounts do not add up to what the Safe holds");
    }
    if (!amountsFit(t, s, funded)) {
        return refused("settlement does not fit the terms");
    }
    return {};
}

// Who is paid as appraiser: for an assessment the one named in the terms, for a ruling the one on the seat. Where the
// bytes do not say who that is, the address stays zero and no name is given.
Party payee(const Draft& draft, const Terms& t, const Chosen& s, const std::vector<Address>& signers)
{
    if (s.outcome != Outcome::Ruling) {
        return draft.party(t.appraiser, Role::Appraiser);
    }
    const auto onSeat = [&](const Address& who) { return who == t.appraiser || who == t.substitute; };
    const auto found = std::find_if(signers.begin(), signers.end(), onSeat);
    if (found != signers.end()) {
        return draft.party(*found, *found == t.appraiser ? Role::Appraiser : Role::Substitute);
    }
    if (onSeat(draft.context().self)) {
        return draft.party(draft.context().self, draft.isSelf(t.appraiser) ? Role::Appraiser : Role::Substitute);
    }
    return Party{{}, Role::Appraiser, {}, false};
}

void warnOfSettlement(Draft& draft, const Terms& t, const Chosen& s)
{
    const bool executing = draft.statement().kind == Kind::ExecuteSettlement;
    if (executing) {
        draft.warn(Warning::CannotUndo, draft.party(t.appraiser).name);
    } else {
        draft.warn(Warning::CannotTakeBack);
    }
    draft.warn(executing ? Warning::SafeEmptyAfterwards : Warning::LapsesWhenSettled);
    const bool buyerGetsCar = draft.isSelf(t.buyer) && s.titleTo == t.buyer && !s.toSeller.isZero();
    if (buyerGetsCar && s.outcome != Outcome::Ruling) {
        draft.warn(Warning::OnlyWithCarAndKeys);
    }
    if (draft.isSelf(t.buyer) || draft.isSelf(t.seller)) {
        draft.warn(Warning::SilencePaysNobody);
    }
}

} // namespace

Result<> describeTerms(Draft& draft, const Terms& t)
{
    if (!termsHold(t)) {
        return refused("terms contradict themselves");
    }
    draft.fact(FactKind::Buyer, draft.party(t.buyer, Role::Buyer));
    draft.fact(FactKind::Seller, draft.party(t.seller, Role::Seller));
    draft.fact(FactKind::Price, t.price);
    draft.fact(FactKind::AssessmentFee, t.assessmentFee);
    draft.fact(FactKind::RulingFee, t.rulingFee);
    draft.fact(FactKind::Appraiser, draft.party(t.appraiser, Role::Appraiser));
    draft.fact(FactKind::Substitute, draft.party(t.substitute, Role::Substitute));
    draft.fact(FactKind::SeatBy, std::uint64_t{t.seatBy});
    draft.fact(FactKind::FundBy, std::uint64_t{t.fundBy});
    draft.fact(FactKind::DepositBy, std::uint64_t{t.depositBy});
    draft.fact(FactKind::HandoverBy, std::uint64_t{t.handoverBy});
    draft.fact(FactKind::RuleWithin, std::uint64_t{t.ruleWithin});
    draft.fact(FactKind::SubstituteRuleWithin, std::uint64_t{t.substituteRuleWithin});
    draft.fact(FactKind::FallbackToBuyer, t.fallbackToBuyer);
    draft.fact(FactKind::FallbackTitle,
               t.fallbackTitleToBuyer ? draft.party(t.buyer, Role::Buyer) : draft.party(t.seller, Role::Seller));
    draft.fact(FactKind::OdometerKm, std::uint64_t{t.odometerKm});
    draft.fact(FactKind::HistoryCount, std::uint64_t{t.historyCount});
    draft.fact(FactKind::HistoryHead, t.historyHead);
    draft.fact(FactKind::ReportDigest, t.reportDigest);
    draft.fact(FactKind::Salt, t.salt);
    return {};
}

Result<> describeSettlement(Draft& draft, const Terms& t, const Chosen& s, const std::vector<Address>& signers)
{
    if (!termsHold(t)) {
        return refused("terms contradict themselves");
    }
    AC_CHECK(checkTable(t, s));
    const Party safe = draft.party(*draft.statement().deal->safe, Role::DealSafe);
    const auto pay = [&](const Party& to, const U256& amount, bool fee) {
        if (!amount.isZero()) {
            draft.move(Asset::Auc, safe, to, amount, fee);
        }
    };
    pay(draft.party(t.seller, Role::Seller), s.toSeller, false);
    pay(draft.party(t.buyer, Role::Buyer), s.toBuyer, false);
    pay(payee(draft, t, s, signers), s.toAppraiser, true);
    draft.move(Asset::Title, safe, draft.party(s.titleTo, s.titleTo == t.buyer ? Role::Buyer : Role::Seller));
    if (!s.reasonsDigest.isZero()) {
        draft.fact(FactKind::ReasonsDigest, s.reasonsDigest);
    }
    draft.statement().settlement = Settlement{s, {}};
    const auto& signedDeals = draft.context().signedDeals;
    const bool own = signedDeals.count(draft.statement().deal->id) != 0;
    draft.check(own ? Check::SameAsTermsSigned : Check::SameAsTerms);
    if (!own && (draft.isSelf(t.buyer) || draft.isSelf(t.seller))) {
        draft.warn(Warning::TermsNotSignedHere);
    }
    draft.check(Check::SafeFromTerms);
    warnOfSettlement(draft, t, s);
    return {};
}

bool maySign(const Terms& t, const Chosen& s, const Address& signer)
{
    if (s.outcome != Outcome::Ruling) {
        return signer == t.buyer || signer == t.seller;
    }
    const Address& favoured = s.titleTo == t.buyer ? t.seller : t.buyer;
    return signer == t.appraiser || signer == t.substitute || signer == favoured;
}

} // namespace autochain::signing
