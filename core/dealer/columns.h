// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the desk: their ids (in saved views, in `--sort`, in exports) and how two cars stand by one of them.
#pragma once

#include "dealer/car.h"

namespace autochain::dealer
{

enum class Column : std::uint8_t {
    Stock,
    Vin,
    Plate,
    Car,
    Make,
    Year,
    Km,
    Title,
    Liens,
    Odometer,
    Accidents,
    Recalls,
    Theft,
    Cost,
    Ask,
    Lowest,
    Margin,
    Market,
    Days,
    Status,
    Records,
    Checked,
    Deadline,
    Marks,
    Note
};
inline constexpr int kColumns = 25;

std::string_view idOf(Column column); // "stock", "vin" …
std::optional<Column> columnOf(std::string_view id);
std::optional<vehicle::Topic> topicOf(Column column); // of the six verdict columns
const std::vector<Column>& usualColumns();
// "vin,car,km": unknown ids are left out; the usual ones where nothing remains.
std::vector<Column> readColumns(std::string_view list);
std::string writeColumns(std::span<const Column> columns);

// A number by which the column is sorted and filtered; none where the car has none. Not for texts and money.
std::optional<std::int64_t> numberIn(const Car& car, Column column, UnixTime now);
const U256* moneyIn(const Car& car, Column column, UnixTime now); // nullptr: not a column of money, or not known
std::string_view textIn(const Car& car, Column column);           // folded or as sorted; empty: none

enum class Kind { Number, Money, Text };
Kind kindOf(Column column);

} // namespace autochain::dealer
