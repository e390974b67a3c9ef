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
    int busyTimeoutMs = 5'000; // how long another process' lock is waited for
};

class Database
{
public:
    // `key32`: exactly 32 random bytes (no key derivation happens here; see core/vault). Write-ahead log, FULL
    // synchronous, foreign keys on. Errors: WrongKey, Corrupt, Busy, NoAccess, NotFound, IoError, Misuse (key length).
    static Result<Database> open(const std::string& path, const SecretBytes& key32, const OpenOptions& options = {});

    Database(Database&&) noexcept = default;
    Database& operator=(Database&&) noexcept = default;

    Result<Statement> prepare(std::string_view sql);
    Result<> execute(const char* sql); // one or more statements without parameters
    // Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back where it gives an error. Inside a transaction it only
    // runs `work`: the outer one decides.
    Result<> transaction(const std::function<Result<>()>& work);
    // Every page's HMAC and SQLite's own structure check. Corrupt with the first finding as detail.
    Result<> checkIntegrity();
    // A consistent copy under the same key. AlreadyExists where `path` is taken.
    Result<> backupTo(const std::string& path, const SecretBytes& key32);
    std::int64_t lastInsertId() const;
    int changes() const; // rows touched by the last INSERT, UPDATE or DELETE
    const std::string& path() const { return m_path; }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    Database(sqlite3* database, std::string path) : m_database(database), m_path(std::move(path)) {}
    std::unique_ptr<sqlite3, Close> m_database;
    std::string m_path;
};

} // namespace autochain::store
