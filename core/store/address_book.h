// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{
struct Contact {
    Address address;
    std::string name; // the person's own label
    std::string note;
    UnixTime addedAt = 0;
    bool operator==(const Contact&) const = default;
};

class AddressBook
{
public:
    explicit AddressBook(Database& database) : m_database(database) {}
    Result<> put(const Contact& contact); // adds or replaces by address
    Result<> remove(const Address& address);
    Result<std::optional<Contact>> find(const Address& address);
    Result<std::vector<Contact>> all(); // by name

private:
    Database& m_database;
};
} // namespace autochain::store
