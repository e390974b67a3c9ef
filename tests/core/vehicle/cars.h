// SPDX-License-Identifier: GPL-3.0-or-later
// Records for tests.
#pragma once

#include "vehicle/record.h"

#include <chrono>

namespace autochain::vehicle
{

inline UnixTime day(int year, unsigned month, unsigned dayOfMonth)
{
    using namespace std::chrono;
    return sys_seconds{sys_days{std::chrono::year{year} / month / dayOfMonth}}.time_since_epoch().count();
}

inline Address someone(std::uint8_t fill)
{
    Address out;
    out.bytes.fill(fill);
    return out;
}

class History
{
public:
    History& add(RecordKind kind, UnixTime time, std::uint32_t km, ProviderRole role = ProviderRole::None,
                 RecordContent content = {})
    {
        Record out;
        out.index = records.size();
        out.kind = kind;
        out.time = time;
        out.odometerKm = km;
        out.provider = someone(static_cast<std::uint8_t>(1 + static_cast<int>(role)));
        out.providerRoles = role == ProviderRole::None ? RoleMask{0} : maskOf(role);
        out.content = std::move(content);
        records.push_back(std::move(out));
        return *this;
    }
    std::vector<Record> records;
};

} // namespace autochain::vehicle
