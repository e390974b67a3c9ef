// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/watched_accounts.h"

namespace autochain::store
{

Result<> WatchedAccounts::put(const WatchedAccount& account)
{
    AC_TRY(Statement put, m_database.prepare("INSERT OR REPLACE INTO watched_account (address, name, source, added_at) "
                                             "VALUES (?1, ?2, ?3, ?4)"));
    return put.bind(1, account.address).bind(2, account.name).bind(3, account.source).bind(4, account.addedAt).run();
}

Result<> WatchedAccounts::remove(const Address& address)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM watched_account WHERE address = ?1"));
    return remove.bind(1, address).run();
}

Result<std::vector<WatchedAccount>> WatchedAccounts::all()
{
    AC_TRY(Statement query, m_database.prepare("SELECT address, name, source, added_at FROM watched_account "
                                               "ORDER BY added_at, address"));
    std::vector<WatchedAccount> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back({query.fixed<Address>(0), query.text(1), query.text(2), query.integer(3)});
    }
}

} // namespace autochain::store
