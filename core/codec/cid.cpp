// SPDX-License-Identifier: GPL-3.0-or-later
// Version 1: multibase 'b' (RFC 4648 base32, lower case, no padding) over version 1, codec, multihash 0x12 0x20 and the
// digest. Version 0: base58btc of the multihash alone.
#include "codec/cid.h"

#include "codec/varint.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::string_view kBase32 = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::string_view kBase58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::array<std::uint8_t, 2> kSha256{0x12, 0x20}; // multihash: sha2-256, 32 bytes
constexpr std::size_t kMultihashBytes = kSha256.size() + Hash32::kSize;
constexpr std::size_t kV0Chars = 46;
constexpr std::size_t kMaxChars = 96;

std::string base32(BytesView bytes)
{
    std::string out = "b";
    out.reserve(2 + bytes.size() * 8 / 5);
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        buffer = (buffer << 8 | byte) & 0xfff;
        for (bits += 8; bits >= 5; bits -= 5) {
            out.push_back(kBase32[buffer >> (bits - 5) & 31]);
        }
    }
    if (bits > 0) {
        out.push_back(kBase32[buffer << (5 - bits) & 31]);
    }
    return out;
}

// Without the 'b'. The bits that fill the last letter must be zero, and there are fewer than five of them.
Result<Bytes> fromBase32(std::string_view text)
{
    Bytes bytes;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const std::size_t value = kBase32.find(c);
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
    if (bits >= 5 || (buffer & ((1U << bits) - 1)) != 0) {
        return CodecError::BadCid;
    }
    return bytes;
}

// A number of 46 digits that has to fit into the 34 bytes of a multihash.
Result<Bytes> fromBase58(std::string_view text)
{
    Bytes bytes(kMultihashBytes, 0);
    for (const char c : text) {
        const std::size_t digit = kBase58.find(c);
        if (digit == std::string_view::npos) {
            return CodecError::BadCid;
        }
        auto carry = static_cast<unsigned>(digit);
        for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
            carry += *byte * 58U;
            *byte = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
        if (carry != 0) {
            return CodecError::BadCid;
        }
    }
    return bytes;
}

bool startsWithSha256(BytesView bytes)
{
    return bytes.size() >= kMultihashBytes && std::equal(kSha256.begin(), kSha256.end(), bytes.begin());
}

Hash32 takeDigest(BytesView& from) // precondition: startsWithSha256
{
    const Hash32 digest = Hash32::from(from.subspan(kSha256.size(), Hash32::kSize));
    from = from.subspan(kMultihashBytes);
    return digest;
}

} // namespace

std::string cidText(const Cid& cid)
{
    return base32(cidBytes(cid));
}

Bytes cidBytes(const Cid& cid)
{
    Bytes out;
    out.reserve(4 + Hash32::kSize);
    out.push_back(1);
    varint::put(out, cid.codec);
    append(out, kSha256);
    append(out, cid.digest.view());
    return out;
}

Result<Cid> takeCid(BytesView& from)
{
    if (startsWithSha256(from)) { // a bare multihash is version 0
        return Cid{kCodecDagPb, takeDigest(from)};
    }
    BytesView rest = from;
    const auto version = varint::take(rest);
    const auto codec = varint::take(rest);
    if (version != 1U || !codec || !startsWithSha256(rest)) {
        return CodecError::BadCid;
    }
    const Cid cid{*codec, takeDigest(rest)};
    from = rest;
    return cid;
}

Result<Cid> parseCid(std::string_view text)
{
    if (text.size() == kV0Chars && text.starts_with("Qm")) {
        AC_TRY(const Bytes bytes, fromBase58(text));
        BytesView rest = bytes;
        return startsWithSha256(rest) ? Result<Cid>(Cid{kCodecDagPb, takeDigest(rest)}) : CodecError::BadCid;
    }
    if (text.size() > kMaxChars || !text.starts_with('b')) {
        return CodecError::BadCid;
    }
    AC_TRY(const Bytes bytes, fromBase32(text.substr(1)));
    BytesView rest = bytes;
    if (startsWithSha256(rest)) {
        return CodecError::BadCid; // version 0 has no base32
    }
    AC_TRY(const Cid cid, takeCid(rest));
    return rest.empty() ? Result<Cid>(cid) : CodecError::BadCid;
}

std::string cidOfRawBlock(const Hash32& sha256Digest)
{
    return cidText({kCodecRaw, sha256Digest});
}

Result<Hash32> digestOfRawCid(std::string_view text)
{
    AC_TRY(const Cid cid, parseCid(text));
    return cid.codec == kCodecRaw ? Result<Hash32>(cid.digest) : CodecError::BadCid;
}

} // namespace autochain
