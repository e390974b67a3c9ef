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

} // namespace autochain::vehicle
