// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out the steps of a deal: checks the rules on a fresh reading, asks for signatures, sends, waits for the
// block.
#pragma once

#include "escrow/deal_reader.h"
#include "escrow/rules.h"
#include "signing/signer_port.h"
#include "signing/transaction_port.h"

namespace autochain::escrow
{

struct StepResult {
    Hash32 dealId;
    Hash32 transactionHash;
    BlockRef block;
    Provenance provenance = Provenance::Reported; // of its success
};

// Every step reads the deal first and refuses with an EscrowError what the rules do not allow (NotYourStep, WrongStage,
// TooEarly, TooLate …), so nothing is signed in vain. Errors further: SigningError, ChainError, the wallet's.
class DealService
{
public:
    // All must outlive the service and its tasks. `clock`: where blocks come seldom, the later of it and the last
    // block's time counts as now; none: the last block's time.
    DealService(NodePort& node, const NetworkFile& network, SignerPort& signer, TransactionPort& transactions,
                const Clock* clock = nullptr);

    DealReader& reader() { return m_reader; }

    // Two signatures asked of terms.buyer: the terms and the transaction. The first problem of checkTerms as
    // error.
    QCoro::Task<Result<StepResult>> offer(Terms terms, std::string vin);
    QCoro::Task<Result<StepResult>> withdrawOffer(Hash32 dealId, Address me);
    QCoro::Task<Result<StepResult>> accept(Hash32 dealId, Address me); // terms are checked as the seller sees them
    QCoro::Task<Result<StepResult>> takeSeat(Hash32 dealId, Address me);
    QCoro::Task<Result<StepResult>> fund(Hash32 dealId, Address me);
    QCoro::Task<Result<StepResult>> deposit(Hash32 dealId, Address me);
    // Signs the settlement's Safe transaction and publishes the signature. `reasons`: a ruling's, else empty.
    QCoro::Task<Result<StepResult>> coSign(Hash32 dealId, Address me, Settlement settlement, std::string reasons = {});
    // Signs only; for handing over as a file or QR.
    QCoro::Task<Result<CoSignature>> coSignOffline(Hash32 dealId, Address me, Settlement settlement,
                                                   std::string reasons = {});
    // `me` sends the Safe transaction with the other's signature and his own. `offline`: the other's, where it came as
    // a file. NoCoSignature, SettlementReverted.
    QCoro::Task<Result<StepResult>> execute(Hash32 dealId, Address me, Settlement settlement,
                                            std::optional<CoSignature> offline = {});
    QCoro::Task<Result<StepResult>> openDispute(Hash32 dealId, Address me);
    // CancelUnfunded, RefundNoTitle, ReplaceAppraiser or FallbackSplit.
    QCoro::Task<Result<StepResult>> clockPath(Hash32 dealId, Address me, ActionKind kind);

private:
    UnixTime nowOf(const BlockRef& block) const;
    QCoro::Task<Result<DealView>> checked(Hash32 dealId, Address me, ActionKind kind,
                                          std::optional<Settlement> settlement = {});
    QCoro::Task<Result<>> checkAcceptable(DealView deal);
    QCoro::Task<Result<StepResult>> send(Hash32 dealId, Address me, Call call, SigningHints hints, std::string purpose);
    QCoro::Task<Result<DealView>> checkedForSigning(Hash32 dealId, Address me, Settlement settlement,
                                                    std::string reasons);
    QCoro::Task<Result<CoSignature>> signSettlement(DealView deal, Address me, Settlement settlement,
                                                    std::string reasons);

    const NetworkFile& m_network;
    SignerPort& m_signer;
    TransactionPort& m_transactions;
    const Clock* m_clock;
    DealReader m_reader;
};

} // namespace autochain::escrow
