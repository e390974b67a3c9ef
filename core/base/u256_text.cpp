// SPDX-License-Identifier: GPL-3.0-or-later
// U256 to and from text: decimal, and the QUANTITY of Ethereum's JSON-RPC.
#include "base/hex.h"
#include "base/u256.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::uint64_t kTenTo19 = 10'000'000'000'000'000'000U; // the largest power of ten in one limb
constexpr std::size_t kDigitsPerLimb = 19;

std::uint64_t powerOfTen(std::size_t exponent)
{
    std::uint64_t out = 1;
    while (exponent-- > 0) {
        out *= 10;
    }
    return out;
}

} // namespace

Result<U256> U256::fromDecimal(std::string_view digits)
{
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return BaseError::NotANumber;
    }
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    if (digits.size() > 78) { // 2^256 has 78 digits
        return BaseError::Overflow;
    }
    U256 out;
    while (!digits.empty()) {
        const std::size_t count = std::min(digits.size(), kDigitsPerLimb);
        std::uint64_t chunk = 0;
        for (const char c : digits.substr(0, count)) {
            chunk = chunk * 10 + static_cast<std::uint64_t>(c - '0');
        }
        AC_TRY(const U256 shifted, checkedMul(out, U256(powerOfTen(count))));
        AC_TRY(out, checkedAdd(shifted, U256(chunk)));
        digits.remove_prefix(count);
    }
    return out;
}

Result<U256> U256::fromHexQuantity(std::string_view hex)
{
    if (!hex.starts_with("0x") || hex.size() < 3) {
        return BaseError::BadHex;
    }
    hex.remove_prefix(2);
    if (hex.size() > 64) {
        return BaseError::Overflow;
    }
    const std::string padded = std::string(64 - hex.size(), '0').append(hex);
    AC_TRY(const Hash32 bytes, hash32FromHex(padded));
    return fromBigEndian(bytes.view());
}

std::string U256::toDecimal() const
{
    std::string reversed;
    U256 rest = *this;
    do {
        const auto [quotient, chunk] = divMod(rest, U256(kTenTo19));
        std::uint64_t digits = chunk.toU64();
        const bool last = quotient.isZero();
        for (std::size_t i = 0; last ? (digits != 0 || i == 0) : i < kDigitsPerLimb; ++i) {
            reversed.push_back(static_cast<char>('0' + digits % 10));
            digits /= 10;
        }
        rest = quotient;
    } while (!rest.isZero());
    return {reversed.rbegin(), reversed.rend()};
}

std::string U256::toHexQuantity() const
{
    const std::string full = toHex(toBigEndian());
    return "0x" + full.substr(std::min<std::size_t>(full.find_first_not_of('0'), 63));
}

} // namespace autochain
