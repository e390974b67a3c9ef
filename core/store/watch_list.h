// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{
// A car somebody keeps an eye on, with what was last seen of it, so that a change can be told.
struct Watched {
    Hash32 vehicleId;
    UnixTime addedAt = 0;
    U256 seenPrice;                     // AUC in smallest units; zero: was not listed
    std::uint64_t seenHistoryCount = 0; // records
    std::string note;
    bool operator==(const Watched&) const = default;
};

class WatchList
{
public:
    explicit WatchList(Database& database) : m_database(database) {}
    Result<> put(const Watched& watched); // adds or replaces
    Result<> remove(const Hash32& vehicleId);
    Result<std::optional<Watched>> find(const Hash32& vehicleId);
    Result<std::vector<Watched>> all(); // newest first

private:
    Database& m_database;
};
} // namespace autochain::store
