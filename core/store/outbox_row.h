// SPDX-License-Identifier: GPL-3.0-or-later
// Between a row of the table `outbox` and OutboxEntry.
#pragma once

#include "store/outbox_repository.h"

namespace autochain::store
{
inline constexpr const char* kOutboxColumns =
    "id, from_address, unsigned_tx, purpose, subject, state, raw, hash, replaces, created_at, signed_at, sent_at, "
    "closed_at, block_number, gas_used, gas_price, failure";

// Corrupt where the transaction does not decode.
Result<OutboxEntry> outboxEntryIn(const Statement& row);
Result<std::vector<OutboxEntry>> outboxEntriesOf(Statement& query);
} // namespace autochain::store
