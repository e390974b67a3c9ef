// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive Length Prefix (Yellow Paper, appendix B). Decoding is strict: only canonical input is accepted.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "codec/error.h"

namespace autochain::rlp
{

struct Item { // a string, or a list
    bool isList = false;
    Bytes data;
    std::vector<Item> items;
    bool operator==(const Item&) const = default;
};

inline constexpr int kMaxDepth = 64;
inline constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;
inline constexpr std::size_t kMaxItems = 1 << 20; // an empty item is one byte here and more than 50 in memory

Bytes encode(const Item& item);
// One item, nothing behind it. TooShort, TrailingBytes, NotCanonical, TooDeep, TooLarge.
Result<Item> decode(BytesView bytes);

// Writers without building a tree.
void appendString(Bytes& out, BytesView string);
void appendUint(Bytes& out, const U256& value); // no leading zeros, zero is the empty string
Bytes list(BytesView payload);                  // puts the list header in front of already encoded items

} // namespace autochain::rlp
