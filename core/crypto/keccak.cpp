// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak-f[1600] with rate 136 and capacity 64 bytes (The Keccak reference, version 3.0), padding 0x01 … 0x80 as
// Ethereum uses it. Lanes are stored x + 5y; theta, rho and pi are written out per lane, two rounds per turn of the
// loop.
#include "crypto/hash.h"
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

// The inlined bodies are compiled twice below: once for any processor, once with BMI, which has and-not in one step and
// rotations that keep their operand.
[[gnu::always_inline]] inline void chi(std::uint64_t* out, std::uint64_t b0, std::uint64_t b1, std::uint64_t b2,
                                       std::uint64_t b3, std::uint64_t b4)
{
    out[0] = b0 ^ (~b1 & b2);
    out[1] = b1 ^ (~b2 & b3);
    out[2] = b2 ^ (~b3 & b4);
    out[3] = b3 ^ (~b4 & b0);
    out[4] = b4 ^ (~b0 & b1);
}

[[gnu::always_inline]] inline void round(const State& in, State& out, std::uint64_t roundConstant)
{
    const std::uint64_t c0 = in[0] ^ in[5] ^ in[10] ^ in[15] ^ in[20];
    const std::uint64_t c1 = in[1] ^ in[6] ^ in[11] ^ in[16] ^ in[21];
    const std::uint64_t c2 = in[2] ^ in[7] ^ in[12] ^ in[17] ^ in[22];
    const std::uint64_t c3 = in[3] ^ in[8] ^ in[13] ^ in[18] ^ in[23];
    const std::uint64_t c4 = in[4] ^ in[9] ^ in[14] ^ in[19] ^ in[24];
    const std::uint64_t d0 = c4 ^ std::rotl(c1, 1);
    const std::uint64_t d1 = c0 ^ std::rotl(c2, 1);
    const std::uint64_t d2 = c1 ^ std::rotl(c3, 1);
    const std::uint64_t d3 = c2 ^ std::rotl(c4, 1);
    const std::uint64_t d4 = c3 ^ std::rotl(c0, 1);
    chi(&out[0], in[0] ^ d0, std::rotl(in[6] ^ d1, 44), std::rotl(in[12] ^ d2, 43), std::rotl(in[18] ^ d3, 21),
        std::rotl(in[24] ^ d4, 14));
    chi(&out[5], std::rotl(in[3] ^ d3, 28), std::rotl(in[9] ^ d4, 20), std::rotl(in[10] ^ d0, 3),
        std::rotl(in[16] ^ d1, 45), std::rotl(in[22] ^ d2, 61));
    chi(&out[10], std::rotl(in[1] ^ d1, 1), std::rotl(in[7] ^ d2, 6), std::rotl(in[13] ^ d3, 25),
        std::rotl(in[19] ^ d4, 8), std::rotl(in[20] ^ d0, 18));
    chi(&out[15], std::rotl(in[4] ^ d4, 27), std::rotl(in[5] ^ d0, 36), std::rotl(in[11] ^ d1, 10),
        std::rotl(in[17] ^ d2, 15), std::rotl(in[23] ^ d3, 56));
    chi(&out[20], std::rotl(in[2] ^ d2, 62), std::rotl(in[8] ^ d3, 55), std::rotl(in[14] ^ d4, 39),
        std::rotl(in[15] ^ d0, 41), std::rotl(in[21] ^ d1, 2));
    out[0] ^= roundConstant;
}

[[gnu::always_inline]] inline void rounds(State& state)
{
    State other;
    for (std::size_t i = 0; i < kRoundConstants.size(); i += 2) {
        round(state, other, kRoundConstants[i]);
        round(other, state, kRoundConstants[i + 1]);
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
