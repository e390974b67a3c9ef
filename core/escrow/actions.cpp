// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what and when: the table of docs/protocol.md, one function per line of it. The contracts refuse the same;
// here it is known before anything is signed.
#include "escrow/rules.h"
#include "escrow/safe_tx.h"
#include "escrow/settlement.h"

#include <algorithm>

namespace autochain::escrow
{
namespace
{
// What every line of the table looks at.
struct Look {
    const DealView& deal;
    const Address& me;
    Party party;
    UnixTime now;

    State state() const { return deal.deal.state; }
    bool closed() const { return state() == State::Settled || state() == State::Cancelled; }
    bool isSide() const { return party == Party::Buyer || party == Party::Seller; }
    bool after(std::uint64_t deadline) const { return now > 0 && static_cast<std::uint64_t>(now) > deadline; }
    bool disputed() const { return state() == State::Disputed || state() == State::SubstituteRules; }
    bool bothIn() const { return state() == State::BothIn || disputed(); }
    Address other() const { return party == Party::Buyer ? deal.terms.seller : deal.terms.buyer; }
};

Action refuse(ActionKind kind, WhyNot why, UnixTime notBefore = 0)
{
    Action action;
    action.kind = kind;
    action.whyNot = why;
    action.notBefore = notBefore;
    return action;
}

Action allow(ActionKind kind, std::uint64_t deadline = 0, std::optional<Settlement> settlement = {})
{
    Action action;
    action.kind = kind;
    action.enabled = true;
    action.deadline = static_cast<UnixTime>(deadline);
    action.settlement = std::move(settlement);
    return action;
}

Action tooLate(ActionKind kind, std::uint64_t deadline)
{
    Action action = refuse(kind, WhyNot::TooLate);
    action.deadline = static_cast<UnixTime>(deadline);
    return action;
}

// Until its deadline, then never.
Action allowUntil(const Look& look, ActionKind kind, std::uint64_t deadline)
{
    return look.after(deadline) ? tooLate(kind, deadline) : allow(kind, deadline);
}

// Once its deadline is over. The contract wants a time after it, not at it.
Action allowAfter(const Look& look, ActionKind kind, std::uint64_t deadline)
{
    return look.after(deadline) ? allow(kind) : refuse(kind, WhyNot::TooEarly, static_cast<UnixTime>(deadline) + 1);
}

Action withdrawOffer(const Look& look)
{
    return look.state() == State::Offered ? allow(ActionKind::WithdrawOffer)
                                          : refuse(ActionKind::WithdrawOffer, WhyNot::WrongStage);
}

Action accept(const Look& look)
{
    if (look.state() != State::Offered) {
        return refuse(ActionKind::Accept, WhyNot::WrongStage);
    }
    if (!look.deal.vehicleDeal.isZero()) {
        return refuse(ActionKind::Accept, WhyNot::InOtherDeal);
    }
    if (look.deal.titleHolder != look.deal.terms.seller) {
        return refuse(ActionKind::Accept, WhyNot::TitleElsewhere);
    }
    if (!look.deal.lender.isZero()) {
        return refuse(ActionKind::Accept, WhyNot::UnderLien);
    }
    return allowUntil(look, ActionKind::Accept, look.deal.terms.seatBy);
}

Action takeSeat(const Look& look)
{
    if (look.state() != State::Accepted || look.deal.seated) {
        return refuse(ActionKind::TakeSeat, WhyNot::WrongStage);
    }
    return allowUntil(look, ActionKind::TakeSeat, look.deal.terms.seatBy);
}

Action fund(const Look& look)
{
    if (look.state() != State::Accepted) {
        return refuse(ActionKind::Fund, WhyNot::WrongStage);
    }
    if (look.after(look.deal.terms.fundBy)) {
        return tooLate(ActionKind::Fund, look.deal.terms.fundBy);
    }
    return look.deal.seated ? allow(ActionKind::Fund, look.deal.terms.fundBy)
                            : refuse(ActionKind::Fund, WhyNot::AppraiserNotSeated);
}

Action deposit(const Look& look)
{
    if (look.state() == State::Offered || look.state() == State::Accepted) {
        return refuse(ActionKind::Deposit, WhyNot::NotFunded);
    }
    if (look.state() != State::Funded) {
        return refuse(ActionKind::Deposit, WhyNot::WrongStage);
    }
    if (look.deal.titleHolder != look.deal.terms.seller) {
        return refuse(ActionKind::Deposit, WhyNot::TitleElsewhere);
    }
    return allowUntil(look, ActionKind::Deposit, look.deal.terms.depositBy);
}

// Release and split need both in; a refund needs only the money.
WhyNot settleable(const Look& look, bool titleToo)
{
    if (look.state() < State::Funded) {
        return WhyNot::NotFunded;
    }
    return titleToo && look.state() == State::Funded ? WhyNot::NoTitleYet : WhyNot::None;
}

Action sign(const Look& look, ActionKind kind, const Settlement& settlement, bool titleToo)
{
    if (const WhyNot why = settleable(look, titleToo); why != WhyNot::None) {
        return refuse(kind, why);
    }
    Action action = hasSigned(look.deal, look.me, settlement) ? refuse(kind, WhyNot::AlreadySigned) : allow(kind);
    action.settlement = settlement;
    return action;
}

Action executeFixed(const Look& look, ActionKind kind, const Settlement& settlement, bool titleToo)
{
    if (const WhyNot why = settleable(look, titleToo); why != WhyNot::None) {
        return refuse(kind, why);
    }
    Action action =
        hasSigned(look.deal, look.other(), settlement) ? allow(kind) : refuse(kind, WhyNot::NeedsOtherSignature);
    action.settlement = settlement;
    return action;
}

Action proposeSplit(const Look& look)
{
    const WhyNot why = settleable(look, true);
    return why == WhyNot::None ? allow(ActionKind::ProposeSplit) : refuse(ActionKind::ProposeSplit, why);
}

std::vector<Settlement> distinct(const DealView& deal, Outcome outcome)
{
    std::vector<Settlement> out;
    for (const CoSignature& c : deal.coSignatures) {
        if (c.settlement.outcome == outcome && std::find(out.begin(), out.end(), c.settlement) == out.end()) {
            out.push_back(c.settlement);
        }
    }
    return out;
}

void addSplits(const Look& look, ActionKind kind, std::vector<Action>& out)
{
    if (const WhyNot why = settleable(look, true); why != WhyNot::None) {
        out.push_back(refuse(kind, why));
        return;
    }
    const auto splits = distinct(look.deal, Outcome::Settle);
    if (splits.empty()) {
        out.push_back(refuse(kind, WhyNot::NoProposal));
        return;
    }
    for (const Settlement& split : splits) {
        const bool mine = hasSigned(look.deal, look.me, split);
        const bool theirs = hasSigned(look.deal, look.other(), split);
        Action action = allow(kind);
        if (kind == ActionKind::SignSplit && mine) {
            action = refuse(kind, WhyNot::AlreadySigned);
        } else if (kind == ActionKind::ExecuteSplit && !theirs) {
            action = refuse(kind, WhyNot::NeedsOtherSignature);
        }
        action.settlement = split;
        out.push_back(std::move(action));
    }
}

Action openDispute(const Look& look)
{
    if (look.disputed()) {
        return refuse(ActionKind::OpenDispute, WhyNot::DisputeOpen);
    }
    if (look.state() != State::BothIn) {
        return refuse(ActionKind::OpenDispute, settleable(look, true));
    }
    return allowAfter(look, ActionKind::OpenDispute, look.deal.terms.handoverBy);
}

Action rule(const Look& look)
{
    if (!look.disputed()) {
        return refuse(ActionKind::Rule, WhyNot::NoDispute);
    }
    if (look.me != look.deal.deal.currentAppraiser) {
        return refuse(ActionKind::Rule, WhyNot::NotYourRole);
    }
    const auto rulings = distinct(look.deal, Outcome::Ruling);
    const bool ruled = std::any_of(rulings.begin(), rulings.end(),
                                   [&](const Settlement& s) { return hasSigned(look.deal, look.me, s); });
    return ruled ? refuse(ActionKind::Rule, WhyNot::AlreadySigned) : allow(ActionKind::Rule, look.deal.deal.ruleBy);
}

void addRulings(const Look& look, std::vector<Action>& out)
{
    constexpr ActionKind kind = ActionKind::CoSignRuling;
    if (!look.disputed()) {
        out.push_back(refuse(kind, WhyNot::NoDispute));
        return;
    }
    const std::size_t before = out.size();
    for (const Settlement& ruling : distinct(look.deal, Outcome::Ruling)) {
        const auto [seat, favoured] = signersOf(look.deal.terms, look.deal.deal, ruling);
        if (!hasSigned(look.deal, seat, ruling)) {
            continue; // the favoured side's own draft, not a ruling
        }
        Action action =
            favoured == look.me ? allow(kind, look.deal.deal.ruleBy) : refuse(kind, WhyNot::RulingNotForYou);
        action.settlement = ruling;
        out.push_back(std::move(action));
    }
    if (out.size() == before) {
        out.push_back(refuse(kind, WhyNot::NoRuling));
    }
}

Action clock(const Look& look, ActionKind kind, State needed, std::uint64_t deadline)
{
    if (look.state() == needed) {
        return allowAfter(look, kind, deadline);
    }
    const bool ofDispute = kind == ActionKind::ReplaceAppraiser || kind == ActionKind::FallbackSplit;
    if (ofDispute) {
        return refuse(kind, look.disputed() ? WhyNot::WrongStage : WhyNot::NoDispute);
    }
    return refuse(kind, look.disputed() ? WhyNot::DisputeOpen : WhyNot::WrongStage);
}

bool mayTry(const Look& look, ActionKind kind)
{
    switch (kind) {
    case ActionKind::Offer:
    case ActionKind::WithdrawOffer:
    case ActionKind::Fund:
        return look.party == Party::Buyer;
    case ActionKind::Accept:
    case ActionKind::Deposit:
        return look.party == Party::Seller;
    case ActionKind::TakeSeat:
    case ActionKind::Rule:
        return look.party == Party::Appraiser;
    case ActionKind::CancelUnfunded:
    case ActionKind::RefundNoTitle:
    case ActionKind::ReplaceAppraiser:
    case ActionKind::FallbackSplit:
        return look.party != Party::Stranger;
    default:
        return look.isSide();
    }
}

void addAction(const Look& look, ActionKind kind, std::vector<Action>& out)
{
    const Terms& terms = look.deal.terms;
    const Deal& deal = look.deal.deal;
    switch (kind) {
    case ActionKind::Offer:
        return out.push_back(refuse(kind, WhyNot::WrongStage)); // this deal is offered already
    case ActionKind::WithdrawOffer:
        return out.push_back(withdrawOffer(look));
    case ActionKind::Accept:
        return out.push_back(accept(look));
    case ActionKind::TakeSeat:
        return out.push_back(takeSeat(look));
    case ActionKind::Fund:
        return out.push_back(fund(look));
    case ActionKind::Deposit:
        return out.push_back(deposit(look));
    case ActionKind::SignRelease:
        return out.push_back(sign(look, kind, releaseOf(terms, deal), true));
    case ActionKind::SignRefund:
        return out.push_back(sign(look, kind, refundOf(terms, deal), false));
    case ActionKind::ProposeSplit:
        return out.push_back(proposeSplit(look));
    case ActionKind::SignSplit:
    case ActionKind::ExecuteSplit:
        return addSplits(look, kind, out);
    case ActionKind::ExecuteRelease:
        return out.push_back(executeFixed(look, kind, releaseOf(terms, deal), true));
    case ActionKind::ExecuteRefund:
        return out.push_back(executeFixed(look, kind, refundOf(terms, deal), false));
    case ActionKind::OpenDispute:
        return out.push_back(openDispute(look));
    case ActionKind::Rule:
        return out.push_back(rule(look));
    case ActionKind::CoSignRuling:
        return addRulings(look, out);
    case ActionKind::CancelUnfunded:
        return out.push_back(clock(look, kind, State::Accepted, terms.fundBy));
    case ActionKind::RefundNoTitle:
        return out.push_back(clock(look, kind, State::Funded, terms.depositBy));
    case ActionKind::ReplaceAppraiser:
        return out.push_back(clock(look, kind, State::Disputed, deal.ruleBy));
    case ActionKind::FallbackSplit:
        return out.push_back(clock(look, kind, State::SubstituteRules, deal.ruleBy));
    }
}
} // namespace

bool movesMoneyOrTitle(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Fund:
    case ActionKind::Deposit:
    case ActionKind::SignRelease:
    case ActionKind::SignRefund:
    case ActionKind::ProposeSplit:
    case ActionKind::SignSplit:
    case ActionKind::ExecuteRelease:
    case ActionKind::ExecuteRefund:
    case ActionKind::ExecuteSplit:
    case ActionKind::Rule:
    case ActionKind::CoSignRuling:
    case ActionKind::RefundNoTitle:
    case ActionKind::FallbackSplit:
        return true;
    default:
        return false;
    }
}

