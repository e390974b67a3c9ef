// SPDX-License-Identifier: GPL-3.0-or-later
// Which storage words prove a history, and what they say once proven.
#pragma once

#include "chain/state_proof.h"
#include "vehicle/record_rights.h"
#include "vehicle/vehicle_reader.h"

namespace autochain::vehicle
{

struct HistoryPlace {
    Address registry;
    Address participants;
    Hash32 vehicleId;
};

// All words that verifyHistory looks at: title and head of the car; of everybody who wrote a record all memberships and
// the name; of shops and devices the holder's grants. `facts`: as read before, for how many past spans there are.
std::vector<StorageRequest> proofRequests(const HistoryPlace& place, std::span<const Record> records,
                                          const RightsFacts& facts);

// None where a word of it is not in the proof.
std::optional<VehicleSummary> summaryIn(const ProvenWords& words, const HistoryPlace& place);
// Who is not proven as a whole (every role, every past span, the name) is not in it, and counted.
struct ProvenFacts {
    RightsFacts facts;
    std::uint64_t unproven = 0;
};
ProvenFacts factsIn(const ProvenWords& words, const HistoryPlace& place, std::span<const Record> records);

} // namespace autochain::vehicle
