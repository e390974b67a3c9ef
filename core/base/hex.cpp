// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"

#include <array>

namespace autochain
{
namespace
{

constexpr char kDigits[] = "0123456789abcdef";

constexpr std::uint8_t kNoDigit = 0xff;

constexpr std::array<std::uint8_t, 256> makeNibbles()
{
    std::array<std::uint8_t, 256> nibbles;
    nibbles.fill(kNoDigit);
    for (std::uint8_t value = 0; value < 16; ++value) {
        const char digit = kDigits[value];
        nibbles[static_cast<std::uint8_t>(digit)] = value;
        if (digit >= 'a') {
            nibbles[static_cast<std::uint8_t>(digit - 'a' + 'A')] = value;
        }
    }
    return nibbles;
}

constexpr auto kNibbles = makeNibbles();

std::string_view withoutPrefix(std::string_view text)
{
    if (text.starts_with("0x") || text.starts_with("0X")) {
        text.remove_prefix(2);
    }
    return text;
}

// Two digits for each byte of out; false: another character is among them.
bool readDigits(std::string_view digits, std::span<std::uint8_t> out)
{
    std::uint8_t seen = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint8_t high = kNibbles[static_cast<std::uint8_t>(digits[2 * i])];
        const std::uint8_t low = kNibbles[static_cast<std::uint8_t>(digits[2 * i + 1])];
        seen |= high | low; // digits never set the upper half
        out[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return seen < 16;
}

void appendHex(std::string& out, BytesView bytes)
{
    out.reserve(out.size() + bytes.size() * 2);
    for (const auto byte : bytes) {
        out.push_back(kDigits[byte >> 4]);
        out.push_back(kDigits[byte & 15]);
    }
}

template <typename T>
Result<T> fixedFromHex(std::string_view text)
{
    T out;
    AC_CHECK(fromHexInto(text, out.bytes));
    return out;
}

} // namespace

std::string toHex(BytesView bytes)
{
    std::string out;
    appendHex(out, bytes);
    return out;
}

std::string toHex0x(BytesView bytes)
{
    std::string out = "0x";
    appendHex(out, bytes);
    return out;
}

Result<Bytes> fromHex(std::string_view text)
{
    const std::string_view digits = withoutPrefix(text);
    Bytes out(digits.size() / 2);
    if (digits.size() % 2 != 0 || !readDigits(digits, out)) {
        return BaseError::BadHex;
    }
    return out;
}

Result<> fromHexInto(std::string_view text, std::span<std::uint8_t> out)
{
    const std::string_view digits = withoutPrefix(text);
    if (digits.size() == out.size() * 2) {
        return readDigits(digits, out) ? Result<>() : Result<>(BaseError::BadHex);
    }
    // Anything longer need not be read to know that it is wrong.
    if (digits.size() > out.size() * 2) {
        return BaseError::WrongLength;
    }
    AC_CHECK(fromHex(text));
    return BaseError::WrongLength;
}

Result<Hash32> hash32FromHex(std::string_view text)
{
    return fixedFromHex<Hash32>(text);
}

Result<Address> addressFromHex(std::string_view text)
{
    return fixedFromHex<Address>(text);
}

} // namespace autochain
