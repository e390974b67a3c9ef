// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verified_histories.h"

namespace autochain::store
{

Result<std::optional<VerifiedHistory>> VerifiedHistories::find(std::uint64_t chainId, const Address& registry,
                                                               const Hash32& vehicleId)
{
    AC_TRY(Statement query, m_database.prepare("SELECT count, head, block_number, records FROM verified_history WHERE "
                                               "chain_id = ?1 AND registry = ?2 AND vehicle_id = ?3"));
    query.bind(1, static_cast<std::int64_t>(chainId)).bind(2, registry).bind(3, vehicleId);
    AC_TRY(const bool row, query.step());
    if (!row) {
        return std::optional<VerifiedHistory>();
    }
    return std::optional(VerifiedHistory{static_cast<std::uint64_t>(query.integer(0)), query.fixed<Hash32>(1),
                                         static_cast<std::uint64_t>(query.integer(2)), query.blob(3)});
}

Result<> VerifiedHistories::put(std::uint64_t chainId, const Address& registry, const Hash32& vehicleId,
                                const VerifiedHistory& history)
{
    AC_TRY(Statement put,
           m_database.prepare("INSERT OR REPLACE INTO verified_history (chain_id, registry, vehicle_id, "
                              "count, head, block_number, records) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    return put.bind(1, static_cast<std::int64_t>(chainId))
        .bind(2, registry)
        .bind(3, vehicleId)
        .bind(4, static_cast<std::int64_t>(history.count))
        .bind(5, history.head)
        .bind(6, static_cast<std::int64_t>(history.blockNumber))
        .bind(7, BytesView(history.records))
        .run();
}

Result<> VerifiedHistories::clear()
{
    return m_database.execute("DELETE FROM verified_history");
}

} // namespace autochain::store
