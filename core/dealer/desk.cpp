// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/desk.h"

#include "dealer/check_codec.h"
#include "dealer/record_codec.h"

namespace autochain::dealer
{

Result<> Desk::load()
{
    AC_TRY(auto rows, m_stock.all());
    m_table.reset(std::move(rows));
    return {};
}

std::int64_t Desk::stockOf(const std::string& vinOrPlate) const
{
    const auto byVin = m_table.byVin(vinOrPlate);
    const auto row = byVin ? byVin : m_table.byPlate(vinOrPlate);
    return row ? m_table.at(*row).own.id : 0;
}

Result<> Desk::add(const std::vector<ListedCar>& cars, UnixTime now, bool check)
{
    std::vector<store::StockRow> rows;
    rows.reserve(cars.size());
    for (const ListedCar& car : cars) {
        store::StockRow row;
        row.vin = car.vin;
        row.plate = car.plate;
        row.name = car.name;
        row.note = car.note;
        row.cost = car.cost;
        row.ask = car.ask;
        row.lowest = car.lowest;
        row.addedAt = now;
        row.wantedAt = check && !car.vin.empty() ? now : 0;
        rows.push_back(std::move(row));
    }
    AC_CHECK(m_stock.add(rows));
    for (store::StockRow& row : rows) {
        m_table.add(std::move(row));
    }
    return {};
}

Result<> Desk::remove(const std::vector<std::int64_t>& ids)
{
    AC_CHECK(m_database.transaction([&]() -> Result<> {
        AC_CHECK(m_stock.remove(ids));
        return m_histories.removeStrangers();
    }));
    m_table.remove(ids);
    return {};
}

Result<> Desk::want(std::span<const std::uint32_t> rows, UnixTime at)
{
    std::vector<std::int64_t> ids;
    std::vector<std::uint32_t> able;
    for (const std::uint32_t row : rows) {
        if (!m_table.at(row).vehicleId.isZero()) {
            able.push_back(row);
            ids.push_back(m_table.at(row).own.id);
        }
    }
    AC_CHECK(m_stock.want(ids, at));
    for (const std::uint32_t row : able) {
        m_table.change(row, [&](Car& car) {
            car.own.wantedAt = at;
            car.own.attempts = 0;
            car.own.failure = 0;
        });
    }
    return {};
}

void Desk::setDeadline(std::uint32_t row, UnixTime at)
{
    m_table.change(row, [&](Car& car) { car.dealDeadline = at; });
}

Result<std::vector<std::uint32_t>> Desk::put(std::span<const Done> done, UnixTime now)
{
    std::vector<std::uint32_t> changed;
    std::vector<store::StockRow> rows;
    for (const Done& one : done) {
        const auto row = m_table.byId(one.id);
        if (!row) {
            continue;
        }
        store::StockRow next = m_table.at(*row).own;
        next.wantedAt = one.finished ? 0 : next.wantedAt;
        next.attempts = one.attempts;
        next.failure = static_cast<int>(one.failure);
        next.checkedAt = one.check && one.read ? now : next.checkedAt;
        const auto& check = one.check ? one.check : m_table.at(*row).check;
        next.check = check ? encodeCheck(*check) : Bytes();
        rows.push_back(std::move(next));
        changed.push_back(*row);
    }
    AC_CHECK(m_database.transaction([&]() -> Result<> {
        AC_CHECK(m_stock.putChecks(rows));
        for (const Done& one : done) {
            const auto row = m_table.byId(one.id);
            if (row && one.check && one.records && one.records->size() <= store::StockHistories::kMaxBytes) {
                AC_CHECK(m_histories.put(m_table.at(*row).vehicleId, one.check->head, *one.records));
            }
        }
        return {};
    }));
    std::size_t at = 0;
    for (const Done& one : done) {
        if (at < changed.size() && m_table.at(changed[at]).own.id == one.id) {
            m_table.change(changed[at], [&](Car& car) {
                rows[at].check = {};
                car.own = std::move(rows[at]);
                car.check = one.check ? one.check : std::move(car.check);
            });
            ++at;
        }
    }
    return changed;
}

std::optional<std::vector<vehicle::Record>> Desk::records(const Car& car)
{
    if (!car.check || car.check->records == 0) {
        return std::nullopt;
    }
    const auto bytes = m_histories.find(car.vehicleId, car.check->head);
    if (!bytes.ok() || !*bytes) {
        return std::nullopt;
    }
    auto records = unpackHistory(**bytes, car.check->records, car.check->head);
    return records.ok() ? std::optional(std::move(*records)) : std::nullopt;
}

} // namespace autochain::dealer
