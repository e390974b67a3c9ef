// SPDX-License-Identifier: GPL-3.0-or-later
// From SQLite's result codes to StoreError.
#pragma once

#include "store/error.h"

struct sqlite3;

namespace autochain::store
{
Error sqliteError(int code, sqlite3* database);
} // namespace autochain::store
