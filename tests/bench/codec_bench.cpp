// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/abi.h"
#include "codec/eip712.h"
#include "codec/rlp.h"
#include "codec/transaction.h"

#include <benchmark/benchmark.h>

using namespace autochain;

namespace
{

// A page of a listing board: 100 structs of five members, one of them text.
abi::Type listingsType()
{
    return abi::parseType("((address,uint256,uint64,bytes32,string)[])").value();
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
BENCHMARK(abiEncode)->Name("ABI encode, 100 structs");

void abiDecode(benchmark::State& state)
{
    const abi::Type type = listingsType();
    const Bytes data = abi::encode(type, listings()).value();
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(abi::decode(type, data));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(data.size()));
}
BENCHMARK(abiDecode)->Name("ABI decode, 100 structs");

// Shaped like a full branch node of a Merkle-Patricia trie: 16 hashes and an empty value, 532 bytes.
rlp::Item branchNode()
{
    rlp::Item node;
    node.isList = true;
    node.items.assign(16, rlp::Item{false, Bytes(32, 0xab), {}});
    node.items.emplace_back();
    return node;
}

void rlpEncode(benchmark::State& state)
{
    const rlp::Item node = branchNode();
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(rlp::encode(node));
    }
    state.SetBytesProcessed(state.iterations() * 532);
}
BENCHMARK(rlpEncode)->Name("RLP encode, branch node");

void rlpDecode(benchmark::State& state)
{
    const Bytes encoded = rlp::encode(branchNode());
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(rlp::decode(encoded));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(encoded.size()));
}
BENCHMARK(rlpDecode)->Name("RLP decode, branch node");

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

void typedData(benchmark::State& state)
{
    constexpr std::string_view kDocument =
        R"({"types":{"Offer":[{"name":"buyer","type":"address"},{"name":"price","type":"uint256"},{"name":"report","type":"bytes32"},)"
        R"({"name":"note","type":"string"}]},"primaryType":"Offer","domain":{"name":"AutoChain","chainId":1},"message":{)"
        R"("buyer":"0x0000000000000000000000000000000000000001","price":"200000000000000000000000","note":"as seen",)"
        R"("report":"0x0000000000000000000000000000000000000000000000000000000000000000"}})";
    for ([[maybe_unused]] auto turn : state) {
        const auto data = eip712::parse(asBytes(kDocument));
        const auto digest = eip712::digest(*data);
        benchmark::DoNotOptimize(digest);
    }
}
BENCHMARK(typedData)->Name("EIP-712 read and hash");

} // namespace
