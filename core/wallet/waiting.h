// SPDX-License-Identifier: GPL-3.0-or-later
// Own transactions that are not in a block yet: why they wait, and which of them can be helped.
#pragma once

#include "chain/node_port.h"
#include "store/outbox_repository.h"

namespace autochain::wallet
{

enum class WhyWaiting {
    NextBlock,      // nothing stands in its way but time
    FeeTooLow,      // it offers less than blocks take now
    EarlierWaits,   // one of this account with a lower number is not in a block: `earlier`
    EarlierUnknown, // as EarlierWaits, and the lower number was not used by this computer
    NotTaken        // signed and written down; no node has confirmed that it has it
};

// All transactions of one account and one number that may still get into a block. One of them at most will.
struct Waiting {
    store::OutboxEntry entry;               // the newest, which the others were replaced by
    std::vector<store::OutboxEntry> former; // the others, oldest first
    WhyWaiting why = WhyWaiting::NextBlock;
    std::optional<store::OutboxEntry> earlier; // newest of the lowest waiting number
    std::uint64_t nextNonce = 0;               // the number the chain takes next
    U256 offeredPerGas;                        // wei; of what it offers, what a block would get today
    U256 wantedPerGas;                         // wei; what the node thinks blocks take today

    // The call that was wanted in the first place, whatever replaced it since.
    const store::OutboxEntry& first() const { return former.empty() ? entry : former.front(); }
};

// Pure. `pending`: rows that are not settled; those of other accounts and those never signed are left out. Lowest
// number first. `account`: as the node has it now.
std::vector<Waiting> waitingOf(const std::vector<store::OutboxEntry>& pending, const Address& from,
                               const AccountState& account, const FeeSuggestion& fees);

// What a block gets per unit of gas at this base fee; zero where the highest price does not even cover it.
U256 offeredPerGas(const Transaction& transaction, const FeeSuggestion& fees);
U256 wantedPerGas(const FeeSuggestion& fees);
// EIP-1559: the highest price is below the base fee, or the tip less than half of what is usual; legacy: the price is
// below the node's.
bool offersTooLittle(const Transaction& transaction, const FeeSuggestion& fees);

} // namespace autochain::wallet
