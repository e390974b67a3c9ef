// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/export.h"

#include "base/amount.h"
#include "codec/csv.h"
#include "dealer/query_words.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace autochain::dealer
{
namespace
{
std::string isoTime(std::int64_t at)
{
    using namespace std::chrono;
    const sys_seconds time{seconds{at}};
    const sys_days days = floor<std::chrono::days>(time);
    const year_month_day date{days};
    const hh_mm_ss clock{time - days};
    std::array<char, 32> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return out.data();
}

std::string marksText(const Car& car)
{
    std::string out;
    const auto words = choicesOf(Column::Marks);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (car.has(static_cast<Mark>(i))) {
            out += out.empty() ? "" : " ";
            out += words[i];
        }
    }
    return out;
}

std::string permilleText(std::int64_t permille)
{
    const std::int64_t size = permille < 0 ? -permille : permille;
    return (permille < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}
} // namespace

std::string cellText(const Car& car, Column column, UnixTime now)
{
    if (const auto topic = topicOf(column)) {
        return std::string(choicesOf(column)[static_cast<std::size_t>(statusOf(car, *topic))]);
    }
    if (const U256* money = moneyIn(car, column, now)) {
        return formatAmount(*money);
    }
    switch (column) {
    case Column::Car:
        return car.name;
    case Column::Status:
        return std::string(choicesOf(column)[static_cast<std::size_t>(statusOf(car, now))]);
    case Column::Marks:
        return marksText(car);
    default:
        break;
    }
    if (kindOf(column) == Kind::Text) {
        return std::string(textIn(car, column));
    }
    const auto number = numberIn(car, column, now);
    if (!number) {
        return {};
    }
    if (column == Column::Checked || column == Column::Deadline) {
        return isoTime(*number);
    }
    return column == Column::Margin ? permilleText(*number) : std::to_string(*number);
}

std::string writeCsv(const Table& table, std::span<const std::uint32_t> rows, std::span<const Column> columns,
                     UnixTime now)
{
    std::string out;
    const auto row = [&](auto cell) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out += i == 0 ? "" : ",";
            out += cell(columns[i]);
        }
        out += "\r\n";
    };
    row([](Column column) { return std::string(idOf(column)); });
    for (const std::uint32_t at : rows) {
        row([&](Column column) {
            const std::string text = cellText(table.at(at), column, now);
            // A number of ours may begin with a minus and stays a number; words of others are fenced in.
            return kindOf(column) == Kind::Text ? csv::field(text) : text;
        });
    }
    return out;
}

} // namespace autochain::dealer
