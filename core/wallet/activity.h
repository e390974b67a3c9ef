// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to an account's money: AUC transfers, deals and this computer's own transactions, as one list.
#pragma once

#include "base/clock.h"
#include "chain/network_file.h"
#include "chain/node_port.h"
#include "store/outbox_repository.h"
#include "wallet/error.h"
#include "wallet/story.h"

namespace autochain::wallet
{

enum class What {
    Sent,
    Received,
    SentCoin,
    Sending,     // own, signed or sent, not in a block yet
    NotSigned,   // own, waits for the signer
    Failed,      // own, nothing moved; fee paid where it was mined
    PutIntoDeal, // AUC -> deal book / Safe
    GotFromDeal, // a deal's Safe paid out
    Reward,      // from the incentive pool
    Vested,      // from a vesting contract
    StakeMoved,  // to or from the appraisal desk
    AssessmentPaid,
    Burned,
    OwnAction, // own transaction without AUC: see purpose
    LookAlike  // zero or dust from an address that imitates one you know: hidden by default
};

// A signed amount of AUC in smallest units.
struct AucDelta {
    bool negative = false;
    U256 amount;
    bool operator==(const AucDelta&) const = default;
};

struct Activity {
    UnixTime time = 0; // of the block; of creation while it waits
    What what = What::Received;
    Address counterparty; // zero: none
    AucDelta auc;
    U256 feeWei; // zero: somebody else paid
    Provenance provenance = Provenance::Reported;
    Hash32 transactionHash;
    Hash32 subject;                                 // deal or vehicle; zero: none
    store::Purpose purpose = store::Purpose::Other; // own transactions
    std::uint64_t blockNumber = 0;                  // 0: not in a block
    std::uint64_t confirmations = 0;
    std::optional<std::int64_t> outboxId;
    Turn turn = Turn::None;                   // own transactions that took over another's number, told as one entry
    std::vector<store::OutboxEntry> attempts; // all of them, oldest first; empty where there was one
    std::optional<Address> imitates;          // LookAlike: the address it looks like
};

struct ActivityQuery {
    Address account;
    std::uint64_t fromBlock = 0; // at least the network's deployedAtBlock
    std::vector<Address> known;  // address book and earlier counterparties: what a look-alike would imitate
};

// Newest first. Logs are hints: an entry is at most as sure as the node's word, Local on a practice chain, and Proven
// never.
QCoro::Task<Result<std::vector<Activity>>> readActivity(NodePort& node, const NetworkFile& network,
                                                        store::OutboxRepository& rows, ActivityQuery query);

// Same first and last four hex digits (what a shortened address shows), and not the same address.
bool looksAlike(const Address& a, const Address& b);

} // namespace autochain::wallet
