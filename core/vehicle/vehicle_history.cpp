// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the reader that turns events into a history that fits the proof.
#include "contracts/generated/vehicle_registry.h"
#include "vehicle/read_batches.h"
#include "vehicle/record_look.h"
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

// In order of their index from `first` on, each index once, none above the proven count: a record newer than the proof
// waits for the next.
std::vector<Record> candidates(const std::vector<Log>& logs, const Hash32& vehicleId, std::uint64_t first,
                               std::uint64_t count)
{
    std::vector<Record> out;
    for (const Log& log : logs) {
        auto record = recordIn(log, vehicleId);
        if (record && record->index >= first && record->index < count) {
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

// What was verified once, as far as it can be part of what is proven now; empty otherwise.
struct Beginning {
    std::vector<Record> records;
    Hash32 head;
    std::uint64_t fromBlock = 0;
};

Beginning beginningOf(HistoryCache* cache, const Address& registry, const Hash32& vehicleId, const HistoryState& proven)
{
    const auto kept = cache != nullptr ? cache->load(registry, vehicleId)
                                       : Result<std::optional<KeptHistory>>(std::optional<KeptHistory>());
    if (!kept.ok() || !*kept || (*kept)->count > proven.count) {
        return {};
    }
    auto records = unpackRecords((*kept)->records);
    if (!records.ok() || records->size() != (*kept)->count) {
        return {};
    }
    for (Record& record : *records) {
        record.contentState = ContentState::None; // not looked at yet this time
    }
    return {std::move(*records), (*kept)->head, (*kept)->blockNumber};
}

HistoryCheck foldOn(Beginning& so, std::vector<Record> more, const HistoryState& proven)
{
    if (so.records.size() + more.size() < proven.count) {
        return HistoryCheck::Incomplete;
    }
    for (Record& record : more) {
        if (record.index != so.records.size()) {
            return HistoryCheck::Mismatch;
        }
        so.head = nextHead(so.head, record);
        so.records.push_back(std::move(record));
    }
    return so.records.size() == proven.count && so.head == proven.head ? HistoryCheck::Verified
                                                                       : HistoryCheck::Mismatch;
}
} // namespace

QCoro::Task<Result<>> VehicleReader::addHistory(Vehicle& vehicle)
{
    const HistoryState proven = vehicle.state.history;
    const Hash32 id = vehicle.state.id;
    Beginning so = beginningOf(m_cache, registry(), id, proven);
    const bool keptAny = !so.records.empty();
    if (so.records.size() != proven.count || so.head != proven.head) {
        AC_CO_TRY(const std::vector<Log> logs,
                  co_await logsOf(topicList(registry::kRecordAppendedTopic, id), so.fromBlock));
        vehicle.historyCheck = foldOn(so, candidates(logs, id, so.records.size(), proven.count), proven);
    } else {
        vehicle.historyCheck = HistoryCheck::Verified;
    }
    if (vehicle.historyCheck != HistoryCheck::Verified && keptAny) { // another branch of the chain: from the start
        AC_CO_TRY(const std::vector<Log> logs, co_await logsOf(topicList(registry::kRecordAppendedTopic, id)));
        so = {};
        vehicle.historyCheck = foldOn(so, candidates(logs, id, 0, proven.count), proven);
    }
    if (vehicle.historyCheck == HistoryCheck::Verified) {
        vehicle.lienSince = lienSince(so.records, vehicle.state.lender);
        vehicle.records = std::move(so.records);
    }
    co_return Result<>();
}

void VehicleReader::keepHistory(const Vehicle& vehicle)
{
    if (m_cache == nullptr || vehicle.historyCheck != HistoryCheck::Verified) {
        return;
    }
    const HistoryState& state = vehicle.state.history;
    // A cache that cannot be written costs time the next time and nothing else.
    static_cast<void>(m_cache->keep(registry(), vehicle.state.id,
                                    {state.count, state.head, vehicle.block.number, packRecords(vehicle.records)}));
}

QCoro::Task<Result<>> VehicleReader::addRights(Vehicle& vehicle)
{
    // What a record was written by does not change; kept records know it already.
    const bool allKnown = std::all_of(vehicle.records.begin(), vehicle.records.end(),
                                      [](const Record& record) { return record.right != RightState::Unknown; });
    if (allKnown) {
        co_return Result<>();
    }
    RightsFacts facts;
    facts.registry = registry();
    AC_CO_TRY(facts.providers, co_await readProviders(m_node, m_network.contract("participants"),
                                                      providersOf(vehicle.records, registry())));
    AC_CO_TRY(facts.grants,
              co_await readGrants(m_node, registry(), vehicle.state.id, grantsToProve(vehicle.records, facts)));
    judgeRights(vehicle.records, facts);
    co_return Result<>();
}

QCoro::Task<Result<>> VehicleReader::lookAt(Vehicle& vehicle, std::uint64_t howMany)
{
    const RecordSigning signing(m_network.chainId, registry(), vehicle.state.id);
    for (; howMany > 0 && vehicle.looked < vehicle.records.size(); --howMany) {
        const std::size_t at = vehicle.records.size() - 1 - vehicle.looked++;
        if (!hasContent(vehicle.records[at], registry())) {
            vehicle.records[at].signature = SignatureState::NoContent;
            continue;
        }
        const Result<Bytes> block = co_await m_content.get(vehicle.records[at].contentDigest);
        if (block.ok()) {
            lookAtBlock(vehicle.records[at], *block, signing, ReadContent::Yes);
        } else {
            lookAtNothing(vehicle.records[at],
                          block.error().is(ContentError::DigestMismatch) || block.error().is(ContentError::TooLarge));
        }
    }
    co_return Result<>();
}

QCoro::Task<Result<>> VehicleReader::addOwners(Vehicle& vehicle)
{
    vehicle.owners = provenOwners(vehicle.records, registry(), vehicle.state.holder);
    if (!vehicle.owners.empty()) {
        co_return Result<>();
    }
    // Records of a registry that does not name the new holder: from the events, which are hints.
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
