// SPDX-License-Identifier: GPL-3.0-or-later
// What histories folded to when they were last read, from the encrypted store to who reads cars.
#pragma once

#include "store/verified_histories.h"
#include "vehicle/history_cache.h"

namespace autochain
{

class KeptHistories : public vehicle::HistoryCache
{
public:
    KeptHistories(store::Database& database, std::uint64_t chainId) : m_rows(database), m_chainId(chainId) {}
    Result<std::optional<vehicle::KeptHistory>> load(const Address& registry, const Hash32& vehicleId) override;
    Result<> keep(const Address& registry, const Hash32& vehicleId, const vehicle::KeptHistory& history) override;

private:
    store::VerifiedHistories m_rows;
    std::uint64_t m_chainId;
};

} // namespace autochain
