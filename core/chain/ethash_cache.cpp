// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/ethash_cache.h"

#include "crypto/hash.h"
#include "crypto/keccak_state.h"

#include <cstdlib>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace autochain::ethash
{
namespace
{
constexpr std::uint64_t kCacheInit = 1ULL << 24;
constexpr std::uint64_t kCacheGrowth = 1ULL << 17;
constexpr std::uint64_t kDatasetInit = 1ULL << 30;
constexpr std::uint64_t kDatasetGrowth = 1ULL << 23;
constexpr std::uint64_t kPageBytes = 128;
constexpr int kCacheRounds = 3;
constexpr std::size_t kHugePage = 2 << 20;

bool isPrime(std::uint64_t number)
{
    if (number % 2 == 0) {
        return number == 2;
    }
    for (std::uint64_t divisor = 3; divisor * divisor <= number; divisor += 2) {
        if (number % divisor == 0) {
            return false;
        }
    }
    return number > 1;
}

// The largest size below `bound` that is a prime number of units.
std::uint64_t primeSize(std::uint64_t bound, std::uint64_t unit)
{
    std::uint64_t units = bound / unit - 1;
    while (!isPrime(units)) {
        units -= 2; // bound is even, so units is odd
    }
    return units * unit;
}

std::uint8_t* allocate(std::size_t size)
{
    const std::size_t whole = (size + kHugePage - 1) / kHugePage * kHugePage;
    auto* memory = static_cast<std::uint8_t*>(std::aligned_alloc(kHugePage, whole));
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
#if defined(__linux__)
    madvise(memory, whole, MADV_HUGEPAGE); // a wish; without it every other access misses the TLB
#endif
    return memory;
}

std::uint32_t firstWord(const std::uint8_t* item)
{
    std::uint32_t word = 0;
    std::memcpy(&word, item, sizeof word);
    return word;
}

// Keccak-512 in a chain from the seed.
void fill(std::uint8_t* items, std::size_t count, const Hash32& seed)
{
    const auto first = keccak::hash512(seed.bytes.data(), Hash32::kSize);
    std::memcpy(items, first.data(), kItemBytes);
    for (std::size_t i = 1; i < count; ++i) {
        std::memcpy(items + i * kItemBytes, items + (i - 1) * kItemBytes, kItemBytes);
        keccak::hash512Rows(items + i * kItemBytes, 1);
    }
}

// One round of RandMemoHash (Lerner 2014): each item from the one before and one that it names itself.
void mixRound(std::uint8_t* items, std::size_t count)
{
    constexpr std::size_t kAhead = 4;
    const std::uint8_t* before = items + (count - 1) * kItemBytes;
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count) {
            __builtin_prefetch(items + firstWord(items + (i + kAhead) * kItemBytes) % count * kItemBytes);
        }
        std::uint8_t* item = items + i * kItemBytes;
        const std::uint8_t* other = items + firstWord(item) % count * kItemBytes;
        std::array<std::uint64_t, kItemBytes / 8> a;
        std::array<std::uint64_t, kItemBytes / 8> b;
        std::memcpy(a.data(), before, kItemBytes);
        std::memcpy(b.data(), other, kItemBytes);
        for (std::size_t word = 0; word < a.size(); ++word) {
            a[word] ^= b[word];
        }
        std::memcpy(item, a.data(), kItemBytes);
        keccak::hash512Rows(item, 1);
        before = item;
    }
}

} // namespace

std::uint64_t cacheBytes(std::uint32_t index)
{
    return primeSize(kCacheInit + kCacheGrowth * index, kItemBytes);
}

std::uint64_t datasetBytes(std::uint32_t index)
{
    return primeSize(kDatasetInit + kDatasetGrowth * index, kPageBytes);
}

Hash32 seedOf(const Epoch& epoch)
{
    Hash32 seed;
    for (std::uint32_t step = 0; step < epoch.seedSteps; ++step) {
        seed = keccak256(seed.view());
    }
    return seed;
}

LightCache::LightCache(const Epoch& epoch)
    : m_epoch(epoch), m_size(cacheBytes(epoch.index)),
      m_datasetItems(static_cast<std::uint32_t>(datasetBytes(epoch.index) / kItemBytes)), m_memory(allocate(m_size))
{
}

void LightCache::Free::operator()(std::uint8_t* memory) const
{
    std::free(memory);
}

LightCache LightCache::generate(const Epoch& epoch)
{
    LightCache cache(epoch);
    fill(cache.m_memory.get(), cache.items(), seedOf(epoch));
    for (int round = 0; round < kCacheRounds; ++round) {
        mixRound(cache.m_memory.get(), cache.items());
    }
    return cache;
}

Result<LightCache> LightCache::adopt(const Epoch& epoch, BytesView bytes)
{
    if (bytes.size() != cacheBytes(epoch.index)) {
        return BaseError::WrongLength;
    }
    LightCache cache(epoch);
    std::memcpy(cache.m_memory.get(), bytes.data(), bytes.size());
    return cache;
}

} // namespace autochain::ethash
