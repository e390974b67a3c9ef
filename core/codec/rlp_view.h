// SPDX-License-Identifier: GPL-3.0-or-later
// Strict RLP (Yellow Paper, appendix B) read in place: nothing is copied and nothing allocated, so that a long proof or
// a batch of headers costs its hashes and little else. codec/rlp.h writes.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"

#include <optional>

namespace autochain
{

struct RlpView {
    bool isList = false;
    BytesView payload; // of a string its bytes, of a list its items
    BytesView whole;   // with the header
};

// Any item at all; takeRlp below is for everybody.
std::optional<RlpView> takeRlpItem(BytesView& bytes);

// Takes one item off the front of `bytes`; none (and `bytes` as it was) unless it is canonical and whole. What lies
// inside of a list is not looked at.
inline std::optional<RlpView> takeRlp(BytesView& bytes)
{
    // Most are strings of 2 to 55 bytes, hashes and addresses: without a call.
    const std::size_t length = bytes.empty() ? 0 : static_cast<std::size_t>(bytes.front()) - 0x80;
    if (length < 2 || length > 55 || length >= bytes.size()) {
        return takeRlpItem(bytes);
    }
    const RlpView item{false, bytes.subspan(1, length), bytes.first(1 + length)};
    bytes = bytes.subspan(1 + length);
    return item;
}
// The one item that is all of `bytes`.
std::optional<RlpView> readRlp(BytesView bytes);
// Takes a string, none for a list.
std::optional<BytesView> takeRlpString(BytesView& bytes);
// Takes a string of exactly `size` bytes.
std::optional<BytesView> takeRlpFixed(BytesView& bytes, std::size_t size);
// Takes a number without leading zeros and of at most 32 / 8 bytes.
std::optional<U256> takeRlpU256(BytesView& bytes);
std::optional<std::uint64_t> takeRlpU64(BytesView& bytes);

} // namespace autochain
