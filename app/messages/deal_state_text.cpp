// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/state_text.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class DealStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(DealStateTexts)
public:
    static QString of(escrow::DealStage stage);
    static QString more(escrow::DealStage stage);
    static QString of(escrow::ActionKind action);
    static QString of(escrow::WhyNot whyNot);
    static QString of(escrow::Consequence consequence);
    static QString more(escrow::Consequence consequence);
    static QString of(escrow::Warning warning);
};

QString DealStateTexts::of(escrow::DealStage stage)
{
    using escrow::DealStage;
    switch (stage) {
    case DealStage::None:
        return tr("No such deal");
    case DealStage::Offered:
        return tr("Offered");
    case DealStage::Accepted:
        return tr("Terms signed by both");
    case DealStage::Seated:
        return tr("The appraiser is on call");
    case DealStage::Funded:
        return tr("The money is in the Safe");
    case DealStage::BothIn:
        return tr("Both sides are in the Safe");
    case DealStage::HandoverPassed:
        return tr("The handover date has passed");
    case DealStage::Disputed:
        return tr("A dispute is open");
    case DealStage::Ruled:
        return tr("A ruling is signed");
    case DealStage::SubstituteRules:
        return tr("The substitute has the seat");
    case DealStage::Settled:
        return tr("Settled");
    case DealStage::Cancelled:
        return tr("Ended before any money came");
    }
    return {};
}

QString DealStateTexts::more(escrow::DealStage stage)
{
    using escrow::DealStage;
    switch (stage) {
    case DealStage::None:
        return tr("Check the deal's number and the network.");
    case DealStage::Offered:
        return tr("The buyer has signed the terms. Nothing is bound until the seller signs too.");
    case DealStage::Accepted:
        return tr("The title is locked for this deal. The appraiser has still to take the seat.");
    case DealStage::Seated:
        return tr("The Safe is ready and waits for the buyer's money.");
    case DealStage::Funded:
        return tr("The Safe waits for the seller's title. Nobody can move the money alone.");
    case DealStage::BothIn:
        return tr("The money and the title lie together. Nobody can move one without the other.");
    case DealStage::HandoverPassed:
        return tr("Money and title stay in the Safe. Sign a way to settle, or open a dispute.");
    case DealStage::Disputed:
        return tr("Money and title stay in the Safe. All other clocks stand still.");
    case DealStage::Ruled:
        return tr("Nothing moves until the favoured side signs too.");
    case DealStage::SubstituteRules:
        return tr("The appraiser stayed silent and lost stake. Money and title stay in the Safe.");
    case DealStage::Settled:
        return tr("Money and title have moved together. Nothing is left in the Safe.");
    case DealStage::Cancelled:
        return tr("No money was in the Safe. The title is free.");
    }
    return {};
}

QString DealStateTexts::of(escrow::ActionKind action)
{
    using escrow::ActionKind;
    switch (action) {
    case ActionKind::Offer:
        return tr("Make an offer");
    case ActionKind::WithdrawOffer:
        return tr("Withdraw the offer");
    case ActionKind::Accept:
        return tr("Accept the terms");
    case ActionKind::TakeSeat:
        return tr("Take the seat");
    case ActionKind::Fund:
        return tr("Put the money into the Safe");
    case ActionKind::Deposit:
        return tr("Put the title into the Safe");
    case ActionKind::SignRelease:
        return tr("Sign the release");
    case ActionKind::SignRefund:
        return tr("Sign a refund");
    case ActionKind::ProposeSplit:
        return tr("Propose a split");
    case ActionKind::SignSplit:
        return tr("Sign this split");
    case ActionKind::ExecuteRelease:
        return tr("Release");
    case ActionKind::ExecuteRefund:
        return tr("Refund");
    case ActionKind::ExecuteSplit:
        return tr("Settle by this split");
    case ActionKind::OpenDispute:
        return tr("Open a dispute");
    case ActionKind::Rule:
        return tr("Rule, with reasons");
    case ActionKind::CoSignRuling:
        return tr("Carry out the ruling");
    case ActionKind::CancelUnfunded:
        return tr("End the deal that was never funded");
    case ActionKind::RefundNoTitle:
        return tr("Get the money back: the title never came");
    case ActionKind::ReplaceAppraiser:
        return tr("Give the seat to the substitute");
    case ActionKind::FallbackSplit:
        return tr("Carry out the split agreed at the start");
    }
    return {};
}

