// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/database.h"

namespace autochain::store
{
// Unfinished forms, as JSON the view-models write ("listing", "terms", "report", "record" …).
struct Draft {
    std::string kind;
    std::string id;
    std::string json; // at most 1 MiB
    UnixTime updatedAt = 0;
    bool operator==(const Draft&) const = default;
};

class Drafts
{
public:
    explicit Drafts(Database& database) : m_database(database) {}
    Result<> put(const Draft& draft); // Conflict where the JSON is too large
    Result<> remove(std::string_view kind, std::string_view id);
    Result<std::optional<Draft>> find(std::string_view kind, std::string_view id);
    Result<std::vector<Draft>> ofKind(std::string_view kind); // newest first

private:
    Database& m_database;
};
} // namespace autochain::store
