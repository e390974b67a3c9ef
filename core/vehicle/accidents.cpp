// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/assess.h"

#include <algorithm>

namespace autochain::vehicle
{
namespace
{
// A claim that follows an accident within this time speaks of the same one.
constexpr UnixTime kSameAccidentSeconds = 120 * 24 * 3600;

bool overlap(const std::vector<BodyZone>& a, const std::vector<BodyZone>& b)
{
    return std::any_of(a.begin(), a.end(), [&](BodyZone z) { return std::find(b.begin(), b.end(), z) != b.end(); });
}

UnixTime timeOf(const Record& record)
{
    // An event cannot lie after the record of it.
    return std::min(record.content.happenedAt.value_or(record.time), record.time);
}

AccidentEntry* sameAccident(std::vector<AccidentEntry>& accidents, const Record& claim)
{
    const UnixTime time = timeOf(claim);
    const auto at = std::find_if(accidents.rbegin(), accidents.rend(), [&](const AccidentEntry& entry) {
        const UnixTime apart = time > entry.time ? time - entry.time : entry.time - time;
        return apart <= kSameAccidentSeconds &&
               (claim.content.zones.empty() || entry.zones.empty() || overlap(claim.content.zones, entry.zones));
    });
    return at == accidents.rend() ? nullptr : &*at;
}

void addOrMerge(std::vector<AccidentEntry>& accidents, const Record& record)
{
    AccidentEntry* known = record.kind == RecordKind::InsuranceClaim ? sameAccident(accidents, record) : nullptr;
    if (known == nullptr) {
        accidents.push_back(
            {record.index, timeOf(record), record.content.zones, record.content.cost, record.content.resolved});
        return;
    }
    if (!known->cost) {
        known->cost = record.content.cost;
    }
    if (known->zones.empty()) {
        known->zones = record.content.zones;
    }
    known->repaired = known->repaired || record.content.resolved;
}

void markRepaired(std::vector<AccidentEntry>& accidents, const Record& repair)
{
    for (AccidentEntry& entry : accidents) {
        entry.repaired = entry.repaired || overlap(entry.zones, repair.content.zones);
    }
}
} // namespace

std::vector<AccidentEntry> accidentsOf(std::span<const Record> records)
{
    std::vector<AccidentEntry> out;
    const std::vector<bool> withdrawn = supersededRecords(records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record& record = records[i];
        if (withdrawn[i]) {
            continue;
        }
        if (record.kind == RecordKind::Accident || record.kind == RecordKind::InsuranceClaim) {
            addOrMerge(out, record);
        } else if (record.kind == RecordKind::Repair) {
            markRepaired(out, record);
        }
    }
    return out;
}

} // namespace autochain::vehicle
