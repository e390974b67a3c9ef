// SPDX-License-Identifier: GPL-3.0-or-later
// "Verified up to here": what a car's records folded to when they were last read, with the records packed by who reads
// them (core/vehicle). A cache: not in backups, and lost without harm.
#pragma once

#include "store/database.h"

namespace autochain::store
{

struct VerifiedHistory {
    std::uint64_t count = 0;
    Hash32 head;
    std::uint64_t blockNumber = 0;
    Bytes records; // at most kMaxPackedBytes
    bool operator==(const VerifiedHistory&) const = default;
};

inline constexpr std::size_t kMaxPackedBytes = 16 * 1024 * 1024;

class VerifiedHistories
{
public:
    explicit VerifiedHistories(Database& database) : m_database(database) {}
    Result<std::optional<VerifiedHistory>> find(std::uint64_t chainId, const Address& registry,
                                                const Hash32& vehicleId);
    // In place of what was there. Conflict where the records are too many bytes.
    Result<> put(std::uint64_t chainId, const Address& registry, const Hash32& vehicleId,
                 const VerifiedHistory& history);
    Result<> clear(); // all of them

private:
    Database& m_database;
};

} // namespace autochain::store
