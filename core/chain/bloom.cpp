// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/bloom.h"

#include "crypto/hash.h"

namespace autochain
{
namespace
{
struct Bit {
    std::size_t byte = 0;
    std::uint8_t mask = 0;
};

// Each of the first three pairs of bytes of the hash, modulo 2048, counted from the lowest bit of the last byte.
std::array<Bit, 3> bitsOf(BytesView item)
{
    const Hash32 hash = keccak256(item);
    std::array<Bit, 3> bits;
    for (std::size_t i = 0; i < bits.size(); ++i) {
        const unsigned number = (unsigned{hash.bytes[2 * i]} << 8 | hash.bytes[2 * i + 1]) & 2047U;
        bits[i] = {Bloom::kSize - 1 - number / 8, static_cast<std::uint8_t>(1U << (number % 8))};
    }
    return bits;
}
} // namespace

void addToBloom(Bloom& bloom, BytesView item)
{
    for (const Bit& bit : bitsOf(item)) {
        bloom.bytes[bit.byte] |= bit.mask;
    }
}

bool mayContain(const Bloom& bloom, BytesView item)
{
    for (const Bit& bit : bitsOf(item)) {
        if ((bloom.bytes[bit.byte] & bit.mask) == 0) {
            return false;
        }
    }
    return true;
}

Bloom operator|(const Bloom& a, const Bloom& b)
{
    Bloom out;
    for (std::size_t i = 0; i < Bloom::kSize; ++i) {
        out.bytes[i] = static_cast<std::uint8_t>(a.bytes[i] | b.bytes[i]);
    }
    return out;
}

} // namespace autochain
