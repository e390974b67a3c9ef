// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{
// An account that is only looked at: its key is not on this computer.
struct WatchedAccount {
    Address address;
    std::string name;   // the person's own label, 1 to 256 bytes
    std::string source; // the extended public key it comes from; empty: none
    UnixTime addedAt = 0;
    bool operator==(const WatchedAccount&) const = default;
};

class WatchedAccounts
{
public:
    explicit WatchedAccounts(Database& database) : m_database(database) {}
    Result<> put(const WatchedAccount& account); // adds or replaces
    Result<> remove(const Address& address);
    Result<std::vector<WatchedAccount>> all(); // oldest first

private:
    Database& m_database;
};
} // namespace autochain::store
