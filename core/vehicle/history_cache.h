// SPDX-License-Identifier: GPL-3.0-or-later
// "Verified up to here": the records of a car that were folded to a proven head once, so that the next time only what
// came since has to be fetched and folded. Whoever keeps them must be trusted with them (the encrypted store).
#pragma once

#include "vehicle/record.h"

namespace autochain::vehicle
{

struct KeptHistory {
    std::uint64_t count = 0;
    Hash32 head;                   // what `records` fold to
    std::uint64_t blockNumber = 0; // up to which events were read
    Bytes records;                 // packRecords
};

class HistoryCache
{
public:
    virtual ~HistoryCache() = default;
    // None: nothing kept of this car.
    virtual Result<std::optional<KeptHistory>> load(const Address& registry, const Hash32& vehicleId) = 0;
    virtual Result<> keep(const Address& registry, const Hash32& vehicleId, const KeptHistory& history) = 0;
};

// The chain's own fields and what was found out about them (signature, right, roles, names); contents
// stay where they are. BadBundle ("records") where the bytes are none of it.
Bytes packRecords(std::span<const Record> records);
Result<std::vector<Record>> unpackRecords(BytesView packed);

} // namespace autochain::vehicle
