// SPDX-License-Identifier: GPL-3.0-or-later
// What the domain needs of an EVM node. net implements it over JSON-RPC; tests have a fake beside it.
#pragma once

#include "base/result.h"
#include "base/u256.h"
#include "chain/error.h"
#include "chain/provenance.h"

#include <QCoroTask>

#include <optional>
#include <string>
#include <vector>

namespace autochain
{

struct Log {
    Address address;
    std::vector<Hash32> topics;
    Bytes data;
    std::uint64_t blockNumber = 0;
    std::uint32_t logIndex = 0;
    Hash32 transactionHash;
};

struct LogFilter {
    Address address;
    std::vector<std::optional<Hash32>> topics; // none: any; at most 4
    std::uint64_t fromBlock = 0;
    std::uint64_t toBlock = 0; // inclusive
};

struct Receipt {
    Hash32 transactionHash;
    BlockRef block;
    bool succeeded = false;
    std::uint64_t gasUsed = 0;
    U256 effectiveGasPrice;
    std::optional<Address> contractAddress;
    std::vector<Log> logs;
    Provenance provenance = Provenance::Reported;
};

struct CallRequest {
    std::optional<Address> from;
    std::optional<Address> to;
    U256 value;
    Bytes data;
};

struct FeeSuggestion {
    bool dynamic = true; // false: the chain has no base fee (legacy or type-1 transactions)
    U256 baseFeePerGas;  // of the latest block, zero where not dynamic
    U256 maxPriorityFeePerGas;
    U256 gasPrice; // legacy price
};

struct AccountState {
    U256 balanceWei;
    std::uint64_t nonce = 0;
    bool hasCode = false;
};

// Storage words of one contract at one block.
struct StorageRequest {
    Address contract;
    std::vector<Hash32> slotKeys;
};

// All calls may fail with ChainError::{NodeUnreachable, NodeTimeout, NodeRefused, BadAnswer}. Coroutines run on the Qt
// event loop of the calling thread. The port must outlive the tasks it gave out.
class NodePort
{
public:
    virtual ~NodePort() = default;
    virtual QCoro::Task<Result<std::uint64_t>> chainId() = 0;
    virtual QCoro::Task<Result<BlockRef>> head() = 0;
    virtual QCoro::Task<Result<Sourced<AccountState>>> account(Address address) = 0;
    // One word per requested slot, same order, read at one block. The provenance says what was checked.
    virtual QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>>
    storage(std::vector<StorageRequest> requests) = 0;
    virtual QCoro::Task<Result<Bytes>> call(CallRequest request) = 0; // a hint; Reverted where the contract refuses
    virtual QCoro::Task<Result<std::uint64_t>> estimateGas(CallRequest request) = 0; // Reverted
    virtual QCoro::Task<Result<FeeSuggestion>> fees() = 0;
    virtual QCoro::Task<Result<std::uint64_t>> pendingNonce(Address address) = 0;
    virtual QCoro::Task<Result<Hash32>> sendRaw(Bytes signedTransaction) = 0;
    virtual QCoro::Task<Result<std::optional<Receipt>>> receipt(Hash32 transactionHash) = 0; // none: not mined yet
    virtual QCoro::Task<Result<std::vector<Log>>> logs(LogFilter filter) = 0;                // hints
};

} // namespace autochain
