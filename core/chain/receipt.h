// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts as the receipts trie holds them (Yellow Paper 4.3.1, EIP-658, EIP-2718): what a transaction did, and the
// logs.
#pragma once

#include "base/result.h"
#include "chain/bloom.h"
#include "codec/error.h"

#include <optional>
#include <span>
#include <vector>

namespace autochain
{

struct ReceiptLog {
    Address address;
    std::vector<Hash32> topics; // at most 4
    Bytes data;
    bool operator==(const ReceiptLog&) const = default;
};

struct ReceiptRecord {
    std::uint8_t type = 0;               // 0 legacy, 1 EIP-2930, 2 EIP-1559, 3 EIP-4844
    std::optional<Hash32> postState;     // before Byzantium, instead of the status
    bool succeeded = false;              // meaningless beside a postState
    std::uint64_t cumulativeGasUsed = 0; // of the block up to this transaction
    Bloom logsBloom;
    std::vector<ReceiptLog> logs;
    bool operator==(const ReceiptRecord&) const = default;
};

inline constexpr std::size_t kMaxReceiptBytes = 16 * 1024 * 1024;

// The encoding must be canonical and the bloom that of the logs. TooLarge, NotCanonical (detail: what).
Result<ReceiptRecord> decodeReceipt(BytesView encoded);
Bytes encodeReceipt(const ReceiptRecord& receipt);
Bloom bloomOf(std::span<const ReceiptLog> logs);

} // namespace autochain
