// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kepthistories.h"

namespace autochain
{

Result<std::optional<vehicle::KeptHistory>> KeptHistories::load(const Address& registry, const Hash32& vehicleId)
{
    AC_TRY(auto row, m_rows.find(m_chainId, registry, vehicleId));
    if (!row) {
        return std::optional<vehicle::KeptHistory>();
    }
    return std::optional(vehicle::KeptHistory{row->count, row->head, row->blockNumber, std::move(row->records)});
}

Result<> KeptHistories::keep(const Address& registry, const Hash32& vehicleId, const vehicle::KeptHistory& history)
{
    if (history.records.size() > store::kMaxPackedBytes) {
        return {}; // read anew the next time
    }
    return m_rows.put(m_chainId, registry, vehicleId,
                      {history.count, history.head, history.blockNumber, history.records});
}

} // namespace autochain