QString DealStateTexts::of(escrow::WhyNot whyNot)
{
    using escrow::WhyNot;
    switch (whyNot) {
    case WhyNot::None:
        return tr("Possible now.");
    case WhyNot::NotYourRole:
        return tr("This step belongs to another person of the deal.");
    case WhyNot::WrongStage:
        return tr("The deal is not at this step, or past it.");
    case WhyNot::DealClosed:
        return tr("The deal is closed. Nothing is left to do.");
    case WhyNot::TooEarly:
        return tr("Not yet possible. Until then write to the other side, or propose a split.");
    case WhyNot::TooLate:
        return tr("The time for this step is over. The deal says how it can be ended.");
    case WhyNot::AppraiserNotSeated:
        return tr("The appraiser has not taken the seat yet. Ask the appraiser to take it.");
    case WhyNot::NotFunded:
        return tr("The money is not in the Safe yet. The buyer has to put it in first.");
    case WhyNot::NoTitleYet:
        return tr("The title is not in the Safe yet. The seller has to put it in first.");
    case WhyNot::DisputeOpen:
        return tr("A dispute is open and stops every other clock. Wait for the ruling, or settle with the other side.");
    case WhyNot::NoDispute:
        return tr("There is no dispute to rule.");
    case WhyNot::AlreadySigned:
        return tr("You have signed this. It cannot be taken back; it lapses when another way is final.");
    case WhyNot::NoProposal:
        return tr("Nobody has proposed a split. Propose one.");
    case WhyNot::NeedsOtherSignature:
        return tr("The other side has not signed this yet. Sign first and ask them.");
    case WhyNot::NoRuling:
        return tr("The appraiser has not ruled yet. Wait until the deadline.");
    case WhyNot::RulingNotForYou:
        return tr("The ruling favours the other side, who has to sign it. You can still settle with them.");
    case WhyNot::TitleElsewhere:
        return tr("The seller does not hold the title any more.");
    case WhyNot::UnderLien:
        return tr("A lender stands on the title and has to release it first.");
    case WhyNot::InOtherDeal:
        return tr("The title is locked in another deal.");
    }
    return {};
}

QString DealStateTexts::of(escrow::Consequence consequence)
{
    using escrow::Consequence;
    switch (consequence) {
    case Consequence::Nothing:
        return tr("Nothing moves");
    case Consequence::OfferLapses:
        return tr("The offer lapses");
    case Consequence::SeatStaysEmpty:
        return tr("The seat stays empty");
    case Consequence::TitleUnlocked:
        return tr("The deal ends, the title is free again");
    case Consequence::MoneyBackToBuyer:
        return tr("The deal ends, all money goes back to the buyer");
    case Consequence::DisputePossible:
        return tr("Nothing moves");
    case Consequence::SubstituteTakesSeat:
        return tr("The substitute takes the seat");
    case Consequence::FallbackSplit:
        return tr("The split both signed at the start");
    }
    return {};
}

QString DealStateTexts::more(escrow::Consequence consequence)
{
    using escrow::Consequence;
    switch (consequence) {
    case Consequence::Nothing:
        return tr("Money and title stay where they are.");
    case Consequence::OfferLapses:
        return tr("The seller cannot accept any more. The buyer is bound to nothing.");
    case Consequence::SeatStaysEmpty:
        return tr(
            "Without an appraiser no money can come in, and the title comes free when the time for funding is over.");
    case Consequence::TitleUnlocked:
        return tr("No money was in the Safe, so none moves.");
    case Consequence::MoneyBackToBuyer:
        return tr("The title never came, so the seller keeps it.");
    case Consequence::DisputePossible:
        return tr("Either of you may open a dispute; the appraiser then has to rule. Silence never pays the seller.");
    case Consequence::SubstituteTakesSeat:
        return tr("The silent appraiser loses stake, and the substitute gets time to rule.");
    case Consequence::FallbackSplit:
        return tr("Money and title go as you both agreed for the case that nobody rules.");
    }
    return {};
}

QString DealStateTexts::of(escrow::Warning warning)
{
    using escrow::Warning;
    switch (warning) {
    case Warning::HistoryGrew:
        return tr("A record was added to the car after you both signed. Read it before you go on.");
    case Warning::LienAppeared:
        return tr("A lender stands on the title.");
    case Warning::RulingPending:
        return tr("A ruling is signed and waits. Settling another way would override it.");
    case Warning::SafeShort:
        return tr("The Safe does not hold what the deal put in. Do not sign anything before you know why.");
    case Warning::DeadlineNear:
        return tr("Less than a day is left.");
    }
    return {};
}
} // namespace

QString text(escrow::DealStage stage)
{
    return DealStateTexts::of(stage);
}

QString explain(escrow::DealStage stage)
{
    return DealStateTexts::more(stage);
}

QString text(escrow::ActionKind action)
{
    return DealStateTexts::of(action);
}

QString text(escrow::WhyNot whyNot)
{
    return DealStateTexts::of(whyNot);
}

QString text(escrow::Consequence consequence)
{
    return DealStateTexts::of(consequence);
}

QString explain(escrow::Consequence consequence)
{
    return DealStateTexts::more(consequence);
}

QString text(escrow::Warning warning)
{
    return DealStateTexts::of(warning);
}

} // namespace autochain::messages
