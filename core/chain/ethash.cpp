// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/ethash.h"

#include "chain/ethash_kernel.h"
#include "crypto/hash.h"
#include "crypto/keccak_state.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace autochain::ethash
{
namespace
{
constexpr std::size_t kGroup = 16; // headers that take turns: measured, 12 to 32 are alike and 8 are slower
constexpr std::uint32_t kAccesses = 64;
constexpr std::size_t kPageRows = 2; // a page of 128 bytes is two dataset items
constexpr std::size_t kMixWords = kPageRows * kWords;
constexpr std::size_t kDigestWords = kMixWords / 4;
static_assert(kGroup * kPageRows <= kMaxRows);

struct State {
    std::array<std::uint8_t, keccak::kRow> seed{};
    std::uint32_t seedWord = 0;
    std::array<std::uint32_t, kMixWords> mix{};
};

State begin(const Work& work)
{
    std::array<std::uint8_t, Hash32::kSize + 8> input{};
    std::memcpy(input.data(), work.sealHash.bytes.data(), Hash32::kSize);
    for (std::size_t i = 0; i < 8; ++i) { // the nonce, lowest byte first
        input[Hash32::kSize + i] = static_cast<std::uint8_t>(work.nonce >> (8 * i));
    }
    State state;
    state.seed = keccak::hash512(input.data(), input.size());
    std::memcpy(&state.seedWord, state.seed.data(), sizeof state.seedWord);
    for (std::size_t row = 0; row < kPageRows; ++row) {
        std::memcpy(state.mix.data() + row * kWords, state.seed.data(), kItemBytes);
    }
    return state;
}

// Dataset items (appendix J.3.3): from their own item of the cache and 256 others.
void makeItems(const LightCache& cache, Row* rows, const std::uint32_t* items, std::size_t count)
{
    const std::uint8_t* memory = cache.bytes().data();
    const Remainder remainder(cache.items());
    std::array<const std::uint8_t*, kMaxRows> from;
    for (std::size_t i = 0; i < count; ++i) {
        from[i] = memory + std::size_t{remainder.of(items[i])} * kItemBytes;
        __builtin_prefetch(from[i]);
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::memcpy(rows[i].words, from[i], kItemBytes);
        rows[i].words[0] ^= items[i];
    }
    auto* bytes = reinterpret_cast<std::uint8_t*>(rows);
    keccak::hash512Rows(bytes, count);
    fastestKernel().mixParents(cache, rows, items, count);
    keccak::hash512Rows(bytes, count);
}

Outcome finish(const State& state)
{
    std::array<std::uint32_t, kDigestWords> digest;
    for (std::size_t i = 0; i < kDigestWords; ++i) {
        const std::uint32_t* four = state.mix.data() + 4 * i;
        digest[i] = fnv(fnv(fnv(four[0], four[1]), four[2]), four[3]);
    }
    Outcome out;
    std::memcpy(out.mixHash.bytes.data(), digest.data(), Hash32::kSize);
    Bytes whole(state.seed.begin(), state.seed.end());
    append(whole, out.mixHash.view());
    out.result = keccak256(whole);
    return out;
}

// Where the dataset's items come from: computed out of the cache, or read where a miner keeps them.
struct FromCache {
    const LightCache& cache;
    std::uint32_t datasetItems() const { return cache.datasetItems(); }
    void take(Row* rows, const std::uint32_t* items, std::size_t count) const { makeItems(cache, rows, items, count); }
};

struct FromDataset {
    BytesView dataset;
    std::uint32_t datasetItems() const { return static_cast<std::uint32_t>(dataset.size() / kItemBytes); }
    void take(Row* rows, const std::uint32_t* items, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; ++i) {
            __builtin_prefetch(dataset.data() + std::size_t{items[i]} * kItemBytes);
        }
        for (std::size_t i = 0; i < count; ++i) {
            std::memcpy(rows[i].words, dataset.data() + std::size_t{items[i]} * kItemBytes, kItemBytes);
        }
    }
};

// At most kGroup of them.
template <typename Source>
void evaluateGroup(const Source& source, std::span<const Work> works, std::span<Outcome> outcomes)
{
    std::array<State, kGroup> states;
    std::array<Row, kGroup * kPageRows> rows;
    std::array<std::uint32_t, kGroup * kPageRows> items;
    const std::size_t count = works.size();
    const Remainder pages(source.datasetItems() / static_cast<std::uint32_t>(kPageRows));
    std::transform(works.begin(), works.end(), states.begin(), begin);
    for (std::uint32_t access = 0; access < kAccesses; ++access) {
        for (std::size_t i = 0; i < count; ++i) {
            const State& state = states[i];
            const std::uint32_t page = pages.of(fnv(access ^ state.seedWord, state.mix[access % kMixWords]));
            items[2 * i] = 2 * page;
            items[2 * i + 1] = 2 * page + 1;
        }
        source.take(rows.data(), items.data(), count * kPageRows);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t word = 0; word < kMixWords; ++word) {
                const Row& row = rows[2 * i + word / kWords];
                states[i].mix[word] = fnv(states[i].mix[word], row.words[word % kWords]);
            }
        }
    }
    std::transform(states.begin(), states.begin() + static_cast<std::ptrdiff_t>(count), outcomes.begin(), finish);
}

