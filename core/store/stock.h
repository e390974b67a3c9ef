// SPDX-License-Identifier: GPL-3.0-or-later
// A dealer's stock: which cars, what the dealer noted about them, and what was last read of each. What a check says is
// core/dealer's: here it is bytes.
#pragma once

#include "base/clock.h"
#include "base/u256.h"
#include "store/database.h"

#include <span>

namespace autochain::store
{

struct StockRow {
    std::int64_t id = 0; // stock number: given by add(), never given twice
    std::string vin;     // normalised; empty: not known
    std::string plate;   // normalised; empty: none
    std::string name;    // the dealer's own words for the car; may be empty
    std::string note;
    U256 cost, ask, lowest; // AUC in smallest units; zero: not set
    std::uint32_t marks = 0;
    UnixTime addedAt = 0;
    // The history job:
    UnixTime wantedAt = 0;  // a check was asked for then and is not done; 0: nothing to do
    int attempts = 0;       // of this check, failed
    int failure = 0;        // why the last one failed; 0: it did not
    UnixTime checkedAt = 0; // when `check` was read; 0: never
    Bytes check;            // what it says; empty: nothing yet
    bool operator==(const StockRow&) const = default;
};

class Stock
{
public:
    explicit Stock(Database& database) : m_database(database) {}

    // In one transaction; sets the rows' ids. Conflict where a VIN or plate is there already; then none is added.
    Result<> add(std::span<StockRow> rows);
    Result<> putOwn(const StockRow& row);                          // VIN, plate, name, note, prices, marks
    Result<> putChecks(std::span<const StockRow> rows);            // the job's five columns, in one transaction
    Result<> want(std::span<const std::int64_t> ids, UnixTime at); // 0: not wanted any more; attempts begin anew
    Result<> remove(std::span<const std::int64_t> ids);
    Result<std::vector<StockRow>> all(); // by id

private:
    Database& m_database;
};

// Whole histories as they were verified, one per car, under the head they fold to.
class StockHistories
{
public:
    static constexpr std::size_t kMaxBytes = 8 * 1024 * 1024; // of one
    explicit StockHistories(Database& database) : m_database(database) {}
    Result<> put(const Hash32& vehicleId, const Hash32& head, BytesView records);
    Result<std::optional<Bytes>> find(const Hash32& vehicleId, const Hash32& head); // none: not kept, or another head
    Result<> removeStrangers(); // those of cars no longer in stock: call after remove()
    Result<std::int64_t> bytes();

private:
    Database& m_database;
};

// A way of looking at the stock that has a name.
struct StockView {
    std::int64_t id = 0;
    std::string name; // once
    std::string query;
    std::string columns; // ids in order, comma between; empty: the usual ones
    std::string sort;    // a column's id; empty: by stock number
    bool descending = true;
    std::string group; // empty: none
    bool operator==(const StockView&) const = default;
};

class StockViews
{
public:
    explicit StockViews(Database& database) : m_database(database) {}
    Result<std::int64_t> put(const StockView& view); // id 0: a new one. Conflict where the name is taken
    Result<> remove(std::int64_t id);
    Result<std::vector<StockView>> all(); // in the order they were made

private:
    Database& m_database;
};

} // namespace autochain::store
