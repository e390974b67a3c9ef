// SPDX-License-Identifier: GPL-3.0-or-later
// The domain's transaction port, carried out by the wallet's outbox.
#pragma once

#include "signing/transaction_port.h"
#include "wallet/outbox.h"

namespace autochain::cli
{

// "wallet.send": the word a purpose came from; "other" where there is none.
std::string_view wordOf(store::Purpose purpose);

class OutboxTransactions final : public TransactionPort
{
public:
    // The outbox must outlive this and its tasks.
    explicit OutboxTransactions(wallet::Outbox& outbox) : m_outbox(outbox) {}
    QCoro::Task<Result<Hash32>> submit(Address from, Call call, SigningHints hints, std::string purpose,
                                       Hash32 subject) override;
    QCoro::Task<Result<Receipt>> waitMined(Hash32 transactionHash) override;

private:
    wallet::Outbox& m_outbox;
};

} // namespace autochain::cli