template <typename Source>
void evaluateSome(const Source& source, std::span<const Work> works, std::span<Outcome> outcomes)
{
    for (std::size_t start = 0; start < works.size(); start += kGroup) {
        const std::size_t count = std::min(kGroup, works.size() - start);
        evaluateGroup(source, works.subspan(start, count), outcomes.subspan(start, count));
    }
}

std::uint64_t nonceOf(const Header& header)
{
    return U256::fromBigEndian(header.nonce.view()).toU64();
}

std::optional<SealRule> noSealHere(const LightCache& cache, const Header& header, const ChainRules& rules)
{
    if (header.number >= rules.proofOfStakeBlock) {
        return SealRule::ProofOfStake;
    }
    const auto epoch = epochOf(header.number, rules);
    return epoch == cache.epoch() ? std::nullopt : std::optional(SealRule::Epoch);
}

std::optional<SealRule> judge(const Header& header, const Outcome& outcome)
{
    if (outcome.mixHash != header.mixHash) {
        return SealRule::MixHash;
    }
    return meets(outcome.result, header.difficulty) ? std::nullopt : std::optional(SealRule::Work);
}

} // namespace

std::optional<Epoch> epochOf(std::uint64_t blockNumber, const ChainRules& rules)
{
    const bool etchash = blockNumber >= rules.etchashBlock;
    const std::uint64_t index = blockNumber / (etchash ? kEtchashEpochBlocks : kEpochBlocks);
    if (index > kMaxEpoch) {
        return std::nullopt;
    }
    const auto small = static_cast<std::uint32_t>(index);
    return Epoch{small, etchash ? 2 * small : small};
}

Outcome evaluate(const LightCache& cache, const Work& work)
{
    Outcome out;
    evaluateGroup(FromCache{cache}, {&work, 1}, {&out, 1});
    return out;
}

void evaluateMany(const LightCache& cache, std::span<const Work> works, std::span<Outcome> outcomes, unsigned threads)
{
    const std::size_t groups = (works.size() + kGroup - 1) / kGroup;
    const std::size_t parts = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(groups, 1));
    const std::size_t each = (groups + parts - 1) / parts * kGroup;
    std::vector<std::jthread> others;
    for (std::size_t start = each; start < works.size(); start += each) {
        const std::size_t count = std::min(each, works.size() - start);
        others.emplace_back([&cache, part = works.subspan(start, count), out = outcomes.subspan(start, count)] {
            evaluateSome(FromCache{cache}, part, out);
        });
    }
    const std::size_t mine = std::min(each, works.size());
    evaluateSome(FromCache{cache}, works.first(mine), outcomes.first(mine));
}

void makeDataset(const LightCache& cache, std::uint32_t first, std::span<std::uint8_t> out)
{
    std::array<Row, kMaxRows> rows;
    std::array<std::uint32_t, kMaxRows> items;
    const std::size_t total = out.size() / kItemBytes;
    for (std::size_t done = 0; done < total; done += kMaxRows) {
        const std::size_t count = std::min(kMaxRows, total - done);
        std::iota(items.begin(), items.end(), first + static_cast<std::uint32_t>(done));
        makeItems(cache, rows.data(), items.data(), count);
        std::memcpy(out.data() + done * kItemBytes, rows.data(), count * kItemBytes);
    }
}

void evaluateMany(BytesView dataset, std::span<const Work> works, std::span<Outcome> outcomes)
{
    evaluateSome(FromDataset{dataset}, works, outcomes);
}

bool meets(const Hash32& result, const U256& difficulty)
{
    if (difficulty <= U256(1)) {
        return !difficulty.isZero(); // 2^256 itself is above everything
    }
    auto [boundary, rest] = divMod(U256::max(), difficulty); // 2^256 - 1 instead of 2^256 ...
    if (rest + U256(1) == difficulty) {
        boundary += U256(1); // ... which only matters where it divides
    }
    return U256::fromBigEndian(result.view()) <= boundary;
}

const char* nameOf(SealRule rule)
{
    switch (rule) {
    case SealRule::Epoch:
        return "epoch";
    case SealRule::ProofOfStake:
        return "proofOfStake";
    case SealRule::MixHash:
        return "mixHash";
    case SealRule::Work:
        return "work";
    }
    return "";
}

std::vector<std::optional<SealRule>> brokenSeals(const LightCache& cache, std::span<const Header* const> headers,
                                                 const ChainRules& rules, unsigned threads)
{
    std::vector<std::optional<SealRule>> verdicts;
    std::vector<Work> works;
    for (const Header* header : headers) {
        verdicts.push_back(noSealHere(cache, *header, rules));
        if (!verdicts.back()) {
            works.push_back({sealHashOf(*header), nonceOf(*header)});
        }
    }
    std::vector<Outcome> outcomes(works.size());
    evaluateMany(cache, works, outcomes, threads);
    auto outcome = outcomes.begin();
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (!verdicts[i]) {
            verdicts[i] = judge(*headers[i], *outcome++);
        }
    }
    return verdicts;
}

std::optional<SealRule> brokenSeal(const LightCache& cache, const Header& header, const ChainRules& rules)
{
    const Header* const one = &header;
    return brokenSeals(cache, {&one, 1}, rules).front();
}

} // namespace autochain::ethash
