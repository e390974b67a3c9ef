// SPDX-License-Identifier: GPL-3.0-or-later
// The two wire types of Protocol Buffers that dag-pb and UnixFS use: numbers (0) and bytes (2).
#pragma once

#include "codec/varint.h"

namespace autochain::protobuf
{

struct Field {
    std::uint64_t number = 0;
    bool isBytes = false;
    std::uint64_t value = 0; // where it is a number
    BytesView bytes;         // where it is bytes: a piece of the input
};

// Takes a field from the front. Nothing: broken, or of another wire type; `from` is then anywhere.
inline std::optional<Field> take(BytesView& from)
{
    const auto key = varint::take(from);
    const auto value = key ? varint::take(from) : std::nullopt;
    if (!value) {
        return std::nullopt;
    }
    const std::uint64_t wireType = *key & 7;
    Field field{*key >> 3, wireType == 2, *value, {}};
    if (wireType == 0) {
        return field;
    }
    if (wireType != 2 || *value > from.size()) {
        return std::nullopt;
    }
    field.bytes = from.first(static_cast<std::size_t>(*value));
    from = from.subspan(field.bytes.size());
    return field;
}

inline void putNumber(Bytes& to, std::uint64_t number, std::uint64_t value)
{
    varint::put(to, number << 3);
    varint::put(to, value);
}

inline void putBytes(Bytes& to, std::uint64_t number, BytesView bytes)
{
    varint::put(to, number << 3 | 2);
    varint::put(to, bytes.size());
    append(to, bytes);
}

} // namespace autochain::protobuf
