// SPDX-License-Identifier: GPL-3.0-or-later
// A verified history as the bytes of `stock_history.records`, so that a car reopens without a node: the fields of every
// record, its content as the JSON it is, then all of it compressed (zlib). Read again, the records are folded and held
// against the head once more.
#pragma once

#include "vehicle/record.h"

namespace autochain::dealer
{
inline constexpr std::size_t kMaxHistoryBytes = 64 * 1024 * 1024; // once unpacked
inline constexpr std::size_t kMaxKeptRecords = 100'000;

Bytes packHistory(std::span<const vehicle::Record> records);
// HistoryIncomplete, HistoryMismatch (also where the bytes are no history at all).
Result<std::vector<vehicle::Record>> unpackHistory(BytesView bytes, std::uint64_t count, const Hash32& head);
} // namespace autochain::dealer
