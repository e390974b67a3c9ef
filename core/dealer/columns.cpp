// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/columns.h"

#include <algorithm>
#include <array>

namespace autochain::dealer
{
namespace
{
constexpr std::array<std::string_view, kColumns> kIds = {
    "stock",    "vin",       "plate",   "car",     "make",     "year",  "km",     "title",  "liens",
    "odometer", "accidents", "recalls", "theft",   "cost",     "ask",   "lowest", "margin", "market",
    "days",     "status",    "records", "checked", "deadline", "marks", "note"};

// Worst first, as in every list of statuses.
std::int64_t weightOf(vehicle::Status status)
{
    switch (status) {
    case vehicle::Status::Problem:
        return 0;
    case vehicle::Status::Attention:
        return 1;
    case vehicle::Status::Clean:
        return 2;
    case vehicle::Status::NoData:
        break;
    }
    return 3;
}

template <typename T>
std::optional<std::int64_t> unlessZero(T value)
{
    return value == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(value));
}
} // namespace

std::string_view idOf(Column column)
{
    return kIds[static_cast<std::size_t>(column)];
}

std::optional<Column> columnOf(std::string_view id)
{
    const auto at = std::find(kIds.begin(), kIds.end(), id);
    return at == kIds.end() ? std::nullopt : std::optional(static_cast<Column>(at - kIds.begin()));
}

std::optional<vehicle::Topic> topicOf(Column column)
{
    switch (column) {
    case Column::Title:
        return vehicle::Topic::Title;
    case Column::Liens:
        return vehicle::Topic::Liens;
    case Column::Odometer:
        return vehicle::Topic::Odometer;
    case Column::Accidents:
        return vehicle::Topic::Accidents;
    case Column::Recalls:
        return vehicle::Topic::Recalls;
    case Column::Theft:
        return vehicle::Topic::Theft;
    default:
        return std::nullopt;
    }
}

const std::vector<Column>& usualColumns()
{
    static const std::vector<Column> kUsual = {
        Column::Stock, Column::Vin,      Column::Car,       Column::Year,    Column::Km,    Column::Title,
        Column::Liens, Column::Odometer, Column::Accidents, Column::Recalls, Column::Theft, Column::Cost,
        Column::Ask,   Column::Margin,   Column::Market,    Column::Days,    Column::Status};
    return kUsual;
}

std::vector<Column> readColumns(std::string_view list)
{
    std::vector<Column> out;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const auto column = columnOf(list.substr(0, comma));
        if (column && std::find(out.begin(), out.end(), *column) == out.end()) {
            out.push_back(*column);
        }
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out.empty() ? usualColumns() : out;
}

std::string writeColumns(std::span<const Column> columns)
{
    std::string out;
    for (const Column column : columns) {
        out += out.empty() ? "" : ",";
        out += idOf(column);
    }
    return out;
}

Kind kindOf(Column column)
{
    switch (column) {
    case Column::Vin:
    case Column::Plate:
    case Column::Car:
    case Column::Make:
    case Column::Note:
        return Kind::Text;
    case Column::Cost:
    case Column::Ask:
    case Column::Lowest:
        return Kind::Money;
    default:
        return Kind::Number;
    }
}

std::optional<std::int64_t> numberIn(const Car& car, Column column, UnixTime now)
{
    if (const auto topic = topicOf(column)) {
        return weightOf(statusOf(car, *topic));
    }
    const CarCheck* check = car.check && car.check->registered ? &*car.check : nullptr;
    switch (column) {
    case Column::Stock:
        return car.own.id;
    case Column::Year:
        return unlessZero(car.year);
    case Column::Km:
        return check != nullptr ? unlessZero(check->odometerKm) : std::nullopt;
    case Column::Margin:
        return marginPermille(car, now);
    case Column::Market:
        return check != nullptr && check->listing.median ? std::optional<std::int64_t>(check->listing.percentOfMarket)
                                                         : std::nullopt;
    case Column::Days:
        return daysInStock(car, now);
    case Column::Status:
        return static_cast<std::int64_t>(statusOf(car, now));
    case Column::Records:
        return check != nullptr ? std::optional(static_cast<std::int64_t>(check->records)) : std::nullopt;
    case Column::Checked:
        return unlessZero(car.own.checkedAt);
    case Column::Deadline:
        return unlessZero(deadlineOf(car, now));
    case Column::Marks:
        return unlessZero(car.own.marks);
    default:
        return std::nullopt;
    }
}

const U256* moneyIn(const Car& car, Column column, UnixTime now)
{
    const U256* out = column == Column::Cost     ? &car.own.cost
                      : column == Column::Ask    ? &askOf(car, now)
                      : column == Column::Lowest ? &car.own.lowest
                                                 : nullptr;
    return out == nullptr || out->isZero() ? nullptr : out;
}

std::string_view textIn(const Car& car, Column column)
{
    switch (column) {
    case Column::Vin:
        return car.own.vin;
    case Column::Plate:
        return car.own.plate;
    case Column::Car:
        return std::string_view(car.folded).substr(0, car.folded.find('\n'));
    case Column::Make:
        return car.make;
    case Column::Note:
        return car.own.note;
    default:
        return {};
    }
}

} // namespace autochain::dealer
