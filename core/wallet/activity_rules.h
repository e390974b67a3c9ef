// SPDX-License-Identifier: GPL-3.0-or-later
// The pure half of the activity list: what one transfer or one own transaction is.
#pragma once

#include "wallet/activity.h"

#include <map>
#include <set>

namespace autochain::wallet
{

struct AucTransfer {
    Address from;
    Address to;
    U256 amount;
    Hash32 transactionHash;
    std::uint64_t blockNumber = 0;
    std::uint32_t logIndex = 0;
};

struct ActivityContext {
    Address account;
    const NetworkFile* network = nullptr;
    std::map<Address, Hash32> dealSafes; // Safe -> deal
    std::set<Address> known;             // address book, and whoever real money went to or came from
    std::uint64_t headBlock = 0;
};

Activity activityOf(const AucTransfer& transfer, const ActivityContext& context, bool byOwnTransaction);
// An own transaction that moved no AUC on chain (or is not in a block yet).
Activity activityOf(const store::OutboxEntry& entry, const ActivityContext& context);
// Adds fee, purpose, subject and row of the own transaction a transfer belongs to.
void addOwn(Activity& activity, const store::OutboxEntry& entry);
// The entry stands for all of the story: what was wanted first, and how it ended.
void addStory(Activity& activity, const Story& story, const ActivityContext& context);
Provenance provenanceOf(const NetworkFile& network);

} // namespace autochain::wallet
