// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seen_events.h"

namespace autochain::store
{

Result<bool> SeenEvents::isSeen(std::string_view feed, std::string_view key)
{
    AC_TRY(Statement query, m_database.prepare("SELECT 1 FROM seen_event WHERE feed = ?1 AND key = ?2"));
    return query.bind(1, feed).bind(2, key).step();
}

Result<> SeenEvents::markSeen(std::string_view feed, std::string_view key, UnixTime at)
{
    AC_TRY(Statement put,
           m_database.prepare("INSERT OR IGNORE INTO seen_event (feed, key, seen_at) VALUES (?1, ?2, ?3)"));
    return put.bind(1, feed).bind(2, key).bind(3, at).run();
}

Result<std::vector<std::string>> SeenEvents::unseenOf(std::string_view feed, const std::vector<std::string>& keys)
{
    AC_TRY(Statement query, m_database.prepare("SELECT 1 FROM seen_event WHERE feed = ?1 AND key = ?2"));
    std::vector<std::string> out;
    for (const std::string& key : keys) {
        AC_TRY(const bool seen, query.bind(1, feed).bind(2, key).step());
        if (!seen) {
            out.push_back(key);
        }
        query.reset();
    }
    return out;
}

Result<> SeenEvents::forgetBefore(UnixTime time)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM seen_event WHERE seen_at < ?1"));
    return remove.bind(1, time).run();
}

Result<std::optional<std::uint64_t>> SeenEvents::cursor(std::string_view feed)
{
    AC_TRY(Statement query, m_database.prepare("SELECT block FROM feed_cursor WHERE feed = ?1"));
    AC_TRY(const bool row, query.bind(1, feed).step());
    return row ? std::optional(static_cast<std::uint64_t>(query.integer(0))) : std::nullopt;
}

Result<> SeenEvents::setCursor(std::string_view feed, std::uint64_t block)
{
    AC_TRY(Statement put, m_database.prepare("INSERT OR REPLACE INTO feed_cursor (feed, block) VALUES (?1, ?2)"));
    return put.bind(1, feed).bind(2, static_cast<std::int64_t>(block)).run();
}

} // namespace autochain::store
