// SPDX-License-Identifier: GPL-3.0-or-later
// A step needs one item of the cache that the step before has named: alone, a row waits about as long as a trip to
// memory takes, 256 times. So the rows take turns; each names its next item and goes on when its turn comes again.
#include "chain/ethash_kernel.h"

namespace autochain::ethash
{
namespace
{
constexpr std::uint32_t kParents = 256;

typedef std::uint32_t Words __attribute__((vector_size(kItemBytes), may_alias));

[[gnu::always_inline]] inline void mixAll(const LightCache& cache, Row* rows, const std::uint32_t* items,
                                          std::size_t count)
{
    const std::uint8_t* memory = cache.bytes().data();
    const Remainder remainder(cache.items());
    const std::uint8_t* next[kMaxRows];
    const auto name = [&](std::size_t i, std::uint32_t step) __attribute__((always_inline))
    {
        const std::uint32_t parent = remainder.of(fnv(items[i] ^ step, rows[i].words[step % kWords]));
        next[i] = memory + std::size_t{parent} * kItemBytes;
        __builtin_prefetch(next[i]);
    };
    for (std::size_t i = 0; i < count; ++i) {
        name(i, 0);
    }
    for (std::uint32_t step = 0; step < kParents; ++step) {
        for (std::size_t i = 0; i < count; ++i) {
            auto* row = reinterpret_cast<Words*>(rows[i].words);
            *row = *row * kFnvPrime ^ *reinterpret_cast<const Words*>(next[i]);
            name(i, step + 1); // one too many at the end, which does no harm
        }
    }
}

void mixPortable(const LightCache& cache, Row* rows, const std::uint32_t* items, std::size_t count)
{
    mixAll(cache, rows, items, count);
}

#if defined(__x86_64__)
// Measured on a Xeon that has AVX-512: the same code with registers of 512 bits is slower by a fifth.
[[gnu::target("avx2,bmi2")]] void mixAvx2(const LightCache& cache, Row* rows, const std::uint32_t* items,
                                          std::size_t count)
{
    mixAll(cache, rows, items, count);
}
#endif

} // namespace

std::vector<Kernel> usableKernels()
{
    std::vector<Kernel> kernels{{"portable", mixPortable}};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("avx2") != 0) {
        kernels.push_back({"avx2", mixAvx2});
    }
#endif
    return kernels;
}

const Kernel& fastestKernel()
{
    static const Kernel kFastest = usableKernels().back();
    return kFastest;
}

} // namespace autochain::ethash
