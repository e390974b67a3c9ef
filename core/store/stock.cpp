// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stock.h"

#include "crypto/hash.h"

namespace autochain::store
{
namespace
{
StockRow rowIn(const Statement& row)
{
    StockRow out;
    out.id = row.integer(0);
    out.vin = row.text(1);
    out.plate = row.text(2);
    out.name = row.text(3);
    out.note = row.text(4);
    out.cost = row.u256(5);
    out.ask = row.u256(6);
    out.lowest = row.u256(7);
    out.marks = static_cast<std::uint32_t>(row.integer(8));
    out.addedAt = row.integer(9);
    out.wantedAt = row.integer(10);
    out.attempts = static_cast<int>(row.integer(11));
    out.failure = static_cast<int>(row.integer(12));
    out.checkedAt = row.integer(13);
    out.check = row.blob(14);
    return out;
}

// The column is how a car's history is found to be somebody's no longer; it follows from the VIN.
Hash32 idOf(const std::string& vin)
{
    return vin.empty() ? Hash32() : keccak256(asBytes(vin));
}

Statement& bindOwn(Statement& put, const StockRow& row)
{
    return put.bind(1, row.vin)
        .bind(2, row.plate)
        .bind(3, row.name)
        .bind(4, row.note)
        .bind(5, row.cost)
        .bind(6, row.ask)
        .bind(7, row.lowest)
        .bind(8, static_cast<std::int64_t>(row.marks))
        .bind(9, idOf(row.vin));
}

StockView viewIn(const Statement& row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5) != 0, row.text(6)};
}
} // namespace

Result<> Stock::add(std::span<StockRow> rows)
{
    return m_database.transaction([&]() -> Result<> {
        AC_TRY(Statement put,
               m_database.prepare("INSERT INTO stock (vin, plate, name, note, cost, ask, lowest, marks, vehicle_id, "
                                  "added_at, wanted_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"));
        for (StockRow& row : rows) {
            AC_CHECK(bindOwn(put, row).bind(10, row.addedAt).bind(11, row.wantedAt).run());
            row.id = m_database.lastInsertId();
        }
        return {};
    });
}

Result<> Stock::putOwn(const StockRow& row)
{
    AC_TRY(Statement put,
           m_database.prepare("UPDATE stock SET vin = ?1, plate = ?2, name = ?3, note = ?4, cost = ?5, ask = ?6, "
                              "lowest = ?7, marks = ?8, vehicle_id = ?9 WHERE id = ?10"));
    return bindOwn(put, row).bind(10, row.id).run();
}

Result<> Stock::putChecks(std::span<const StockRow> rows)
{
    return m_database.transaction([&]() -> Result<> {
        AC_TRY(Statement put, m_database.prepare("UPDATE stock SET wanted_at = ?1, attempts = ?2, failure = ?3, "
                                                 "checked_at = ?4, report = ?5 WHERE id = ?6"));
        for (const StockRow& row : rows) {
            put.bind(1, row.wantedAt)
                .bind(2, std::int64_t{row.attempts})
                .bind(3, std::int64_t{row.failure})
                .bind(4, row.checkedAt)
                .bind(5, BytesView(row.check))
                .bind(6, row.id);
            AC_CHECK(put.run());
        }
        return {};
    });
}

Result<> Stock::want(std::span<const std::int64_t> ids, UnixTime at)
{
    return m_database.transaction([&]() -> Result<> {
        AC_TRY(Statement put,
               m_database.prepare("UPDATE stock SET wanted_at = ?1, attempts = 0, failure = 0 WHERE id = ?2"));
        for (const std::int64_t id : ids) {
            AC_CHECK(put.bind(1, at).bind(2, id).run());
        }
        return {};
    });
}

Result<> Stock::remove(std::span<const std::int64_t> ids)
{
    return m_database.transaction([&]() -> Result<> {
        AC_TRY(Statement remove, m_database.prepare("DELETE FROM stock WHERE id = ?1"));
        for (const std::int64_t id : ids) {
            AC_CHECK(remove.bind(1, id).run());
        }
        return {};
    });
}

Result<std::vector<StockRow>> Stock::all()
{
    AC_TRY(Statement query, m_database.prepare("SELECT id, vin, plate, name, note, cost, ask, lowest, marks, added_at, "
                                               "wanted_at, attempts, failure, checked_at, report FROM stock "
                                               "ORDER BY id"));
    std::vector<StockRow> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(rowIn(query));
    }
}

Result<> StockHistories::put(const Hash32& vehicleId, const Hash32& head, BytesView records)
{
    AC_TRY(Statement put, m_database.prepare("INSERT OR REPLACE INTO stock_history (vehicle_id, head, records) "
                                             "VALUES (?1, ?2, ?3)"));
    return put.bind(1, vehicleId).bind(2, head).bind(3, records).run();
}

Result<std::optional<Bytes>> StockHistories::find(const Hash32& vehicleId, const Hash32& head)
{
    AC_TRY(Statement query,
           m_database.prepare("SELECT records FROM stock_history WHERE vehicle_id = ?1 AND head = ?2"));
    AC_TRY(const bool row, query.bind(1, vehicleId).bind(2, head).step());
    return row ? std::optional(query.blob(0)) : std::nullopt;
}

Result<> StockHistories::removeStrangers()
{
    return m_database.execute(
        "DELETE FROM stock_history WHERE vehicle_id NOT IN (SELECT vehicle_id FROM stock WHERE vin <> '')");
}

Result<std::int64_t> StockHistories::bytes()
{
    AC_TRY(Statement query, m_database.prepare("SELECT coalesce(sum(length(records)), 0) FROM stock_history"));
    AC_TRY(const bool row, query.step());
    return row ? query.integer(0) : 0;
}

Result<std::int64_t> StockViews::put(const StockView& view)
{
    AC_TRY(Statement put, m_database.prepare("INSERT INTO stock_view (id, name, query, columns, sort, descending, "
                                             "grouped) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE "
                                             "SET name = ?2, query = ?3, columns = ?4, sort = ?5, descending = ?6, "
                                             "grouped = ?7"));
    if (view.id == 0) {
        put.bindNull(1);
    } else {
        put.bind(1, view.id);
    }
    put.bind(2, view.name).bind(3, view.query).bind(4, view.columns).bind(5, view.sort);
    AC_CHECK(put.bind(6, std::int64_t{view.descending}).bind(7, view.group).run());
    return view.id == 0 ? m_database.lastInsertId() : view.id;
}

Result<> StockViews::remove(std::int64_t id)
{
    AC_TRY(Statement remove, m_database.prepare("DELETE FROM stock_view WHERE id = ?1"));
    return remove.bind(1, id).run();
}

Result<std::vector<StockView>> StockViews::all()
{
    AC_TRY(Statement query, m_database.prepare("SELECT id, name, query, columns, sort, descending, grouped "
                                               "FROM stock_view ORDER BY id"));
    std::vector<StockView> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        out.push_back(viewIn(query));
    }
}

} // namespace autochain::store
