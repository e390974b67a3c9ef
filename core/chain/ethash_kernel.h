// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loop of light evaluation, once for each instruction set.
#pragma once

#include "chain/ethash_cache.h"

#include <vector>

namespace autochain::ethash
{

inline constexpr std::size_t kWords = kItemBytes / 4;
inline constexpr std::uint32_t kFnvPrime = 0x01000193;

constexpr std::uint32_t fnv(std::uint32_t a, std::uint32_t b)
{
    return a * kFnvPrime ^ b;
}

// x % divisor for 32-bit numbers by two multiplications (Lemire, Kaser, Kurz 2019: "Faster remainder by direct
// computation").
class Remainder
{
public:
    explicit Remainder(std::uint32_t divisor) : m_divisor(divisor), m_inverse(~std::uint64_t{0} / divisor + 1) {}
    std::uint32_t of(std::uint32_t x) const
    {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint32_t>(static_cast<Wide>(m_inverse * x) * m_divisor >> 64);
    }

private:
    std::uint64_t m_divisor;
    std::uint64_t m_inverse;
};

struct alignas(kItemBytes) Row {
    std::uint32_t words[kWords];
};

inline constexpr std::size_t kMaxRows = 64;

// Mixes 256 items of the cache into each of `count` rows, at most kMaxRows; items[i] is the dataset item of row i.
struct Kernel {
    const char* name;
    void (*mixParents)(const LightCache& cache, Row* rows, const std::uint32_t* items, std::size_t count);
};

const Kernel& fastestKernel();
std::vector<Kernel> usableKernels(); // all that this processor can run, for tests to hold against each other

} // namespace autochain::ethash
