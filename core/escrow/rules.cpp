// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/rules.h"

#include "escrow/safe_tx.h"
#include "escrow/settlement.h"

#include <algorithm>

namespace autochain::escrow
{
namespace
{
constexpr UnixTime kNearSeconds = 86'400;

bool isAfter(UnixTime now, std::uint64_t deadline)
{
    return now > 0 && static_cast<std::uint64_t>(now) > deadline;
}

bool isRuled(const DealView& deal)
{
    return std::any_of(deal.coSignatures.begin(), deal.coSignatures.end(), [&](const CoSignature& c) {
        return c.settlement.outcome == Outcome::Ruling && c.signer == deal.deal.currentAppraiser;
    });
}

Party otherSide(Party party)
{
    return party == Party::Buyer ? Party::Seller : Party::Buyer;
}

ActionKind executeKindOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Release:
        return ActionKind::ExecuteRelease;
    case Outcome::Refund:
        return ActionKind::ExecuteRefund;
    case Outcome::Ruling:
        return ActionKind::CoSignRuling;
    default:
        return ActionKind::ExecuteSplit;
    }
}

// The newest settlement of the two sides that waits for the other one's signature.
std::optional<Turn> pendingSignature(const DealView& deal)
{
    for (auto it = deal.coSignatures.rbegin(); it != deal.coSignatures.rend(); ++it) {
        if (it->settlement.outcome == Outcome::Ruling) {
            continue;
        }
        const Party signer = partyOf(deal, it->signer);
        if (signer == Party::Buyer || signer == Party::Seller) {
            return Turn{otherSide(signer), executeKindOf(it->settlement.outcome)};
        }
    }
    return std::nullopt;
}

Turn rulingTurn(const DealView& deal)
{
    for (const CoSignature& c : deal.coSignatures) {
        if (c.settlement.outcome == Outcome::Ruling && c.signer == deal.deal.currentAppraiser) {
            const auto [seat, favoured] = signersOf(deal.terms, deal.deal, c.settlement);
            return {partyOf(deal, favoured), ActionKind::CoSignRuling};
        }
    }
    return {Party::Appraiser, ActionKind::Rule};
}

Turn silentTurn(const DealView& deal)
{
    const bool buyerGainsMore = deal.terms.fallbackToBuyer >= deal.terms.price - deal.terms.fallbackToBuyer;
    return {buyerGainsMore ? Party::Buyer : Party::Seller, ActionKind::FallbackSplit};
}
} // namespace

Party partyOf(const DealView& deal, const Address& who)
{
    if (who.isZero()) {
        return Party::Stranger;
    }
    if (who == deal.terms.buyer) {
        return Party::Buyer;
    }
    if (who == deal.terms.seller) {
        return Party::Seller;
    }
    const Address& seat = deal.deal.currentAppraiser.isZero() ? deal.terms.appraiser : deal.deal.currentAppraiser;
    if (who == seat) {
        return Party::Appraiser;
    }
    return who == deal.terms.substitute ? Party::Substitute : Party::Stranger;
}

Address addressOf(const DealView& deal, Party party)
{
    switch (party) {
    case Party::Buyer:
        return deal.terms.buyer;
    case Party::Seller:
        return deal.terms.seller;
    case Party::Appraiser:
        return deal.deal.currentAppraiser.isZero() ? deal.terms.appraiser : deal.deal.currentAppraiser;
    case Party::Substitute:
        return deal.terms.substitute;
    case Party::Stranger:
        break;
    }
    return {};
}

DealStage stageOf(const DealView& deal, UnixTime now)
{
    switch (deal.deal.state) {
    case State::None:
        return DealStage::None;
    case State::Offered:
        return DealStage::Offered;
    case State::Accepted:
        return deal.seated ? DealStage::Seated : DealStage::Accepted;
    case State::Funded:
        return DealStage::Funded;
    case State::BothIn:
        return isAfter(now, deal.terms.handoverBy) ? DealStage::HandoverPassed : DealStage::BothIn;
    case State::Disputed:
        return isRuled(deal) ? DealStage::Ruled : DealStage::Disputed;
    case State::SubstituteRules:
        return isRuled(deal) ? DealStage::Ruled : DealStage::SubstituteRules;
    case State::Settled:
        return DealStage::Settled;
    case State::Cancelled:
        return DealStage::Cancelled;
    }
    return DealStage::None;
}

bool isOpen(DealStage stage)
{
    return stage != DealStage::None && stage != DealStage::Settled && stage != DealStage::Cancelled;
}

