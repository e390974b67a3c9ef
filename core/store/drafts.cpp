// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/drafts.h"

namespace autochain::store
{
namespace
{
Draft draftIn(const Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.integer(3)};
}
} // namespace

Result<> Drafts::put(const Draft& draft)
{
    AC_TRY(Statement put,
           m_database.prepare("INSERT OR REPLACE INTO draft (kind, id, json, updated_at) VALUES (?1, ?2, ?3, ?4)"));
    return put.bind(1, draft.kind).bind(2, draft.id).bind(3, draft.json).bind(4, draft.updatedAt).run();
}

Result<> Drafts::remove(std::string_view kind, std::string_view id)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM draft WHERE kind = ?1 AND id = ?2"));
    return remove.bind(1, kind).bind(2, id).run();
}

Result<std::optional<Draft>> Drafts::find(std::string_view kind, std::string_view id)
{
    AC_TRY(Statement query,
           m_database.prepare("SELECT kind, id, json, updated_at FROM draft WHERE kind = ?1 AND id = ?2"));
    AC_TRY(const bool row, query.bind(1, kind).bind(2, id).step());
    return row ? std::optional(draftIn(query)) : std::nullopt;
}

Result<std::vector<Draft>> Drafts::ofKind(std::string_view kind)
{
    AC_TRY(Statement query, m_database.prepare("SELECT kind, id, json, updated_at FROM draft WHERE kind = ?1 "
                                               "ORDER BY updated_at DESC, id"));
    query.bind(1, kind);
    std::vector<Draft> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(draftIn(query));
    }
}

} // namespace autochain::store
