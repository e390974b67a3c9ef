// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "crypto/hash.h"
#include "store/durable_file.h"
#include "store/key_check.h"
#include "store/sqlite_error.h"
#include "store/store_lock.h"
#include "store/wal_scan.h"

#include <sqlite3.h>

#include <filesystem>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

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
// person. A damaged first page looks the same; the key check beside the file tells the two apart.
Result<> proveKey(sqlite3* database, const std::string& path, const SecretBytes& key32)
{
    const int code = sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xff;
    switch (code) {
    case SQLITE_OK:
        return {};
    case SQLITE_NOTADB:
    case SQLITE_NOMEM:
    case SQLITE_ERROR: {
        const bool right = keyVerdict(path, key32) == KeyVerdict::Fits;
        return Error(right ? StoreError::Corrupt : StoreError::WrongKey, {}, sqlite3_errmsg(database));
    }
    default:
        return sqliteError(sqlite3_extended_errcode(database), database);
    }
}

Result<> setKey(sqlite3* database, const SecretBytes& key32)
{
    // Before the key, so that it never lies in memory that is not wiped.
    AC_CHECK(executeOn(database, "PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON"));
    const SecretBytes literal = keyLiteral(key32);
    if (sqlite3_key_v2(database, "main", literal.data(), static_cast<int>(literal.size())) != SQLITE_OK) {
        return Error(StoreError::WrongKey, {}, "sqlite3_key");
    }
    return {};
}

// Exclusive locking keeps the log's index in memory instead of in a mapped file, which a full disk could pull away.
constexpr const char* kBeforeFirstRead = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF";
constexpr const char* kAfterFirstRead =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -32768"; // KiB: decrypted once, pages stay

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

// The file is closed before its lock is let go.
struct Database::Connection {
    Connection(StoreLock held, sqlite3* opened) : lock(std::move(held)), handle(opened) {}
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { sqlite3_close_v2(handle); }
    StoreLock lock;
    sqlite3* handle;
    Recovery recovery;
};

// What this process has open, so that a session that is still finishing and the one that takes its place can share a
// file. Known by device and inode: a store that was deleted and made anew is another one.
struct OpenFiles {
    struct Entry {
        dev_t device = 0;
        ino_t inode = 0;
        pid_t process = 0; // a forked child shares nothing
        Hash32 keyDigest;
        std::weak_ptr<Database::Connection> connection;
    };

    static Entry describe(const std::string& path, const SecretBytes& key32)
    {
        struct stat status = {};
        Entry out;
        if (::stat(path.c_str(), &status) == 0) {
            out = {status.st_dev, status.st_ino, ::getpid(), sha256(key32.view()), {}};
        }
        return out;
    }

    // Nothing where it is not open; WrongKey where it is open under another key.
    Result<std::shared_ptr<Database::Connection>> find(const Entry& wanted)
    {
        const std::lock_guard guard(mutex);
        std::erase_if(entries, [](const Entry& entry) { return entry.connection.expired(); });
        for (const Entry& entry : entries) {
            if (entry.device == wanted.device && entry.inode == wanted.inode && entry.process == wanted.process) {
                return entry.keyDigest == wanted.keyDigest
                           ? Result<std::shared_ptr<Database::Connection>>(entry.connection.lock())
                           : Result<std::shared_ptr<Database::Connection>>(StoreError::WrongKey);
            }
        }
        return std::shared_ptr<Database::Connection>();
    }

    void add(Entry entry)
    {
        const std::lock_guard guard(mutex);
        entries.push_back(std::move(entry));
    }

    std::mutex mutex;
    std::vector<Entry> entries;
};

namespace
{
OpenFiles openFiles;
}

Database::Database(std::shared_ptr<Connection> connection, std::string path)
    : m_connection(std::move(connection)), m_path(std::move(path))
{
}

sqlite3* Database::handle() const
{
    return m_connection->handle;
}

const Recovery& Database::recovery() const
{
    return m_connection->recovery;
}

