// SPDX-License-Identifier: GPL-3.0-or-later
// By which right each record came into the history: RecordRights.sol held against what is proven of roles, grants and
// holders at the record's time.
#pragma once

#include "vehicle/record.h"

#include <unordered_map>

namespace autochain::vehicle
{

// A span of membership in a role; holds from `since` on and ends before `until`.
struct RoleSpan {
    ProviderRole role = ProviderRole::None;
    UnixTime since = 0;
    UnixTime until = 0; // 0: open ended
};
struct Provider {
    std::vector<RoleSpan> spans; // all of them, past ones too
    std::string name;
    RoleMask rolesAt(UnixTime time) const;
    // Of roles that ended in the very block of this time: what came before the end in it cannot be told.
    RoleMask rolesEndedAt(UnixTime time) const;
};

struct Grant { // VehicleRegistry.Grant: holds from `from` on and ends before `until`
    UnixTime from = 0;
    UnixTime until = 0;
    std::uint32_t kinds = 0; // bit per RecordKind
    bool operator==(const Grant&) const = default;
};
struct GrantKey {
    Address holder; // who gave it
    Address shop;
    bool operator==(const GrantKey&) const = default;
};
struct GrantKeyHash {
    std::size_t operator()(const GrantKey& key) const
    {
        return std::hash<Address>()(key.holder) * 31 + std::hash<Address>()(key.shop);
    }
};

struct RightsFacts {
    Address registry;
    std::unordered_map<Address, Provider> providers;                       // without an entry: not known
    std::unordered_map<GrantKey, std::vector<Grant>, GrantKeyHash> grants; // past ones too; without an entry: not known
};

// Fills providerRoles, providerName, byRegistry and right. Records from index 0 on, already folded.
void judgeRights(std::span<Record> records, const RightsFacts& facts);

// Who held the title when each record was written (before it, for the record of a change itself); as the registry's own
// records tell. None where they do not.
std::vector<std::optional<Address>> holdersAt(std::span<const Record> records, const Address& registry);

} // namespace autochain::vehicle
