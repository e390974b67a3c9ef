// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/read_batches.h"

#include "contracts/generated/participants.h"
#include "contracts/generated/vehicle_registry.h"

namespace autochain::vehicle
{
namespace registry = contracts::vehicleRegistry;
namespace participants = contracts::participants;

namespace
{
constexpr std::uint64_t kMostPastSpans = 64; // of one account in one role

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

RoleMask Provider::rolesAt(UnixTime time) const
{
    RoleMask out = 0;
    for (const RoleSpan& span : spans) {
        if (span.since <= time && (span.until == 0 || time < span.until)) {
            out = static_cast<RoleMask>(out | maskOf(span.role));
        }
    }
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

} // namespace autochain::vehicle
