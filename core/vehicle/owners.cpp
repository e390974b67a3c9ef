// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/owners.h"

#include <algorithm>

namespace autochain::vehicle
{

std::vector<OwnerSpan> ownersOf(std::span<const TitleTransfer> transfers, std::span<const Address> keepers)
{
    std::vector<OwnerSpan> out;
    Address hand; // who has it now, a keeper or a person
    for (const TitleTransfer& transfer : transfers) {
        if (transfer.from != hand) {
            return {};
        }
        hand = transfer.to;
        const bool kept = std::find(keepers.begin(), keepers.end(), hand) != keepers.end();
        if (kept || (!out.empty() && out.back().owner == hand)) {
            continue;
        }
        if (!out.empty()) {
            out.back().until = transfer.time;
        }
        out.push_back({hand, transfer.time, std::nullopt});
    }
    return out;
}

std::vector<OwnerSpan> provenOwners(std::span<const Record> records, const Address& registry, const Address& holder)
{
    std::vector<OwnerSpan> out;
    for (const Record& record : records) {
        if (record.index == 0) {
            out.push_back({record.provider, record.time, {}});
        } else if (record.provider == registry && record.kind == RecordKind::OwnershipChange) {
            const auto next = newHolderOf(record, registry);
            if (!next || out.empty()) {
                return {};
            }
            out.back().until = record.time;
            out.push_back({*next, record.time, {}});
        }
    }
    return !out.empty() && out.back().owner == holder ? out : std::vector<OwnerSpan>();
}

} // namespace autochain::vehicle
