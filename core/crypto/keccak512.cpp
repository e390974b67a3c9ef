// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak-512 of short messages: rate 72 bytes, padding 0x01 … 0x80. A row of 64 bytes is eight lanes of the one block,
// the ninth holds the padding. Eight rows at once lie across the lanes of 512-bit registers, one row in each 64 bits.
#include "crypto/keccak_state.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace autochain::keccak
{
namespace
{
constexpr std::size_t kRate = 72;
constexpr std::size_t kRowLanes = kRow / 8;
constexpr std::uint64_t kRowPadding = 0x8000000000000001; // in lane 8: begins and ends there

void hashRow(std::uint8_t* row)
{
    State state{};
    std::memcpy(state.data(), row, kRow);
    state[kRowLanes] = kRowPadding;
    permute(state);
    std::memcpy(row, state.data(), kRow);
}

#if defined(__x86_64__)
constexpr std::size_t kWide = 8; // rows at once
constexpr std::size_t kWorthIt = 3;

#define AC_AVX512 [[gnu::target("avx512f")]]
#define AC_AVX512_INLINE [[gnu::target("avx512f"), gnu::always_inline]] inline

template <int bits>
AC_AVX512_INLINE void turn(__m512i& lane)
{
    lane = _mm512_maskz_rol_epi64(0xff, lane, bits); // GCC 12 warns of the plain form in its own header
}

// chi of one plane of five: a ^ (~b & c) is the function 0xd2 of three bits.
AC_AVX512_INLINE void chi(__m512i* out, const __m512i& b0, const __m512i& b1, const __m512i& b2, const __m512i& b3,
                          const __m512i& b4)
{
    out[0] = _mm512_ternarylogic_epi64(b0, b1, b2, 0xd2);
    out[1] = _mm512_ternarylogic_epi64(b1, b2, b3, 0xd2);
    out[2] = _mm512_ternarylogic_epi64(b2, b3, b4, 0xd2);
    out[3] = _mm512_ternarylogic_epi64(b3, b4, b0, 0xd2);
    out[4] = _mm512_ternarylogic_epi64(b4, b0, b1, 0xd2);
}

AC_AVX512_INLINE void parity(__m512i& out, const __m512i* a, std::size_t x)
{
    out = _mm512_ternarylogic_epi64(a[x], a[x + 5], a[x + 10], 0x96); // exclusive or of three
    out = _mm512_ternarylogic_epi64(out, a[x + 15], a[x + 20], 0x96);
}

template <int bits>
AC_AVX512_INLINE void moved(__m512i& out, const __m512i& lane, const __m512i& left, const __m512i& right)
{
    out = _mm512_ternarylogic_epi64(lane, left, right, 0x96); // theta's two columns
    turn<bits>(out);
}

AC_AVX512_INLINE void wideRound(const __m512i* a, __m512i* out, std::uint64_t roundConstant)
{
    __m512i left[5];  // the column before
    __m512i right[5]; // the column behind, turned by one
    __m512i c[5];
    for (std::size_t x = 0; x < 5; ++x) {
        parity(c[x], a, x);
    }
    for (std::size_t x = 0; x < 5; ++x) {
        left[x] = c[(x + 4) % 5];
        right[x] = c[(x + 1) % 5];
        turn<1>(right[x]);
    }
    __m512i b0, b1, b2, b3, b4;
    moved<0>(b0, a[0], left[0], right[0]);
    moved<44>(b1, a[6], left[1], right[1]);
    moved<43>(b2, a[12], left[2], right[2]);
    moved<21>(b3, a[18], left[3], right[3]);
    moved<14>(b4, a[24], left[4], right[4]);
    chi(out, b0, b1, b2, b3, b4);
    out[0] = _mm512_xor_si512(out[0], _mm512_set1_epi64(static_cast<long long>(roundConstant)));
    moved<28>(b0, a[3], left[3], right[3]);
    moved<20>(b1, a[9], left[4], right[4]);
    moved<3>(b2, a[10], left[0], right[0]);
    moved<45>(b3, a[16], left[1], right[1]);
    moved<61>(b4, a[22], left[2], right[2]);
    chi(out + 5, b0, b1, b2, b3, b4);
    moved<1>(b0, a[1], left[1], right[1]);
    moved<6>(b1, a[7], left[2], right[2]);
    moved<25>(b2, a[13], left[3], right[3]);
    moved<8>(b3, a[19], left[4], right[4]);
    moved<18>(b4, a[20], left[0], right[0]);
    chi(out + 10, b0, b1, b2, b3, b4);
    moved<27>(b0, a[4], left[4], right[4]);
    moved<36>(b1, a[5], left[0], right[0]);
    moved<10>(b2, a[11], left[1], right[1]);
    moved<15>(b3, a[17], left[2], right[2]);
    moved<56>(b4, a[23], left[3], right[3]);
    chi(out + 15, b0, b1, b2, b3, b4);
    moved<62>(b0, a[2], left[2], right[2]);
    moved<55>(b1, a[8], left[3], right[3]);
    moved<39>(b2, a[14], left[4], right[4]);
    moved<41>(b3, a[15], left[0], right[0]);
    moved<2>(b4, a[21], left[1], right[1]);
    chi(out + 20, b0, b1, b2, b3, b4);
}

// Eight rows, 64 bytes apart.
AC_AVX512 void hashEight(std::uint8_t* rows)
{
    const __m512i offsets = _mm512_setr_epi64(0, 8, 16, 24, 32, 40, 48, 56); // in lanes of 8 bytes
    __m512i a[25];
    __m512i other[25];
    for (std::size_t lane = 0; lane < 25; ++lane) {
        a[lane] = _mm512_setzero_si512();
    }
    for (std::size_t lane = 0; lane < kRowLanes; ++lane) {
        a[lane] = _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), 0xff, offsets, rows + 8 * lane, 8);
    }
    a[kRowLanes] = _mm512_set1_epi64(static_cast<long long>(kRowPadding));
    for (std::size_t i = 0; i < kRoundConstants.size(); i += 2) {
        wideRound(a, other, kRoundConstants[i]);
        wideRound(other, a, kRoundConstants[i + 1]);
    }
    for (std::size_t lane = 0; lane < kRowLanes; ++lane) {
        _mm512_i64scatter_epi64(rows + 8 * lane, offsets, a[lane], 8);
    }
}

