// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/address_book.h"

namespace autochain::store
{
namespace
{
Contact contactIn(const Statement& row)
{
    return {row.fixed<Address>(0), row.text(1), row.text(2), row.integer(3)};
}
} // namespace

Result<> AddressBook::put(const Contact& contact)
{
    AC_TRY(
        Statement put,
        m_database.prepare("INSERT OR REPLACE INTO contact (address, name, note, added_at) VALUES (?1, ?2, ?3, ?4)"));
    return put.bind(1, contact.address).bind(2, contact.name).bind(3, contact.note).bind(4, contact.addedAt).run();
}

Result<> AddressBook::remove(const Address& address)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM contact WHERE address = ?1"));
    return remove.bind(1, address).run();
}

Result<std::optional<Contact>> AddressBook::find(const Address& address)
{
    AC_TRY(Statement query, m_database.prepare("SELECT address, name, note, added_at FROM contact WHERE address = ?1"));
    AC_TRY(const bool row, query.bind(1, address).step());
    return row ? std::optional(contactIn(query)) : std::nullopt;
}

Result<std::vector<Contact>> AddressBook::all()
{
    AC_TRY(Statement query, m_database.prepare("SELECT address, name, note, added_at FROM contact "
                                               "ORDER BY name COLLATE NOCASE, address"));
    std::vector<Contact> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(contactIn(query));
    }
}

} // namespace autochain::store
