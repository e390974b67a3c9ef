// SPDX-License-Identifier: GPL-3.0-or-later
// What buyer and seller sign: IDealBook.Terms, EIP-712. The deal's id is the struct hash of its terms.
#pragma once

#include "base/amount.h"
#include "base/bytes.h"
#include "base/clock.h"
#include "base/u256.h"
#include "escrow/error.h"

#include <string>

namespace autochain::escrow
{

// Amounts in AUC's smallest unit, times in unix seconds, spans in seconds.
struct Terms {
    Hash32 vehicleId;
    Hash32 historyHead;
    std::uint64_t historyCount = 0;
    std::uint32_t odometerKm = 0;
    Hash32 reportDigest; // zero: no report
    U256 price;
    Address buyer;
    Address seller;
    Address appraiser;
    Address substitute;
    U256 rulingFee;     // out of the price, to whom rules, only if he rules (paper 4.4: 10,000 of 200,000)
    U256 assessmentFee; // on top of the price, paid by the buyer, to the appraiser on release; zero: none
    std::uint64_t seatBy = 0;
    std::uint64_t fundBy = 0;
    std::uint64_t depositBy = 0;
    std::uint64_t handoverBy = 0;
    std::uint64_t ruleWithin = 0;
    std::uint64_t substituteRuleWithin = 0;
    U256 fallbackToBuyer; // of the price, where both stay silent; the rest goes to the seller
    bool fallbackTitleToBuyer = false;
    U256 salt;
    bool operator==(const Terms&) const = default;

    U256 due() const { return price + assessmentFee; } // what the buyer puts in
};

// How long each step gets, in seconds, counted from now. The defaults of the suite.
struct Spans {
    std::uint64_t seat = 1 * 86'400;
    std::uint64_t fund = 2 * 86'400;
    std::uint64_t deposit = 4 * 86'400;
    std::uint64_t handover = 9 * 86'400;
    std::uint64_t ruleWithin = 7 * 86'400;
    std::uint64_t substituteRuleWithin = 5 * 86'400;
};

// What a person decides; makeTerms fills in the rest.
struct TermsDraft {
    Hash32 vehicleId;
    Hash32 historyHead;
    std::uint64_t historyCount = 0;
    std::uint32_t odometerKm = 0;
    Hash32 reportDigest;
    U256 price;
    Address buyer;
    Address seller;
    Address appraiser;
    Address substitute;
    U256 rulingFee;
    U256 assessmentFee;
    U256 salt; // random, so that two deals with the same terms differ
    Spans spans;
};

// Fallback of the suite: money to the buyer, title back to the seller. `now`: the chain's time.
Terms makeTerms(const TermsDraft& draft, UnixTime now);

Hash32 dealIdOf(const Terms& terms);             // EIP-712 hashStruct
Bytes encodeTerms(const Terms& terms);           // abi.encode(Terms): what SigningHints::terms takes
Result<Terms> decodeTerms(BytesView abiEncoded); // CodecError
// Document for eth_signTypedData_v4, domain {"AutoChain DealBook", "1", chainId, dealBook}.
std::string termsTypedData(const Terms& terms, std::uint64_t chainId, const Address& dealBook);
// What is signed: keccak256(0x1901 || domain separator || deal id).
Hash32 termsDigest(const Terms& terms, std::uint64_t chainId, const Address& dealBook);

// What checkTerms compares the terms with, as read from the chain.
struct TermsContext {
    U256 buyerBalance;             // AUC
    bool checkBuyerBalance = true; // false where the seller checks and the money comes later
    bool vehicleKnown = false;
    Address titleHolder;
    Address lender;   // zero: no lien
    Hash32 otherDeal; // deal that holds the title now; zero: none (or this one)
    Hash32 historyHead;
    std::uint64_t historyCount = 0;
    std::uint32_t odometerKm = 0;
    bool appraiserRegistered = false;
    U256 appraiserFreeStake;
    U256 seatStake;
};
// Every problem of the terms, worst first; empty: may be signed. All are EscrowError.
std::vector<Error> checkTerms(const Terms& terms, const TermsContext& context, UnixTime now);
// The part that needs no chain: people, price, fees, deadlines, fallback.
std::vector<Error> checkTermsAlone(const Terms& terms, UnixTime now);

} // namespace autochain::escrow
