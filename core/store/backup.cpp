// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/durable_file.h"
#include "store/grants.h"
#include "store/migration.h"
#include "store/sealed_file.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace autochain::store
{
namespace
{
struct Part {
    const char* table;
    const char* rows; // ?1 is now
};

// In an order in which rows may be put in: what is referred to comes first.
constexpr std::array kParts = {
    Part{"setting", "SELECT * FROM setting WHERE ?1 = ?1 ORDER BY key"},
    Part{"contact", "SELECT * FROM contact WHERE ?1 = ?1 ORDER BY address"},
    Part{"draft", "SELECT * FROM draft WHERE ?1 = ?1 ORDER BY kind, id"},
    Part{"watched", "SELECT * FROM watched WHERE ?1 = ?1 ORDER BY vehicle_id"},
    Part{"watched_account", "SELECT * FROM watched_account WHERE ?1 = ?1 ORDER BY address"},
    // What the dealer knows; what was read of the cars is read again.
    Part{"stock", "SELECT id, vin, plate, name, note, cost, ask, lowest, marks, vehicle_id, added_at FROM stock "
                  "WHERE ?1 = ?1 ORDER BY id"},
    Part{"stock_view", "SELECT * FROM stock_view WHERE ?1 = ?1 ORDER BY id"},
    Part{"message", "SELECT * FROM message WHERE ?1 = ?1 ORDER BY id"},
    Part{"grant_until", "SELECT * FROM grant_until WHERE until > ?1 ORDER BY kind, subject, from_address"},
    // On their way, with those they replace.
    Part{"outbox", "WITH RECURSIVE kept (id) AS (SELECT id FROM outbox WHERE state < 3 UNION SELECT replaces FROM "
                   "outbox JOIN kept USING (id) WHERE replaces IS NOT NULL) "
                   "SELECT outbox.* FROM outbox JOIN kept USING (id) WHERE ?1 = ?1 ORDER BY outbox.id"}};

BackupValue valueIn(const Statement& row, int column)
{
    switch (row.kind(column)) {
    case Statement::Kind::Integer:
        return row.integer(column);
    case Statement::Kind::Text:
        return row.text(column);
    case Statement::Kind::Blob:
        return row.blob(column);
    case Statement::Kind::Null:
        break;
    }
    return {};
}

Result<BackupTable> readPart(Database& database, const Part& part, UnixTime now)
{
    BackupTable out;
    out.name = part.table;
    AC_TRY(Statement query, database.prepare(part.rows));
    for (int column = 0; column < query.columns(); ++column) {
        out.columns.push_back(query.columnName(column));
    }
    query.bind(1, now);
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        std::vector<BackupValue>& values = out.rows.emplace_back();
        for (int column = 0; column < query.columns(); ++column) {
            values.push_back(valueIn(query, column));
        }
    }
}

Result<BackupContents> contentsOf(Database& database, UnixTime now)
{
    BackupContents out;
    AC_CHECK(database.transaction([&]() -> Result<> {
        AC_TRY(out.schema, versionOf(database));
        for (const Part& part : kParts) {
            AC_TRY(BackupTable table, readPart(database, part, now));
            out.tables.push_back(std::move(table));
        }
        return {};
    }));
    return out;
}

// Names go into SQL only where the store itself has a column of that name.
Result<> checkNames(Database& database, const BackupTable& table)
{
    const bool known = std::any_of(kParts.begin(), kParts.end(), [&](const Part& p) { return table.name == p.table; });
    if (!known || table.columns.empty()) {
        return Error(StoreError::BadBackup, {}, "unknown table");
    }
    AC_TRY(Statement query, database.prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2"));
    for (const std::string& column : table.columns) {
        AC_TRY(const bool there, query.bind(1, table.name).bind(2, column).step());
        if (!there) {
            return Error(StoreError::BadBackup, {}, "unknown column in " + table.name);
        }
        query.reset();
    }
    return {};
}

std::string insertInto(const BackupTable& table)
{
    std::string names;
    std::string marks;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        names += (i == 0 ? "" : ", ") + table.columns[i];
        marks += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
    }
    return "INSERT INTO " + table.name + " (" + names + ") VALUES (" + marks + ")";
}

void bindValue(Statement& statement, int parameter, const BackupValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        statement.bind(parameter, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        statement.bind(parameter, *text);
    } else if (const auto* blob = std::get_if<Bytes>(&value)) {
        statement.bind(parameter, BytesView(*blob));
    } else {
        statement.bindNull(parameter);
    }
}

Result<> putTable(Database& database, const BackupTable& table)
{
    AC_CHECK(checkNames(database, table));
    auto put = database.prepare(insertInto(table));
    if (!put.ok()) {
        return Error(StoreError::BadBackup, {}, put.error().detail); // a column named twice
    }
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            bindValue(*put, static_cast<int>(i) + 1, row[i]);
        }
        const auto done = put->run();
        if (!done.ok()) {
            const bool rule = done.error().is(StoreError::Conflict);
            return rule ? Error(StoreError::BadBackup, {}, table.name + ": " + done.error().detail) : done.error();
        }
    }
    return {};
}

