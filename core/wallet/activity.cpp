// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/activity.h"

#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "wallet/activity_rules.h"

#include <algorithm>
#include <unordered_map>

namespace autochain::wallet
{
namespace auc = contracts::auc;
namespace dealBook = contracts::dealBook;

namespace
{
using Topics = std::vector<std::optional<Hash32>>;
using Times = std::unordered_map<std::uint64_t, UnixTime>; // of blocks
using Rows = std::unordered_map<Hash32, store::OutboxEntry>;

Hash32 topicOf(const Address& address)
{
    return Hash32{U256::fromBigEndian(address.view()).toBigEndian()};
}

LogFilter filterOf(const Address& contract, Topics topics, std::uint64_t from, std::uint64_t to)
{
    return {contract, std::move(topics), from, to};
}

LogFilter outgoing(const Address& token, const ActivityQuery& query, std::uint64_t head)
{
    return filterOf(token, Topics{auc::kTransferTopic, topicOf(query.account)}, query.fromBlock, head);
}

LogFilter incoming(const Address& token, const ActivityQuery& query, std::uint64_t head)
{
    return filterOf(token, Topics{auc::kTransferTopic, std::nullopt, topicOf(query.account)}, query.fromBlock, head);
}

LogFilter acceptances(const NetworkFile& network, std::uint64_t head)
{
    return filterOf(network.contract("dealBook"), Topics{dealBook::kAcceptedTopic}, network.deployedAtBlock, head);
}

// What does not decode, is of another contract or does not touch the account was not asked for and is left out.
void addTransfers(std::vector<AucTransfer>& out, const std::vector<Log>& logs, const Address& token,
                  const Address& account)
{
    for (const Log& log : logs) {
        const auto event = auc::decodeTransferEvent(log);
        if (log.address == token && event.ok() && (event->from == account || event->to == account)) {
            out.push_back({event->from, event->to, event->value, log.transactionHash, log.blockNumber, log.logIndex});
        }
    }
}

// A payment to oneself comes twice, once for each filter.
void dropDoubles(std::vector<AucTransfer>& transfers)
{
    const auto place = [](const AucTransfer& t) { return std::pair(t.blockNumber, t.logIndex); };
    std::sort(transfers.begin(), transfers.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    const auto same = [&](const auto& a, const auto& b) { return place(a) == place(b); };
    transfers.erase(std::unique(transfers.begin(), transfers.end(), same), transfers.end());
}

std::map<Address, Hash32> safesIn(const std::vector<Log>& logs, const Address& contract)
{
    std::map<Address, Hash32> out;
    for (const Log& log : logs) {
        if (const auto event = dealBook::decodeAcceptedEvent(log); event.ok() && log.address == contract) {
            out.emplace(event->safe, event->dealId);
        }
    }
    return out;
}

void learnKnown(ActivityContext& context, const std::vector<AucTransfer>& transfers, const Rows& own)
{
    for (const AucTransfer& transfer : transfers) {
        // Only money we sent ourselves makes an address known: what comes in may be bait.
        if (own.contains(transfer.transactionHash) && !transfer.amount.isZero()) {
            context.known.insert(transfer.to);
        }
    }
}

Rows byHash(const std::vector<store::OutboxEntry>& entries)
{
    Rows out;
    for (const store::OutboxEntry& entry : entries) {
        if (!entry.hash.isZero()) {
            out.emplace(entry.hash, entry);
        }
    }
    return out;
}

bool newerFirst(const Activity& a, const Activity& b)
{
    const auto key = [](const Activity& x) {
        return std::tuple(x.blockNumber == 0 ? UINT64_MAX : x.blockNumber, x.time, x.outboxId.value_or(0));
    };
    return key(a) > key(b);
}

Activity withStory(Activity activity, const Stories& stories, const ActivityContext& context)
{
    const Story* story = activity.outboxId ? stories.of(*activity.outboxId) : nullptr;
    if (story != nullptr) {
        addStory(activity, *story, context);
    }
    return activity;
}

std::vector<Activity> ownWithoutTransfers(const std::vector<store::OutboxEntry>& entries,
                                          const std::vector<AucTransfer>& transfers, const Stories& stories,
                                          const ActivityContext& context)
{
    std::set<Hash32> moved;
    for (const AucTransfer& transfer : transfers) {
        moved.insert(transfer.transactionHash);
    }
    std::vector<Activity> out;
    for (const store::OutboxEntry& entry : entries) {
        if (!stories.isToldElsewhere(entry.id) && (entry.hash.isZero() || !moved.contains(entry.hash))) {
            out.push_back(withStory(activityOf(entry, context), stories, context));
        }
    }
    return out;
}

// Logs carry no time; the receipt's block does. One question per block.
QCoro::Task<Result<UnixTime>> timeOf(NodePort& node, AucTransfer transfer, Times* times)
{
    if (const auto at = times->find(transfer.blockNumber); at != times->end()) {
        co_return at->second;
    }
    AC_CO_TRY(const std::optional<Receipt> receipt, co_await node.receipt(transfer.transactionHash));
    const UnixTime time = receipt ? receipt->block.time : 0;
    times->emplace(transfer.blockNumber, time);
    co_return time;
}

Activity withOwn(Activity activity, const Rows& own)
{
    if (const auto row = own.find(activity.transactionHash); row != own.end()) {
        addOwn(activity, row->second);
    }
    return activity;
}
} // namespace

QCoro::Task<Result<std::vector<Activity>>> readActivity(NodePort& node, const NetworkFile& network,
                                                        store::OutboxRepository& rows, ActivityQuery query)
{
    query.fromBlock = std::max(query.fromBlock, network.deployedAtBlock);
    const Address token = network.contract("auc");
    AC_CO_TRY(const BlockRef head, co_await node.head());
    AC_CO_TRY(const std::vector<Log> sent, co_await node.logs(outgoing(token, query, head.number)));
    AC_CO_TRY(const std::vector<Log> received, co_await node.logs(incoming(token, query, head.number)));
    AC_CO_TRY(const std::vector<Log> accepted, co_await node.logs(acceptances(network, head.number)));
    AC_CO_TRY(const std::vector<store::OutboxEntry> entries, rows.of(network.chainId, query.account));

    std::vector<AucTransfer> transfers;
    addTransfers(transfers, sent, token, query.account);
    addTransfers(transfers, received, token, query.account);
    dropDoubles(transfers);
    const Rows own = byHash(entries);
    ActivityContext context;
    context.account = query.account;
    context.network = &network;
    context.dealSafes = safesIn(accepted, network.contract("dealBook"));
    context.known.insert(query.known.begin(), query.known.end());
    context.headBlock = head.number;
    learnKnown(context, transfers, own);

    const Stories stories = storiesOf(entries);
    std::vector<Activity> out = ownWithoutTransfers(entries, transfers, stories, context);
    Times times;
    for (const AucTransfer& transfer : transfers) {
        Activity activity = withOwn(activityOf(transfer, context, own.contains(transfer.transactionHash)), own);
        AC_CO_TRY(activity.time, co_await timeOf(node, transfer, &times));
        out.push_back(withStory(std::move(activity), stories, context));
    }
    std::stable_sort(out.begin(), out.end(), newerFirst);
    co_return out;
}

} // namespace autochain::wallet
