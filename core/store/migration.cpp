// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include <array>
#include <filesystem>

namespace autochain::store
{
namespace
{

constexpr const char* kFirstTables = R"sql(
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chain_id INTEGER NOT NULL,
    from_address BLOB NOT NULL CHECK (length(from_address) = 20),
    nonce INTEGER NOT NULL CHECK (nonce >= 0),
    unsigned_tx BLOB NOT NULL,
    purpose INTEGER NOT NULL,
    subject BLOB NOT NULL CHECK (length(subject) = 32),
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
    raw BLOB,
    hash BLOB CHECK (hash IS NULL OR length(hash) = 32),
    replaces INTEGER REFERENCES outbox (id),
    created_at INTEGER NOT NULL,
    signed_at INTEGER,
    sent_at INTEGER,
    closed_at INTEGER,
    block_number INTEGER,
    gas_used INTEGER NOT NULL DEFAULT 0,
    gas_price BLOB NOT NULL CHECK (length(gas_price) = 32),
    failure TEXT NOT NULL DEFAULT '',
    CHECK (state IN (0, 5, 6) OR (raw IS NOT NULL AND hash IS NOT NULL))
);
-- Not unique: a refused transaction may be made again, to the very same bytes.
CREATE INDEX outbox_hash ON outbox (hash) WHERE hash IS NOT NULL;
CREATE INDEX outbox_account ON outbox (chain_id, from_address, nonce);
CREATE INDEX outbox_pending ON outbox (chain_id, id) WHERE state < 3;
-- One live row of a nonce, or a chain of rows each of which names the one it replaces.
CREATE UNIQUE INDEX outbox_nonce ON outbox (chain_id, from_address, nonce, ifnull(replaces, 0)) WHERE state < 5;

CREATE TABLE contact (
    address BLOB PRIMARY KEY CHECK (length(address) = 20),
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    added_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE draft (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL CHECK (length(json) <= 1048576),
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE TABLE watched (
    vehicle_id BLOB PRIMARY KEY CHECK (length(vehicle_id) = 32),
    added_at INTEGER NOT NULL,
    seen_price BLOB NOT NULL CHECK (length(seen_price) = 32),
    seen_history_count INTEGER NOT NULL,
    note TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE seen_event (
    feed TEXT NOT NULL,
    key TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;

CREATE TABLE feed_cursor (
    feed TEXT PRIMARY KEY,
    block INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deal_id BLOB NOT NULL CHECK (length(deal_id) = 32),
    key BLOB NOT NULL CHECK (length(key) = 32),
    from_address BLOB NOT NULL CHECK (length(from_address) = 20),
    time INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5),
    text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) <= 65536),
    attachment BLOB NOT NULL CHECK (length(attachment) = 32),
    attachment_name TEXT NOT NULL,
    UNIQUE (deal_id, key)
);
CREATE INDEX message_deal ON message (deal_id, time, id);
)sql";

constexpr const char* kGrants = R"sql(
CREATE TABLE grant_until (
    kind TEXT NOT NULL,
    subject BLOB NOT NULL CHECK (length(subject) = 32),
    from_address BLOB NOT NULL CHECK (length(from_address) = 20),
    payload BLOB NOT NULL CHECK (length(payload) <= 65536),
    granted_at INTEGER NOT NULL,
    until INTEGER NOT NULL CHECK (until > granted_at),
    PRIMARY KEY (kind, subject, from_address)
) WITHOUT ROWID;
CREATE INDEX grant_end ON grant_until (until);
CREATE INDEX grant_subject ON grant_until (subject, until);
)sql";

// Accounts that are only looked at: their keys are elsewhere.
constexpr const char* kWatchedAccounts = R"sql(
CREATE TABLE watched_account (
    address BLOB PRIMARY KEY CHECK (length(address) = 20),
    name TEXT NOT NULL CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 256),
    source TEXT NOT NULL CHECK (length(CAST(source AS BLOB)) <= 256),
    added_at INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// A dealer's cars, their verified histories and the ways of looking at them.
constexpr const char* kStock = R"sql(
CREATE TABLE stock (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    vin TEXT NOT NULL CHECK (length(vin) IN (0, 17)),
    plate TEXT NOT NULL CHECK (length(CAST(plate AS BLOB)) <= 32),
    name TEXT NOT NULL CHECK (length(CAST(name AS BLOB)) <= 1024),
    note TEXT NOT NULL CHECK (length(CAST(note AS BLOB)) <= 65536),
    cost BLOB NOT NULL CHECK (length(cost) = 32),
    ask BLOB NOT NULL CHECK (length(ask) = 32),
    lowest BLOB NOT NULL CHECK (length(lowest) = 32),
    marks INTEGER NOT NULL,
    vehicle_id BLOB NOT NULL CHECK (length(vehicle_id) = 32),
    added_at INTEGER NOT NULL,
    wanted_at INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    failure INTEGER NOT NULL DEFAULT 0,
    checked_at INTEGER NOT NULL DEFAULT 0,
    report BLOB NOT NULL DEFAULT x'' CHECK (length(report) <= 65536),
    CHECK (vin <> '' OR plate <> '')
);
CREATE UNIQUE INDEX stock_vin ON stock (vin) WHERE vin <> '';
CREATE UNIQUE INDEX stock_plate ON stock (plate) WHERE plate <> '';

