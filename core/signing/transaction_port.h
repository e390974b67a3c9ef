// SPDX-License-Identifier: GPL-3.0-or-later
// How the domain gets a transaction signed, sent and mined without knowing the wallet. wallet::Outbox implements it.
#pragma once

#include "base/result.h"
#include "chain/node_port.h"
#include "contracts/call.h"
#include "signing/signer_port.h"

#include <QCoroTask>

#include <string>

namespace autochain
{

// Tasks run on the Qt event loop of the calling thread. The port must outlive the tasks it gave out.
class TransactionPort
{
public:
    virtual ~TransactionPort() = default;
    // Chooses nonce, gas and fees, asks the signer, sends. The hash is known to the outbox before this ends, so that a
    // process that dies afterwards finds it again. `purpose`: a machine word such as "deal.fund", never user-visible
    // text; `subject`: the deal or car it is about, zero: none. Errors: SigningError, ChainError (Reverted where the
    // contract refuses: nothing was sent), and the wallet's.
    virtual QCoro::Task<Result<Hash32>> submit(Address from, Call call, SigningHints hints, std::string purpose,
                                               Hash32 subject) = 0;
    // Ends when the transaction is in a block. ChainError::Reverted where it is in a block and failed, NodeTimeout
    // where it did not get into one in time (it may still).
    virtual QCoro::Task<Result<Receipt>> waitMined(Hash32 transactionHash) = 0;
};

} // namespace autochain
