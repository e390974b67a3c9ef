// SPDX-License-Identifier: GPL-3.0-or-later
// The seal of proof of work: Ethash (Yellow Paper, appendix J; ethereum.org "Ethash"), and Etchash, which is Ethash
// with epochs twice as long (ECIP-1099). Light evaluation: dataset items are computed from the epoch's cache as they
// are needed. One header alone waits for memory most of the time; many at once fill the waits of each other.
#pragma once

#include "chain/chain_rules.h"
#include "chain/ethash_cache.h"
#include "chain/header.h"

#include <span>

namespace autochain::ethash
{

// None beyond kMaxEpoch: no chain gets there in this century, and a header that says so must not cost gigabytes.
std::optional<Epoch> epochOf(std::uint64_t blockNumber, const ChainRules& rules);

struct Work {
    Hash32 sealHash;
    std::uint64_t nonce = 0;
};

struct Outcome {
    Hash32 mixHash;
    Hash32 result; // a big-endian number
    bool operator==(const Outcome&) const = default;
};

Outcome evaluate(const LightCache& cache, const Work& work);
// The same for many, faster each. `outcomes` has as many places. `threads`: how many to use, this one included.
void evaluateMany(const LightCache& cache, std::span<const Work> works, std::span<Outcome> outcomes,
                  unsigned threads = 1);

// Items `first`, `first` + 1, … of the epoch's dataset, as many as `out` holds whole: what miners keep instead of the
// cache. 2 µs each. Precondition: all of them below cache.datasetItems().
void makeDataset(const LightCache& cache, std::uint32_t first, std::span<std::uint8_t> out);

// The same out of the whole dataset, which makes no items: a hundred times as fast.
void evaluateMany(BytesView dataset, std::span<const Work> works, std::span<Outcome> outcomes);

// result <= 2^256 / difficulty; false for difficulty 0.
bool meets(const Hash32& result, const U256& difficulty);

enum class SealRule {
    Epoch,        // the cache is of another epoch, or no epoch reaches that far
    ProofOfStake, // no seal to check
    MixHash,
    Work // the result is above the boundary
};
const char* nameOf(SealRule rule);

// One for each header, in their order; none: the seal is right. All headers of the cache's epoch.
std::vector<std::optional<SealRule>> brokenSeals(const LightCache& cache, std::span<const Header* const> headers,
                                                 const ChainRules& rules, unsigned threads = 1);
std::optional<SealRule> brokenSeal(const LightCache& cache, const Header& header, const ChainRules& rules);

} // namespace autochain::ethash
