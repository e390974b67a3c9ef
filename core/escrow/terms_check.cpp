// SPDX-License-Identifier: GPL-3.0-or-later
// The same rules as contracts/src/TermsRules.sol, told one by one and before anything is signed, and what the contract
// leaves to the people: balance, title, lien, stake.
#include "base/amount.h"
#include "base/hex.h"
#include "escrow/terms.h"

namespace autochain::escrow
{
namespace
{
constexpr std::uint64_t kMaxHandoverSeconds = 3ULL * 365 * 86'400;
constexpr std::uint64_t kMaxRuleSeconds = 365ULL * 86'400;
using Problems = std::vector<Error>;

// Address 1 is the sentinel of a Safe's owner list.
bool isNobody(const Address& who)
{
    return U256::fromBigEndian(who.view()) <= U256(1);
}

void checkPeople(const Terms& terms, Problems& out)
{
    const std::pair<const Address*, const char*> people[] = {{&terms.buyer, "buyer"},
                                                             {&terms.seller, "seller"},
                                                             {&terms.appraiser, "appraiser"},
                                                             {&terms.substitute, "substitute"}};
    for (const auto& [who, role] : people) {
        if (isNobody(*who)) {
            out.emplace_back(EscrowError::PersonMissing, std::vector<std::string>{role});
        }
    }
    if (terms.buyer == terms.seller) {
        out.emplace_back(EscrowError::BuyerIsSeller);
    }
    for (const Address* who : {&terms.appraiser, &terms.substitute}) {
        if (!isNobody(*who) && (*who == terms.buyer || *who == terms.seller)) {
            out.emplace_back(EscrowError::AppraiserIsParty);
            break;
        }
    }
    if (!isNobody(terms.appraiser) && terms.appraiser == terms.substitute) {
        out.emplace_back(EscrowError::SubstituteIsAppraiser);
    }
}

void checkTimes(const Terms& terms, UnixTime now, Problems& out)
{
    const auto at = static_cast<std::uint64_t>(now);
    if (terms.seatBy > terms.fundBy || terms.fundBy >= terms.depositBy || terms.depositBy >= terms.handoverBy) {
        out.emplace_back(EscrowError::DeadlinesOutOfOrder);
    }
    if (terms.seatBy < at) {
        out.emplace_back(EscrowError::DeadlinePassed);
    }
    if (terms.ruleWithin == 0 || terms.substituteRuleWithin == 0) {
        out.emplace_back(EscrowError::NoRulingTime);
    }
    if (terms.handoverBy > at + kMaxHandoverSeconds || terms.ruleWithin > kMaxRuleSeconds ||
        terms.substituteRuleWithin > kMaxRuleSeconds) {
        out.emplace_back(EscrowError::DeadlinesTooFar);
    }
}

void checkFees(const Terms& terms, Problems& out)
{
    for (const U256* fee : {&terms.rulingFee, &terms.assessmentFee}) {
        if (*fee > terms.price) {
            out.emplace_back(EscrowError::FeesAbovePrice,
                             std::vector<std::string>{formatAmount(*fee), formatAmount(terms.price)});
        }
    }
}

void checkFallback(const Terms& terms, Problems& out)
{
    if (terms.fallbackToBuyer > terms.price) {
        out.emplace_back(EscrowError::FallbackAbovePrice,
                         std::vector<std::string>{formatAmount(terms.fallbackToBuyer), formatAmount(terms.price)});
    } else if (terms.fallbackToBuyer == (terms.fallbackTitleToBuyer ? terms.price : U256())) {
        out.emplace_back(EscrowError::FallbackOneSided);
    }
}

void checkVehicle(const Terms& terms, const TermsContext& context, Problems& out)
{
    if (!context.vehicleKnown) {
        out.emplace_back(EscrowError::UnknownVehicle, std::vector<std::string>{toHex0x(terms.vehicleId)});
        return;
    }
    if (!context.otherDeal.isZero()) {
        out.emplace_back(EscrowError::VehicleInOtherDeal, std::vector<std::string>{toHex0x(context.otherDeal)});
    } else if (context.titleHolder != terms.seller) {
        out.emplace_back(EscrowError::NotTitleHolder, std::vector<std::string>{toHex0x(context.titleHolder)});
    }
    if (!context.lender.isZero()) {
        out.emplace_back(EscrowError::UnderLien, std::vector<std::string>{toHex0x(context.lender)});
    }
    if (context.historyCount != terms.historyCount || context.historyHead != terms.historyHead) {
        out.emplace_back(EscrowError::HistoryMoved, std::vector<std::string>{std::to_string(terms.historyCount),
                                                                             std::to_string(context.historyCount)});
    }
    if (context.odometerKm != terms.odometerKm) {
        out.emplace_back(EscrowError::OdometerMoved, std::vector<std::string>{std::to_string(terms.odometerKm),
                                                                              std::to_string(context.odometerKm)});
    }
}
} // namespace

std::vector<Error> checkTermsAlone(const Terms& terms, UnixTime now)
{
    Problems out;
    if (terms.price.isZero()) {
        out.emplace_back(EscrowError::PriceIsZero);
    }
    checkPeople(terms, out);
    checkTimes(terms, now, out);
    if (!terms.price.isZero()) { // with no price these would only repeat it
        checkFees(terms, out);
        checkFallback(terms, out);
    }
    return out;
}

std::vector<Error> checkTerms(const Terms& terms, const TermsContext& context, UnixTime now)
{
    Problems out = checkTermsAlone(terms, now);
    if (context.checkBuyerBalance && terms.due() > context.buyerBalance) {
        out.emplace_back(EscrowError::PriceAboveBalance,
                         std::vector<std::string>{formatAmount(terms.due()), formatAmount(context.buyerBalance)});
    }
    checkVehicle(terms, context, out);
    if (!context.appraiserRegistered) {
        out.emplace_back(EscrowError::AppraiserUnknown, std::vector<std::string>{toHex0x(terms.appraiser)});
    } else if (context.appraiserFreeStake < context.seatStake) {
        out.emplace_back(
            EscrowError::AppraiserWithoutStake,
            std::vector<std::string>{formatAmount(context.appraiserFreeStake), formatAmount(context.seatStake)});
    }
    return out;
}

Terms makeTerms(const TermsDraft& draft, UnixTime now)
{
    const auto at = static_cast<std::uint64_t>(now);
    Terms t;
    t.vehicleId = draft.vehicleId;
    t.historyHead = draft.historyHead;
    t.historyCount = draft.historyCount;
    t.odometerKm = draft.odometerKm;
    t.reportDigest = draft.reportDigest;
    t.price = draft.price;
    t.buyer = draft.buyer;
    t.seller = draft.seller;
    t.appraiser = draft.appraiser;
    t.substitute = draft.substitute;
    t.rulingFee = draft.rulingFee;
    t.assessmentFee = draft.assessmentFee;
    t.seatBy = at + draft.spans.seat;
    t.fundBy = at + draft.spans.fund;
    t.depositBy = at + draft.spans.deposit;
    t.handoverBy = at + draft.spans.handover;
    t.ruleWithin = draft.spans.ruleWithin;
    t.substituteRuleWithin = draft.spans.substituteRuleWithin;
    t.fallbackToBuyer = draft.price; // money to the buyer, title back to the seller
    t.fallbackTitleToBuyer = false;
    t.salt = draft.salt;
    return t;
}

} // namespace autochain::escrow