Result<Database> Database::open(const std::string& path, const SecretBytes& key32, const OpenOptions& options)
{
    if (key32.size() != kKeyBytes) {
        return Error(StoreError::Misuse, {}, "key is not 32 bytes");
    }
    AC_CHECK(checkPath(path, options.create));
    AC_TRY(auto shared, openFiles.find(OpenFiles::describe(path, key32)));
    if (shared) {
        return Database(std::move(shared), path);
    }
    AC_TRY(StoreLock lock, StoreLock::acquire(path, options.busyTimeoutMs));
    AC_TRY(const WalState wal, scanWal(path + "-wal"));
    if (wal.damaged) {
        return Error(StoreError::Corrupt, {}, "write-ahead log: whole transactions behind a frame that does not fit");
    }
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database database(std::make_shared<Connection>(std::move(lock), handle), path);
    if (code != SQLITE_OK) {
        return sqliteError(code, handle, path);
    }
    database.m_connection->recovery = {wal.present, wal.unfinished};
    AC_CHECK(database.configure(key32, options.busyTimeoutMs, wal.present));
    OpenFiles::Entry entry = OpenFiles::describe(path, key32);
    entry.connection = database.m_connection;
    openFiles.add(std::move(entry));
    return database;
}

Result<> Database::configure(const SecretBytes& key32, int busyTimeoutMs, bool unclean)
{
    sqlite3_extended_result_codes(handle(), 1);
    sqlite3_busy_timeout(handle(), busyTimeoutMs);
    // Until all is well, the log stays as it is: it is the mark of the unclean end.
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    AC_CHECK(setKey(handle(), key32));
    AC_CHECK(execute(kBeforeFirstRead));
    AC_CHECK(proveKey(handle(), m_path, key32));
    AC_CHECK(execute(kAfterFirstRead));
    if (unclean) {
        // The log goes into the file first: a page torn by the crash is whole again in the log.
        AC_CHECK(execute("PRAGMA wal_checkpoint(FULL)"));
        AC_CHECK(checkIntegrity());
        AC_CHECK(execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    AC_CHECK(keepKeyCheck(m_path, key32));
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

Result<Database> Database::inMemory()
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database(std::make_shared<Connection>(StoreLock(), handle), ":memory:");
    if (code != SQLITE_OK) {
        return sqliteError(code, handle);
    }
    sqlite3_extended_result_codes(handle, 1);
    AC_CHECK(executeOn(handle, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY"));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) {
        return sqliteError(code, handle());
    }
    return Statement(statement);
}

Result<> Database::execute(const char* sql)
{
    return executeOn(handle(), sql);
}

Result<> Database::transaction(const std::function<Result<>()>& work)
{
    if (sqlite3_get_autocommit(handle()) == 0) {
        return work();
    }
    AC_CHECK(execute("BEGIN IMMEDIATE"));
    Result<> outcome = work();
    if (outcome.ok()) {
        outcome = execute("COMMIT");
    }
    // A full disk or an I/O error may have rolled back already.
    if (!outcome.ok() && sqlite3_get_autocommit(handle()) == 0) {
        sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
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

Result<> Database::copyInto(Database& copy)
{
    // sqlite3_backup writes pages through the target's own codec, so the copy is encrypted under the key given.
    sqlite3_backup* backup = sqlite3_backup_init(copy.handle(), "main", handle(), "main");
    if (backup == nullptr) {
        return sqliteError(sqlite3_extended_errcode(copy.handle()), copy.handle());
    }
    const int stepped = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE) {
        return sqliteError(stepped, copy.handle());
    }
    AC_CHECK(copy.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    return copy.checkIntegrity();
}

Result<> Database::backupTo(const std::string& path, const SecretBytes& key32)
{
    if (std::filesystem::exists(path)) {
        return Error(StoreError::AlreadyExists, {path});
    }
    const std::string part = path + ".part";
    removeStore(part); // of a copy that was interrupted
    Result<> done;
    {
        auto copy = Database::open(part, key32);
        done = copy.ok() ? copyInto(*copy) : Result<>(copy.error());
    } // closed: nothing is left in a log
    if (done.ok()) {
        done = syncFile(part);
    }
    if (done.ok()) {
        done = replaceDurably(part, path);
    }
    removeStore(part);
    if (!done.ok()) {
        removeStore(path); // where only the folder could not be synced
    }
    return done;
}

void Database::removeStore(const std::string& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal", ".check", ".check.part", ".lock"}) {
        std::error_code ignored;
        std::filesystem::remove(path + suffix, ignored);
    }
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(handle());
}

int Database::changes() const
{
    return sqlite3_changes(handle());
}

} // namespace autochain::store
