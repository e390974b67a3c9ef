// SPDX-License-Identifier: GPL-3.0-or-later
// A node without a chain, for tests: it answers what it was told and remembers what it was sent.
#pragma once

#include "chain/node_port.h"

#include <deque>
#include <functional>
#include <map>

namespace autochain::net
{

class FakeNode : public NodePort
{
public:
    // What it answers.
    std::uint64_t id = 31337;
    BlockRef top;
    std::map<Address, AccountState> accounts;
    std::map<std::pair<Address, Hash32>, U256> words; // absent: zero, as in storage
    Provenance provenance = Provenance::Local;
    FeeSuggestion fee;
    std::uint64_t gas = 100'000;
    std::map<Address, std::uint64_t> nonces;
    std::map<Hash32, Receipt> receipts;
    std::vector<Log> allLogs;
    std::function<Result<Bytes>(const CallRequest&)> onCall; // none: empty answer
    std::function<Result<Hash32>(const Bytes&)> onSend;      // none: the transaction's hash
    std::deque<Error> failures;                              // the next calls fail with these, one each

    // What it was asked.
    std::vector<Bytes> sent;
    std::size_t storageRounds = 0;

    void setWord(const Address& contract, const Hash32& slot, const U256& word) { words[{contract, slot}] = word; }

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

private:
    std::optional<Error> nextFailure();
};

} // namespace autochain::net
