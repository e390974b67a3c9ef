// SPDX-License-Identifier: GPL-3.0-or-later
// A node of which nothing is believed that can be proven: state by eth_getProof against the newest verified header,
// results of transactions by the receipts of their whole block. What cannot be proven (fees, calls, logs, what waits to
// be mined) is the word of the nodes that have not lied.
#pragma once

#include "chain/network_file.h"
#include "light/state_prover.h"

namespace autochain::light
{

class VerifiedNode : public NodePort, public ProofPort
{
public:
    // `amounts`: contracts whose words are amounts (the token); all others wait for sureness.dealBlocks.
    VerifiedNode(std::shared_ptr<LightClient> client, std::set<Address> amounts);

    // Waits for the first time until headers are in sync or it is clear that nobody gives any; where false, what is
    // read until then is Reported.
    void setPatient(bool patient) { m_patient = patient; }

    QCoro::Task<Result<std::uint64_t>> chainId() override;
    QCoro::Task<Result<BlockRef>> head() override; // the newest verified one
    // Proven: in the verified state, and unchanged for as many blocks as sureness asks. Reported: in the newest
    // verified state, but not for so long, or the old state could not be had. Stale: the newest header is too old. A
    // node whose proof does not hold is shut out and the next one asked; BadProof (the node, what was wrong) where
    // none is left.
    QCoro::Task<Result<Sourced<AccountState>>> account(Address address) override;
    QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> storage(std::vector<StorageRequest> requests) override;
    QCoro::Task<Result<std::optional<Receipt>>> receipt(Hash32 transactionHash) override;

    QCoro::Task<Result<Bytes>> call(CallRequest request) override;
    QCoro::Task<Result<std::uint64_t>> estimateGas(CallRequest request) override;
    QCoro::Task<Result<FeeSuggestion>> fees() override;
    QCoro::Task<Result<std::uint64_t>> pendingNonce(Address address) override;
    // To the first that takes it, then to all others that agree: one that keeps it back is not enough to stop it.
    QCoro::Task<Result<Hash32>> sendRaw(Bytes signedTransaction) override;
    QCoro::Task<Result<std::vector<Log>>> logs(LogFilter filter) override;
    // Of the newest verified header. Reported where nothing is verified yet.
    QCoro::Task<Result<Sourced<StateProof>>> prove(std::vector<StorageRequest> requests) override;
    QCoro::Task<Result<Sourced<Hash32>>> blockHashAt(std::uint64_t number) override;

    LightClient& client() { return *m_client; }

private:
    QCoro::Task<> ready();
    Provenance provenanceOf(bool settled) const;
    Error nobodyLeft() const;
    std::vector<std::shared_ptr<Peer>> wordGivers() const;
    std::uint32_t blocksFor(const std::vector<StorageRequest>& requests) const;

    // Asks the nodes one after the other until one answers; for what is only a hint.
    template <typename T, typename Ask>
    QCoro::Task<Result<T>> hint(Ask ask);

    std::shared_ptr<LightClient> m_client;
    StateProver m_prover;
    std::set<Address> m_amounts;
    bool m_patient = false;
    bool m_waited = false;
};

} // namespace autochain::light
