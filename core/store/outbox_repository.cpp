// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox_repository.h"

#include "store/outbox_row.h"

namespace autochain::store
{
namespace
{
std::int64_t number(OutboxState state)
{
    return static_cast<std::int64_t>(state);
}

std::string select(const char* where)
{
    return std::string("SELECT ") + kOutboxColumns + " FROM outbox " + where;
}

// The UPDATEs name the states they may start from: no row changed means it was not in one of them.
Result<> demandOneRow(const Database& database)
{
    if (database.changes() != 1) {
        return Error(StoreError::Conflict, {}, "outbox: the entry is not in a state this step starts from");
    }
    return {};
}

Result<std::optional<OutboxEntry>> oneEntry(Statement& query)
{
    AC_TRY(const bool row, query.step());
    if (!row) {
        return std::optional<OutboxEntry>();
    }
    AC_TRY(OutboxEntry entry, outboxEntryIn(query));
    return std::optional(std::move(entry));
}

// The nonce must be free, or held live by the very entry that is to be replaced.
Result<> checkNonce(Database& database, const OutboxEntry& entry)
{
    AC_TRY(Statement query, database.prepare("SELECT id FROM outbox WHERE chain_id = ?1 AND from_address = ?2 "
                                             "AND nonce = ?3 AND state < 5 ORDER BY id DESC LIMIT 1"));
    query.bind(1, static_cast<std::int64_t>(entry.tx.chainId)).bind(2, entry.from);
    AC_TRY(const bool held, query.bind(3, static_cast<std::int64_t>(entry.tx.nonce)).step());
    const std::optional<std::int64_t> holder = held ? std::optional(query.integer(0)) : std::nullopt;
    if (holder != entry.replaces) {
        return Error(StoreError::Conflict, {}, "outbox: nonce " + std::to_string(entry.tx.nonce) + " is taken");
    }
    return {};
}

Result<> insert(Database& database, const OutboxEntry& entry)
{
    AC_TRY(Statement put,
           database.prepare("INSERT INTO outbox (chain_id, from_address, nonce, unsigned_tx, purpose, subject, state, "
                            "replaces, created_at, gas_price) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    return put.bind(1, static_cast<std::int64_t>(entry.tx.chainId))
        .bind(2, entry.from)
        .bind(3, static_cast<std::int64_t>(entry.tx.nonce))
        .bind(4, BytesView(encodeUnsigned(entry.tx)))
        .bind(5, static_cast<std::int64_t>(entry.purpose))
        .bind(6, entry.subject)
        .bind(7, number(OutboxState::Created))
        .bindOptional(8, entry.replaces)
        .bind(9, entry.createdAt)
        .bind(10, U256())
        .run();
}
} // namespace

Result<std::int64_t> OutboxRepository::add(const OutboxEntry& entry)
{
    std::int64_t id = 0;
    AC_CHECK(m_database.transaction([&]() -> Result<> {
        AC_CHECK(checkNonce(m_database, entry));
        AC_CHECK(insert(m_database, entry));
        id = m_database.lastInsertId();
        return {};
    }));
    return id;
}

Result<> OutboxRepository::markSigned(std::int64_t id, BytesView raw, const Hash32& hash, UnixTime at)
{
    AC_TRY(Statement update, m_database.prepare("UPDATE outbox SET state = 1, raw = ?2, hash = ?3, signed_at = ?4 "
                                                "WHERE id = ?1 AND state = 0"));
    AC_CHECK(update.bind(1, id).bind(2, raw).bind(3, hash).bind(4, at).run());
    return demandOneRow(m_database);
}

Result<> OutboxRepository::markSent(std::int64_t id, UnixTime at)
{
    AC_TRY(Statement update, m_database.prepare("UPDATE outbox SET state = 2, sent_at = ifnull(sent_at, ?2) "
                                                "WHERE id = ?1 AND state IN (1, 2)"));
    AC_CHECK(update.bind(1, id).bind(2, at).run());
    return demandOneRow(m_database);
}

Result<> OutboxRepository::markMined(std::int64_t id, bool succeeded, std::uint64_t blockNumber, UnixTime blockTime,
                                     std::uint64_t gasUsed, const U256& effectiveGasPrice)
{
    return m_database.transaction([&]() -> Result<> {
        // A row may come back from Replaced: its rival's block can leave the chain.
        AC_TRY(Statement update,
               m_database.prepare("UPDATE outbox SET state = ?2, block_number = ?3, closed_at = ?4, gas_used = ?5, "
                                  "gas_price = ?6 WHERE id = ?1 AND state IN (1, 2, 3, 4, 6)"));
        AC_CHECK(update.bind(1, id)
                     .bind(2, number(succeeded ? OutboxState::Mined : OutboxState::Reverted))
                     .bind(3, static_cast<std::int64_t>(blockNumber))
                     .bind(4, blockTime)
                     .bind(5, static_cast<std::int64_t>(gasUsed))
                     .bind(6, effectiveGasPrice)
                     .run());
        AC_CHECK(demandOneRow(m_database));
        AC_TRY(Statement rivals,
               m_database.prepare("UPDATE outbox SET state = 6, closed_at = ?2 FROM outbox AS mined "
                                  "WHERE mined.id = ?1 AND outbox.id <> mined.id AND outbox.chain_id = mined.chain_id "
                                  "AND outbox.from_address = mined.from_address AND outbox.nonce = mined.nonce "
                                  "AND outbox.state < 3"));
        return rivals.bind(1, id).bind(2, blockTime).run();
    });
}

Result<> OutboxRepository::markFailed(std::int64_t id, std::string_view why, UnixTime at)
{
    AC_TRY(Statement update, m_database.prepare("UPDATE outbox SET state = 5, failure = ?2, closed_at = ?3 "
                                                "WHERE id = ?1 AND state IN (0, 1)"));
    AC_CHECK(update.bind(1, id).bind(2, why).bind(3, at).run());
    return demandOneRow(m_database);
}

Result<> OutboxRepository::markReplaced(std::int64_t id, UnixTime at)
{
    AC_TRY(Statement update,
           m_database.prepare("UPDATE outbox SET state = 6, closed_at = ?2 WHERE id = ?1 AND state < 3"));
    AC_CHECK(update.bind(1, id).bind(2, at).run());
    return demandOneRow(m_database);
}

Result<> OutboxRepository::markReorged(std::int64_t id)
{
    AC_TRY(Statement update,
           m_database.prepare("UPDATE outbox SET state = 2, block_number = NULL, closed_at = NULL, gas_used = 0 "
                              "WHERE id = ?1 AND state IN (3, 4)"));
    AC_CHECK(update.bind(1, id).run());
    return demandOneRow(m_database);
}

Result<std::optional<OutboxEntry>> OutboxRepository::byId(std::int64_t id)
{
    AC_TRY(Statement query, m_database.prepare(select("WHERE id = ?1")));
    query.bind(1, id);
    return oneEntry(query);
}

Result<std::optional<OutboxEntry>> OutboxRepository::byHash(const Hash32& hash)
{
    AC_TRY(Statement query, m_database.prepare(select("WHERE hash = ?1 ORDER BY id DESC LIMIT 1")));
    query.bind(1, hash);
    return oneEntry(query);
}

Result<std::vector<OutboxEntry>> OutboxRepository::pending(std::uint64_t chainId)
{
    AC_TRY(Statement query, m_database.prepare(select("WHERE chain_id = ?1 AND state < 3 ORDER BY id")));
    query.bind(1, static_cast<std::int64_t>(chainId));
    return outboxEntriesOf(query);
}

Result<std::vector<OutboxEntry>> OutboxRepository::of(std::uint64_t chainId, const Address& from, int limit)
{
    AC_TRY(Statement query,
           m_database.prepare(select("WHERE chain_id = ?1 AND from_address = ?2 ORDER BY id DESC LIMIT ?3")));
    query.bind(1, static_cast<std::int64_t>(chainId)).bind(2, from).bind(3, std::int64_t{limit});
    return outboxEntriesOf(query);
}

Result<std::optional<std::uint64_t>> OutboxRepository::highestNonce(std::uint64_t chainId, const Address& from)
{
    AC_TRY(Statement query, m_database.prepare("SELECT max(nonce) FROM outbox WHERE chain_id = ?1 "
                                               "AND from_address = ?2 AND state < 5"));
    AC_TRY(const bool row, query.bind(1, static_cast<std::int64_t>(chainId)).bind(2, from).step());
    if (!row || query.isNull(0)) {
        return std::optional<std::uint64_t>();
    }
    return std::optional(static_cast<std::uint64_t>(query.integer(0)));
}

} // namespace autochain::store
