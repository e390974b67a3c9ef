// SPDX-License-Identifier: GPL-3.0-or-later
// Deals and appraisers.
#include "messages/tables.h"

#include <QCoreApplication>

namespace autochain::messages
{
namespace
{
class DealTexts
{
    Q_DECLARE_TR_FUNCTIONS(DealTexts)
public:
    static ErrorText ofTerms(EscrowError code);
    static ErrorText ofStep(EscrowError code);
    static ErrorText of(AppraisalError code);
};

ErrorText DealTexts::ofTerms(EscrowError code)
{
    const QString nothing = tr("Nothing was signed and no money moved.");
    switch (code) {
    case EscrowError::PriceIsZero:
        return {tr("The price is zero."), nothing, tr("Write the price you offer, in AUC.")};
    case EscrowError::PriceAboveBalance:
        return {tr("The buyer would have to put in %1:auc and has %2:auc."), nothing,
                tr("Offer less, or get more AUC first.")};
    case EscrowError::BuyerIsSeller:
        return {tr("Buyer and seller, or two others of the four people, are the same account."), nothing,
                tr("Name four different accounts: buyer, seller, appraiser and substitute.")};
    case EscrowError::AppraiserIsParty:
        return {tr("The appraiser or the substitute is buyer or seller."), nothing,
                tr("Choose somebody without a part in the deal.")};
    case EscrowError::SubstituteIsAppraiser:
        return {tr("Appraiser and substitute are the same account."), nothing, tr("Choose another substitute.")};
    case EscrowError::PersonMissing:
        return {tr("Somebody is missing in the terms: %1."), nothing,
                tr("Name buyer, seller, appraiser and substitute.")};
    case EscrowError::AppraiserUnknown:
        return {tr("%1:who is not a registered appraiser on this network."), nothing,
                tr("Choose one from the list of appraisers.")};
    case EscrowError::AppraiserWithoutStake:
        return {tr("The appraiser's free stake is %1:auc; a seat takes %2:auc."), nothing,
                tr("Choose another appraiser, or ask this one to add stake.")};
    case EscrowError::DeadlinesOutOfOrder:
        return {tr("The deadlines are not in order: seat, then money, then title, then handover."), nothing,
                tr("Set each one after the one before.")};
    case EscrowError::DeadlinesTooFar:
        return {tr("The handover is more than three years away, or a ruling may take more than a year."), nothing,
                tr("Choose nearer deadlines.")};
    case EscrowError::DeadlinePassed:
        return {tr("The first deadline is over already."), nothing, tr("Make the offer anew with later deadlines.")};
    case EscrowError::NoRulingTime:
        return {tr("The appraiser or the substitute would have no time to rule."), nothing,
                tr("Give each at least a day.")};
    case EscrowError::FeesAbovePrice:
        return {tr("A fee (%1:auc) is above the price (%2:auc)."), nothing,
                tr("Lower the fee, or choose another appraiser.")};
    case EscrowError::FallbackAbovePrice:
        return {tr("If both appraisers stay silent, the buyer would get more (%1:auc) than the price (%2:auc)."),
                nothing, tr("Lower the buyer's part.")};
    case EscrowError::FallbackOneSided:
        return {tr("If both appraisers stay silent, one side would get the car and its whole price."), nothing,
                tr("Give the title to one side and money to the other.")};
    case EscrowError::UnknownVehicle:
        return {tr("No such car is registered."), nothing, tr("Check the VIN.")};
    case EscrowError::NotTitleHolder:
        return {tr("The seller does not hold the title; that is %1:who."), nothing,
                tr("Deal with the holder of the title.")};
    case EscrowError::UnderLien:
        return {tr("A lender stands on the title: %1:who."), nothing, tr("The lender has to release the lien first.")};
    case EscrowError::VehicleInOtherDeal:
        return {tr("The car is in another deal (%1:id)."), nothing, tr("Wait until that deal is settled.")};
    case EscrowError::HistoryMoved:
        return {tr("The car's history has changed since the terms were written (%1 records then, %2 now)."), nothing,
                tr("Read the new records, then make the terms anew.")};
    case EscrowError::OdometerMoved:
        return {tr("The odometer in the terms (%1 km) is not what the chain says now (%2 km)."), nothing,
                tr("Make the terms anew.")};
    default:
        return {};
    }
}

ErrorText DealTexts::ofStep(EscrowError code)
{
    const QString nothing = tr("Nothing was signed and no money moved.");
    const QString inSafe = tr("What lies in the Safe stays there until two sign the same way.");
    switch (code) {
    case EscrowError::SumsDoNotAddUp:
        return {tr("The parts do not add up: %1:auc of %2:auc."), inSafe,
                tr("Change the amounts until nothing is left over.")};
    case EscrowError::TitleToNobody:
        return {tr("The title would go to somebody who is neither buyer nor seller."), inSafe,
                tr("Do not sign this. Name buyer or seller.")};
    case EscrowError::WrongSettlement:
        return {tr("The terms you both signed do not allow this way to settle."), inSafe,
                tr("Release, refund, a split you both sign, or a ruling: in a ruling the side that does not take the "
                   "title gets the larger part.")};
    case EscrowError::ReasonsMissing:
        return {tr("A ruling needs written reasons."), inSafe,
                tr("Write the reasons; they are public with the ruling.")};
    case EscrowError::ReasonsDoNotFit:
        return {tr("The reasons shown are not those the ruling was signed with."), inSafe,
                tr("Ask the appraiser for the text, and do not sign until it fits.")};
    case EscrowError::UnknownDeal:
        return {tr("There is no such deal on this network (%1:id)."), nothing,
                tr("Check the deal's number and the network.")};
    case EscrowError::TermsDoNotFit:
        return {tr("The node gave terms that are not those of the deal."), tr("They were not believed. Nothing moved."),
                tr("Use another node.")};
    case EscrowError::NotYourStep:
        return {tr("This step belongs to another person of the deal."), nothing,
                tr("Look at the deal to see whose turn it is.")};
    case EscrowError::WrongStage:
        return {tr("The deal is not at this step, or past it."), nothing,
                tr("Look at the deal again: somebody may have acted before you.")};
    case EscrowError::TooEarly:
        return {tr("This is possible from %1:time on."), nothing,
                tr("Until then settle with the other side, or wait.")};
    case EscrowError::TooLate:
        return {tr("The time for this step was over at %1:time."), nothing,
                tr("Look at the deal: it says how it can be ended now.")};
    case EscrowError::AppraiserNotSeated:
        return {tr("The appraiser has not taken the seat yet, so the Safe takes no money."), nothing,
                tr("Ask the appraiser to take the seat.")};
    case EscrowError::AlreadyCoSigned:
        return {tr("You have signed this already."),
                tr("A signature cannot be taken back. It lapses when another way is final."),
                tr("Wait for the other side, or remind them.")};
    case EscrowError::NoCoSignature:
        return {tr("Nobody else has signed this way to settle yet."), inSafe,
                tr("Sign it first and ask the other side, or agree to what they signed.")};
    case EscrowError::WrongSigner:
        return {
            tr("This settlement needs the signatures of two others."), inSafe,
            tr("In a ruling: the appraiser and the side that does not take the title. Otherwise: buyer and seller.")};
    case EscrowError::BadCoSignature:
        return {tr("A signature does not belong to %1:who, or is for something else."),
                tr("It was not used. Nothing moved."), tr("Ask the other side to sign again.")};
    case EscrowError::NonceMoved:
        return {tr("This signature has lapsed: the Safe has settled another way."), tr("Nothing more moves by it."),
                tr("Look at the deal to see how it was settled.")};
    case EscrowError::SettlementReverted:
        return {tr("The Safe refused the settlement."), tr("Money and title stay in the Safe, together."),
                tr("Look at the deal again; it may have been settled or disputed meanwhile.")};
    default:
        return {};
    }
}

ErrorText DealTexts::of(AppraisalError code)
{
    const QString nothing = tr("Nothing was signed and no stake moved.");
    switch (code) {
    case AppraisalError::NotRegistered:
        return {tr("%1:who is not a registered appraiser."), nothing, tr("Register with a stake first.")};
    case AppraisalError::AlreadyRegistered:
        return {tr("This account is registered already."), nothing, tr("Change the profile or add stake.")};
    case AppraisalError::NoAppraisers:
        return {tr("Nobody is registered as an appraiser on this network."), nothing,
                tr("A deal needs an appraiser and a substitute. Ask somebody you both trust to register.")};
    case AppraisalError::NameMissing:
        return {tr("The profile has no name."), nothing, tr("Write the name people know you by.")};
    case AppraisalError::TextTooLong:
        return {tr("The text is too long: %1, at most %2 bytes."), nothing, tr("Make it shorter.")};
    case AppraisalError::StakeTooSmall:
        return {tr("The stake (%1:auc) is below that of one seat (%2:auc)."), nothing, tr("Stake at least that much.")};
    case AppraisalError::StakeAboveBalance:
        return {tr("The stake (%1:auc) is above the balance (%2:auc)."), nothing,
                tr("Stake less, or get more AUC first.")};
    case AppraisalError::NotEnoughFreeStake:
        return {tr("Free stake is %1:auc, needed are %2:auc."), nothing,
                tr("Add stake, or wait until a seat comes free.")};
    case AppraisalError::SeatNotYours:
        return {tr("This seat is another appraiser's."), nothing, tr("Look at your own list of seats.")};
    case AppraisalError::SeatIsParty:
        return {tr("An appraiser never sits on a deal where he is buyer or seller."), nothing,
                tr("Decline, so that they can choose somebody else.")};
    case AppraisalError::SeatTied:
        return {tr("You are tied to this deal: %1."), nothing,
                tr("Decline, so that they can choose somebody without a tie.")};
    case AppraisalError::SeatTaken:
        return {tr("The seat is taken already."), nothing, tr("Look at the deal.")};
    case AppraisalError::SeatTooLate:
        return {tr("The seat had to be taken by %1:time."), nothing,
                tr("The deal ends by itself; they can make a new one.")};
    case AppraisalError::FeeDiffers:
        return {tr("The deal pays %1:auc for a ruling, your profile says %2:auc."), nothing,
                tr("Decline, or change your profile and accept.")};
    }
    return {};
}
} // namespace

// Two functions because of their length; a code without text in either gives an empty one, which the test refuses.
ErrorText textOf(EscrowError code)
{
    ErrorText text = DealTexts::ofTerms(code);
    return text.cause.isEmpty() ? DealTexts::ofStep(code) : text;
}

ErrorText textOf(AppraisalError code)
{
    return DealTexts::of(code);
}

} // namespace autochain::messages
