// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fake_node.h"

#include "codec/transaction.h"

namespace autochain::net
{
namespace
{
bool matches(const LogFilter& filter, const Log& log)
{
    if (log.address != filter.address || log.blockNumber < filter.fromBlock || log.blockNumber > filter.toBlock) {
        return false;
    }
    for (std::size_t i = 0; i < filter.topics.size(); ++i) {
        if (filter.topics[i] && (i >= log.topics.size() || log.topics[i] != *filter.topics[i])) {
            return false;
        }
    }
    return true;
}
} // namespace

std::optional<Error> FakeNode::nextFailure()
{
    if (failures.empty()) {
        return std::nullopt;
    }
    Error error = failures.front();
    failures.pop_front();
    return error;
}

QCoro::Task<Result<std::uint64_t>> FakeNode::chainId()
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    co_return id;
}

QCoro::Task<Result<BlockRef>> FakeNode::head()
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    co_return top;
}

QCoro::Task<Result<Sourced<AccountState>>> FakeNode::account(Address address)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    const auto found = accounts.find(address);
    Sourced<AccountState> state;
    state.value = found == accounts.end() ? AccountState() : found->second;
    state.provenance = provenance;
    state.block = top;
    co_return state;
}

QCoro::Task<Result<Sourced<std::vector<std::vector<U256>>>>> FakeNode::storage(std::vector<StorageRequest> requests)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    ++storageRounds;
    Sourced<std::vector<std::vector<U256>>> out;
    out.provenance = provenance;
    out.block = top;
    for (const auto& request : requests) {
        auto& row = out.value.emplace_back();
        for (const auto& slot : request.slotKeys) {
            const auto found = words.find({request.contract, slot});
            row.push_back(found == words.end() ? U256() : found->second);
        }
    }
    co_return out;
}

QCoro::Task<Result<Bytes>> FakeNode::call(CallRequest request)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    co_return onCall ? onCall(request) : Result<Bytes>(Bytes());
}

QCoro::Task<Result<std::uint64_t>> FakeNode::estimateGas(CallRequest)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    co_return gas;
}

QCoro::Task<Result<FeeSuggestion>> FakeNode::fees()
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    co_return fee;
}

QCoro::Task<Result<std::uint64_t>> FakeNode::pendingNonce(Address address)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    const auto found = nonces.find(address);
    co_return found == nonces.end() ? 0 : found->second;
}

QCoro::Task<Result<Hash32>> FakeNode::sendRaw(Bytes signedTransaction)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    sent.push_back(signedTransaction);
    co_return onSend ? onSend(signedTransaction) : Result<Hash32>(transactionHash(signedTransaction));
}

QCoro::Task<Result<std::optional<Receipt>>> FakeNode::receipt(Hash32 transactionHash)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    const auto found = receipts.find(transactionHash);
    co_return found == receipts.end() ? std::optional<Receipt>() : std::optional(found->second);
}

QCoro::Task<Result<std::vector<Log>>> FakeNode::logs(LogFilter filter)
{
    if (auto error = nextFailure()) {
        co_return *error;
    }
    std::vector<Log> found;
    for (const auto& log : allLogs) {
        if (matches(filter, log)) {
            found.push_back(log);
        }
    }
    co_return found;
}

} // namespace autochain::net
