// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/rlp.h"

#include <array>
#include <bit>

namespace autochain::rlp
{
namespace
{

constexpr std::uint8_t kString = 0x80;
constexpr std::uint8_t kList = 0xc0;
constexpr std::size_t kShortMax = 55; // longer payloads have their length in bytes of its own

void appendHeader(Bytes& out, std::uint8_t base, std::size_t length)
{
    if (length <= kShortMax) {
        out.push_back(static_cast<std::uint8_t>(base + length));
        return;
    }
    const std::size_t digits = static_cast<std::size_t>(std::bit_width(length) + 7) / 8;
    std::array<std::uint8_t, 1 + sizeof length> header{static_cast<std::uint8_t>(base + kShortMax + digits)};
    for (std::size_t i = 0; i < digits; ++i) {
        header[digits - i] = static_cast<std::uint8_t>(length >> (8 * i));
    }
    append(out, BytesView(header).first(1 + digits));
}

} // namespace

void appendString(Bytes& out, BytesView string)
{
    if (string.size() != 1 || string.front() >= kString) {
        appendHeader(out, kString, string.size());
    }
    append(out, string);
}

void appendUint(Bytes& out, const U256& value)
{
    appendString(out, value.toBigEndianTrimmed());
}

Bytes list(BytesView payload)
{
    Bytes out;
    out.reserve(payload.size() + 9);
    appendHeader(out, kList, payload.size());
    append(out, payload);
    return out;
}

} // namespace autochain::rlp
