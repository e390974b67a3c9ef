// SPDX-License-Identifier: GPL-3.0-or-later
// Unsigned LEB128 as multiformats and protobuf write it: at most nine bytes (63 bits), and only the shortest form.
#pragma once

#include "base/bytes.h"

#include <optional>

namespace autochain::varint
{

inline constexpr int kMaxBytes = 9; // multiformats/unsigned-varint, "practical maximum"

// Takes a number from the front of `from`. Nothing, and `from` as it was: cut off, too long, or longer than needed.
inline std::optional<std::uint64_t> take(BytesView& from)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < from.size() && i < kMaxBytes; ++i) {
        const std::uint64_t byte = from[i];
        value |= (byte & 0x7f) << (7 * i);
        if ((byte & 0x80) == 0) {
            if (byte == 0 && i > 0) {
                return std::nullopt;
            }
            from = from.subspan(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

// Precondition: value < 2^63.
inline void put(Bytes& to, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7) {
        to.push_back(static_cast<std::uint8_t>(value | 0x80));
    }
    to.push_back(static_cast<std::uint8_t>(value));
}

} // namespace autochain::varint
