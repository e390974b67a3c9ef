// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/watch_list.h"

namespace autochain::store
{
namespace
{
Watched watchedIn(const Statement& row)
{
    return {row.fixed<Hash32>(0), row.integer(1), row.u256(2), static_cast<std::uint64_t>(row.integer(3)), row.text(4)};
}
} // namespace

Result<> WatchList::put(const Watched& watched)
{
    AC_TRY(Statement put, m_database.prepare("INSERT OR REPLACE INTO watched "
                                             "(vehicle_id, added_at, seen_price, seen_history_count, note) "
                                             "VALUES (?1, ?2, ?3, ?4, ?5)"));
    return put.bind(1, watched.vehicleId)
        .bind(2, watched.addedAt)
        .bind(3, watched.seenPrice)
        .bind(4, static_cast<std::int64_t>(watched.seenHistoryCount))
        .bind(5, watched.note)
        .run();
}

Result<> WatchList::remove(const Hash32& vehicleId)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM watched WHERE vehicle_id = ?1"));
    return remove.bind(1, vehicleId).run();
}

Result<std::optional<Watched>> WatchList::find(const Hash32& vehicleId)
{
    AC_TRY(Statement query, m_database.prepare("SELECT vehicle_id, added_at, seen_price, seen_history_count, note "
                                               "FROM watched WHERE vehicle_id = ?1"));
    AC_TRY(const bool row, query.bind(1, vehicleId).step());
    return row ? std::optional(watchedIn(query)) : std::nullopt;
}

Result<std::vector<Watched>> WatchList::all()
{
    AC_TRY(Statement query, m_database.prepare("SELECT vehicle_id, added_at, seen_price, seen_history_count, note "
                                               "FROM watched ORDER BY added_at DESC, vehicle_id"));
    std::vector<Watched> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(watchedIn(query));
    }
}

} // namespace autochain::store
