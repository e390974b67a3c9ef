// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak-f[1600] with rate 136 and capacity 64 bytes (The Keccak reference, version 3.0), padding 0x01 … 0x80 as
// Ethereum uses it. Lanes are stored x + 5y; two rounds per turn of the loop.
#include "crypto/hash.h"
#include "crypto/keccak_round.h"
#include "crypto/keccak_state.h"

#include <bit>

namespace autochain
{
namespace
{

static_assert(std::endian::native == std::endian::little, "lanes are read from memory as they are");

constexpr std::size_t kRate = 136;
constexpr std::size_t kRateLanes = kRate / 8;
using keccak::kRoundConstants;
using keccak::State;

// Compiled twice below: once for any processor, once with BMI, which has and-not in one step and rotations that keep
// their operand.
AC_INLINED void rounds(State& state)
{
    State other;
    for (std::size_t i = 0; i < kRoundConstants.size(); i += 2) {
        keccak::round(state.data(), other.data(), kRoundConstants[i]);
        keccak::round(other.data(), state.data(), kRoundConstants[i + 1]);
    }
}

void roundsPortable(State& state)
{
    rounds(state);
}

#if defined(__x86_64__)
[[gnu::target("bmi,bmi2")]] void roundsBmi(State& state)
{
    rounds(state);
}
#endif

using Rounds = void (*)(State&);

Rounds fastestRounds()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0) {
        return roundsBmi;
    }
#endif
    return roundsPortable;
}

void absorbBlock(State& state, const std::uint8_t* block)
{
    for (std::size_t i = 0; i < kRateLanes; ++i) {
        std::uint64_t lane = 0;
        std::memcpy(&lane, block + 8 * i, sizeof lane);
        state[i] ^= lane;
    }
    keccak::permute(state);
}

} // namespace

// Decided at the first use: hashes are also taken while other files' constants are being made.
void keccak::permute(State& state)
{
    static const Rounds kRounds = fastestRounds();
    kRounds(state);
}

Hash32 keccak256(BytesView data)
{
    State state{};
    while (data.size() >= kRate) {
        absorbBlock(state, data.data());
        data = data.subspan(kRate);
    }
    std::array<std::uint8_t, kRate> last{};
    if (!data.empty()) {
        std::memcpy(last.data(), data.data(), data.size());
    }
    last[data.size()] = 0x01;
    last[kRate - 1] |= 0x80;
    absorbBlock(state, last.data());
    Hash32 out;
    std::memcpy(out.bytes.data(), state.data(), Hash32::kSize);
    return out;
}

} // namespace autochain
