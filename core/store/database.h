// SPDX-License-Identifier: GPL-3.0-or-later
// One encrypted SQLite file (SQLCipher 4: AES-256-CBC and HMAC-SHA512 per page). Used from one thread.
#pragma once

#include "base/secret_bytes.h"
#include "store/statement.h"

#include <functional>
#include <string>

struct sqlite3;

namespace autochain::store
{

struct OpenOptions {
    bool create = true;        // false: NotFound where there is no file
    int busyTimeoutMs = 2'000; // how long another process' lock is waited for
};

// How the last process left the file.
struct Recovery {
    bool unclean = false; // it did not close the file; every page and the structure were checked on this open
    // Its last write was not whole and is left out. It had not been acknowledged, unless the disk damaged it since.
    bool unfinishedWrite = false;
};

class Database
{
public:
    // `key32`: exactly 32 random bytes (no key derivation happens here). Write-ahead log, FULL synchronous, foreign
    // keys on, deleted content overwritten. One process per file at a time: Busy for a second one. Within the process
    // a file that is open already is shared: both objects speak over one connection, the last one closes it. After an
    // unclean end everything is checked before it is used. Errors: WrongKey, Corrupt, Busy, NoAccess, NotFound,
    // DiskFull, IoError, Misuse (key length).
    static Result<Database> open(const std::string& path, const SecretBytes& key32, const OpenOptions& options = {});
    static Result<Database> inMemory(); // without a key, gone with the object: for checking a backup

    Database(Database&&) noexcept = default;
    Database& operator=(Database&&) noexcept = default;

    Result<Statement> prepare(std::string_view sql);
    Result<> execute(const char* sql); // one or more statements without parameters
    // Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back where it gives an error. Inside a transaction it only
    // runs `work`: the outer one decides.
    Result<> transaction(const std::function<Result<>()>& work);
    // Every page's HMAC and SQLite's own structure check. Corrupt with the first finding as detail.
    Result<> checkIntegrity();
    // A consistent copy under the key given, synced, there as a whole or not at all. AlreadyExists where `path` is
    // taken.
    Result<> backupTo(const std::string& path, const SecretBytes& key32);
    static void removeStore(const std::string& path); // with everything that lies beside it; nobody has it open
    std::int64_t lastInsertId() const;
    int changes() const; // rows touched by the last INSERT, UPDATE or DELETE
    const std::string& path() const { return m_path; }
    const Recovery& recovery() const;

private:
    struct Connection;
    friend struct OpenFiles;
    Database(std::shared_ptr<Connection> connection, std::string path);
    Result<> configure(const SecretBytes& key32, int busyTimeoutMs, bool unclean);
    Result<> copyInto(Database& copy);
    sqlite3* handle() const;
    std::shared_ptr<Connection> m_connection;
    std::string m_path;
};

} // namespace autochain::store
