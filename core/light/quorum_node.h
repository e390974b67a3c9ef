// SPDX-License-Identifier: GPL-3.0-or-later
// A node made of several, for chains whose headers cannot be verified here: state is read by eth_getProof and held
// against the state root that most of the nodes name. One liar is found out and named; as many as agree are not, so
// nothing of it is more than Reported.
#pragma once

#include "chain/node_port.h"
#include "chain/state_proof.h"
#include "light/peer.h"
#include "light/quorum.h"

#include <chrono>
#include <functional>
#include <memory>

namespace autochain::light
{

class QuorumNode : public NodePort, public ProofPort
{
public:
    // Precondition: two peers at least.
    explicit QuorumNode(const std::vector<PeerOptions>& peers);

    // As of the last read.
    const QuorumStatus& status() const { return m_status; }
    std::function<void()> onChanged; // after anything of status() changed

    QCoro::Task<Result<std::uint64_t>> chainId() override;
    QCoro::Task<Result<BlockRef>> head() override; // the agreed one, or one node's word where they do not agree
    // BadProof where no node gives values that fit the agreed block.
    QCoro::Task<Result<Sourced<AccountState>>> account(Address address) override;
    QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> storage(std::vector<StorageRequest> requests) override;
    QCoro::Task<Result<std::optional<Receipt>>> receipt(Hash32 transactionHash) override;

    QCoro::Task<Result<Bytes>> call(CallRequest request) override;
    QCoro::Task<Result<std::uint64_t>> estimateGas(CallRequest request) override;
    QCoro::Task<Result<FeeSuggestion>> fees() override;
    QCoro::Task<Result<std::uint64_t>> pendingNonce(Address address) override;
    QCoro::Task<Result<Hash32>> sendRaw(Bytes signedTransaction) override; // to all of them
    QCoro::Task<Result<std::vector<Log>>> logs(LogFilter filter) override;
    QCoro::Task<Result<Sourced<StateProof>>> prove(std::vector<StorageRequest> requests) override;
    QCoro::Task<Result<Sourced<Hash32>>> blockHashAt(std::uint64_t number) override;

private:
    using PeerPtr = std::shared_ptr<Peer>;
    struct Ballot {
        std::size_t asked = 0;
        std::size_t answered = 0; // with or without a vote
        std::vector<BlockVote> votes;
    };
    struct Proofs {
        AgreedBlock at;
        std::shared_ptr<Peer> giver;
        std::vector<AccountProof> proofs;
    };

    static QCoro::Task<> vote(PeerPtr peer, std::optional<std::uint64_t> number, std::shared_ptr<Ballot> ballot);
    QCoro::Task<std::vector<BlockVote>> ask(std::optional<std::uint64_t> number);
    QCoro::Task<std::optional<AgreedBlock>> agree();
    // Proofs that fit the agreed block; none where there is no agreed block.
    QCoro::Task<Result<std::optional<Proofs>>> proofsOf(std::vector<net::ProofQuestion> questions);
    void contradict(const Peer& peer, const std::string& detail);
    bool isContradicted(const std::string& url) const;
    std::vector<PeerPtr> inTurn() const; // those that agree first, the contradicted not at all
    template <typename T, typename Ask>
    QCoro::Task<Result<T>> firstAnswer(Ask ask);

    std::vector<PeerPtr> m_peers;
    QuorumStatus m_status;
    std::chrono::steady_clock::time_point m_agreedAt;
};

} // namespace autochain::light
