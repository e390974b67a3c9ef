// SPDX-License-Identifier: GPL-3.0-or-later
// Ethash's epochs, their sizes and their caches (Yellow Paper, appendix J.2 and J.3).
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/result.h"

#include <memory>
#include <optional>

namespace autochain::ethash
{

inline constexpr std::uint64_t kEpochBlocks = 30'000;
inline constexpr std::uint64_t kEtchashEpochBlocks = 60'000; // ECIP-1099
inline constexpr std::uint32_t kMaxEpoch = 4'095;            // a cache of 528 MiB
inline constexpr std::size_t kItemBytes = 64;                // of the cache and of the dataset

struct Epoch {
    std::uint32_t index = 0;     // sizes grow by this
    std::uint32_t seedSteps = 0; // Keccak-256 so often of 32 zero bytes; Etchash: twice the index
    bool operator==(const Epoch&) const = default;
};

// Precondition of all three: index <= kMaxEpoch.
std::uint64_t cacheBytes(std::uint32_t index);   // 2^24 + 2^17 × index, down to a prime number of items
std::uint64_t datasetBytes(std::uint32_t index); // 2^30 + 2^23 × index, down to a prime number of pages of 128 bytes
Hash32 seedOf(const Epoch& epoch);

class LightCache
{
public:
    // Takes 0.3 s for epoch 0 and grows with the size. Precondition: epoch.index <= kMaxEpoch.
    static LightCache generate(const Epoch& epoch);
    // A cache that was kept; whoever kept it vouches for the bytes. WrongLength.
    static Result<LightCache> adopt(const Epoch& epoch, BytesView bytes);

    const Epoch& epoch() const { return m_epoch; }
    BytesView bytes() const { return {m_memory.get(), m_size}; }
    std::uint32_t items() const { return static_cast<std::uint32_t>(m_size / kItemBytes); }
    std::uint32_t datasetItems() const { return m_datasetItems; }

private:
    struct Free {
        void operator()(std::uint8_t* memory) const;
    };
    explicit LightCache(const Epoch& epoch);

    Epoch m_epoch;
    std::size_t m_size = 0;
    std::uint32_t m_datasetItems = 0;
    std::unique_ptr<std::uint8_t[], Free> m_memory; // in huge pages where there are any
};

} // namespace autochain::ethash
