// SPDX-License-Identifier: GPL-3.0-or-later
#include "light/header_archive.h"

#include "crypto/hash.h"

namespace autochain::light
{
namespace
{
// By number first: a batch then lies on a page or two. By hash alone each header would touch a page of its own, and
// every page is encrypted again.
constexpr const char* kTables = "CREATE TABLE IF NOT EXISTS header(number INTEGER NOT NULL, hash BLOB NOT NULL, "
                                "rlp BLOB NOT NULL, PRIMARY KEY (number, hash)) WITHOUT ROWID;"
                                "CREATE TABLE IF NOT EXISTS beginning(number INTEGER NOT NULL, hash BLOB NOT NULL);"
                                "PRAGMA user_version = 1;";

SecretBytes keyOf(const Hash32& genesisHash)
{
    Bytes words = toBytes("autochain headers of ");
    append(words, genesisHash.view());
    return SecretBytes::copyOf(sha256(words).view());
}

Result<bool> beginsAt(store::Database& database, const Checkpoint& checkpoint)
{
    AC_TRY(auto query, database.prepare("SELECT number, hash FROM beginning"));
    AC_TRY(const bool there, query.step());
    return there && query.integer(0) == static_cast<std::int64_t>(checkpoint.number) &&
           query.fixed<Hash32>(1) == checkpoint.hash;
}

Result<> beginAt(store::Database& database, const Checkpoint& checkpoint)
{
    return database.transaction([&]() -> Result<> {
        AC_CHECK(database.execute("DELETE FROM header; DELETE FROM beginning;"));
        AC_TRY(auto insert, database.prepare("INSERT INTO beginning VALUES (?1, ?2)"));
        return insert.bind(1, static_cast<std::int64_t>(checkpoint.number)).bind(2, checkpoint.hash).run();
    });
}

Result<store::Database> openOnce(const std::string& path, const Hash32& genesisHash)
{
    AC_TRY(auto database, store::Database::open(path, keyOf(genesisHash)));
    AC_CHECK(database.execute(kTables));
    return database;
}
} // namespace

Result<HeaderArchive> HeaderArchive::open(const std::string& path, const Hash32& genesisHash)
{
    auto database = openOnce(path, genesisHash);
    if (!database.ok() && (database.error().is(StoreError::Corrupt) || database.error().is(StoreError::WrongKey))) {
        store::Database::removeStore(path); // everything in it can be fetched and checked again
        database = openOnce(path, genesisHash);
    }
    if (!database.ok()) {
        return database.error();
    }
    return HeaderArchive(std::move(database).value());
}

Result<std::vector<HashedHeader>> HeaderArchive::load(const Checkpoint& checkpoint)
{
    AC_TRY(const bool same, beginsAt(m_database, checkpoint));
    std::vector<HashedHeader> headers;
    if (!same) {
        AC_CHECK(beginAt(m_database, checkpoint));
        return headers;
    }
    AC_TRY(auto query, m_database.prepare("SELECT rlp FROM header ORDER BY number"));
    while (true) {
        AC_TRY(const bool there, query.step());
        if (!there) {
            return headers;
        }
        auto header = decodeHashed(query.blob(0));
        if (!header.ok()) {
            return Error(StoreError::Corrupt, {m_database.path()}, "header");
        }
        headers.push_back(std::move(header).value());
    }
}

Result<> HeaderArchive::add(std::span<const HashedHeader> headers)
{
    return m_database.transaction([&]() -> Result<> {
        AC_TRY(auto insert, m_database.prepare("INSERT OR IGNORE INTO header(hash, number, rlp) VALUES (?1, ?2, ?3)"));
        for (const HashedHeader& header : headers) {
            const Bytes rlp = encodeHeader(header.header);
            AC_CHECK(insert.bind(1, header.hash)
                         .bind(2, static_cast<std::int64_t>(header.header.number))
                         .bind(3, BytesView(rlp))
                         .run());
        }
        return {};
    });
}

Result<> HeaderArchive::clear()
{
    return m_database.execute("DELETE FROM header; DELETE FROM beginning;");
}

} // namespace autochain::light
