// SPDX-License-Identifier: GPL-3.0-or-later
// The result of a transaction, proven by all receipts and all transactions of its block: together they give the two
// roots of the verified header. (Nodes have no call for a proof of one receipt.)
#pragma once

#include "chain/receipt.h"
#include "light/peer.h"

#include <span>

namespace autochain::light
{

// What a node gave for one transaction of a block, in the block's order.
struct MinedTransaction {
    Bytes raw;             // as it was signed (EIP-2718)
    ReceiptRecord receipt; // what it did
};

// The receipt of the transaction with this hash. `whole`: every transaction of the block, none left out. BadProof
// (detail: what does not fit).
Result<Receipt> receiptFrom(const HashedHeader& header, std::span<const MinedTransaction> whole,
                            const Hash32& transactionHash);

// Asks the node for the block's transactions and receipts. BadProof; NodeRefused where it does not give them; a block
// of more than 3,000 transactions is not looked at (NodeRefused).
QCoro::Task<Result<Receipt>> proveReceipt(std::shared_ptr<Peer> peer, HashedHeader header, Hash32 transactionHash);

} // namespace autochain::light
