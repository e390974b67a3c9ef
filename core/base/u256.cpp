// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic on four 64-bit limbs; division is Knuth's algorithm D (TAOCP volume 2, section 4.3.1).
#include "base/u256.h"

#include <bit>
#include <type_traits>

namespace autochain
{
namespace
{

__extension__ using Wide = unsigned __int128;

using Limbs = std::array<std::uint64_t, 4>;

Limbs limbsOf(const U256& v)
{
    return {v.limb(0), v.limb(1), v.limb(2), v.limb(3)};
}

static_assert(std::is_trivially_copyable_v<U256>);

U256 fromLimbs(const Limbs& limbs)
{
    return std::bit_cast<U256>(limbs);
}

std::size_t usedLimbs(const Limbs& limbs)
{
    std::size_t n = 4;
    while (n > 0 && limbs[n - 1] == 0) {
        --n;
    }
    return n;
}

std::uint64_t divideByLimb(Limbs& number, std::uint64_t divisor)
{
    Wide remainder = 0;
    for (std::size_t i = 4; i-- > 0;) {
        const Wide current = remainder << 64 | number[i];
        number[i] = static_cast<std::uint64_t>(current / divisor);
        remainder = current - static_cast<Wide>(number[i]) * divisor;
    }
    return static_cast<std::uint64_t>(remainder);
}

// value << bits for 0 <= bits < 64, with the limb that falls out on top.
std::array<std::uint64_t, 5> shiftedUp(const Limbs& value, int bits)
{
    std::array<std::uint64_t, 5> out{};
    for (std::size_t i = 0; i < 4; ++i) {
        const Wide wide = static_cast<Wide>(value[i]) << bits;
        out[i] |= static_cast<std::uint64_t>(wide);
        out[i + 1] = static_cast<std::uint64_t>(wide >> 64);
    }
    return out;
}

// Steps D3: guesses one digit of the quotient; too large by at most one afterwards.
Wide guessDigit(const std::uint64_t* u, const std::uint64_t* v, std::size_t n)
{
    const Wide top = static_cast<Wide>(u[n]) << 64 | u[n - 1];
    Wide digit = top / v[n - 1];
    Wide rest = top - digit * v[n - 1];
    while ((digit >> 64) != 0 || digit * v[n - 2] > (rest << 64 | u[n - 2])) {
        --digit;
        rest += v[n - 1];
        if ((rest >> 64) != 0) {
            break;
        }
    }
    return digit;
}

// Step D4: u -= digit * v; true when the result went below zero.
bool multiplySubtract(std::uint64_t* u, const std::uint64_t* v, std::size_t n, std::uint64_t digit)
{
    Wide carry = 0;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Wide product = static_cast<Wide>(digit) * v[i] + carry;
        carry = product >> 64;
        const Wide difference = static_cast<Wide>(u[i]) - static_cast<std::uint64_t>(product) - borrow;
        u[i] = static_cast<std::uint64_t>(difference);
        borrow = (difference >> 64) != 0 ? 1 : 0;
    }
    const Wide difference = static_cast<Wide>(u[n]) - carry - borrow;
    u[n] = static_cast<std::uint64_t>(difference);
    return (difference >> 64) != 0;
}

// Step D6: the guess was one too large.
void addBack(std::uint64_t* u, const std::uint64_t* v, std::size_t n)
{
    Wide carry = 0;
    for (std::size_t i = 0; i < n; ++i) {
        carry += static_cast<Wide>(u[i]) + v[i];
        u[i] = static_cast<std::uint64_t>(carry);
        carry >>= 64;
    }
    u[n] += static_cast<std::uint64_t>(carry);
}

// Precondition: the divisor has n >= 2 limbs and is not above the number.
std::pair<Limbs, Limbs> divideLong(const Limbs& number, const Limbs& divisor, std::size_t n)
{
    const int shift = std::countl_zero(divisor[n - 1]);
    auto u = shiftedUp(number, shift);
    const auto v = shiftedUp(divisor, shift);
    Limbs quotient{};
    for (std::size_t j = 5 - n; j-- > 0;) {
        auto digit = static_cast<std::uint64_t>(guessDigit(&u[j], v.data(), n));
        if (multiplySubtract(&u[j], v.data(), n, digit)) {
            --digit;
            addBack(&u[j], v.data(), n);
        }
        quotient[j] = digit;
    }
    Limbs remainder{};
    for (std::size_t i = 0; i < n; ++i) {
        const Wide wide = static_cast<Wide>(u[i + 1]) << 64 | u[i];
        remainder[i] = static_cast<std::uint64_t>(wide >> shift);
    }
    return {quotient, remainder};
}

// Highest byte first; written so that compilers make one instruction of it.
std::uint64_t limbFrom(const std::uint8_t* b)
{
    return std::uint64_t{b[0]} << 56 | std::uint64_t{b[1]} << 48 | std::uint64_t{b[2]} << 40 |
           std::uint64_t{b[3]} << 32 | std::uint64_t{b[4]} << 24 | std::uint64_t{b[5]} << 16 |
           std::uint64_t{b[6]} << 8 | std::uint64_t{b[7]};
}

void storeLimb(std::uint8_t* b, std::uint64_t limb)
{
    b[0] = static_cast<std::uint8_t>(limb >> 56);
    b[1] = static_cast<std::uint8_t>(limb >> 48);
    b[2] = static_cast<std::uint8_t>(limb >> 40);
    b[3] = static_cast<std::uint8_t>(limb >> 32);
    b[4] = static_cast<std::uint8_t>(limb >> 24);
    b[5] = static_cast<std::uint8_t>(limb >> 16);
    b[6] = static_cast<std::uint8_t>(limb >> 8);
    b[7] = static_cast<std::uint8_t>(limb);
}

} // namespace

