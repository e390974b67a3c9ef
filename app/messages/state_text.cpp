// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/state_text.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class StateTexts
{
    Q_DECLARE_TR_FUNCTIONS(StateTexts)
public:
    static QString of(Provenance provenance);
    static QString of(escrow::Party party);
    static QString of(escrow::Outcome outcome);
    static QString of(market::ListingState state);
    static QString of(market::Finding finding);
    static QString of(appraisal::TaskKind task);
};

QString StateTexts::of(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Proven:
        return tr("Proven");
    case Provenance::Local:
        return tr("Local");
    case Provenance::Reported:
        return tr("Reported");
    case Provenance::Stale:
        return tr("Stale");
    }
    return {};
}

QString StateTexts::of(escrow::Party party)
{
    switch (party) {
    case escrow::Party::Buyer:
        return tr("Buyer");
    case escrow::Party::Seller:
        return tr("Seller");
    case escrow::Party::Appraiser:
        return tr("Appraiser");
    case escrow::Party::Substitute:
        return tr("Substitute");
    case escrow::Party::Stranger:
        return tr("Nobody");
    }
    return {};
}

QString StateTexts::of(escrow::Outcome outcome)
{
    switch (outcome) {
    case escrow::Outcome::None:
        return tr("Open");
    case escrow::Outcome::Release:
        return tr("Release");
    case escrow::Outcome::Refund:
        return tr("Refund");
    case escrow::Outcome::Settle:
        return tr("Split");
    case escrow::Outcome::Ruling:
        return tr("Ruling");
    case escrow::Outcome::Unfunded:
        return tr("Never funded");
    case escrow::Outcome::NoTitle:
        return tr("Title never came");
    case escrow::Outcome::Fallback:
        return tr("Split agreed at the start");
    case escrow::Outcome::Lapsed:
        return tr("Offer withdrawn");
    }
    return {};
}

QString StateTexts::of(market::ListingState state)
{
    switch (state) {
    case market::ListingState::Live:
        return tr("For sale");
    case market::ListingState::InDeal:
        return tr("In a deal");
    case market::ListingState::Expired:
        return tr("Ended");
    case market::ListingState::SellerMoved:
        return tr("Void: the seller does not hold the title any more");
    }
    return {};
}

QString StateTexts::of(market::Finding finding)
{
    switch (finding) {
    case market::Finding::NoData:
        return tr("no data");
    case market::Finding::Clean:
        return tr("clean");
    case market::Finding::Attention:
        return tr("attention");
    }
    return {};
}

QString StateTexts::of(appraisal::TaskKind task)
{
    switch (task) {
    case appraisal::TaskKind::TakeSeat:
        return tr("Take the seat or let it pass");
    case appraisal::TaskKind::OnCall:
        return tr("On call: nothing to do unless there is a dispute");
    case appraisal::TaskKind::Rule:
        return tr("Rule, with reasons");
    case appraisal::TaskKind::RuleSigned:
        return tr("Ruled; waits for the favoured side");
    case appraisal::TaskKind::StandBy:
        return tr("Substitute, standing by");
    case appraisal::TaskKind::TakeOver:
        return tr("The appraiser is silent: you may take the seat");
    case appraisal::TaskKind::Closed:
        return tr("Closed");
    }
    return {};
}
} // namespace

QString text(Provenance provenance)
{
    return StateTexts::of(provenance);
}

QString text(escrow::Party party)
{
    return StateTexts::of(party);
}

QString text(escrow::Outcome outcome)
{
    return StateTexts::of(outcome);
}

QString text(market::ListingState state)
{
    return StateTexts::of(state);
}

QString text(market::Finding finding)
{
    return StateTexts::of(finding);
}

QString text(appraisal::TaskKind task)
{
    return StateTexts::of(task);
}

} // namespace autochain::messages
