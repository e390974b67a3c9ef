// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/abi.h"
#include "codec/eip712.h"
#include "codec/rlp.h"
#include "codec/rlp_view.h"
#include "codec/transaction.h"
#include "js_peer.h"

#include "base/hex.h"

#include <benchmark/benchmark.h>

#include <array>

using namespace autochain;

namespace
{

// A page of a listing board: 100 structs of five members, one of them text.
constexpr std::string_view kListingsType = "(address,uint256,uint64,bytes32,string)[]";

abi::Type listingsType()
{
    return abi::parseType("(" + std::string(kListingsType) + ")").value();
}

std::vector<abi::Value> listings()
{
    std::vector<abi::Value> rows;
    for (std::uint64_t i = 0; i < 100; ++i) {
        rows.emplace_back(std::vector<abi::Value>{abi::Value(Address()), abi::Value(U256(i) << 64), abi::Value(i),
                                                  abi::Value(Hash32()),
                                                  abi::Value::text("Volkswagen Golf VII 1.4 TSI")});
    }
    return {abi::Value(std::move(rows))};
}

void abiEncode(benchmark::State& state)
{
    const abi::Type type = listingsType();
    const auto values = listings();
    const std::size_t size = abi::encode(type, values)->size();
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(abi::encode(type, values));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}
BENCHMARK(abiEncode)->Name("ABI encode, 100 structs/ours")->Apply(bench::besideJs);

void abiDecode(benchmark::State& state)
{
    const abi::Type type = listingsType();
    const Bytes data = abi::encode(type, listings()).value();
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(abi::decode(type, data));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(data.size()));
}
BENCHMARK(abiDecode)->Name("ABI decode, 100 structs/ours")->Apply(bench::besideJs);

void abiPeer(benchmark::State& state, const char* operation)
{
    const Bytes data = abi::encode(listingsType(), listings()).value();
    const std::string input = R"({"type":")" + std::string(kListingsType) + R"(","data":")" + toHex0x(data) + R"("})";
    bench::runJsPeer(state, operation, input, data, 20);
}
BENCHMARK_CAPTURE(abiPeer, encode, "abi-encode")->Name("ABI encode, 100 structs/peer:viem")->Apply(bench::jsRow);
BENCHMARK_CAPTURE(abiPeer, decode, "abi-decode")->Name("ABI decode, 100 structs/peer:viem")->Apply(bench::jsRow);

// Shaped like a full branch node of a Merkle-Patricia trie: 16 hashes and an empty value, 532 bytes.
Bytes branchNode()
{
    static const Bytes hash(32, 0xab);
    Bytes items;
    items.reserve(17 * 33); // as those do who write many: headers, nodes
    for (int i = 0; i < 16; ++i) {
        rlp::appendString(items, hash);
    }
    rlp::appendString(items, {});
    return rlp::list(items);
}

void rlpEncode(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(branchNode());
    }
    state.SetBytesProcessed(state.iterations() * 532);
}
BENCHMARK(rlpEncode)->Name("RLP encode, branch node/ours")->Apply(bench::besideJs);

// As everything in the suite reads: in place, item by item. The peer makes a tree of pieces of its input.
void rlpDecode(benchmark::State& state)
{
    const Bytes node = branchNode();
    for ([[maybe_unused]] auto turn : state) {
        std::array<BytesView, 17> children;
        const auto list = readRlp(node);
        BytesView rest = list->payload;
        for (BytesView& child : children) {
            child = takeRlp(rest)->payload;
        }
        benchmark::DoNotOptimize(children);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(node.size()));
}
BENCHMARK(rlpDecode)->Name("RLP decode, branch node/ours")->Apply(bench::besideJs);

void rlpPeer(benchmark::State& state, const char* operation)
{
    const Bytes encoded = branchNode();
    bench::runJsPeer(state, operation, '"' + toHex0x(encoded) + '"', encoded, 2'000);
}
BENCHMARK_CAPTURE(rlpPeer, encode, "rlp-encode")->Name("RLP encode, branch node/peer:viem")->Apply(bench::jsRow);
BENCHMARK_CAPTURE(rlpPeer, decode, "rlp-decode")->Name("RLP decode, branch node/peer:viem")->Apply(bench::jsRow);

void transactionHashing(benchmark::State& state)
{
    Transaction tx;
    tx.chainId = 1;
    tx.to = Address();
    tx.data = Bytes(100, 1);
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(signingHash(tx));
    }
}
BENCHMARK(transactionHashing)->Name("transaction signing hash");

constexpr std::string_view kDocument =
    R"({"types":{"Offer":[{"name":"buyer","type":"address"},{"name":"price","type":"uint256"},{"name":"report","type":"bytes32"},)"
    R"({"name":"note","type":"string"}]},"primaryType":"Offer","domain":{"name":"AutoChain","chainId":1},"message":{)"
    R"("buyer":"0x0000000000000000000000000000000000000001","price":"200000000000000000000000","note":"as seen",)"
    R"("report":"0x0000000000000000000000000000000000000000000000000000000000000000"}})";

void typedData(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        const auto data = eip712::parse(asBytes(kDocument));
        const auto digest = eip712::digest(*data);
        benchmark::DoNotOptimize(digest);
    }
}
BENCHMARK(typedData)->Name("EIP-712 read and hash/ours")->Apply(bench::besideJs);

// Of a document that was read and checked before; the peer's starts with its parsed JSON, too.
void typedDataHash(benchmark::State& state)
{
    const auto data = eip712::parse(asBytes(kDocument));
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(eip712::digest(*data));
    }
}
BENCHMARK(typedDataHash)->Name("EIP-712 hash/ours")->Apply(bench::besideJs);

void typedDataPeer(benchmark::State& state, const char* operation)
{
    std::string input = "\"";
    for (const char c : kDocument) {
        input += c == '"' ? std::string("\\\"") : std::string(1, c);
    }
    const Hash32 digest = eip712::digest(*eip712::parse(asBytes(kDocument))).value();
    bench::runJsPeer(state, operation, input + '"', digest.view(), 200);
}
BENCHMARK_CAPTURE(typedDataPeer, read, "typed-data")->Name("EIP-712 read and hash/peer:viem")->Apply(bench::jsRow);
BENCHMARK_CAPTURE(typedDataPeer, hash, "typed-data-hash")->Name("EIP-712 hash/peer:viem")->Apply(bench::jsRow);

} // namespace
