// SPDX-License-Identifier: GPL-3.0-or-later
// Big-endian fields one after the other, for what the dealer keeps on its own disk.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"

namespace autochain::dealer
{

class ByteWriter
{
public:
    void number(std::uint64_t value, int bytes)
    {
        for (int i = bytes - 1; i >= 0; --i) {
            out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
        }
    }
    void text(std::string_view value) // at most 65,535 bytes: cut there
    {
        const std::string_view part = value.substr(0, 0xFFFF);
        number(part.size(), 2);
        append(out, asBytes(part));
    }
    void blob(BytesView value) { append(out, value); }
    void money(const U256& value) { blob(value.toBigEndian()); }
    Bytes out;
};

// Reads what a ByteWriter wrote. Past the end, or where a value is not allowed, everything reads as zero and ok() is
// false from then on.
class ByteReader
{
public:
    explicit ByteReader(BytesView bytes) : m_rest(bytes) {}

    std::uint64_t number(int bytes)
    {
        std::uint64_t out = 0;
        for (const std::uint8_t byte : take(static_cast<std::size_t>(bytes))) {
            out = out << 8 | byte;
        }
        return out;
    }
    template <typename E>
    E choice(E last) // enumerators 0 to `last`, one byte
    {
        const std::uint64_t value = number(1);
        m_ok = m_ok && value <= static_cast<std::uint64_t>(last);
        return m_ok ? static_cast<E>(value) : E{};
    }
    bool flag() { return choice(std::uint8_t{1}) != 0; }
    std::string text(std::size_t most)
    {
        const std::size_t size = static_cast<std::size_t>(number(2));
        m_ok = m_ok && size <= most;
        const BytesView part = take(m_ok ? size : 0);
        return {part.begin(), part.end()};
    }
    template <typename T>
    T fixed()
    {
        const BytesView part = take(T::kSize);
        return m_ok ? T::from(part) : T{};
    }
    U256 money() { return U256::fromBigEndian(take(32)); }
    BytesView take(std::size_t size)
    {
        m_ok = m_ok && size <= m_rest.size();
        if (!m_ok) {
            return {};
        }
        const BytesView out = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return out;
    }
    void refuse() { m_ok = false; }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_ok && m_rest.empty(); }
    std::size_t left() const { return m_rest.size(); }

private:
    BytesView m_rest;
    bool m_ok = true;
};

} // namespace autochain::dealer
