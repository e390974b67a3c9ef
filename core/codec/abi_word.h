// SPDX-License-Identifier: GPL-3.0-or-later
// Rules for single 32-byte words that both directions of the ABI codec share.
#pragma once

#include "codec/abi.h"

#include <algorithm>

namespace autochain::abi
{

inline constexpr std::size_t kWord = 32;

// Whether `word` is a value of an Int, Uint, Bool or Address type. Int: sign extended from its size.
inline bool wordFits(const Type& type, const U256& word)
{
    if (type.kind == Type::Kind::Bool) {
        return word <= U256(1);
    }
    if (type.kind == Type::Kind::Int) {
        const U256 magnitude = (word >> 255).isZero() ? word : ~word;
        return magnitude.bitLength() < static_cast<int>(type.size);
    }
    const unsigned bits = type.kind == Type::Kind::Address ? Address::kSize * 8 : type.size;
    return word.bitLength() <= static_cast<int>(bits);
}

inline std::size_t padded(std::size_t size)
{
    return (size + kWord - 1) / kWord * kWord;
}

// Bytes of the head; saturates at 4 GiB.
inline std::size_t headSize(const Type& type)
{
    constexpr std::size_t kTooMuch = std::size_t(1) << 32;
    if (type.isDynamic()) {
        return kWord;
    }
    if (type.kind == Type::Kind::FixedArray) {
        return std::min(kTooMuch, headSize(type.children.front()) * type.size);
    }
    if (type.kind == Type::Kind::Tuple) {
        std::size_t sum = 0;
        for (const Type& child : type.children) {
            sum = std::min(kTooMuch, sum + headSize(child));
        }
        return sum;
    }
    return kWord;
}

} // namespace autochain::abi
