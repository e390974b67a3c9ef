// SPDX-License-Identifier: GPL-3.0-or-later
// Seals and caches against libethash, one thread each unless the row says two; proofs against the hashes they cannot do
// without. Medians of seven runs, which main.cpp interleaves with those of the peer.
#include "chain/ethash.h"
#include "chain/trie.h"
#include "chain/trie_proof.h"
#include "codec/rlp.h"
#include "crypto/hash.h"
#include "js_peer.h"
#include "libethash.h"

#include "base/hex.h"

#include <benchmark/benchmark.h>

#include <map>

using namespace autochain;

namespace
{

constexpr int kRuns = 7;
constexpr std::uint32_t kEpoch = 400; // the cache has 66 MiB, more than processors keep close
constexpr std::size_t kBatch = 64;

const std::optional<bench::LibEthash>& peer()
{
    static const auto kPeer = bench::LibEthash::load();
    return kPeer;
}

const ethash::LightCache& ourCache()
{
    static const auto kCache = ethash::LightCache::generate({kEpoch, kEpoch});
    return kCache;
}

bench::LibEthash::Light* peerCache()
{
    static auto* const kLight = peer()->newLight(std::uint64_t{kEpoch} * ethash::kEpochBlocks);
    return kLight;
}

std::vector<ethash::Work> works(std::size_t count, std::uint64_t from)
{
    std::vector<ethash::Work> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        out[i].nonce = from + i;
        out[i].sealHash = keccak256(U256(from + i).toBigEndian());
    }
    return out;
}

