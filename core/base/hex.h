// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"

namespace autochain
{
// Lower-case hex; with "0x" in front for toHex0x.
std::string toHex(BytesView bytes);
std::string toHex0x(BytesView bytes);
template <std::size_t N, typename Tag>
std::string toHex0x(const FixedBytes<N, Tag>& v)
{
    return toHex0x(v.view());
}
// Accepts upper and lower case, with or without "0x". Errors: BadHex (odd length, other characters).
Result<Bytes> fromHex(std::string_view text);
// As fromHex, and WrongLength unless it fills out exactly; what out holds after an error says nothing.
Result<> fromHexInto(std::string_view text, std::span<std::uint8_t> out);
// As fromHex, and WrongLength unless it is exactly 32 / 20 bytes. Checksums are not looked at here (see
// crypto/address.h).
Result<Hash32> hash32FromHex(std::string_view text);
Result<Address> addressFromHex(std::string_view text);
} // namespace autochain
