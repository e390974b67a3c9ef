// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <map>

namespace autochain::store
{
// Key and value, both text. Keys are dotted ("ui.theme", "wallet.activeAccount").
class Settings
{
public:
    explicit Settings(Database& database) : m_database(database) {}
    Result<std::optional<std::string>> get(std::string_view key);
    Result<> set(std::string_view key, std::string_view value);
    Result<> remove(std::string_view key); // no error where there is none
    Result<std::map<std::string, std::string>> all(std::string_view prefix = {});

private:
    Database& m_database;
};
} // namespace autochain::store
