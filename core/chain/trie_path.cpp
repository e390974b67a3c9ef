// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/trie_path.h"

#include <algorithm>

namespace autochain
{
namespace
{
constexpr std::uint8_t kOdd = 0x10;
constexpr std::uint8_t kLeaf = 0x20;
} // namespace

std::size_t Nibbles::commonWith(const Nibbles& other) const
{
    const std::size_t most = std::min(size(), other.size());
    std::size_t common = 0;
    while (common < most && at(common) == other.at(common)) {
        ++common;
    }
    return common;
}

Bytes encodePath(const Nibbles& nibbles, bool isLeaf)
{
    const std::size_t odd = nibbles.size() % 2;
    Bytes out{static_cast<std::uint8_t>((isLeaf ? kLeaf : 0) | (odd == 1 ? kOdd | nibbles.at(0) : 0))};
    for (std::size_t i = odd; i < nibbles.size(); i += 2) {
        out.push_back(static_cast<std::uint8_t>(nibbles.at(i) << 4 | nibbles.at(i + 1)));
    }
    return out;
}

std::optional<NodePath> decodePath(BytesView compact)
{
    if (compact.empty()) {
        return std::nullopt;
    }
    const std::uint8_t flag = compact.front();
    const bool odd = (flag & kOdd) != 0;
    if ((flag & 0xc0) != 0 || (!odd && (flag & 0x0f) != 0)) {
        return std::nullopt;
    }
    return NodePath{Nibbles(compact, odd ? 1 : 2, 2 * compact.size()), (flag & kLeaf) != 0};
}

} // namespace autochain
