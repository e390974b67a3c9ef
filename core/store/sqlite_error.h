// SPDX-License-Identifier: GPL-3.0-or-later
// From SQLite's result codes to StoreError.
#pragma once

#include "store/error.h"

#include <string>

struct sqlite3;

namespace autochain::store
{
// `path`: of the database, where it could not even be opened and the connection does not know it.
Error sqliteError(int code, sqlite3* database, std::string path = {});
} // namespace autochain::store
