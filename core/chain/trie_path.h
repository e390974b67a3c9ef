// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as nibbles, and their compact form with a flag in front (Yellow Paper, appendix C).
#pragma once

#include "base/bytes.h"

#include <optional>

namespace autochain
{

// A run of nibbles inside of bytes.
class Nibbles
{
public:
    Nibbles() = default;
    explicit Nibbles(BytesView bytes) : Nibbles(bytes, 0, 2 * bytes.size()) {}
    Nibbles(BytesView bytes, std::size_t from, std::size_t to) : m_bytes(bytes), m_from(from), m_to(to) {}

    std::size_t size() const { return m_to - m_from; }
    std::uint8_t at(std::size_t i) const
    {
        const std::uint8_t byte = m_bytes[(m_from + i) / 2];
        return (m_from + i) % 2 == 0 ? byte >> 4 : byte & 0x0f;
    }
    Nibbles from(std::size_t start) const { return {m_bytes, m_from + start, m_to}; }
    Nibbles first(std::size_t count) const { return {m_bytes, m_from, m_from + count}; }
    std::size_t commonWith(const Nibbles& other) const;
    bool startsWith(const Nibbles& other) const { return commonWith(other) == other.size(); }

private:
    BytesView m_bytes;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
};

struct NodePath {
    Nibbles nibbles;
    bool isLeaf = false;
};

Bytes encodePath(const Nibbles& nibbles, bool isLeaf);
// Only what encodePath writes.
std::optional<NodePath> decodePath(BytesView compact);

} // namespace autochain