std::vector<Action> availableActions(const DealView& deal, const Address& me, UnixTime now)
{
    const Look look{deal, me, partyOf(deal, me), now};
    std::vector<Action> out;
    for (int i = static_cast<int>(ActionKind::WithdrawOffer); i <= static_cast<int>(ActionKind::FallbackSplit); ++i) {
        const auto kind = static_cast<ActionKind>(i);
        if (deal.deal.state == State::None) {
            out.push_back(refuse(kind, WhyNot::WrongStage));
        } else if (!mayTry(look, kind)) {
            out.push_back(refuse(kind, WhyNot::NotYourRole));
        } else if (look.closed()) {
            out.push_back(refuse(kind, WhyNot::DealClosed));
        } else {
            addAction(look, kind, out);
        }
    }
    return out;
}

Action actionOf(const DealView& deal, const Address& me, UnixTime now, ActionKind kind,
                const std::optional<Settlement>& settlement)
{
    Action found = refuse(kind, WhyNot::WrongStage);
    for (Action& action : availableActions(deal, me, now)) {
        if (action.kind != kind) {
            continue;
        }
        const bool wanted = !settlement || !action.settlement || *action.settlement == *settlement;
        if (wanted) {
            return std::move(action);
        }
        found = refuse(kind, WhyNot::NeedsOtherSignature); // there are others, not this one
    }
    return found;
}

} // namespace autochain::escrow
