// SPDX-License-Identifier: GPL-3.0-or-later
// NodePort over JSON-RPC. Before the first use, and again after the node was away, the node has to show the network's
// chain id and genesis block; until it does every call ends with WrongChain. It shows its chain id again with every
// head and fee, so before every signature, and before every sending. Reads are tried again, and with the network's next
// node; a transaction is sent once, to one node.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "chain/state_proof.h"
#include "net/json_rpc_client.h"

#include <memory>

namespace autochain::net
{

struct NodeOptions {
    std::vector<std::string> urls; // tried in this order
    std::uint64_t chainId = 0;     // 0: whatever the node says (a network that is only being set up)
    Hash32 genesisHash;            // zero: not looked at
    NetworkKind kind = NetworkKind::Private;
    bool allowPlainHttp = false;
    RpcLimits limits;
    int readAttempts = 3;
    std::chrono::milliseconds backoff{250};                       // before the second attempt; doubles with each
    std::function<Transport(const std::string& url)> transportTo; // none: HTTP

    static NodeOptions of(const NetworkFile& network);
};

class RpcNode : public NodePort, public ProofPort
{
public:
    explicit RpcNode(NodeOptions options);
    ~RpcNode() override;

    QCoro::Task<Result<std::uint64_t>> chainId() override;
    QCoro::Task<Result<BlockRef>> head() override;
    QCoro::Task<Result<Sourced<AccountState>>> account(Address address) override;
    QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> storage(std::vector<StorageRequest> requests) override;
    QCoro::Task<Result<Bytes>> call(CallRequest request) override;
    QCoro::Task<Result<std::uint64_t>> estimateGas(CallRequest request) override;
    QCoro::Task<Result<FeeSuggestion>> fees() override;
    QCoro::Task<Result<std::uint64_t>> pendingNonce(Address address) override;
    QCoro::Task<Result<Hash32>> sendRaw(Bytes signedTransaction) override;
    QCoro::Task<Result<std::optional<Receipt>>> receipt(Hash32 transactionHash) override;
    QCoro::Task<Result<std::vector<Log>>> logs(LogFilter filter) override;
    // The header is the node's word, and the proofs were held against it.
    QCoro::Task<Result<Sourced<StateProof>>> prove(std::vector<StorageRequest> requests) override;
    QCoro::Task<Result<Sourced<Hash32>>> blockHashAt(std::uint64_t number) override;

    QCoro::Task<Result<Hash32>> genesisHash();

private:
    using Answers = std::vector<QJsonValue>;
    struct Peer {
        std::unique_ptr<JsonRpcClient> client;
        std::uint64_t knownChainId = 0; // 0: has to show itself (again)
        bool local = false;
    };
    struct Read {
        Answers answers;
        bool local = false; // the node that answered runs on this computer
    };

    QCoro::Task<Result<>> identify(Peer& peer);
    // The answers to all calls from one node; the first error of any of them ends it.
    QCoro::Task<Result<Read>> read(std::vector<RpcCall> calls);
    QCoro::Task<Result<Read>> readFrom(Peer& peer, std::vector<RpcCall> calls);
    QCoro::Task<Result<QJsonValue>> readOne(QString method, QJsonArray params);
    QCoro::Task<Result<std::vector<Log>>> logsOfRange(LogFilter filter, int splits);
    Error bad(const char* field) const;
    // Local for a practice market on this computer: its chain is nobody else's. Otherwise the node's word.
    Provenance provenanceOf(bool local) const;
    // The chain id the current node gave just now: WrongChain where it is no longer the network's, and the node has to
    // show itself again.
    Result<std::uint64_t> judgeChain(const QJsonValue& answer);

    NodeOptions m_options;
    std::vector<Peer> m_peers;
    std::size_t m_current = 0;
};

} // namespace autochain::net
