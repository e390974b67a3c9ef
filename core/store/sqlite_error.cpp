// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <unistd.h>

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

bool isFull(int systemCode)
{
    return systemCode == ENOSPC || systemCode == EDQUOT;
}

// Why no file could be made beside the database: SQLite tries again without making it, and then the system only says
// that there is none. Where the folder's rights allow it, making a file of our own tells.
StoreError whyNoFile(const std::string& path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return StoreError::NoAccess;
    }
    const std::string probe = path + ".probe";
    const int file = ::open(probe.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool full = (file < 0 || ::write(file, "x", 1) != 1) && isFull(errno);
    if (file >= 0) {
        ::close(file);
        ::unlink(probe.c_str());
    }
    return full ? StoreError::DiskFull : StoreError::IoError;
}

// After a page that does not decrypt SQLCipher marks the connection as broken and answers whatever comes next with
// "SQL logic error" or "out of memory". Then the simplest question fails as well; after a real one of these it does
// not.
bool isBroken(sqlite3* database)
{
    return sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) != SQLITE_OK;
}

// SQLite folds a full disk into "unable to open" and "disk I/O error"; the system's own number is kept beside it.
StoreError kindOf(int code, sqlite3* database, const std::string& path)
{
    const StoreError kind = kindOf(code);
    if (kind == StoreError::OutOfMemory || (code & 0xff) == SQLITE_ERROR) {
        return isBroken(database) ? StoreError::Corrupt : kind;
    }
    if (kind != StoreError::NoAccess && kind != StoreError::IoError) {
        return kind;
    }
    const int systemCode = sqlite3_system_errno(database);
    if (isFull(systemCode)) {
        return StoreError::DiskFull;
    }
    const bool couldBeMade = systemCode == ENOENT || systemCode == 0;
    return kind == StoreError::NoAccess && couldBeMade && !path.empty() ? whyNoFile(path) : kind;
}
} // namespace

Error sqliteError(int code, sqlite3* database, std::string path)
{
    if (database == nullptr) {
        return Error(kindOf(code), {}, sqlite3_errstr(code));
    }
    const std::string detail = std::string(sqlite3_errstr(code)) + ": " + sqlite3_errmsg(database);
    if (const char* known = sqlite3_db_filename(database, "main"); path.empty() && known != nullptr) {
        path = known;
    }
    const StoreError kind = kindOf(code, database, path);
    return kind == StoreError::NoAccess ? Error(kind, {path}, detail) : Error(kind, {}, detail);
}

} // namespace autochain::store