U256 U256::fromBigEndian(BytesView bytes)
{
    U256 out;
    if (bytes.size() >= 32) { // most are whole words
        for (std::size_t i = 0; i < 4; ++i) {
            out.m_limbs[i] = limbFrom(bytes.data() + bytes.size() - 8 * (i + 1));
        }
        return out;
    }
    const std::size_t count = bytes.size();
    for (std::size_t i = 0; i < count; ++i) {
        out.m_limbs[i / 8] |= static_cast<std::uint64_t>(bytes[bytes.size() - 1 - i]) << (i % 8 * 8);
    }
    return out;
}

std::array<std::uint8_t, 32> U256::toBigEndian() const
{
    std::array<std::uint8_t, 32> out;
    for (std::size_t i = 0; i < 4; ++i) {
        storeLimb(out.data() + 24 - 8 * i, m_limbs[i]);
    }
    return out;
}

Bytes U256::toBigEndianTrimmed() const
{
    const auto full = toBigEndian();
    const auto used = static_cast<std::size_t>((bitLength() + 7) / 8);
    return {full.end() - static_cast<std::ptrdiff_t>(used), full.end()};
}

int U256::bitLength() const
{
    for (std::size_t i = 4; i-- > 0;) {
        if (m_limbs[i] != 0) {
            return static_cast<int>(i) * 64 + std::bit_width(m_limbs[i]);
        }
    }
    return 0;
}

U256 operator+(const U256& a, const U256& b)
{
    U256 out;
    Wide carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        carry += static_cast<Wide>(a.m_limbs[i]) + b.m_limbs[i];
        out.m_limbs[i] = static_cast<std::uint64_t>(carry);
        carry >>= 64;
    }
    return out;
}

U256 operator-(const U256& a, const U256& b)
{
    U256 out;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Wide difference = static_cast<Wide>(a.m_limbs[i]) - b.m_limbs[i] - borrow;
        out.m_limbs[i] = static_cast<std::uint64_t>(difference);
        borrow = (difference >> 64) != 0 ? 1 : 0;
    }
    return out;
}

U256 operator*(const U256& a, const U256& b)
{
    U256 out;
    for (std::size_t i = 0; i < 4; ++i) {
        Wide carry = 0;
        for (std::size_t j = 0; i + j < 4; ++j) {
            carry += static_cast<Wide>(a.m_limbs[i]) * b.m_limbs[j] + out.m_limbs[i + j];
            out.m_limbs[i + j] = static_cast<std::uint64_t>(carry);
            carry >>= 64;
        }
    }
    return out;
}

U256 operator<<(const U256& a, unsigned bits)
{
    U256 out;
    const std::size_t whole = bits / 64;
    for (std::size_t i = whole; i < 4; ++i) {
        Wide wide = static_cast<Wide>(a.m_limbs[i - whole]) << 64;
        if (i > whole) {
            wide |= a.m_limbs[i - whole - 1];
        }
        out.m_limbs[i] = static_cast<std::uint64_t>(wide << (bits % 64) >> 64);
    }
    return out;
}

U256 operator>>(const U256& a, unsigned bits)
{
    U256 out;
    const std::size_t whole = bits / 64;
    for (std::size_t i = 0; i + whole < 4; ++i) {
        Wide wide = a.m_limbs[i + whole];
        if (i + whole + 1 < 4) {
            wide |= static_cast<Wide>(a.m_limbs[i + whole + 1]) << 64;
        }
        out.m_limbs[i] = static_cast<std::uint64_t>(wide >> (bits % 64));
    }
    return out;
}

std::strong_ordering operator<=>(const U256& a, const U256& b)
{
    for (std::size_t i = 4; i-- > 0;) {
        if (a.m_limbs[i] != b.m_limbs[i]) {
            return a.m_limbs[i] <=> b.m_limbs[i];
        }
    }
    return std::strong_ordering::equal;
}

std::pair<U256, U256> divMod(const U256& a, const U256& b)
{
    if (b.isZero()) {
        return {};
    }
    if (a < b) {
        return {U256(), a};
    }
    const Limbs divisor = limbsOf(b);
    const std::size_t n = usedLimbs(divisor);
    if (n == 1) {
        Limbs quotient = limbsOf(a);
        const std::uint64_t remainder = divideByLimb(quotient, divisor[0]);
        return {fromLimbs(quotient), U256(remainder)};
    }
    const auto [quotient, remainder] = divideLong(limbsOf(a), divisor, n);
    return {fromLimbs(quotient), fromLimbs(remainder)};
}

U256 operator/(const U256& a, const U256& b)
{
    return divMod(a, b).first;
}

U256 operator%(const U256& a, const U256& b)
{
    return divMod(a, b).second;
}

Result<U256> checkedAdd(const U256& a, const U256& b)
{
    const U256 sum = a + b;
    if (sum < a) {
        return BaseError::Overflow;
    }
    return sum;
}

Result<U256> checkedSub(const U256& a, const U256& b)
{
    if (a < b) {
        return BaseError::Overflow;
    }
    return a - b;
}

Result<U256> checkedMul(const U256& a, const U256& b)
{
    if (!b.isZero() && a > U256::max() / b) {
        return BaseError::Overflow;
    }
    return a * b;
}

} // namespace autochain
