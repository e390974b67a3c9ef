// SPDX-License-Identifier: GPL-3.0-or-later
// The stock in memory and in the store, changed together: first the store, then what is shown.
#pragma once

#include "dealer/table.h"
#include "dealer/vin_list.h"

namespace autochain::dealer
{

class Desk
{
public:
    // The database must outlive the desk.
    explicit Desk(store::Database& database)
        : m_database(database), m_stock(database), m_histories(database), m_views(database)
    {
    }

    Result<> load(); // everything, from the disk alone
    const Table& table() const { return m_table; }
    store::StockViews& views() { return m_views; }

    // The stock number of a VIN or plate; 0: not on the desk. As readCarList asks for it.
    std::int64_t stockOf(const std::string& vinOrPlate) const;
    // Adds them all or none; those with a VIN are asked to be checked where `check`. Conflict.
    Result<> add(const std::vector<ListedCar>& cars, UnixTime now, bool check);
    Result<> remove(const std::vector<std::int64_t>& ids);
    // `change` takes a store::StockRow&; the job's columns are not for it. Conflict where a VIN or plate is taken.
    template <typename Change>
    Result<> change(std::uint32_t row, Change change)
    {
        store::StockRow next = m_table.at(row).own;
        change(next);
        AC_CHECK(m_stock.putOwn(next));
        m_table.change(row, [&](Car& car) { car.own = next; });
        return {};
    }
    // Asks for a check of these rows, or takes back that it was asked (`at` 0). Cars without a VIN are left out.
    Result<> want(std::span<const std::uint32_t> rows, UnixTime at);
    std::size_t wanted() const { return m_table.wanted(); }
    void setDeadline(std::uint32_t row, UnixTime at);

    // Of the history job:
    struct Done {
        std::int64_t id = 0;
        std::optional<CarCheck> check; // none: failed, what was known stays
        std::optional<Bytes> records;  // packed, where they were read anew
        Failure failure = Failure::None;
        int attempts = 0;
        bool finished = true; // nothing more is asked of it
        bool read = true;     // the chain was asked: it is as old as now
    };
    // In one transaction; gives the rows that changed. Cars that left the stock meanwhile are passed over.
    Result<std::vector<std::uint32_t>> put(std::span<const Done> done, UnixTime now);
    // What is kept of a car's history. None: nothing, or not of this head.
    std::optional<std::vector<vehicle::Record>> records(const Car& car);

private:
    store::Database& m_database;
    store::Stock m_stock;
    store::StockHistories m_histories;
    store::StockViews m_views;
    Table m_table;
};

} // namespace autochain::dealer