bool hasWide()
{
    static const bool kHas = __builtin_cpu_supports("avx512f") != 0;
    return kHas;
}
#endif

} // namespace

std::array<std::uint8_t, kRow> hash512(const std::uint8_t* data, std::size_t size)
{
    std::array<std::uint8_t, kRate> block{};
    const std::size_t used = std::min(size, kRate - 1);
    std::memcpy(block.data(), data, used);
    block[used] = 0x01;
    block[kRate - 1] |= 0x80;
    State state{};
    std::memcpy(state.data(), block.data(), kRate);
    permute(state);
    std::array<std::uint8_t, kRow> out;
    std::memcpy(out.data(), state.data(), kRow);
    return out;
}

void hash512RowsPortable(std::uint8_t* rows, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        hashRow(rows + i * kRow);
    }
}

void hash512Rows(std::uint8_t* rows, std::size_t count)
{
#if defined(__x86_64__)
    while (hasWide() && count >= kWide) {
        hashEight(rows);
        rows += kWide * kRow;
        count -= kWide;
    }
    if (hasWide() && count >= kWorthIt) {
        alignas(kRow) std::uint8_t padded[kWide * kRow] = {};
        std::memcpy(padded, rows, count * kRow);
        hashEight(padded);
        std::memcpy(rows, padded, count * kRow);
        return;
    }
#endif
    hash512RowsPortable(rows, count);
}

} // namespace autochain::keccak
