// SPDX-License-Identifier: GPL-3.0-or-later
// One node as the light client knows it: how it is asked, and how it has behaved.
#pragma once

#include "light/light_status.h"
#include "net/proof_questions.h"
#include "net/rpc_header.h"
#include "net/rpc_node.h"

namespace autochain::light
{

struct PeerOptions {
    std::string url;
    bool allowPlainHttp = false;
    std::uint64_t chainId = 0;
    Hash32 genesisHash;
    net::RpcLimits limits;
    net::Transport transport; // none: HTTP
};

inline constexpr std::size_t kHeadersPerBatch = 96; // public nodes refuse more than 100 calls in one request

// Everything it answers is its word. Errors: ChainError::{NodeUnreachable, NodeTimeout, NodeRefused, BadAnswer,
// WrongChain}.
class Peer
{
public:
    explicit Peer(const PeerOptions& options);

    const std::string& url() const { return m_client.url(); }
    // For what cannot be proven: fees, calls, logs, sending. Asks this node only.
    net::RpcNode& hints() { return m_hints; }

    // Its newest header. WrongChain where its chain id or genesis block is another's.
    QCoro::Task<Result<HashedHeader>> newest();
    // Headers first … first + count - 1; fewer only where it has fewer.
    QCoro::Task<Result<std::vector<HashedHeader>>> headers(std::uint64_t first, std::size_t count);
    QCoro::Task<Result<std::vector<HashedHeader>>> headersAt(std::vector<std::uint64_t> numbers);
    // One proof for each question, in their order.
    QCoro::Task<Result<std::vector<net::AccountProof>>> proofs(std::vector<net::ProofQuestion> questions,
                                                               std::uint64_t blockNumber);
    // Several requests in one, for what is put together elsewhere; the first error of any ends it.
    QCoro::Task<Result<std::vector<QJsonValue>>> ask(std::vector<net::RpcCall> calls);

    PeerStanding standing;
    bool busy = false;    // its turn is under way
    int failures = 0;     // in a row
    int proofsMissed = 0; // in a row: times it was asked for proofs and gave none that was of use
    std::optional<Hash32> headHash;
    std::chrono::steady_clock::time_point restUntil; // after failures, not asked before

private:
    void noteTime(std::chrono::milliseconds took);

    net::JsonRpcClient m_client;
    net::RpcNode m_hints;
    std::uint64_t m_chainId;
    Hash32 m_genesisHash;
    bool m_known = false; // has shown the genesis block
    net::HeaderMethod m_method = net::HeaderMethod::Header;
    std::vector<std::chrono::milliseconds> m_times; // of its last answers
};

} // namespace autochain::light
