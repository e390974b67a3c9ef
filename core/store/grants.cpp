// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/grants.h"

namespace autochain::store
{
namespace
{
constexpr const char* kColumns = "SELECT kind, subject, from_address, payload, granted_at, until FROM grant_until ";

Grant grantIn(const Statement& row)
{
    return {row.text(0), row.fixed<Hash32>(1), row.fixed<Address>(2), row.blob(3), row.integer(4), row.integer(5)};
}
} // namespace

Result<> Grants::put(const Grant& grant)
{
    AC_TRY(Statement put,
           m_database.prepare("INSERT OR REPLACE INTO grant_until (kind, subject, from_address, payload, granted_at, "
                              "until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    return put.bind(1, grant.kind)
        .bind(2, grant.subject)
        .bind(3, grant.from)
        .bind(4, BytesView(grant.payload))
        .bind(5, grant.grantedAt)
        .bind(6, grant.until)
        .run();
}

Result<> Grants::remove(std::string_view kind, const Hash32& subject, const Address& from)
{
    AC_TRY(Statement remove,
           m_database.prepare("DELETE FROM grant_until WHERE kind = ?1 AND subject = ?2 AND from_address = ?3"));
    return remove.bind(1, kind).bind(2, subject).bind(3, from).run();
}

Result<std::optional<Grant>> Grants::find(std::string_view kind, const Hash32& subject, const Address& from,
                                          UnixTime now)
{
    AC_TRY(Statement query, m_database.prepare(std::string(kColumns) + "WHERE kind = ?1 AND subject = ?2 "
                                                                       "AND from_address = ?3 AND until > ?4"));
    AC_TRY(const bool row, query.bind(1, kind).bind(2, subject).bind(3, from).bind(4, now).step());
    return row ? std::optional(grantIn(query)) : std::nullopt;
}

Result<std::vector<Grant>> Grants::ofSubject(const Hash32& subject, UnixTime now)
{
    AC_TRY(Statement query, m_database.prepare(std::string(kColumns) +
                                               "WHERE subject = ?1 AND until > ?2 ORDER BY until, kind, from_address"));
    query.bind(1, subject).bind(2, now);
    std::vector<Grant> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(grantIn(query));
    }
}

Result<int> Grants::purgeExpired(UnixTime now)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM grant_until WHERE until <= ?1"));
    AC_CHECK(remove.bind(1, now).run());
    const int removed = m_database.changes();
    if (removed > 0) {
        AC_CHECK(m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    return removed;
}

Result<std::optional<UnixTime>> Grants::nextExpiry()
{
    AC_TRY(Statement query, m_database.prepare("SELECT min(until) FROM grant_until"));
    AC_TRY(const bool row, query.step());
    return row && !query.isNull(0) ? std::optional(query.integer(0)) : std::nullopt;
}

} // namespace autochain::store