// Never the same work twice: nothing of it is in a processor's cache already.
void sealsOurs(benchmark::State& state, std::size_t count, unsigned threads)
{
    const auto& cache = ourCache();
    std::uint64_t from = 1;
    std::vector<ethash::Outcome> outcomes(count);
    for ([[maybe_unused]] auto turn : state) {
        state.PauseTiming();
        const auto batch = works(count, from);
        from += count;
        state.ResumeTiming();
        ethash::evaluateMany(cache, batch, outcomes, threads);
        benchmark::DoNotOptimize(outcomes.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

void sealsPeer(benchmark::State& state, std::size_t count)
{
    if (!peer()) {
        state.SkipWithError("no python3-pyethash");
        return;
    }
    auto* light = peerCache();
    std::uint64_t from = 1;
    for ([[maybe_unused]] auto turn : state) {
        state.PauseTiming();
        const auto batch = works(count, from);
        from += count;
        state.ResumeTiming();
        for (const auto& work : batch) {
            benchmark::DoNotOptimize(peer()->compute(light, work.sealHash, work.nonce));
        }
    }
    const auto check = works(1, from).front();
    const auto theirs = peer()->compute(light, check.sealHash, check.nonce);
    const auto ours = ethash::evaluate(ourCache(), check);
    if (std::memcmp(theirs.mixHash, ours.mixHash.bytes.data(), Hash32::kSize) != 0) {
        state.SkipWithError("another mix than the peer's");
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

void cacheOurs(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(ethash::LightCache::generate({0, 0}).bytes().data());
    }
}

void cachePeer(benchmark::State& state)
{
    if (!peer()) {
        state.SkipWithError("no python3-pyethash");
        return;
    }
    for ([[maybe_unused]] auto turn : state) {
        auto* light = peer()->newLight(0);
        benchmark::DoNotOptimize(light);
        peer()->deleteLight(light);
    }
}

// A storage trie of 10,000 words, and proofs of some.
struct Proofs {
    Hash32 root;
    std::vector<Hash32> slots;
    std::vector<std::vector<Bytes>> nodes;
    std::size_t bytes = 0;
};

const Proofs& proofs()
{
    static const Proofs kProofs = [] {
        constexpr std::uint64_t kSlots = 10'000;
        constexpr std::uint64_t kProven = 100;
        Trie trie;
        for (std::uint64_t i = 0; i < kSlots; ++i) {
            Bytes value;
            rlp::appendUint(value, U256(i * 0x9e3779b97f4a7c15ULL + 1));
            trie.set(keccak256(U256(i).toBigEndian()).view(), value);
        }
        Proofs out;
        out.root = trie.root();
        for (std::uint64_t i = 0; i < kProven; ++i) {
            out.slots.push_back(Hash32::from(U256(i * 101).toBigEndian()));
            out.nodes.push_back(trie.proofOf(keccak256(out.slots.back().view()).view()));
            for (const Bytes& node : out.nodes.back()) {
                out.bytes += node.size();
            }
        }
        return out;
    }();
    return kProofs;
}

void proofOurs(benchmark::State& state)
{
    const Proofs& all = proofs();
    for ([[maybe_unused]] auto turn : state) {
        for (std::size_t i = 0; i < all.slots.size(); ++i) {
            const auto word = proveSlot(all.root, all.slots[i], all.nodes[i]);
            if (!word.ok() || word->isZero()) {
                state.SkipWithError("not proven");
                return;
            }
            benchmark::DoNotOptimize(word);
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(all.bytes));
}

void proofHashes(benchmark::State& state)
{
    const Proofs& all = proofs();
    for ([[maybe_unused]] auto turn : state) {
        for (const auto& nodes : all.nodes) {
            for (const Bytes& node : nodes) {
                benchmark::DoNotOptimize(keccak256(node));
            }
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(all.bytes));
}

// The same proofs; what it finds are the words in RLP.
void proofJs(benchmark::State& state)
{
    const Proofs& all = proofs();
    std::string input = R"({"root":")" + toHex0x(all.root) + R"(","proofs":[)";
    Bytes words;
    for (std::size_t i = 0; i < all.slots.size(); ++i) {
        input += std::string(i == 0 ? "" : ",") + R"({"slot":")" + toHex0x(all.slots[i]) + R"(","nodes":[)";
        for (std::size_t node = 0; node < all.nodes[i].size(); ++node) {
            input += std::string(node == 0 ? "" : ",") + '"' + toHex0x(all.nodes[i][node]) + '"';
        }
        input += "]}";
        rlp::appendUint(words, proveSlot(all.root, all.slots[i], all.nodes[i]).value());
    }
    bench::runJsPeer(state, "storage-proofs", input + "]}", words, 1);
}

void medians(benchmark::internal::Benchmark* row)
{
    row->Repetitions(kRuns)->ReportAggregatesOnly()->Unit(benchmark::kMicrosecond);
}

BENCHMARK_CAPTURE(sealsOurs, batch, kBatch, 1U)->Name("64 seals/ours")->Apply(medians);
BENCHMARK_CAPTURE(sealsPeer, batch, kBatch)->Name("64 seals/peer:libethash")->Apply(medians);
BENCHMARK_CAPTURE(sealsOurs, pair, kBatch, 2U)->Name("64 seals, 2 threads/ours")->Apply(medians)->UseRealTime();
BENCHMARK_CAPTURE(sealsPeer, pair, kBatch)
    ->Name("64 seals, 2 threads/peer:libethash on one")
    ->Apply(medians)
    ->UseRealTime();
BENCHMARK_CAPTURE(sealsOurs, single, std::size_t{1}, 1U)->Name("one seal/ours")->Apply(medians);
BENCHMARK_CAPTURE(sealsPeer, single, std::size_t{1})->Name("one seal/peer:libethash")->Apply(medians);
BENCHMARK(cacheOurs)->Name("Ethash cache/ours")->Apply(medians);
BENCHMARK(cachePeer)->Name("Ethash cache/peer:libethash")->Apply(medians);
BENCHMARK(proofOurs)->Name("100 storage proofs/ours")->Apply(medians);
BENCHMARK(proofHashes)->Name("100 storage proofs/peer:keccak256 of their nodes")->Apply(medians);
BENCHMARK(proofJs)->Name("100 storage proofs/peer:@ethereumjs/mpt")->Apply(bench::jsRow);

} // namespace
