// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include <sqlite3.h>

namespace autochain::store
{
namespace
{
StoreError kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return StoreError::WrongKey;
    case SQLITE_CORRUPT:
        return StoreError::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreError::Busy;
    case SQLITE_FULL:
        return StoreError::DiskFull;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return StoreError::NoAccess;
    case SQLITE_READONLY:
        return StoreError::ReadOnly;
    case SQLITE_IOERR:
        return StoreError::IoError;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
        return StoreError::Conflict;
    case SQLITE_NOMEM:
        return StoreError::OutOfMemory;
    default:
        return StoreError::Misuse;
    }
}
} // namespace

Error sqliteError(int code, sqlite3* database)
{
    std::string detail = sqlite3_errstr(code);
    std::vector<std::string> args;
    if (database != nullptr) {
        detail += std::string(": ") + sqlite3_errmsg(database);
        const char* path = sqlite3_db_filename(database, "main");
        if (kindOf(code) == StoreError::NoAccess && path != nullptr) {
            args.emplace_back(path);
        }
    }
    return Error(kindOf(code), std::move(args), std::move(detail));
}

} // namespace autochain::store
