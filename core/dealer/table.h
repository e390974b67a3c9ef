// SPDX-License-Identifier: GPL-3.0-or-later
// The stock in memory: ten thousand cars, filtered and ordered within a frame or two.
#pragma once

#include "dealer/query.h"

#include <unordered_map>

namespace autochain::dealer
{

struct Order {
    Column column = Column::Stock;
    bool descending = true;
    bool operator==(const Order&) const = default;
};

enum class GroupBy { None, Make, Status, Verdict };
std::string_view idOf(GroupBy group); // "", "make", "status", "verdict"
GroupBy groupOf(std::string_view id);

struct Group {
    std::string make;                                  // of GroupBy::Make; empty: not known
    CarStatus status = CarStatus::Ready;               // of GroupBy::Status
    vehicle::Status verdict = vehicle::Status::NoData; // of GroupBy::Verdict: the worst of the six topics
    std::vector<std::uint32_t> rows;                   // in the order they were given
};

class Table
{
public:
    const std::vector<Car>& cars() const { return m_cars; }
    const Car& at(std::uint32_t row) const { return m_cars[row]; }
    std::size_t size() const { return m_cars.size(); }
    std::size_t wanted() const { return m_wanted; } // cars a check is asked for

    void reset(std::vector<store::StockRow> rows);
    std::uint32_t add(store::StockRow row); // gives its row
    // Applies `change` and makes what follows from it anew. The stock number and the row stay.
    template <typename Change>
    void change(std::uint32_t row, Change change)
    {
        const Hash32 before = m_cars[row].vehicleId;
        m_wanted -= m_cars[row].wanted() ? 1 : 0;
        change(m_cars[row]);
        m_wanted += m_cars[row].wanted() ? 1 : 0;
        refresh(m_cars[row]);
        reindex(row, before);
    }
    void remove(const std::vector<std::int64_t>& ids); // rows move up

    std::optional<std::uint32_t> byId(std::int64_t id) const;
    std::optional<std::uint32_t> byVehicle(const Hash32& vehicleId) const;
    std::optional<std::uint32_t> byVin(std::string_view vin) const;
    std::optional<std::uint32_t> byPlate(std::string_view plate) const;

private:
    void index(std::uint32_t row);
    void reindex(std::uint32_t row, const Hash32& before);

    std::vector<Car> m_cars;
    std::unordered_map<Hash32, std::uint32_t> m_byVehicle;
    std::unordered_map<std::string, std::uint32_t> m_byPlate;
    std::unordered_map<std::int64_t, std::uint32_t> m_byId;
    std::size_t m_wanted = 0;
};

// Rows the query holds for, in order. Cars that lack what is sorted by come last, whichever way; equal ones by stock
// number, newest first.
std::vector<std::uint32_t> select(const Table& table, const Query& query, const Order& order,
                                  const QueryContext& context);
std::size_t countOf(const Table& table, const Query& query, const QueryContext& context);
// The rows in groups: makes by name, statuses and verdicts worst first. Empty groups are left out.
std::vector<Group> grouped(const Table& table, const std::vector<std::uint32_t>& rows, GroupBy by, UnixTime now);
vehicle::Status worstOf(const Car& car);

} // namespace autochain::dealer
