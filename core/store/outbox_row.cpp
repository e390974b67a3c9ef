// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox_row.h"

namespace autochain::store
{
namespace
{
std::optional<std::int64_t> optionalInteger(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}
} // namespace

Result<OutboxEntry> outboxEntryIn(const Statement& row)
{
    OutboxEntry out;
    out.id = row.integer(0);
    out.from = row.fixed<Address>(1);
    auto tx = decodeUnsigned(row.blob(2));
    if (!tx.ok()) {
        return Error(StoreError::Corrupt, {}, "outbox row " + std::to_string(out.id) + " does not decode");
    }
    out.tx = std::move(tx).value();
    out.purpose = static_cast<Purpose>(row.integer(3));
    out.subject = row.fixed<Hash32>(4);
    out.state = static_cast<OutboxState>(row.integer(5)); // the table's CHECK keeps it in range
    out.raw = row.blob(6);
    out.hash = row.fixed<Hash32>(7);
    out.replaces = optionalInteger(row, 8);
    out.createdAt = row.integer(9);
    out.signedAt = optionalInteger(row, 10);
    out.sentAt = optionalInteger(row, 11);
    out.closedAt = optionalInteger(row, 12);
    if (const auto block = optionalInteger(row, 13)) {
        out.blockNumber = static_cast<std::uint64_t>(*block);
    }
    out.gasUsed = static_cast<std::uint64_t>(row.integer(14));
    out.effectiveGasPrice = row.u256(15);
    out.failure = row.text(16);
    return out;
}

Result<std::vector<OutboxEntry>> outboxEntriesOf(Statement& query)
{
    std::vector<OutboxEntry> out;
    for (;;) {
        AC_TRY(const bool row, query.step());
        if (!row) {
            return out;
        }
        AC_TRY(OutboxEntry entry, outboxEntryIn(query));
        out.push_back(std::move(entry));
    }
}

} // namespace autochain::store
