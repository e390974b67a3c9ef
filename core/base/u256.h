// SPDX-License-Identifier: GPL-3.0-or-later
// Unsigned 256-bit integer, the EVM's word (Yellow Paper 9.1). Arithmetic wraps modulo 2^256 like the EVM's;
// the checked forms are for money.
#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <array>
#include <compare>

namespace autochain
{

class U256
{
public:
    constexpr U256() = default;
    constexpr U256(std::uint64_t v) : m_limbs{v, 0, 0, 0} {} // NOLINT(google-explicit-constructor)

    static U256 fromBigEndian(BytesView bytes);               // at most 32 bytes are read, from the end
    static Result<U256> fromDecimal(std::string_view digits); // NotANumber, Overflow
    static Result<U256>
    fromHexQuantity(std::string_view hex); // "0x…" of 1 to 64 digits (JSON-RPC QUANTITY); BadHex, Overflow
    static constexpr U256 max() { return ~U256(); }

    std::array<std::uint8_t, 32> toBigEndian() const;
    Bytes toBigEndianTrimmed() const; // no leading zeros; zero is empty (RLP's form)
    std::string toDecimal() const;
    std::string toHexQuantity() const; // "0x0", no leading zeros

    bool isZero() const { return (m_limbs[0] | m_limbs[1] | m_limbs[2] | m_limbs[3]) == 0; }
    bool fitsU64() const { return (m_limbs[1] | m_limbs[2] | m_limbs[3]) == 0; }
    std::uint64_t toU64() const { return m_limbs[0]; } // low 64 bits
    int bitLength() const;

    friend U256 operator+(const U256& a, const U256& b);
    friend U256 operator-(const U256& a, const U256& b);
    friend U256 operator*(const U256& a, const U256& b);
    friend U256 operator/(const U256& a, const U256& b); // x / 0 == 0, as DIV
    friend U256 operator%(const U256& a, const U256& b); // x % 0 == 0, as MOD
    friend U256 operator<<(const U256& a, unsigned bits);
    friend U256 operator>>(const U256& a, unsigned bits);
    friend constexpr U256 operator&(const U256& a, const U256& b)
    {
        return U256(a.m_limbs[0] & b.m_limbs[0], a.m_limbs[1] & b.m_limbs[1], a.m_limbs[2] & b.m_limbs[2],
                    a.m_limbs[3] & b.m_limbs[3]);
    }
    friend constexpr U256 operator|(const U256& a, const U256& b)
    {
        return U256(a.m_limbs[0] | b.m_limbs[0], a.m_limbs[1] | b.m_limbs[1], a.m_limbs[2] | b.m_limbs[2],
                    a.m_limbs[3] | b.m_limbs[3]);
    }
    constexpr U256 operator~() const { return U256(~m_limbs[0], ~m_limbs[1], ~m_limbs[2], ~m_limbs[3]); }
    U256& operator+=(const U256& o) { return *this = *this + o; }
    U256& operator-=(const U256& o) { return *this = *this - o; }

    bool operator==(const U256&) const = default;
    friend std::strong_ordering operator<=>(const U256& a, const U256& b);

    std::uint64_t limb(int i) const { return m_limbs[static_cast<std::size_t>(i)]; } // 0 is the lowest

private:
    constexpr U256(std::uint64_t l0, std::uint64_t l1, std::uint64_t l2, std::uint64_t l3) : m_limbs{l0, l1, l2, l3} {}
    std::array<std::uint64_t, 4> m_limbs{}; // little endian
};

// Quotient and remainder; divisor 0 gives {0, 0}.
std::pair<U256, U256> divMod(const U256& a, const U256& b);
// Errors: Overflow.
Result<U256> checkedAdd(const U256& a, const U256& b);
Result<U256> checkedSub(const U256& a, const U256& b);
Result<U256> checkedMul(const U256& a, const U256& b);

} // namespace autochain