// Builds the tables as they were then, fills them, and goes forward from there as an old store would.
Result<> fill(Database& database, const BackupContents& contents)
{
    const std::span<const Migration> steps = allMigrations();
    const int newest = steps.back().number;
    if (contents.schema > newest) {
        return Error(StoreError::NewerVersion, {std::to_string(contents.schema), std::to_string(newest)});
    }
    if (contents.schema < 1) {
        return Error(StoreError::BadBackup, {}, "schema version");
    }
    return database.transaction([&]() -> Result<> {
        AC_CHECK(migrateEmpty(database, steps.first(static_cast<std::size_t>(contents.schema))));
        for (const BackupTable& table : contents.tables) {
            AC_CHECK(putTable(database, table));
        }
        return migrateEmpty(database, steps);
    });
}

// What came out must be what went in, value by value.
Result<> compare(Database& database, const BackupContents& contents)
{
    if (contents.schema != allMigrations().back().number) {
        return {}; // the steps forward may have changed the columns
    }
    // Everything counts here, also a grant that is over.
    AC_TRY(const BackupContents restored, contentsOf(database, std::numeric_limits<UnixTime>::min()));
    for (const BackupTable& table : contents.tables) {
        const auto same = std::find(restored.tables.begin(), restored.tables.end(), table);
        if (same == restored.tables.end()) {
            return Error(StoreError::BadBackup, {}, table.name + " is not the same after restoring");
        }
    }
    return {};
}

Result<BackupReport> finish(Database& database, const BackupContents& contents, BytesView file, UnixTime now)
{
    AC_CHECK(database.checkIntegrity());
    AC_CHECK(compare(database, contents));
    AC_TRY(const SealedHeader header, sealedHeader(file));
    BackupReport out;
    out.madeAt = header.madeAt;
    out.ageSeconds = std::max<std::int64_t>(0, now - std::min(now, header.madeAt));
    out.schema = contents.schema;
    out.fileBytes = file.size();
    AC_TRY(const int expired, Grants(database).purgeExpired(now));
    out.expiredGrants = expired;
    for (const BackupTable& table : contents.tables) {
        const bool grants = table.name == "grant_until";
        out.rows.emplace_back(table.name, static_cast<std::int64_t>(table.rows.size()) - (grants ? expired : 0));
    }
    return out;
}
} // namespace

std::int64_t BackupReport::rowsOf(std::string_view table) const
{
    for (const auto& [name, count] : rows) {
        if (name == table) {
            return count;
        }
    }
    return 0;
}

Result<SecretBytes> backupKeyOfSeed(const SecretBytes& seed64)
{
    if (seed64.size() != 64) {
        return Error(StoreError::Misuse, {}, "a seed has 64 bytes");
    }
    return hkdf32(seed64.view(), {}, "autochain-backup-key/1");
}

Result<Bytes> writeBackup(Database& database, const SecretBytes& backupKey, UnixTime now)
{
    AC_TRY(const BackupContents contents, contentsOf(database, now));
    Bytes plain = encodeContents(contents);
    Result<Bytes> out = seal(plain, backupKey, now);
    wipe(plain);
    return out;
}

Result<BackupContents> readBackup(BytesView file, const SecretBytes& backupKey)
{
    AC_TRY(const SecretBytes plain, unseal(file, backupKey));
    return decodeContents(plain.view());
}

Result<BackupReport> drillBackup(BytesView file, const SecretBytes& backupKey, UnixTime now)
{
    AC_TRY(const BackupContents contents, readBackup(file, backupKey));
    AC_TRY(Database database, Database::inMemory());
    AC_CHECK(fill(database, contents));
    return finish(database, contents, file, now);
}

Result<BackupReport> restoreBackup(BytesView file, const SecretBytes& backupKey, const std::string& storePath,
                                   const SecretBytes& databaseKey, UnixTime now)
{
    if (std::filesystem::exists(storePath)) {
        return Error(StoreError::AlreadyExists, {storePath});
    }
    AC_TRY(const BackupContents contents, readBackup(file, backupKey));
    const std::string part = storePath + ".part";
    Database::removeStore(part); // of a restore that was interrupted
    const auto build = [&]() -> Result<BackupReport> {
        AC_TRY(Database database, Database::open(part, databaseKey));
        AC_CHECK(fill(database, contents));
        AC_TRY(BackupReport report, finish(database, contents, file, now));
        // Closing would do it as well, but without a word where there is no room.
        AC_CHECK(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        return report;
    };
    Result<BackupReport> report = build();
    Result<> placed = report.ok() ? syncFile(part) : Result<>(report.error());
    if (placed.ok()) {
        placed = replaceDurably(part, storePath);
    }
    Database::removeStore(part);
    if (!placed.ok()) {
        Database::removeStore(storePath); // where only the folder could not be synced
        return placed.error();
    }
    return report;
}

} // namespace autochain::store
