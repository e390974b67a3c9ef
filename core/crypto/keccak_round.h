// SPDX-License-Identifier: GPL-3.0-or-later
// One round of Keccak-f[1600] (The Keccak reference, version 3.0); theta, rho and pi are written out per lane. For one
// state a lane is a number of 64 bits; a vector of such numbers (GCC's vector_size) holds as many states side by side.
// All is inlined, so that the caller's instruction set is used. Vectors go by reference: by value they would need one.
#pragma once

#include <cstdint>

#define AC_INLINED [[gnu::always_inline]] inline

namespace autochain::keccak
{

template <int bits, typename Lane>
AC_INLINED void turn(Lane& lane)
{
    if constexpr (bits != 0) {
        lane = lane << bits | lane >> (64 - bits);
    }
}

// A lane with theta's share, in its new place (rho, pi).
template <int bits, typename Lane>
AC_INLINED void move(Lane& out, const Lane& lane, const Lane& theta)
{
    out = lane ^ theta;
    turn<bits>(out);
}

template <typename Lane>
AC_INLINED void parity(Lane& out, const Lane* column)
{
    out = column[0] ^ column[5] ^ column[10] ^ column[15] ^ column[20];
}

template <typename Lane>
AC_INLINED void theta(Lane& out, const Lane& left, const Lane& right)
{
    out = right;
    turn<1>(out);
    out ^= left;
}

template <typename Lane>
AC_INLINED void chi(Lane* out, const Lane& b0, const Lane& b1, const Lane& b2, const Lane& b3, const Lane& b4)
{
    out[0] = b0 ^ (~b1 & b2);
    out[1] = b1 ^ (~b2 & b3);
    out[2] = b2 ^ (~b3 & b4);
    out[3] = b3 ^ (~b4 & b0);
    out[4] = b4 ^ (~b0 & b1);
}

// From 25 lanes (x + 5y) to 25 others.
template <typename Lane>
AC_INLINED void round(const Lane* in, Lane* out, std::uint64_t roundConstant)
{
    Lane c0, c1, c2, c3, c4;
    parity(c0, in);
    parity(c1, in + 1);
    parity(c2, in + 2);
    parity(c3, in + 3);
    parity(c4, in + 4);
    Lane d0, d1, d2, d3, d4;
    theta(d0, c4, c1);
    theta(d1, c0, c2);
    theta(d2, c1, c3);
    theta(d3, c2, c4);
    theta(d4, c3, c0);
    Lane b0, b1, b2, b3, b4;
    move<0>(b0, in[0], d0);
    move<44>(b1, in[6], d1);
    move<43>(b2, in[12], d2);
    move<21>(b3, in[18], d3);
    move<14>(b4, in[24], d4);
    chi(out, b0, b1, b2, b3, b4);
    out[0] ^= roundConstant;
    move<28>(b0, in[3], d3);
    move<20>(b1, in[9], d4);
    move<3>(b2, in[10], d0);
    move<45>(b3, in[16], d1);
    move<61>(b4, in[22], d2);
    chi(out + 5, b0, b1, b2, b3, b4);
    move<1>(b0, in[1], d1);
    move<6>(b1, in[7], d2);
    move<25>(b2, in[13], d3);
    move<8>(b3, in[19], d4);
    move<18>(b4, in[20], d0);
    chi(out + 10, b0, b1, b2, b3, b4);
    move<27>(b0, in[4], d4);
    move<36>(b1, in[5], d0);
    move<10>(b2, in[11], d1);
    move<15>(b3, in[17], d2);
    move<56>(b4, in[23], d3);
    chi(out + 15, b0, b1, b2, b3, b4);
    move<62>(b0, in[2], d2);
    move<55>(b1, in[8], d3);
    move<39>(b2, in[14], d4);
    move<41>(b3, in[15], d0);
    move<2>(b4, in[21], d1);
    chi(out + 20, b0, b1, b2, b3, b4);
}

} // namespace autochain::keccak
