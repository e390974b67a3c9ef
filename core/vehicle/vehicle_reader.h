// SPDX-License-Identifier: GPL-3.0-or-later
// A car as the chain knows it. State by storage readers (provable); events are hints, taken only where they fit the
// proof.
#pragma once

#include "chain/network_file.h"
#include "chain/node_port.h"
#include "content/content_port.h"
#include "vehicle/history_cache.h"
#include "vehicle/owners.h"
#include "vehicle/record.h"
#include "vehicle/record_rights.h"

#include <functional>
#include <unordered_map>

namespace autochain::vehicle
{

struct HistoryState { // IVehicleRegistry.History
    std::uint64_t count = 0;
    Hash32 head;
    std::uint32_t odometerKm = 0;
    UnixTime lastTime = 0;
    bool operator==(const HistoryState&) const = default;
};

struct VehicleSummary {
    Hash32 id;
    Address owner;  // ERC-721 owner; zero: not registered. In a deal this is its Safe.
    Address holder; // the person: stays who it was while a deal keeps the title
    Hash32 dealId;  // zero: in none
    Address lender; // zero: no lien
    HistoryState history;
    bool registered() const { return !owner.isZero(); }
};

enum class HistoryCheck {
    Verified,   // the records fold to the proven head
    Incomplete, // the node's logs hold fewer records than the proven count; none are shown
    Mismatch    // the node's logs do not fold to the proven head; none are shown
};

struct Vehicle {
    VehicleSummary state;
    std::optional<std::string> vin; // its keccak256 is the id, so it needs no other proof
    HistoryCheck historyCheck = HistoryCheck::Incomplete;
    std::vector<Record> records;   // empty unless Verified
    std::uint64_t looked = 0;      // so many of the newest have their content and signature looked at
    std::vector<OwnerSpan> owners; // from the records themselves; empty unless it ends at the proven holder
    UnixTime lienSince = 0;        // 0: no lien or not known
    Provenance provenance = Provenance::Reported;
    BlockRef block;
};

// What a holder let somebody write, now or once.
struct ShopGrant {
    Address shop;
    std::string name; // public name of a business; empty: none
    Grant grant;      // the one that stands
    std::vector<Grant> past;
};

struct OwnedVehicles {
    std::vector<Hash32> ids; // proven to be held now
    bool complete = false;   // as many as the proven balance
    Provenance provenance = Provenance::Reported;
    BlockRef block;
};

class VehicleReader
{
public:
    // All three must outlive the reader and its tasks.
    VehicleReader(NodePort& node, ContentPort& content, const NetworkFile& network);

    // UnknownVehicle where the registry has none; ChainError. A content block that cannot be had is not an error: see
    // Record::contentState.
    QCoro::Task<Result<Vehicle>> readVehicle(Hash32 vehicleId);
    // The same in two steps: `onFirstPage` gets the car as soon as the history as a whole is verified and the newest
    // kFirstPage records are looked at; the task ends with all of them.
    using OnFirstPage = std::function<void(const Vehicle&)>;
    QCoro::Task<Result<Vehicle>> readVehicle(Hash32 vehicleId, OnFirstPage onFirstPage);
    // Looks at `howMany` more records, from the newest that was not looked at on: contents, signatures.
    QCoro::Task<Result<>> lookAt(Vehicle& vehicle, std::uint64_t howMany);
    // Records verified once are kept there and not asked for again; nullptr: none. Must outlive the reader.
    void setCache(HistoryCache* cache) { m_cache = cache; }
    // Who has or had a grant of the present holder: who they are is a hint from logs, what they may is read from
    // storage.
    QCoro::Task<Result<Sourced<std::vector<ShopGrant>>>> grantsOf(Hash32 vehicleId);
    // Owner, deal, lien and history head of many cars, kSummaryBatch per request, all at about one block.
    QCoro::Task<Result<Sourced<std::vector<VehicleSummary>>>> readSummaries(std::vector<Hash32> vehicleIds);
    QCoro::Task<Result<OwnedVehicles>> vehiclesOf(Address owner);
    // VINs of many cars from the registration events; those that could not be learned are missing. Kept, never asked
    // twice.
    QCoro::Task<Result<std::unordered_map<Hash32, std::string>>> vinsOf(std::vector<Hash32> vehicleIds);
    // Every registered car, oldest first (registry enumeration, provable).
    QCoro::Task<Result<Sourced<std::vector<Hash32>>>> allVehicles(std::uint64_t from = 0, std::uint64_t limit = 10'000);
    // Roles of an account at a time, and its public name.
    QCoro::Task<Result<RoleMask>> rolesOf(Address account, UnixTime time);
    QCoro::Task<Result<std::string>> nameOf(Address account);

    static constexpr std::size_t kSummaryBatch = 200;
    static constexpr std::uint64_t kFirstPage = 50;

private:
    QCoro::Task<Result<std::vector<Log>>> logsOf(std::vector<std::optional<Hash32>> topics,
                                                 std::uint64_t fromBlock = 0);
    QCoro::Task<Result<>> addHistory(Vehicle& vehicle);
    QCoro::Task<Result<>> addRights(Vehicle& vehicle);
    void keepHistory(const Vehicle& vehicle);
    QCoro::Task<Result<>> addOwners(Vehicle& vehicle);
    QCoro::Task<Result<>> addVin(Vehicle& vehicle);
    QCoro::Task<Result<>> learnVins(std::optional<Hash32> vehicleId);
    const Address& registry() const { return m_network.contract("vehicleRegistry"); }

    NodePort& m_node;
    ContentPort& m_content;
    const NetworkFile& m_network;
    std::unordered_map<Hash32, std::string> m_vins;
    HistoryCache* m_cache = nullptr;
};

} // namespace autochain::vehicle
