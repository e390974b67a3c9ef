// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/table.h"

#include "vehicle/vin.h"

#include <algorithm>
#include <array>
#include <map>

namespace autochain::dealer
{
namespace
{
constexpr std::array<std::string_view, 4> kGroupIds = {"", "make", "status", "verdict"};

// Rows with what they are sorted by beside them, so that a comparison touches nothing else.
template <typename Key>
struct Keyed {
    Key key{};
    std::int64_t id = 0;
    std::uint32_t row = 0;
    bool missing = false;
};

template <typename Key, typename KeyOf>
void sortBy(const Table& table, std::vector<std::uint32_t>& rows, bool descending, KeyOf keyOf)
{
    std::vector<Keyed<Key>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        Keyed<Key> entry;
        entry.missing = !keyOf(table.at(row), entry.key);
        entry.id = table.at(row).own.id;
        entry.row = row;
        keyed.push_back(entry);
    }
    std::sort(keyed.begin(), keyed.end(), [descending](const Keyed<Key>& a, const Keyed<Key>& b) {
        if (a.missing != b.missing) {
            return b.missing;
        }
        if (!a.missing && a.key != b.key) {
            return descending ? b.key < a.key : a.key < b.key;
        }
        return a.id > b.id;
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed<Key>& entry) { return entry.row; });
}

void sort(const Table& table, std::vector<std::uint32_t>& rows, const Order& order, UnixTime now)
{
    const Column column = order.column;
    switch (kindOf(column)) {
    case Kind::Money:
        sortBy<U256>(table, rows, order.descending, [&](const Car& car, U256& key) {
            const U256* money = moneyIn(car, column, now);
            key = money != nullptr ? *money : U256();
            return money != nullptr;
        });
        break;
    case Kind::Text:
        sortBy<std::string_view>(table, rows, order.descending, [&](const Car& car, std::string_view& key) {
            key = textIn(car, column);
            return !key.empty();
        });
        break;
    case Kind::Number:
        sortBy<std::int64_t>(table, rows, order.descending, [&](const Car& car, std::int64_t& key) {
            const auto number = numberIn(car, column, now);
            key = number.value_or(0);
            return number.has_value();
        });
        break;
    }
}
} // namespace

std::string_view idOf(GroupBy group)
{
    return kGroupIds[static_cast<std::size_t>(group)];
}

GroupBy groupOf(std::string_view id)
{
    const auto at = std::find(kGroupIds.begin(), kGroupIds.end(), id);
    return at == kGroupIds.end() ? GroupBy::None : static_cast<GroupBy>(at - kGroupIds.begin());
}

void Table::reset(std::vector<store::StockRow> rows)
{
    m_cars.clear();
    m_byVehicle.clear();
    m_byPlate.clear();
    m_byId.clear();
    m_wanted = 0;
    m_cars.reserve(rows.size());
    for (store::StockRow& row : rows) {
        add(std::move(row));
    }
}

std::uint32_t Table::add(store::StockRow row)
{
    m_cars.push_back(carOf(std::move(row)));
    const auto out = static_cast<std::uint32_t>(m_cars.size() - 1);
    m_wanted += m_cars.back().wanted() ? 1 : 0;
    index(out);
    return out;
}

void Table::index(std::uint32_t row)
{
    const Car& car = m_cars[row];
    m_byId[car.own.id] = row;
    if (!car.vehicleId.isZero()) {
        m_byVehicle[car.vehicleId] = row;
    }
    if (!car.own.plate.empty()) {
        m_byPlate[car.own.plate] = row;
    }
}

void Table::reindex(std::uint32_t row, const Hash32& before)
{
    if (m_cars[row].vehicleId != before) {
        m_byVehicle.erase(before);
    }
    index(row); // an old plate of a car stays findable until the next reset
}

void Table::remove(const std::vector<std::int64_t>& ids)
{
    std::vector<std::int64_t> gone = ids;
    std::sort(gone.begin(), gone.end());
    std::erase_if(m_cars, [&](const Car& car) { return std::binary_search(gone.begin(), gone.end(), car.own.id); });
    m_byVehicle.clear();
    m_byPlate.clear();
    m_byId.clear();
    m_wanted = static_cast<std::size_t>(
        std::count_if(m_cars.begin(), m_cars.end(), [](const Car& car) { return car.wanted(); }));
    for (std::size_t row = 0; row < m_cars.size(); ++row) {
        index(static_cast<std::uint32_t>(row));
    }
}

std::optional<std::uint32_t> Table::byId(std::int64_t id) const
{
    const auto at = m_byId.find(id);
    return at == m_byId.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::uint32_t> Table::byVehicle(const Hash32& vehicleId) const
{
    const auto at = m_byVehicle.find(vehicleId);
    return at == m_byVehicle.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::uint32_t> Table::byVin(std::string_view vin) const
{
    return vehicle::isWellFormedVin(vin) ? byVehicle(vehicle::vehicleIdOf(vin)) : std::nullopt;
}

std::optional<std::uint32_t> Table::byPlate(std::string_view plate) const
{
    const auto at = m_byPlate.find(std::string(plate));
    return at == m_byPlate.end() ? std::nullopt : std::optional(at->second);
}

std::vector<std::uint32_t> select(const Table& table, const Query& query, const Order& order,
                                  const QueryContext& context)
{
    std::vector<std::uint32_t> out;
    out.reserve(table.size());
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (matches(table.at(row), query, context)) {
            out.push_back(row);
        }
    }
    sort(table, out, order, context.now);
    return out;
}

std::size_t countOf(const Table& table, const Query& query, const QueryContext& context)
{
    return static_cast<std::size_t>(std::count_if(table.cars().begin(), table.cars().end(),
                                                  [&](const Car& car) { return matches(car, query, context); }));
}

vehicle::Status worstOf(const Car& car)
{
    constexpr std::array kWorstFirst = {vehicle::Status::Problem, vehicle::Status::Attention};
    for (const vehicle::Status status : kWorstFirst) {
        for (const vehicle::Topic topic : vehicle::kTopics) {
            if (statusOf(car, topic) == status) {
                return status;
            }
        }
    }
    // Silence is not clean: only where somebody looked at all of what a dealer sees at once.
    for (const vehicle::Topic topic : vehicle::kTopics) {
        if (topic != vehicle::Topic::Theft && statusOf(car, topic) == vehicle::Status::NoData) {
            return vehicle::Status::NoData;
        }
    }
    return vehicle::Status::Clean;
}

std::vector<Group> grouped(const Table& table, const std::vector<std::uint32_t>& rows, GroupBy by, UnixTime now)
{
    // Keyed so that the map's order is the order shown; what is not known goes last.
    constexpr std::array kVerdictPlace = {2, 1, 0, 3}; // Clean, Attention, Problem, NoData: worst first
    std::map<std::pair<int, std::string>, Group> groups;
    for (const std::uint32_t row : rows) {
        const Car& car = table.at(row);
        Group group;
        int place = 0;
        if (by == GroupBy::Make) {
            group.make = car.make;
            place = car.make.empty() ? 1 : 0;
        } else if (by == GroupBy::Status) {
            group.status = statusOf(car, now);
            place = static_cast<int>(group.status);
        } else if (by == GroupBy::Verdict) {
            group.verdict = worstOf(car);
            place = kVerdictPlace[static_cast<std::size_t>(group.verdict)];
        }
        const auto at = groups.try_emplace({place, group.make}, std::move(group)).first;
        at->second.rows.push_back(row);
    }
    std::vector<Group> out;
    for (auto& [key, group] : groups) {
        out.push_back(std::move(group));
    }
    return out;
}

} // namespace autochain::dealer
