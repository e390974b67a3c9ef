// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/hash.h"

namespace autochain::practice
{
// Repeatable choices for one car: splitmix64 (Steele, Lea, Flood 2014), seeded by its VIN. Not for secrets.
class RandomSource
{
public:
    explicit RandomSource(std::string_view seed)
    {
        std::memcpy(&m_state, keccak256(seed).bytes.data(), sizeof m_state);
    }
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    std::int64_t between(std::int64_t low, std::int64_t high) // both included
    {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    template <typename Range>
    const auto& pick(const Range& range)
    {
        return range[next() % std::size(range)];
    }

private:
    std::uint64_t m_state = 0;
};
} // namespace autochain::practice
