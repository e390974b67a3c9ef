// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include <cerrno>
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

// SQLite folds a full disk into "unable to open" and "disk I/O error"; the system's own number is kept beside it.
StoreError kindOf(int code, sqlite3* database)
{
    const StoreError kind = kindOf(code);
    if (database == nullptr || (kind != StoreError::NoAccess && kind != StoreError::IoError)) {
        return kind;
    }
    switch (sqlite3_system_errno(database)) {
    case ENOSPC:
    case EDQUOT:
        return StoreError::DiskFull;
    case EIO:
        return StoreError::IoError;
    default:
        return kind;
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
        if (kindOf(code, database) == StoreError::NoAccess) {
            args.emplace_back(path != nullptr ? path : "");
        }
    }
    return Error(kindOf(code, database), std::move(args), std::move(detail));
}

} // namespace autochain::store
