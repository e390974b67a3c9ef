// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record_rights.h"

#include <algorithm>
#include <unordered_set>

namespace autochain::vehicle
{
namespace
{
constexpr RoleMask kHolder = maskOf(ProviderRole::None);

RoleMask only(unsigned mask)
{
    return static_cast<RoleMask>(mask);
}

// What is to be known of one record to judge it.
struct Case {
    const Record& record;
    const std::optional<Address>& holder;
    const Provider* provider = nullptr;         // nullptr: not known
    const std::vector<Grant>* grants = nullptr; // of the holder at that time for this provider; nullptr: not known
    bool issuedBefore = false;
};

bool covers(const Grant& grant, const Record& record)
{
    return (grant.kinds & kindBit(record.kind)) != 0 && grant.from <= record.time && record.time < grant.until;
}

// A grant taken back in the block of the record: which came first cannot be told.
bool endedAt(const Grant& grant, const Record& record)
{
    return (grant.kinds & kindBit(record.kind)) != 0 && grant.until == record.time && grant.from <= record.time;
}

RightState lienRight(const Case& c)
{
    if (c.record.kind == RecordKind::LienRelease) { // a lender whose role has ended can still release
        return c.issuedBefore ? RightState::Registry : RightState::Wrong;
    }
    if (c.provider == nullptr) {
        return RightState::Unknown;
    }
    if ((c.provider->rolesAt(c.record.time) & maskOf(ProviderRole::Lender)) != 0) {
        return RightState::Registry;
    }
    return c.provider->rolesEndedAt(c.record.time) != 0 ? RightState::Unknown : RightState::Wrong;
}

RightState grantRight(const Case& c, RoleMask roles)
{
    if (only(roles & issuersOf(c.record.kind) & kRolesByGrant) == 0) {
        return RightState::Wrong;
    }
    if (c.grants == nullptr) {
        return RightState::Unknown;
    }
    const auto any = [&](auto holds) {
        return std::any_of(c.grants->begin(), c.grants->end(), [&](const Grant& g) { return holds(g, c.record); });
    };
    if (any(covers)) {
        return RightState::Grant;
    }
    return any(endedAt) ? RightState::Unknown : RightState::Wrong;
}

RightState plainRight(const Case& c)
{
    const RoleMask issuers = issuersOf(c.record.kind);
    const RoleMask roles = c.provider != nullptr ? c.provider->rolesAt(c.record.time) : RoleMask(0);
    if (only(roles & issuers & ~kRolesByGrant & ~kHolder) != 0) {
        return RightState::Role;
    }
    const RightState byGrant = grantRight(c, roles);
    if (byGrant == RightState::Grant) {
        return byGrant;
    }
    const bool ofHolder = (issuers & kHolder) != 0;
    if (ofHolder && c.holder == c.record.provider) {
        return RightState::Holder;
    }
    const bool holderUnknown = ofHolder && !c.holder;
    const bool roleUnknown = c.provider == nullptr || only(c.provider->rolesEndedAt(c.record.time) & issuers) != 0;
    return holderUnknown || roleUnknown ? RightState::Unknown : byGrant;
}

RightState rightOf(const Case& c, const Address& registry)
{
    const RecordKind kind = c.record.kind;
    if (c.record.provider == registry) {
        return kind == RecordKind::OwnershipChange ? RightState::Registry : RightState::Wrong;
    }
    if (kind == RecordKind::Lien || kind == RecordKind::LienRelease) {
        return lienRight(c);
    }
    if (kind == RecordKind::Correction) {
        return c.issuedBefore ? RightState::IssuedBefore : RightState::Wrong;
    }
    return plainRight(c);
}
} // namespace

RoleMask Provider::rolesAt(UnixTime time) const
{
    RoleMask out = 0;
    for (const RoleSpan& span : spans) {
        if (span.since <= time && (span.until == 0 || time < span.until)) {
            out = only(out | maskOf(span.role));
        }
    }
    return out;
}

RoleMask Provider::rolesEndedAt(UnixTime time) const
{
    RoleMask out = 0;
    for (const RoleSpan& span : spans) {
        out = span.until == time && span.since <= time ? only(out | maskOf(span.role)) : out;
    }
    return out;
}

std::vector<std::optional<Address>> holdersAt(std::span<const Record> records, const Address& registry)
{
    std::vector<std::optional<Address>> out;
    out.reserve(records.size());
    std::optional<Address> holder; // who registers a car holds it, and writes record 0
    for (const Record& record : records) {
        holder = record.index == 0 ? record.provider : holder;
        out.push_back(holder);
        if (record.provider == registry && record.kind == RecordKind::OwnershipChange) {
            holder = newHolderOf(record, registry);
        }
    }
    return out;
}

void judgeRights(std::span<Record> records, const RightsFacts& facts)
{
    const auto holders = holdersAt(records, facts.registry);
    std::unordered_set<Address> issuers;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Record& record = records[i];
        Case c{record, holders[i], nullptr, nullptr, issuers.contains(record.provider)};
        if (const auto at = facts.providers.find(record.provider); at != facts.providers.end()) {
            c.provider = &at->second;
            record.providerRoles = at->second.rolesAt(record.time);
            record.providerName = at->second.name;
        }
        if (holders[i]) {
            const auto at = facts.grants.find({*holders[i], record.provider});
            c.grants = at != facts.grants.end() ? &at->second : nullptr;
        }
        // Liens too: the registry writes them in the lender's name, with the lien itself.
        record.byRegistry = record.provider == facts.registry || record.kind == RecordKind::Lien ||
                            record.kind == RecordKind::LienRelease;
        record.right = rightOf(c, facts.registry);
        issuers.insert(record.provider);
    }
}

} // namespace autochain::vehicle
