// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/u256.h"

#include <benchmark/benchmark.h>
#include <memory>
#include <openssl/bn.h>

using namespace autochain;

namespace
{

const U256 kDividend = U256::max() - U256(12345);
const U256 kDivisor = (U256(0x9876543210abcdefULL) << 100) + U256(77);

using Bn = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Bn bnOf(const U256& value)
{
    const auto bytes = value.toBigEndian();
    return {BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr), &BN_free};
}

void divideOurs(benchmark::State& state)
{
    U256 dividend = kDividend;
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(dividend);
        auto result = divMod(dividend, kDivisor);
        benchmark::DoNotOptimize(result);
    }
}
BENCHMARK(divideOurs)->Name("divide 256 by 164 bit/ours");

void divideOpenSsl(benchmark::State& state)
{
    const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), &BN_CTX_free);
    const Bn dividend = bnOf(kDividend);
    const Bn divisor = bnOf(kDivisor);
    const Bn quotient(BN_new(), &BN_free);
    const Bn remainder(BN_new(), &BN_free);
    for ([[maybe_unused]] auto turn : state) {
        BN_div(quotient.get(), remainder.get(), dividend.get(), divisor.get(), context.get());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(divideOpenSsl)->Name("divide 256 by 164 bit/peer:OpenSSL BN_div");

void toDecimal(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(kDividend.toDecimal());
    }
}
BENCHMARK(toDecimal)->Name("U256 to decimal");

} // namespace