Turn whoseTurn(const DealView& deal, UnixTime now)
{
    const Terms& terms = deal.terms;
    switch (stageOf(deal, now)) {
    case DealStage::Offered:
        return isAfter(now, terms.seatBy) ? Turn{Party::Buyer, ActionKind::WithdrawOffer}
                                          : Turn{Party::Seller, ActionKind::Accept};
    case DealStage::Accepted:
        return isAfter(now, terms.seatBy) ? Turn{Party::Seller, ActionKind::CancelUnfunded}
                                          : Turn{Party::Appraiser, ActionKind::TakeSeat};
    case DealStage::Seated:
        return isAfter(now, terms.fundBy) ? Turn{Party::Seller, ActionKind::CancelUnfunded}
                                          : Turn{Party::Buyer, ActionKind::Fund};
    case DealStage::Funded:
        return isAfter(now, terms.depositBy) ? Turn{Party::Buyer, ActionKind::RefundNoTitle}
                                             : Turn{Party::Seller, ActionKind::Deposit};
    case DealStage::BothIn:
    case DealStage::HandoverPassed:
        return pendingSignature(deal).value_or(Turn{Party::Buyer, ActionKind::SignRelease});
    case DealStage::Disputed:
        return isAfter(now, deal.deal.ruleBy) ? Turn{Party::Substitute, ActionKind::ReplaceAppraiser}
                                              : Turn{Party::Appraiser, ActionKind::Rule};
    case DealStage::Ruled:
        return rulingTurn(deal);
    case DealStage::SubstituteRules:
        return isAfter(now, deal.deal.ruleBy) ? silentTurn(deal) : Turn{Party::Appraiser, ActionKind::Rule};
    case DealStage::None:
    case DealStage::Settled:
    case DealStage::Cancelled:
        break;
    }
    return {};
}

bool isMyTurn(const DealView& deal, const Address& me, UnixTime now)
{
    const Party mine = partyOf(deal, me);
    return mine != Party::Stranger && whoseTurn(deal, now).party == mine;
}

std::optional<Deadline> nextDeadline(const DealView& deal, UnixTime now)
{
    const auto at = [now](std::uint64_t deadline, Consequence consequence) {
        return Deadline{static_cast<UnixTime>(deadline), consequence, isAfter(now, deadline)};
    };
    const Terms& terms = deal.terms;
    switch (stageOf(deal, now)) {
    case DealStage::Offered:
        return at(terms.seatBy, Consequence::OfferLapses);
    case DealStage::Accepted:
        return isAfter(now, terms.seatBy) ? at(terms.fundBy, Consequence::TitleUnlocked)
                                          : at(terms.seatBy, Consequence::SeatStaysEmpty);
    case DealStage::Seated:
        return at(terms.fundBy, Consequence::TitleUnlocked);
    case DealStage::Funded:
        return at(terms.depositBy, Consequence::MoneyBackToBuyer);
    case DealStage::BothIn:
        return at(terms.handoverBy, Consequence::DisputePossible);
    case DealStage::Disputed:
    case DealStage::Ruled:
    case DealStage::SubstituteRules:
        return at(deal.deal.ruleBy, deal.deal.state == State::SubstituteRules ? Consequence::FallbackSplit
                                                                              : Consequence::SubstituteTakesSeat);
    case DealStage::HandoverPassed:
    case DealStage::None:
    case DealStage::Settled:
    case DealStage::Cancelled:
        break;
    }
    return std::nullopt;
}

std::vector<Warning> warningsOf(const DealView& deal, UnixTime now)
{
    std::vector<Warning> out;
    const DealStage stage = stageOf(deal, now);
    if (!isOpen(stage)) {
        return out;
    }
    const bool moneyIn = deal.deal.state >= State::Funded;
    const bool titleIn = deal.deal.state >= State::BothIn;
    if ((moneyIn && deal.safeAuc < deal.deal.funded) || (titleIn && deal.titleHolder != deal.deal.safe)) {
        out.push_back(Warning::SafeShort);
    }
    if (deal.historyGrew()) {
        out.push_back(Warning::HistoryGrew);
    }
    if (!deal.lender.isZero()) {
        out.push_back(Warning::LienAppeared);
    }
    if (stage == DealStage::Ruled) {
        out.push_back(Warning::RulingPending);
    }
    const auto deadline = nextDeadline(deal, now);
    if (deadline && !deadline->passed && deadline->at - now < kNearSeconds) {
        out.push_back(Warning::DeadlineNear);
    }
    return out;
}

} // namespace autochain::escrow
