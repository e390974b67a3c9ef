// SPDX-License-Identifier: GPL-3.0-or-later
// multibase 'b' (RFC 4648 base32, lower case, no padding) over: version 1, codec 0x55 (raw), multihash 0x12 0x20 and
// the digest.
#include "codec/cid.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::array<std::uint8_t, 4> kPrefix{0x01, 0x55, 0x12, 0x20};
constexpr std::size_t kCidBytes = kPrefix.size() + Hash32::kSize;
constexpr std::size_t kCidChars = 1 + (kCidBytes * 8 + 4) / 5;

} // namespace

std::string cidOfRawBlock(const Hash32& sha256Digest)
{
    std::string out = "b";
    out.reserve(kCidChars);
    unsigned buffer = 0;
    unsigned bits = 0;
    const auto put = [&](std::uint8_t byte) {
        buffer = (buffer << 8 | byte) & 0xfff;
        for (bits += 8; bits >= 5; bits -= 5) {
            out.push_back(kAlphabet[buffer >> (bits - 5) & 31]);
        }
    };
    std::for_each(kPrefix.begin(), kPrefix.end(), put);
    std::for_each(sha256Digest.bytes.begin(), sha256Digest.bytes.end(), put);
    out.push_back(kAlphabet[buffer << (5 - bits) & 31]); // 288 bits leave three for the last letter
    return out;
}

Result<Hash32> digestOfRawCid(std::string_view cid)
{
    if (cid.size() != kCidChars || cid.front() != 'b') {
        return CodecError::BadCid;
    }
    Bytes bytes;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char c : cid.substr(1)) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos) {
            return CodecError::BadCid;
        }
        buffer = (buffer << 5 | static_cast<unsigned>(value)) & 0xfff;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    const bool paddingIsZero = (buffer & ((1U << bits) - 1)) == 0;
    if (bytes.size() != kCidBytes || !paddingIsZero || !std::equal(kPrefix.begin(), kPrefix.end(), bytes.begin())) {
        return CodecError::BadCid;
    }
    return Hash32::from(BytesView(bytes).subspan(kPrefix.size()));
}

} // namespace autochain
