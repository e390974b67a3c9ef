// SPDX-License-Identifier: GPL-3.0-or-later
// A deal as it lies on the chain, and all that a person needs to see of it in one value.
#pragma once

#include "chain/provenance.h"
#include "escrow/terms.h"

#include <optional>
#include <vector>

namespace autochain::escrow
{

// As IDealBook.State and IDealBook.Outcome.
enum class State { None, Offered, Accepted, Funded, BothIn, Disputed, SubstituteRules, Settled, Cancelled };
enum class Outcome { None, Release, Refund, Settle, Ruling, Unfunded, NoTitle, Fallback, Lapsed };

// IDealBook.Settlement. toBuyer + toSeller + toAppraiser == everything of AUC the deal put in the Safe.
struct Settlement {
    Outcome outcome = Outcome::None;
    U256 toBuyer;
    U256 toSeller;
    U256 toAppraiser;
    Address titleTo;
    Hash32 reasonsDigest; // sha2-256 of a ruling's reasons
    bool operator==(const Settlement&) const = default;
};

// IDealBook.Deal.
struct Deal {
    State state = State::None;
    Outcome outcome = Outcome::None;
    Address safe;
    Address currentAppraiser;
    std::uint64_t acceptedAt = 0;
    std::uint64_t fundedAt = 0;
    std::uint64_t depositedAt = 0;
    std::uint64_t disputedAt = 0;
    std::uint64_t ruleBy = 0;
    std::uint64_t closedAt = 0;
    U256 funded;
    bool operator==(const Deal&) const = default;
};

// A signature over the Safe transaction of a settlement. In a DealView only those that were verified by recovery.
struct CoSignature {
    Address signer;
    Settlement settlement;
    std::uint64_t safeNonce = 0;
    Hash32 safeTxHash;
    Bytes signature; // 65 bytes r || s || v, v 27 or 28
    std::string reasons;
    std::uint64_t blockNumber = 0; // of the CoSigned event; 0: came as a file
    Hash32 transactionHash;
    bool operator==(const CoSignature&) const = default;
};

// Provenance: storage reads as the node port checked them. Co-signatures come from logs but prove themselves.
struct DealView {
    Hash32 id;
    std::uint64_t chainId = 0;
    Address dealBook;
    Address dealModule;
    Terms terms;
    Deal deal;
    bool seated = false;
    std::vector<CoSignature> coSignatures; // oldest first, current Safe nonce only, one per signer and settlement
    U256 safeAuc;                          // AUC the Safe holds as read, not as told
    Address titleHolder;                   // owner of the title as read
    std::uint64_t safeNonce = 0;
    std::uint64_t historyCount = 0; // of the car now
    Hash32 historyHead;
    Hash32 vehicleDeal; // deal that locks the title now; zero: none
    Address lender;     // lien on the car now; zero: none
    std::string vin;    // checked: keccak256(vin) == terms.vehicleId; empty where not known
    Provenance provenance = Provenance::Reported;
    BlockRef block;

    // A record came after both signed: shown before funding and before release.
    bool historyGrew() const { return historyCount != terms.historyCount || historyHead != terms.historyHead; }
};

} // namespace autochain::escrow
