// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"

namespace autochain::store
{

Result<std::optional<std::string>> Settings::get(std::string_view key)
{
    AC_TRY(Statement query, m_database.prepare("SELECT value FROM setting WHERE key = ?1"));
    AC_TRY(const bool row, query.bind(1, key).step());
    return row ? std::optional(query.text(0)) : std::nullopt;
}

Result<> Settings::set(std::string_view key, std::string_view value)
{
    AC_TRY(Statement put, m_database.prepare("INSERT INTO setting (key, value) VALUES (?1, ?2) "
                                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    return put.bind(1, key).bind(2, value).run();
}

Result<> Settings::remove(std::string_view key)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM setting WHERE key = ?1"));
    return remove.bind(1, key).run();
}

Result<std::map<std::string, std::string>> Settings::all(std::string_view prefix)
{
    AC_TRY(Statement query, m_database.prepare("SELECT key, value FROM setting WHERE substr(key, 1, length(?1)) = ?1"));
    query.bind(1, prefix);
    std::map<std::string, std::string> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.emplace(query.text(0), query.text(1));
    }
}

} // namespace autochain::store
