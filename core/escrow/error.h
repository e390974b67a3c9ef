// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain
{
enum class EscrowError {
    // Terms that should not be signed (checkTerms gives all that apply).
    PriceIsZero,
    PriceAboveBalance, // args: due (price + assessment fee), balance, in AUC
    BuyerIsSeller,
    AppraiserIsParty, // appraiser or substitute is buyer or seller
    SubstituteIsAppraiser,
    PersonMissing,         // args: "buyer" | "seller" | "appraiser" | "substitute"
    AppraiserUnknown,      // not registered at the desk; args: address
    AppraiserWithoutStake, // args: free stake, needed, in AUC
    DeadlinesOutOfOrder,
    DeadlinesTooFar,    // handover in more than three years, or more than a year to rule
    DeadlinePassed,     // the first deadline lies in the past
    NoRulingTime,       // ruleWithin or substituteRuleWithin is zero
    FeesAbovePrice,     // args: ruling fee, price, in AUC
    FallbackAbovePrice, // args: fallback to the buyer, price, in AUC
    FallbackOneSided,   // the fallback would give one side the car together with its whole price
    UnknownVehicle,     // args: vehicle id
    NotTitleHolder,     // the seller does not hold the title; args: holder
    UnderLien,          // args: lender
    VehicleInOtherDeal, // args: deal id
    HistoryMoved,       // terms name another head or count than the car has now; args: terms' count, count now
    OdometerMoved,      // args: terms' km, km now
    // Settlements.
    SumsDoNotAddUp,  // args: sum, what lies in the Safe, in AUC
    TitleToNobody,   // title goes to someone who is neither buyer nor seller
    WrongSettlement, // not what the terms allow for this outcome
    ReasonsMissing,  // a ruling needs written reasons
    ReasonsDoNotFit, // digest in the settlement is not that of the text
    // Steps.
    UnknownDeal,   // args: deal id
    TermsDoNotFit, // terms read do not hash to the deal id; args: deal id
    NotYourStep,   // the caller is not who may do this
    WrongStage,    // args: the stage's number (DealStage)
    TooEarly,      // args: not before, unix seconds
    TooLate,       // args: deadline, unix seconds
    AppraiserNotSeated,
    AlreadyCoSigned,
    NoCoSignature,     // nobody else has signed this settlement
    WrongSigner,       // the settlement's table line names two others to sign
    BadCoSignature,    // signature does not recover to an owner of the Safe; args: claimed signer
    NonceMoved,        // co-signature is for another Safe nonce: it has lapsed
    SettlementReverted // mined, but the Safe or the module refused; nothing moved
};
constexpr Domain domainOf(EscrowError)
{
    return Domain::Escrow;
}
} // namespace autochain
