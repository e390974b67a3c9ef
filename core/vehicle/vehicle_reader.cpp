// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/vehicle_reader.h"

#include "base/hex.h"
#include "contracts/generated/vehicle_registry.h"
#include "vehicle/read_batches.h"
#include "vehicle/vin.h"

#include <algorithm>
#include <unordered_set>

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;

namespace
{
constexpr std::size_t kAskOneByOne = 20; // more VINs than this are learned from one look over all registrations

// The source of a whole made of parts: the least sure of them, at the earliest block.
template <typename T>
void merge(Sourced<T>& whole, const Sourced<Unit>& part, bool first)
{
    whole.provenance = first ? part.provenance : worst(whole.provenance, part.provenance);
    whole.block = first || part.block.number < whole.block.number ? part.block : whole.block;
}

Hash32 topicOf(const Address& address)
{
    return Hash32{U256::fromBigEndian(address.view()).toBigEndian()};
}

} // namespace

VehicleReader::VehicleReader(NodePort& node, ContentPort& content, const NetworkFile& network)
    : m_node(node), m_content(content), m_network(network)
{
}

QCoro::Task<Result<std::vector<Log>>> VehicleReader::logsOf(std::vector<std::optional<Hash32>> topics,
                                                            std::uint64_t fromBlock)
{
    AC_CO_TRY(const BlockRef head, co_await m_node.head());
    const LogFilter filter{registry(), std::move(topics), std::max(fromBlock, m_network.deployedAtBlock), head.number};
    AC_CO_TRY(std::vector<Log> logs, co_await m_node.logs(filter));
    // A node may send more than was asked for.
    std::erase_if(logs, [&](const Log& log) { return log.address != registry() || log.topics.empty(); });
    std::stable_sort(logs.begin(), logs.end(), [](const Log& a, const Log& b) {
        return std::pair(a.blockNumber, a.logIndex) < std::pair(b.blockNumber, b.logIndex);
    });
    co_return logs;
}

QCoro::Task<Result<Vehicle>> VehicleReader::readVehicle(Hash32 vehicleId)
{
    co_return co_await readVehicle(vehicleId, OnFirstPage());
}

QCoro::Task<Result<Vehicle>> VehicleReader::readVehicle(Hash32 vehicleId, OnFirstPage onFirstPage)
{
    StorageBatch batch;
    const SummaryRead read(batch, registry(), vehicleId);
    AC_CO_TRY(const Sourced<Unit> source, co_await batch.run(m_node));
    Vehicle out;
    out.state = read.take();
    out.provenance = source.provenance;
    out.block = source.block;
    if (!out.state.registered()) {
        co_return Error(VehicleError::UnknownVehicle, {toHex0x(vehicleId)});
    }
    AC_CO_CHECK(co_await addHistory(out));
    AC_CO_CHECK(co_await addRights(out));
    AC_CO_CHECK(co_await addOwners(out));
    AC_CO_CHECK(co_await addVin(out));
    if (onFirstPage) {
        AC_CO_CHECK(co_await lookAt(out, kFirstPage));
        onFirstPage(out);
    }
    AC_CO_CHECK(co_await lookAt(out, out.records.size()));
    keepHistory(out);
    co_return out;
}

QCoro::Task<Result<Sourced<std::vector<VehicleSummary>>>> VehicleReader::readSummaries(std::vector<Hash32> vehicleIds)
{
    Sourced<std::vector<VehicleSummary>> out;
    for (std::size_t start = 0; start < vehicleIds.size(); start += kSummaryBatch) {
        StorageBatch batch;
        std::vector<SummaryRead> reads;
        for (std::size_t i = start; i < std::min(start + kSummaryBatch, vehicleIds.size()); ++i) {
            reads.emplace_back(batch, registry(), vehicleIds[i]);
        }
        AC_CO_TRY(const Sourced<Unit> source, co_await batch.run(m_node));
        merge(out, source, start == 0);
        for (const SummaryRead& read : reads) {
            out.value.push_back(read.take());
        }
    }
    co_return out;
}

