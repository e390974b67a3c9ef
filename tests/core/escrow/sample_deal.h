// SPDX-License-Identifier: GPL-3.0-or-later
// The paper's deal (4.4): Alice buys from Bob for 200,000 AUC, Martin is on call for 10,000, Ingrid is the substitute.
#pragma once

#include "base/amount.h"
#include "crypto/secp256k1.h"
#include "escrow/rules.h"
#include "escrow/safe_tx.h"
#include "escrow/settlement.h"

#include <array>

namespace autochain::escrow::sample
{

inline PrivateKey key(std::uint8_t n)
{
    SecretBytes bytes(32);
    bytes.data()[31] = n;
    return PrivateKey::fromBytes(std::move(bytes)).value();
}

inline const PrivateKey& alice()
{
    static const PrivateKey kKey = key(1);
    return kKey;
}
inline const PrivateKey& bob()
{
    static const PrivateKey kKey = key(2);
    return kKey;
}
inline const PrivateKey& martin()
{
    static const PrivateKey kKey = key(3);
    return kKey;
}
inline const PrivateKey& ingrid()
{
    static const PrivateKey kKey = key(4);
    return kKey;
}
inline const PrivateKey& mallory()
{
    static const PrivateKey kKey = key(5);
    return kKey;
}

inline Address contractAddress(std::uint8_t n)
{
    Address out;
    out.bytes.fill(0xC0);
    out.bytes[19] = n;
    return out;
}

inline constexpr UnixTime kStart = 1'800'000'000;

inline Terms terms()
{
    TermsDraft draft;
    draft.vehicleId.bytes.fill(0x11);
    draft.historyHead.bytes.fill(0x22);
    draft.historyCount = 31;
    draft.odometerKm = 64'210;
    draft.price = auc(200'000);
    draft.rulingFee = auc(10'000);
    draft.buyer = alice().address();
    draft.seller = bob().address();
    draft.appraiser = martin().address();
    draft.substitute = ingrid().address();
    draft.salt = U256(7);
    return makeTerms(draft, kStart);
}

// A deal in `state`, as the contracts would have it then.
inline DealView dealIn(State state, const Terms& t = terms())
{
    DealView view;
    view.terms = t;
    view.id = dealIdOf(t);
    view.chainId = 31337;
    view.dealBook = contractAddress(1);
    view.dealModule = contractAddress(2);
    view.historyCount = t.historyCount;
    view.historyHead = t.historyHead;
    view.titleHolder = t.seller;
    view.deal.state = state;
    if (state >= State::Accepted && state != State::Cancelled) {
        view.deal.safe = contractAddress(3);
        view.deal.acceptedAt = static_cast<std::uint64_t>(kStart) + 100;
        view.vehicleDeal = view.id;
    }
    if (state >= State::Funded && state != State::Cancelled) {
        view.deal.currentAppraiser = t.appraiser;
        view.deal.fundedAt = view.deal.acceptedAt + 100;
        view.deal.funded = t.due();
        view.safeAuc = t.due();
    }
    if (state >= State::BothIn && state != State::Cancelled) {
        view.deal.depositedAt = view.deal.fundedAt + 100;
        view.titleHolder = view.deal.safe;
    }
    if (state == State::Disputed || state == State::SubstituteRules) {
        view.deal.disputedAt = t.handoverBy + 100;
        view.deal.ruleBy = view.deal.disputedAt + t.ruleWithin;
    }
    if (state == State::SubstituteRules) {
        view.deal.currentAppraiser = t.substitute;
        view.deal.ruleBy += t.substituteRuleWithin;
    }
    view.seated = !view.deal.currentAppraiser.isZero();
    return view;
}

inline DealView seatedDeal()
{
    DealView view = dealIn(State::Accepted);
    view.deal.currentAppraiser = view.terms.appraiser;
    view.seated = true;
    return view;
}

inline CoSignature coSign(const DealView& deal, const PrivateKey& who, const Settlement& settlement,
                          const std::string& reasons = {})
{
    CoSignature out;
    out.signer = who.address();
    out.settlement = settlement;
    out.safeNonce = deal.safeNonce;
    out.safeTxHash = safeTxHash(safeTxOf(deal, settlement));
    out.signature = who.sign(out.safeTxHash).toRsv();
    out.reasons = reasons;
    return out;
}

inline constexpr std::array kStates = {State::None,     State::Offered,  State::Accepted,        State::Funded,
                                       State::BothIn,   State::Disputed, State::SubstituteRules, State::Settled,
                                       State::Cancelled};

// Before, at and after each deadline of the deal.
inline std::vector<UnixTime> interestingTimes(const DealView& deal)
{
    std::vector<UnixTime> out{1, kStart};
    for (const std::uint64_t at :
         {deal.terms.seatBy, deal.terms.fundBy, deal.terms.depositBy, deal.terms.handoverBy, deal.deal.ruleBy}) {
        for (const std::int64_t step : {-1, 0, 1}) {
            if (at != 0) {
                out.push_back(static_cast<UnixTime>(at) + step);
            }
        }
    }
    return out;
}

} // namespace autochain::escrow::sample
