// SPDX-License-Identifier: GPL-3.0-or-later
// What another person let this computer see until a date: keys to documents, addresses, readings. After the date it is
// never given out, and purgeExpired() removes it from the file for good.
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{

struct Grant {
    std::string kind; // "document key", "contact" …; the view-models' own words
    Hash32 subject;   // dealId, vehicleId or digest
    Address from;     // who granted it
    Bytes payload;    // at most 64 KiB
    UnixTime grantedAt = 0;
    UnixTime until = 0; // the first second at which it no longer holds
    bool operator==(const Grant&) const = default;
};

class Grants
{
public:
    explicit Grants(Database& database) : m_database(database) {}
    // One per kind, subject and giver; a newer one takes the place of the older. Conflict where the payload is too
    // large or `until` is not after `grantedAt`.
    Result<> put(const Grant& grant);
    Result<> remove(std::string_view kind, const Hash32& subject, const Address& from);
    Result<std::optional<Grant>> find(std::string_view kind, const Hash32& subject, const Address& from, UnixTime now);
    Result<std::vector<Grant>> ofSubject(const Hash32& subject, UnixTime now); // the earliest end first
    // How many were removed. Their pages are overwritten and the log is emptied, so nothing of them stays in the file.
    Result<int> purgeExpired(UnixTime now);
    Result<std::optional<UnixTime>> nextExpiry(); // when purgeExpired() has something to do next

private:
    Database& m_database;
};
} // namespace autochain::store
