// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of fixed size, one behind the other, out of bytes that strangers wrote.
#pragma once

#include "base/bytes.h"

namespace autochain::privacy
{

class ByteReader
{
public:
    explicit ByteReader(BytesView bytes) : m_rest(bytes) {}
    bool ok() const { return m_ok; } // false: fewer bytes than were asked for; everything read since is zero
    BytesView rest() const { return m_rest; }

    BytesView take(std::size_t size)
    {
        m_ok = m_ok && m_rest.size() >= size;
        if (!m_ok) {
            return {};
        }
        const BytesView out = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return out;
    }
    bool skip(std::string_view text)
    {
        const BytesView got = take(text.size());
        return m_ok && std::equal(got.begin(), got.end(), text.begin(), text.end());
    }
    template <std::size_t N>
    std::array<std::uint8_t, N> array()
    {
        std::array<std::uint8_t, N> out{};
        const BytesView got = take(N);
        std::copy(got.begin(), got.end(), out.begin());
        return out;
    }
    template <typename Fixed>
    Fixed fixed()
    {
        return {array<Fixed::kSize>()};
    }
    std::uint64_t number(std::size_t bytes) // big endian, at most 8
    {
        std::uint64_t out = 0;
        for (const std::uint8_t byte : take(bytes)) {
            out = out << 8U | byte;
        }
        return out;
    }

private:
    BytesView m_rest;
    bool m_ok = true;
};

inline void putNumber(Bytes& to, std::uint64_t value, std::size_t bytes)
{
    for (std::size_t i = bytes; i > 0; --i) {
        to.push_back(static_cast<std::uint8_t>(value >> (8 * (i - 1))));
    }
}

} // namespace autochain::privacy
