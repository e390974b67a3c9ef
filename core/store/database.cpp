// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/hex.h"
#include "store/sqlite_error.h"

#include <sqlite3.h>

#include <filesystem>

namespace autochain::store
{
namespace
{
constexpr std::size_t kKeyBytes = 32;

// SQLCipher takes a key without derivation as x'<64 hex digits>'. Built in wiped memory.
SecretBytes keyLiteral(const SecretBytes& key32)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    SecretBytes out(2 * kKeyBytes + 3);
    std::uint8_t* at = out.data();
    *at++ = 'x';
    *at++ = '\'';
    for (const std::uint8_t byte : key32.view()) {
        *at++ = static_cast<std::uint8_t>(kDigits[byte >> 4]);
        *at++ = static_cast<std::uint8_t>(kDigits[byte & 15]);
    }
    *at = '\'';
    return out;
}

Result<> executeOn(sqlite3* database, const char* sql)
{
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return sqliteError(sqlite3_extended_errcode(database), database);
    }
    return {};
}

// Reads the first page: here SQLCipher finds out whether the key fits. After a key that does not, it marks the
// connection as broken and answers everything with "out of memory" (or a plain error), which must not be told to the
// person.
Result<> proveKey(sqlite3* database)
{
    const int code = sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xff;
    switch (code) {
    case SQLITE_OK:
        return {};
    case SQLITE_NOTADB:
    case SQLITE_NOMEM:
    case SQLITE_ERROR:
        return Error(StoreError::WrongKey, {}, sqlite3_errmsg(database));
    default:
        return sqliteError(sqlite3_extended_errcode(database), database);
    }
}

Result<> configure(sqlite3* database, const SecretBytes& key32, int busyTimeoutMs)
{
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busyTimeoutMs);
    // Before the key, so that it never lies in memory that is not wiped.
    AC_CHECK(executeOn(database, "PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON"));
    const SecretBytes literal = keyLiteral(key32);
    if (sqlite3_key_v2(database, "main", literal.data(), static_cast<int>(literal.size())) != SQLITE_OK) {
        return Error(StoreError::WrongKey, {}, "sqlite3_key");
    }
    AC_CHECK(proveKey(database));
    return executeOn(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                               "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
}

// What the folder says before SQLite turns every trouble into "unable to open".
Result<> checkPath(const std::string& path, bool create)
{
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (std::filesystem::is_directory(status)) {
        return Error(StoreError::NoAccess, {path}, "is a folder");
    }
    if (!std::filesystem::exists(status) && !create) {
        return Error(StoreError::NotFound, {path});
    }
    return {};
}
} // namespace

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::string& path, const SecretBytes& key32, const OpenOptions& options)
{
    if (key32.size() != kKeyBytes) {
        return Error(StoreError::Misuse, {}, "key is not 32 bytes");
    }
    AC_CHECK(checkPath(path, options.create));
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database database(handle, path);
    if (code != SQLITE_OK) {
        return code == SQLITE_CANTOPEN ? Error(StoreError::NoAccess, {path}) : sqliteError(code, handle);
    }
    AC_CHECK(configure(handle, key32, options.busyTimeoutMs));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) {
        return sqliteError(code, m_database.get());
    }
    return Statement(statement);
}

Result<> Database::execute(const char* sql)
{
    return executeOn(m_database.get(), sql);
}

Result<> Database::transaction(const std::function<Result<>()>& work)
{
    if (sqlite3_get_autocommit(m_database.get()) == 0) {
        return work();
    }
    AC_CHECK(execute("BEGIN IMMEDIATE"));
    Result<> outcome = work();
    if (outcome.ok()) {
        outcome = execute("COMMIT");
    }
    // A full disk or an I/O error may have rolled back already.
    if (!outcome.ok() && sqlite3_get_autocommit(m_database.get()) == 0) {
        sqlite3_exec(m_database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    return outcome;
}

Result<> Database::checkIntegrity()
{
    AC_TRY(Statement pages, prepare("PRAGMA cipher_integrity_check"));
    AC_TRY(const bool damaged, pages.step());
    if (damaged) {
        return Error(StoreError::Corrupt, {}, pages.text(0));
    }
    AC_TRY(Statement structure, prepare("PRAGMA integrity_check(1)"));
    AC_TRY(const bool answered, structure.step());
    if (!answered || structure.text(0) != "ok") {
        return Error(StoreError::Corrupt, {}, answered ? structure.text(0) : std::string());
    }
    return {};
}

Result<> Database::backupTo(const std::string& path, const SecretBytes& key32)
{
    if (std::filesystem::exists(path)) {
        return Error(StoreError::AlreadyExists, {path});
    }
    AC_TRY(Database copy, Database::open(path, key32));
    sqlite3* target = copy.m_database.get();
    // sqlite3_backup writes pages through the target's own codec, so the copy is encrypted under the key given.
    sqlite3_backup* backup = sqlite3_backup_init(target, "main", m_database.get(), "main");
    if (backup == nullptr) {
        return sqliteError(sqlite3_extended_errcode(target), target);
    }
    const int stepped = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE) {
        return sqliteError(stepped, target);
    }
    return copy.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

int Database::changes() const
{
    return sqlite3_changes(m_database.get());
}

} // namespace autochain::store
