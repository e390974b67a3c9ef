// SPDX-License-Identifier: GPL-3.0-or-later
// Storage reads that the reader repeats: the state of a car, the roles of accounts.
#pragma once

#include "contracts/storage_reader.h"
#include "vehicle/record_rights.h"
#include "vehicle/vehicle_reader.h"

#include "contracts/generated/participants_types.h"
#include "contracts/generated/vehicle_registry_types.h"

namespace autochain::vehicle
{

// GCC 12 cannot build a braced list inside a coroutine, so these do.
using Topics = std::vector<std::optional<Hash32>>;
template <typename... T>
Topics topicList(T... topics)
{
    return {std::optional<Hash32>(topics)...};
}
template <typename T, typename... More>
std::vector<T> listOf(T first, More... more)
{
    return {first, more...};
}

// The words of one car in a batch; take() once the batch has run.
class SummaryRead
{
public:
    SummaryRead(StorageBatch& batch, const Address& registry, const Hash32& vehicleId);
    VehicleSummary take() const;

private:
    Hash32 m_id;
    std::shared_ptr<Address> m_owner;
    std::shared_ptr<Address> m_holder;
    std::shared_ptr<Address> m_lender;
    std::shared_ptr<contracts::vehicleRegistry::Lock> m_lock;
    std::shared_ptr<contracts::vehicleRegistry::History> m_history;
};

// All spans of membership of these accounts, past ones too, and their names.
QCoro::Task<Result<std::unordered_map<Address, Provider>>> readProviders(NodePort& node, Address participants,
                                                                         std::vector<Address> accounts);

// Whose roles have to be known to judge these records: everybody but the registry, each once.
std::vector<Address> providersOf(std::span<const Record> records, const Address& registry);
// Which grants have to be known: of shops and devices whose records nothing else allowed. `facts`: with providers.
std::vector<GrantKey> grantsToProve(std::span<const Record> records, const RightsFacts& facts);
using Grants = std::unordered_map<GrantKey, std::vector<Grant>, GrantKeyHash>;
// The past ones first, then the one that stands (zeros: none).
QCoro::Task<Result<Grants>> readGrants(NodePort& node, Address registry, Hash32 vehicleId, std::vector<GrantKey> keys);
Grant grantOf(const contracts::vehicleRegistry::Grant& grant);

inline constexpr std::uint64_t kMostPastSpans = 64; // of one account in one role, or of one grant

} // namespace autochain::vehicle
