// SPDX-License-Identifier: GPL-3.0-or-later
// A file into blocks against the importer of Helia, both into blocks in memory; and a file out of blocks, every block
// checked, against OpenSSL's bare SHA-256 (EVP, as `openssl speed -evp sha256` runs it) over the same blocks.
#include "content/file_verifier.h"
#include "content/unixfs_importer.h"
#include "crypto/hash.h"
#include "js_peer.h"

#include <benchmark/benchmark.h>
#include <openssl/evp.h>

#include <deque>
#include <unordered_map>

using namespace autochain;

namespace
{

constexpr std::size_t kFileBytes = 64 * 1024 * 1024;
constexpr std::uint32_t kSeed = 1;

struct CidHash {
    std::size_t operator()(const Cid& cid) const { return std::hash<Hash32>()(cid.digest); }
};
// As the peer's: leaves are pieces of the file where they can be, only nodes have memory of their own.
struct Blocks {
    std::unordered_map<Cid, BytesView, CidHash> all;
    std::deque<Bytes> nodes;
};

// Bytes peers.mjs makes as well: Marsaglia's xorshift32, the lowest byte of each state.
Bytes someFile()
{
    Bytes out(kFileBytes);
    std::uint32_t state = kSeed;
    for (std::uint8_t& byte : out) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        byte = static_cast<std::uint8_t>(state);
    }
    return out;
}

Cid import(const Bytes& file, Blocks& blocks)
{
    FileImporter importer([&blocks](const Cid& cid, BytesView block) {
        if (cid.codec != kCodecRaw) {
            block = blocks.nodes.emplace_back(toBytes(block));
        }
        blocks.all.emplace(cid, block);
        return Result<>();
    });
    return importer.add(file).ok() ? importer.finish()->cid : Cid();
}

void importOurs(benchmark::State& state)
{
    const Bytes file = someFile();
    for ([[maybe_unused]] auto turn : state) {
        Blocks blocks;
        benchmark::DoNotOptimize(import(file, blocks));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kFileBytes));
}
BENCHMARK(importOurs)->Name("UnixFS import, 64 MiB/ours")->Apply(bench::besideJs);

void importPeer(benchmark::State& state)
{
    Blocks blocks;
    const Bytes file = someFile();
    const Bytes cid = cidBytes(import(file, blocks));
    const std::string input = R"({"bytes":)" + std::to_string(kFileBytes) + R"(,"seed":)" + std::to_string(kSeed) + "}";
    bench::runJsPeer(state, "unixfs-import", input, cid, 1);
}
BENCHMARK(importPeer)->Name("UnixFS import, 64 MiB/peer:ipfs-unixfs-importer")->Apply(bench::jsRow);

void verifyOurs(benchmark::State& state)
{
    Blocks blocks;
    const Bytes file = someFile();
    const Cid root = import(file, blocks);
    for ([[maybe_unused]] auto turn : state) {
        FileVerifier verifier(root);
        std::uint64_t bytes = 0;
        while (!verifier.done()) {
            const auto piece = verifier.give(blocks.all.at(verifier.next()));
            if (!piece.ok()) {
                state.SkipWithError("not verified");
                return;
            }
            bytes += piece->size();
        }
        if (bytes != kFileBytes) {
            state.SkipWithError("not the whole file");
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kFileBytes));
}
BENCHMARK(verifyOurs)->Name("UnixFS verify, 64 MiB/ours")->Apply(bench::besideJs);

void verifyBare(benchmark::State& state)
{
    Blocks blocks;
    const Bytes file = someFile();
    import(file, blocks);
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Hash32 out;
    for ([[maybe_unused]] auto turn : state) {
        for (const auto& [cid, block] : blocks.all) {
            if (cid.codec == kCodecRaw) {
                EVP_DigestInit_ex2(context, algorithm, nullptr);
                EVP_DigestUpdate(context, block.data(), block.size());
                EVP_DigestFinal_ex(context, out.bytes.data(), nullptr);
                benchmark::DoNotOptimize(out);
            }
        }
    }
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kFileBytes));
}
BENCHMARK(verifyBare)->Name("UnixFS verify, 64 MiB/peer:OpenSSL sha256, the hashes alone")->Apply(bench::besideJs);

} // namespace