QCoro::Task<Result<OwnedVehicles>> VehicleReader::vehiclesOf(Address owner)
{
    // Whatever came to the owner once is a candidate; who holds it now is read from storage.
    AC_CO_TRY(const std::vector<Log> logs,
              co_await logsOf(topicList(registry::kTransferTopic, std::nullopt, topicOf(owner))));
    std::vector<Hash32> candidates;
    std::unordered_set<Hash32> seen;
    for (const Log& log : logs) {
        const auto event = registry::decodeTransferEvent(log);
        if (event.ok() && event->to == owner) {
            const Hash32 id{event->tokenId.toBigEndian()};
            if (seen.insert(id).second) {
                candidates.push_back(id);
            }
        }
    }
    StorageBatch batch;
    const auto balance = batch.add(registry(), registry::balancesReader(owner));
    AC_CO_TRY(const Sourced<Unit> source, co_await batch.run(m_node));
    AC_CO_TRY(const auto summaries, co_await readSummaries(candidates));
    OwnedVehicles out;
    for (const VehicleSummary& summary : summaries.value) {
        if (summary.owner == owner) {
            out.ids.push_back(summary.id);
        }
    }
    out.complete = *balance == U256(out.ids.size());
    out.provenance = candidates.empty() ? source.provenance : worst(source.provenance, summaries.provenance);
    out.block = source.block;
    co_return out;
}

QCoro::Task<Result<>> VehicleReader::learnVins(std::optional<Hash32> vehicleId)
{
    AC_CO_TRY(const std::vector<Log> logs, co_await logsOf(topicList(registry::kVehicleRegisteredTopic, vehicleId)));
    for (const Log& log : logs) {
        const auto event = registry::decodeVehicleRegisteredEvent(log);
        // The id is the hash of the VIN, so a VIN that fits is the VIN, whoever said it.
        if (event.ok() && isWellFormedVin(event->vin) && vehicleIdOf(event->vin) == event->vehicleId) {
            m_vins.emplace(event->vehicleId, event->vin);
        }
    }
    co_return Result<>();
}

QCoro::Task<Result<std::unordered_map<Hash32, std::string>>> VehicleReader::vinsOf(std::vector<Hash32> vehicleIds)
{
    std::vector<Hash32> unknown;
    std::copy_if(vehicleIds.begin(), vehicleIds.end(), std::back_inserter(unknown),
                 [&](const Hash32& id) { return !m_vins.contains(id); });
    if (unknown.size() > kAskOneByOne) {
        AC_CO_CHECK(co_await learnVins(std::nullopt));
    } else {
        for (const Hash32& id : unknown) {
            AC_CO_CHECK(co_await learnVins(id));
        }
    }
    std::unordered_map<Hash32, std::string> out;
    for (const Hash32& id : vehicleIds) {
        if (const auto at = m_vins.find(id); at != m_vins.end()) {
            out.insert(*at);
        }
    }
    co_return out;
}

QCoro::Task<Result<>> VehicleReader::addVin(Vehicle& vehicle)
{
    const Hash32 id = vehicle.state.id;
    if (!m_vins.contains(id)) {
        AC_CO_CHECK(co_await learnVins(id));
    }
    if (const auto at = m_vins.find(id); at != m_vins.end()) {
        vehicle.vin = at->second;
    }
    co_return Result<>();
}

QCoro::Task<Result<Sourced<std::vector<Hash32>>>> VehicleReader::allVehicles(std::uint64_t from, std::uint64_t limit)
{
    StorageBatch counting;
    const auto count = counting.add(registry(), registry::vehicleIdsLengthReader());
    AC_CO_TRY(const Sourced<Unit> source, co_await counting.run(m_node));
    Sourced<std::vector<Hash32>> out;
    merge(out, source, true);
    const std::uint64_t end = from >= *count ? from : from + std::min(limit, *count - from);
    for (std::uint64_t start = from; start < end; start += kSummaryBatch) {
        StorageBatch batch;
        std::vector<std::shared_ptr<Hash32>> ids;
        for (std::uint64_t i = start; i < std::min(start + kSummaryBatch, end); ++i) {
            ids.push_back(batch.add(registry(), registry::vehicleIdsReader(i)));
        }
        AC_CO_TRY(const Sourced<Unit> part, co_await batch.run(m_node));
        merge(out, part, false);
        std::transform(ids.begin(), ids.end(), std::back_inserter(out.value), [](const auto& id) { return *id; });
    }
    co_return out;
}

QCoro::Task<Result<RoleMask>> VehicleReader::rolesOf(Address account, UnixTime time)
{
    AC_CO_TRY(auto providers, co_await readProviders(m_node, m_network.contract("participants"), listOf(account)));
    co_return providers[account].rolesAt(time);
}

QCoro::Task<Result<std::string>> VehicleReader::nameOf(Address account)
{
    AC_CO_TRY(auto providers, co_await readProviders(m_node, m_network.contract("participants"), listOf(account)));
    co_return providers[account].name;
}

} // namespace autochain::vehicle
