// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/convert.h"

namespace autochain::escrow
{
namespace
{
// Same member names on both sides.
template <typename To, typename From>
To copyTerms(const From& from)
{
    To to;
    to.vehicleId = from.vehicleId;
    to.historyHead = from.historyHead;
    to.historyCount = from.historyCount;
    to.odometerKm = from.odometerKm;
    to.reportDigest = from.reportDigest;
    to.price = from.price;
    to.buyer = from.buyer;
    to.seller = from.seller;
    to.appraiser = from.appraiser;
    to.substitute = from.substitute;
    to.rulingFee = from.rulingFee;
    to.assessmentFee = from.assessmentFee;
    to.seatBy = from.seatBy;
    to.fundBy = from.fundBy;
    to.depositBy = from.depositBy;
    to.handoverBy = from.handoverBy;
    to.ruleWithin = from.ruleWithin;
    to.substituteRuleWithin = from.substituteRuleWithin;
    to.fallbackToBuyer = from.fallbackToBuyer;
    to.fallbackTitleToBuyer = from.fallbackTitleToBuyer;
    to.salt = from.salt;
    return to;
}

template <typename To, typename From>
To copySettlement(const From& from)
{
    using OutcomeOfTo = decltype(To::outcome);
    To to;
    to.outcome = static_cast<OutcomeOfTo>(from.outcome);
    to.toBuyer = from.toBuyer;
    to.toSeller = from.toSeller;
    to.toAppraiser = from.toAppraiser;
    to.titleTo = from.titleTo;
    to.reasonsDigest = from.reasonsDigest;
    return to;
}

static_assert(static_cast<int>(State::Cancelled) == static_cast<int>(contracts::dealBook::State::Cancelled));
static_assert(static_cast<int>(Outcome::Lapsed) == static_cast<int>(contracts::dealBook::Outcome::Lapsed));
static_assert(static_cast<int>(Outcome::Ruling) == static_cast<int>(contracts::dealBook::Outcome::Ruling));
} // namespace

contracts::dealBook::Terms toContract(const Terms& terms)
{
    return copyTerms<contracts::dealBook::Terms>(terms);
}

contracts::dealBook::Settlement toContract(const Settlement& settlement)
{
    return copySettlement<contracts::dealBook::Settlement>(settlement);
}

Terms fromContract(const contracts::dealBook::Terms& terms)
{
    return copyTerms<Terms>(terms);
}

Settlement fromContract(const contracts::dealBook::Settlement& settlement)
{
    return copySettlement<Settlement>(settlement);
}

Deal fromContract(const contracts::dealBook::Deal& deal)
{
    Deal to;
    to.state = static_cast<State>(deal.state);
    to.outcome = static_cast<Outcome>(deal.outcome);
    to.safe = deal.safe;
    to.currentAppraiser = deal.currentAppraiser;
    to.acceptedAt = deal.acceptedAt;
    to.fundedAt = deal.fundedAt;
    to.depositedAt = deal.depositedAt;
    to.disputedAt = deal.disputedAt;
    to.ruleBy = deal.ruleBy;
    to.closedAt = deal.closedAt;
    to.funded = deal.funded;
    return to;
}

} // namespace autochain::escrow