CREATE TABLE stock_history (
    vehicle_id BLOB PRIMARY KEY CHECK (length(vehicle_id) = 32),
    head BLOB NOT NULL CHECK (length(head) = 32),
    records BLOB NOT NULL CHECK (length(records) <= 8388608)
);

CREATE TABLE stock_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 256),
    query TEXT NOT NULL CHECK (length(CAST(query AS BLOB)) <= 4096),
    columns TEXT NOT NULL CHECK (length(columns) <= 1024),
    sort TEXT NOT NULL CHECK (length(sort) <= 64),
    descending INTEGER NOT NULL,
    grouped TEXT NOT NULL CHECK (length(grouped) <= 64)
);
)sql";

// What histories folded to when they were last read. Rows are large: one b-tree of keys, the rest beside it.
constexpr const char* kVerifiedHistories = R"sql(
CREATE TABLE verified_history (
    chain_id INTEGER NOT NULL,
    registry BLOB NOT NULL CHECK (length(registry) = 20),
    vehicle_id BLOB NOT NULL CHECK (length(vehicle_id) = 32),
    count INTEGER NOT NULL,
    head BLOB NOT NULL CHECK (length(head) = 32),
    block_number INTEGER NOT NULL,
    records BLOB NOT NULL CHECK (length(records) <= 16777216),
    PRIMARY KEY (chain_id, registry, vehicle_id)
);
)sql";

constexpr std::array kSteps = {Migration{1, kFirstTables}, Migration{2, kGrants}, Migration{3, kWatchedAccounts},
                               Migration{4, kStock}, Migration{5, kVerifiedHistories}};

Result<> setVersion(Database& database, int version)
{
    // A pragma takes no parameters; the number is ours.
    return database.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

Result<> backUp(Database& database, const SecretBytes& key32, int version)
{
    const std::string path = database.path() + ".v" + std::to_string(version) + ".bak";
    std::error_code ignored;
    std::filesystem::remove(path, ignored); // of a try that did not come to its end: the tables are still these
    return database.backupTo(path, key32);
}

Result<> applySteps(Database& database, std::span<const Migration> steps, int from)
{
    for (const Migration& step : steps) {
        if (step.number <= from) {
            continue;
        }
        Result<> done = database.execute(step.sql);
        if (done.ok()) {
            done = setVersion(database, step.number);
        }
        if (!done.ok()) {
            const Error& cause = done.error();
            const bool full = cause.is(StoreError::DiskFull) || cause.is(StoreError::IoError);
            return full ? cause : Error(StoreError::MigrationFailed, {std::to_string(step.number)}, cause.detail);
        }
    }
    return {};
}
} // namespace

std::span<const Migration> allMigrations()
{
    return kSteps;
}

Result<int> versionOf(Database& database)
{
    AC_TRY(Statement query, database.prepare("PRAGMA user_version"));
    AC_TRY(const bool row, query.step());
    return row ? static_cast<int>(query.integer(0)) : 0;
}

Result<> migrate(Database& database, const SecretBytes& key32, std::span<const Migration> steps)
{
    AC_TRY(const int version, versionOf(database));
    const int newest = steps.empty() ? 0 : steps.back().number;
    if (version > newest) {
        return Error(StoreError::NewerVersion, {std::to_string(version), std::to_string(newest)});
    }
    if (version == newest) {
        return {};
    }
    if (version > 0) {
        AC_CHECK(backUp(database, key32, version));
    }
    return database.transaction([&]() -> Result<> {
        // Read again: another process may have been faster.
        AC_TRY(const int now, versionOf(database));
        return applySteps(database, steps, now);
    });
}

Result<> migrateEmpty(Database& database, std::span<const Migration> steps)
{
    AC_TRY(const int version, versionOf(database));
    return applySteps(database, steps, version);
}

Result<Database> openStore(const std::string& path, const SecretBytes& key32, const OpenOptions& options)
{
    AC_TRY(Database database, Database::open(path, key32, options));
    AC_CHECK(migrate(database, key32));
    return database;
}

} // namespace autochain::store
