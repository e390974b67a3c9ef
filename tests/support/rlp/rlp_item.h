// SPDX-License-Identifier: GPL-3.0-or-later
// RLP as a tree that a test can build, bend and write again. The suite itself never makes one: it writes with
// codec/rlp.h and reads in place with codec/rlp_view.h, and so does this.
#pragma once

#include "codec/rlp.h"
#include "codec/rlp_view.h"

#include <vector>

namespace autochain::rlp
{

struct Item { // a string, or a list
    bool isList = false;
    Bytes data;
    std::vector<Item> items;
    bool operator==(const Item&) const = default;
};

inline constexpr int kMaxDepth = 64;

Bytes encode(const Item& item);
// One item, nothing behind it; none unless it and everything inside of it is canonical and nested at most kMaxDepth
// deep.
std::optional<Item> decode(BytesView bytes);

} // namespace autochain::rlp
