// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"

namespace autochain
{
namespace
{

constexpr char kDigits[] = "0123456789abcdef";

int nibble(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
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
    // 0x and the digits; anything longer need not be read to know that it is wrong.
    if (text.size() > T::kSize * 2 + 2) {
        return BaseError::WrongLength;
    }
    AC_TRY(const Bytes bytes, fromHex(text));
    if (bytes.size() != T::kSize) {
        return BaseError::WrongLength;
    }
    return T::from(bytes);
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
    if (text.starts_with("0x") || text.starts_with("0X")) {
        text.remove_prefix(2);
    }
    if (text.size() % 2 != 0) {
        return BaseError::BadHex;
    }
    Bytes out(text.size() / 2);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = nibble(text[2 * i]);
        const int low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return BaseError::BadHex;
        }
        out[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return out;
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
