// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the reader that turns events into a history that fits the proof.
#include "contracts/generated/vehicle_registry.h"
#include "vehicle/read_batches.h"
#include "vehicle/vehicle_reader.h"

#include <algorithm>
#include <unordered_set>

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;

namespace
{
std::optional<Record> recordIn(const Log& log, const Hash32& vehicleId)
{
    const auto event = registry::decodeRecordAppendedEvent(log);
    if (!event.ok() || event->vehicleId != vehicleId) {
        return std::nullopt;
    }
    Record out;
    out.index = event->index;
    out.kind = static_cast<RecordKind>(event->kind);
    out.provider = event->provider;
    out.time = static_cast<UnixTime>(event->time);
    out.odometerKm = event->odometerKm;
    out.contentDigest = event->contentDigest;
    out.transactionHash = log.transactionHash;
    return out;
}

// In order of their index, each index once, none above the proven count: a record newer than the proof waits for the
// next.
std::vector<Record> candidates(const std::vector<Log>& logs, const Hash32& vehicleId, std::uint64_t count)
{
    std::vector<Record> out;
    for (const Log& log : logs) {
        auto record = recordIn(log, vehicleId);
        if (record && record->index < count) {
            out.push_back(std::move(*record));
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Record& a, const Record& b) { return a.index < b.index; });
    out.erase(std::unique(out.begin(), out.end(), [](const Record& a, const Record& b) { return a.index == b.index; }),
              out.end());
    return out;
}

UnixTime lienSince(const std::vector<Record>& records, const Address& lender)
{
    const auto at = std::find_if(records.rbegin(), records.rend(), [&](const Record& record) {
        return record.kind == RecordKind::Lien && record.provider == lender;
    });
    return lender.isZero() || at == records.rend() ? 0 : at->time;
}
} // namespace

QCoro::Task<Result<>> VehicleReader::addHistory(Vehicle& vehicle)
{
    const HistoryState proven = vehicle.state.history;
    const Hash32 id = vehicle.state.id;
    AC_CO_TRY(const std::vector<Log> logs, co_await logsOf(topicList(registry::kRecordAppendedTopic, id)));
    std::vector<Record> records = candidates(logs, id, proven.count);
    const Result<> check = verifyHistory(records, proven.count, proven.head);
    if (!check.ok()) {
        vehicle.historyCheck =
            check.error().is(VehicleError::HistoryIncomplete) ? HistoryCheck::Incomplete : HistoryCheck::Mismatch;
        co_return Result<>();
    }
    for (Record& record : records) {
        // Liens too: the registry writes them in the lender's name, with the lien itself.
        record.byRegistry =
            record.provider == registry() || record.kind == RecordKind::Lien || record.kind == RecordKind::LienRelease;
    }
    vehicle.historyCheck = HistoryCheck::Verified;
    vehicle.lienSince = lienSince(records, vehicle.state.lender);
    vehicle.records = std::move(records);
    co_return Result<>();
}

QCoro::Task<Result<>> VehicleReader::addProviders(std::vector<Record>& records)
{
    std::unordered_set<Address> accounts;
    for (const Record& record : records) {
        if (record.provider != registry()) {
            accounts.insert(record.provider);
        }
    }
    std::vector<Address> asked(accounts.begin(), accounts.end());
    AC_CO_TRY(auto providers, co_await readProviders(m_node, m_network.contract("participants"), std::move(asked)));
    for (Record& record : records) {
        const auto at = providers.find(record.provider);
        if (at != providers.end()) {
            record.providerRoles = at->second.rolesAt(record.time);
            record.providerName = at->second.name;
        }
    }
    co_return Result<>();
}

QCoro::Task<Result<>> VehicleReader::addContent(std::vector<Record>& records)
{
    for (Record& record : records) {
        co_await readContent(record);
    }
    co_return Result<>();
}

QCoro::Task<> VehicleReader::readContent(Record& record)
{
    if (record.contentDigest.isZero()) {
        co_return;
    }
    const Result<Bytes> block = co_await m_content.get(record.contentDigest);
    if (!block.ok()) {
        const bool altered = block.error().is(ContentError::DigestMismatch) || block.error().is(ContentError::TooLarge);
        record.contentState = altered ? ContentState::Altered : ContentState::Missing;
        co_return;
    }
    auto content = parseRecordContent(*block);
    record.contentState = content.ok() ? ContentState::Loaded : ContentState::Unreadable;
    if (content.ok()) {
        record.content = std::move(content).value();
    }
}

QCoro::Task<Result<>> VehicleReader::addOwners(Vehicle& vehicle)
{
    const Hash32 id = vehicle.state.id;
    AC_CO_TRY(const std::vector<Log> moves,
              co_await logsOf(topicList(registry::kTransferTopic, std::nullopt, std::nullopt, id)));
    AC_CO_TRY(const std::vector<Log> locks, co_await logsOf(topicList(registry::kTitleLockedTopic, id)));
    std::vector<Address> keepers = listOf(m_network.contract("dealBook"));
    for (const Log& log : locks) {
        if (const auto event = registry::decodeTitleLockedEvent(log); event.ok() && event->vehicleId == id) {
            keepers.push_back(event->safe);
        }
    }
    // Times come from the records of the same transactions, which the proof covers.
    std::unordered_map<Hash32, UnixTime> times;
    for (const Record& record : vehicle.records) {
        times.emplace(record.transactionHash, record.time);
    }
    std::vector<TitleTransfer> transfers;
    for (const Log& log : moves) {
        const auto event = registry::decodeTransferEvent(log);
        if (event.ok() && Hash32{event->tokenId.toBigEndian()} == id) {
            const auto time = times.find(log.transactionHash);
            transfers.push_back({event->from, event->to, time == times.end() ? 0 : time->second, log.transactionHash});
        }
    }
    vehicle.owners = ownersOf(transfers, keepers);
    if (!vehicle.owners.empty() && vehicle.owners.back().owner != vehicle.state.holder) {
        vehicle.owners.clear();
    }
    co_return Result<>();
}

} // namespace autochain::vehicle
