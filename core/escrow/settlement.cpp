// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/settlement.h"

#include "base/amount.h"
#include "crypto/hash.h"

namespace autochain::escrow
{
namespace
{
Error sumError(const U256& sum, const U256& funds)
{
    return {EscrowError::SumsDoNotAddUp, {formatAmount(sum), formatAmount(funds)}};
}

bool amountsFit(const Terms& terms, const U256& funds, const Settlement& s)
{
    const bool titleToBuyer = s.titleTo == terms.buyer;
    switch (s.outcome) {
    case Outcome::Release:
        return titleToBuyer && s.toSeller == terms.price && s.toAppraiser == terms.assessmentFee;
    case Outcome::Refund:
        return !titleToBuyer && s.toBuyer == funds;
    case Outcome::Settle:
        return s.toAppraiser.isZero() || s.toAppraiser == terms.assessmentFee;
    case Outcome::Ruling:
        return s.toAppraiser == terms.rulingFee && (titleToBuyer ? s.toSeller >= s.toBuyer : s.toBuyer >= s.toSeller);
    default:
        return false; // clock paths are nobody's to sign
    }
}
} // namespace

U256 fundsOf(const Terms& terms, const Deal& deal)
{
    return deal.funded.isZero() ? terms.due() : deal.funded;
}

Settlement releaseOf(const Terms& terms, const Deal& deal)
{
    Settlement s{Outcome::Release, {}, terms.price, terms.assessmentFee, terms.buyer, {}};
    s.toBuyer = fundsOf(terms, deal) - terms.price - terms.assessmentFee; // zero: the book takes exactly what is due
    return s;
}

Settlement refundOf(const Terms& terms, const Deal& deal)
{
    return {Outcome::Refund, fundsOf(terms, deal), {}, {}, terms.seller, {}};
}

Result<Settlement> splitOf(const Terms& terms, const Deal& deal, const U256& toBuyer, bool titleToBuyer)
{
    if (toBuyer > terms.price) {
        return sumError(toBuyer, terms.price);
    }
    Settlement s{Outcome::Settle, toBuyer, terms.price - toBuyer, terms.assessmentFee, {}, {}};
    s.titleTo = titleToBuyer ? terms.buyer : terms.seller;
    AC_CHECK(checkSettlement(terms, deal, s));
    return s;
}

Result<Settlement> rulingOf(const Terms& terms, const Deal& deal, bool favourBuyer, std::string_view reasons)
{
    const U256 rest = fundsOf(terms, deal) - terms.rulingFee;
    return rulingSplitOf(terms, deal, favourBuyer ? rest : U256(), !favourBuyer, reasons);
}

Result<Settlement> rulingSplitOf(const Terms& terms, const Deal& deal, const U256& toBuyer, bool titleToBuyer,
                                 std::string_view reasons)
{
    if (reasons.empty()) {
        return EscrowError::ReasonsMissing;
    }
    const U256 funds = fundsOf(terms, deal);
    if (terms.rulingFee > funds || toBuyer > funds - terms.rulingFee) {
        return sumError(toBuyer + terms.rulingFee, funds);
    }
    Settlement s{Outcome::Ruling, toBuyer, funds - terms.rulingFee - toBuyer, terms.rulingFee, {}, {}};
    s.titleTo = titleToBuyer ? terms.buyer : terms.seller;
    s.reasonsDigest = reasonsDigest(reasons);
    AC_CHECK(checkSettlement(terms, deal, s));
    return s;
}

Settlement fallbackOf(const Terms& terms, const Deal& deal)
{
    const U256 toSeller = terms.price - terms.fallbackToBuyer;
    return {Outcome::Fallback,
            fundsOf(terms, deal) - toSeller,
            toSeller,
            {},
            terms.fallbackTitleToBuyer ? terms.buyer : terms.seller,
            {}};
}

Result<> checkSettlement(const Terms& terms, const Deal& deal, const Settlement& settlement)
{
    const U256 funds = fundsOf(terms, deal);
    if (settlement.titleTo != terms.buyer && settlement.titleTo != terms.seller) {
        return EscrowError::TitleToNobody;
    }
    const U256 sum = settlement.toBuyer + settlement.toSeller + settlement.toAppraiser;
    const bool each = settlement.toBuyer <= funds && settlement.toSeller <= funds && settlement.toAppraiser <= funds;
    if (!each || sum != funds) { // bounded first, so that the sum cannot wrap around
        return sumError(sum, funds);
    }
    if (!amountsFit(terms, funds, settlement)) {
        return EscrowError::WrongSettlement;
    }
    if (settlement.outcome == Outcome::Ruling && settlement.reasonsDigest.isZero()) {
        return EscrowError::ReasonsMissing;
    }
    return {};
}

std::pair<Address, Address> signersOf(const Terms& terms, const Deal& deal, const Settlement& settlement)
{
    if (settlement.outcome != Outcome::Ruling) {
        return {terms.buyer, terms.seller};
    }
    return {deal.currentAppraiser, settlement.titleTo == terms.buyer ? terms.seller : terms.buyer};
}

Hash32 reasonsDigest(std::string_view reasons)
{
    return sha256(asBytes(reasons));
}

Result<> checkReasons(const Settlement& settlement, std::string_view reasons)
{
    if (reasons.empty() ? settlement.outcome == Outcome::Ruling : reasonsDigest(reasons) != settlement.reasonsDigest) {
        return reasons.empty() ? EscrowError::ReasonsMissing : EscrowError::ReasonsDoNotFit;
    }
    return {};
}

} // namespace autochain::escrow
