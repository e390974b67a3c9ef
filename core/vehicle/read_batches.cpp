// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/read_batches.h"

#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"

#include <unordered_set>

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;
namespace participants = contracts::participants;

namespace
{
U256 tokenOf(const Hash32& vehicleId)
{
    return U256::fromBigEndian(vehicleId.view());
}

struct RoleRead {
    Address account;
    ProviderRole role = ProviderRole::None;
    std::shared_ptr<participants::Membership> current;
    std::shared_ptr<std::uint64_t> pastCount;
};

struct NameRead {
    Address account;
    std::shared_ptr<std::string> name;
};

void keep(std::unordered_map<Address, Provider>& out, const Address& account, ProviderRole role,
          const participants::Membership& span)
{
    if (span.since != 0) {
        out[account].spans.push_back({role, static_cast<UnixTime>(span.since), static_cast<UnixTime>(span.until)});
    }
}
} // namespace

SummaryRead::SummaryRead(StorageBatch& batch, const Address& contract, const Hash32& vehicleId)
    : m_id(vehicleId), m_owner(batch.add(contract, registry::ownersReader(tokenOf(vehicleId)))),
      m_holder(batch.add(contract, registry::holdersReader(vehicleId))),
      m_lender(batch.add(contract, registry::liensReader(vehicleId))),
      m_lock(batch.add(contract, registry::locksReader(vehicleId))),
      m_history(batch.add(contract, registry::historiesReader(vehicleId)))
{
}

VehicleSummary SummaryRead::take() const
{
    VehicleSummary out;
    out.id = m_id;
    out.owner = *m_owner;
    out.holder = *m_holder;
    out.dealId = m_lock->dealId;
    out.lender = *m_lender;
    out.history = {m_history->count, m_history->head, m_history->odometerKm,
                   static_cast<UnixTime>(m_history->lastTime)};
    return out;
}

QCoro::Task<Result<std::unordered_map<Address, Provider>>> readProviders(NodePort& node, Address contract,
                                                                         std::vector<Address> accounts)
{
    std::unordered_map<Address, Provider> out;
    if (accounts.empty()) {
        co_return out;
    }
    StorageBatch first;
    std::vector<RoleRead> roles;
    std::vector<NameRead> names;
    for (const Address& account : accounts) {
        names.push_back({account, first.addString(contract, participants::namesReader(account))});
        for (int i = 1; i < kProviderRoles; ++i) {
            const auto role = static_cast<participants::Role>(i);
            roles.push_back({account, static_cast<ProviderRole>(i),
                             first.add(contract, participants::membershipsReader(account, role)),
                             first.add(contract, participants::pastMembershipsLengthReader(account, role))});
        }
    }
    AC_CO_CHECK(co_await first.run(node));

    StorageBatch second;
    std::vector<RoleRead> past;
    for (const RoleRead& read : roles) {
        keep(out, read.account, read.role, *read.current);
        for (std::uint64_t i = 0; i < std::min(*read.pastCount, kMostPastSpans); ++i) {
            const auto role = static_cast<participants::Role>(read.role);
            past.push_back({read.account, read.role,
                            second.add(contract, participants::pastMembershipsReader(read.account, role, i)), nullptr});
        }
    }
    if (!past.empty()) {
        AC_CO_CHECK(co_await second.run(node));
    }
    for (const RoleRead& read : past) {
        keep(out, read.account, read.role, *read.current);
    }
    for (const NameRead& read : names) {
        out[read.account].name = *read.name;
    }
    co_return out;
}

std::vector<Address> providersOf(std::span<const Record> records, const Address& contract)
{
    std::unordered_set<Address> seen;
    std::vector<Address> out;
    for (const Record& record : records) {
        if (record.provider != contract && seen.insert(record.provider).second) {
            out.push_back(record.provider);
        }
    }
    return out;
}

std::vector<GrantKey> grantsToProve(std::span<const Record> records, const RightsFacts& facts)
{
    const auto holders = holdersAt(records, facts.registry);
    std::unordered_set<GrantKey, GrantKeyHash> seen;
    std::vector<GrantKey> out;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto provider = facts.providers.find(records[i].provider);
        const bool byGrant = provider != facts.providers.end() && holders[i] &&
                             (provider->second.rolesAt(records[i].time) & kRolesByGrant) != 0;
        if (byGrant && seen.insert({*holders[i], records[i].provider}).second) {
            out.push_back({*holders[i], records[i].provider});
        }
    }
    return out;
}

Grant grantOf(const registry::Grant& grant)
{
    return {static_cast<UnixTime>(grant.from), static_cast<UnixTime>(grant.until),
            static_cast<std::uint32_t>(grant.kinds.toU64())};
}

QCoro::Task<Result<Grants>> readGrants(NodePort& node, Address contract, Hash32 vehicleId, std::vector<GrantKey> keys)
{
    Grants out;
    if (keys.empty()) {
        co_return out;
    }
    using Read = std::shared_ptr<registry::Grant>;
    StorageBatch first;
    std::vector<std::pair<Read, std::shared_ptr<std::uint64_t>>> current;
    for (const GrantKey& key : keys) {
        current.emplace_back(first.add(contract, registry::grantsReader(vehicleId, key.holder, key.shop)),
                             first.add(contract, registry::pastGrantsLengthReader(vehicleId, key.holder, key.shop)));
    }
    AC_CO_CHECK(co_await first.run(node));
    StorageBatch second;
    std::vector<std::pair<GrantKey, Read>> past;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (std::uint64_t n = 0; n < std::min(*current[i].second, kMostPastSpans); ++n) {
            past.emplace_back(
                keys[i], second.add(contract, registry::pastGrantsReader(vehicleId, keys[i].holder, keys[i].shop, n)));
        }
    }
    if (!past.empty()) {
        AC_CO_CHECK(co_await second.run(node));
    }
    for (const auto& [key, read] : past) {
        out[key].push_back(grantOf(*read));
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        out[keys[i]].push_back(grantOf(*current[i].first));
    }
    co_return out;
}

} // namespace autochain::vehicle
