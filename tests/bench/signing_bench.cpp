// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads before a foreign call or document is signed, against the bare signature: everything from the
// bytes to the statement and the signature has to stay within 0.1 ms of it.
#include "codec/abi.h"
#include "codec/transaction.h"
#include "crypto/address.h"
#include "crypto/secp256k1_context.h"
#include "signing_fixture.h"

#include <benchmark/benchmark.h>
#include <secp256k1_recovery.h>

using namespace autochain;
using namespace autochain::testing;

namespace
{

Bytes foreignTransfer()
{
    Bytes data = toBytes(BytesView(abi::selector("transfer(address,uint256)")));
    append(data, *abi::encode(*abi::parseType("(address,uint256)"), {addressOf("Bob Keller"), U256(25'000'000)}));
    return encodeUnsigned(transaction({addressOf("stranger's token"), {}, data}));
}

std::string foreignPermit()
{
    return R"({"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},)"
           R"({"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],"Permit":[)"
           R"({"name":"owner","type":"address"},{"name":"spender","type":"address"},{"name":"value","type":"uint256"},)"
           R"({"name":"nonce","type":"uint256"},{"name":"deadline","type":"uint256"}]},"primaryType":"Permit",)"
           R"("domain":{"name":"Stranger","version":"1","chainId":31337,"verifyingContract":")" +
           checksumAddress(addressOf("stranger's token")) + R"("},"message":{"owner":")" +
           checksumAddress(addressOf("Alice Brandt")) + R"(","spender":")" + checksumAddress(addressOf("Bob Keller")) +
           R"(","value":"5000","nonce":"0","deadline":"1800000000"}})";
}

void signForeignTransfer(benchmark::State& state)
{
    const PrivateKey key = keyOf("Alice Brandt");
    const auto reader = context("Alice Brandt");
    const Bytes bytes = foreignTransfer();
    for ([[maybe_unused]] auto turn : state) {
        const auto tx = decodeUnsigned(bytes);
        const auto statement = tx.ok() ? signing::decodeTransaction(*tx, reader, {}) : tx.error();
        if (!statement.ok()) {
            state.SkipWithError("not understood");
            break;
        }
        benchmark::DoNotOptimize(statement->facts.data());
        const Bytes out = encodeSigned(*tx, key.sign(signingHash(*tx)));
        benchmark::DoNotOptimize(out.data());
    }
}

void signForeignPermit(benchmark::State& state)
{
    const PrivateKey key = keyOf("Alice Brandt");
    const auto reader = context("Alice Brandt");
    const std::string document = foreignPermit();
    for ([[maybe_unused]] auto turn : state) {
        const auto read = signing::decodeTypedData(document, reader, {});
        if (!read.ok()) {
            state.SkipWithError("not understood");
            break;
        }
        benchmark::DoNotOptimize(read->statement.facts.data());
        benchmark::DoNotOptimize(key.sign(read->digest));
    }
}

void signAlone(benchmark::State& state)
{
    const PrivateKey key = keyOf("Alice Brandt");
    const Hash32 digest = keccak256(std::string_view("anything"));
    secp256k1_ecdsa_recoverable_signature signature;
    for ([[maybe_unused]] auto turn : state) {
        if (secp256k1_ecdsa_sign_recoverable(secp256k1Context(), &signature, digest.bytes.data(), key.secret32().data(),
                                             nullptr, nullptr) != 1) {
            state.SkipWithError("not signed");
        }
        benchmark::DoNotOptimize(signature);
    }
}

void medians(benchmark::internal::Benchmark* row)
{
    row->Repetitions(7)->ReportAggregatesOnly();
}

constexpr const char* kAlone = "/peer:libsecp256k1, the signature alone";
BENCHMARK(signForeignTransfer)->Name("sign foreign transfer/ours")->Apply(medians);
BENCHMARK(signAlone)->Name(std::string("sign foreign transfer") + kAlone)->Apply(medians);
BENCHMARK(signForeignPermit)->Name("sign foreign permit/ours")->Apply(medians);
BENCHMARK(signAlone)->Name(std::string("sign foreign permit") + kAlone)->Apply(medians);

} // namespace
