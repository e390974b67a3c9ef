// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-32, "Serialization format": version 4, depth 1, parent 4, index 4, chain code 32, key 33 bytes, in Base58Check.
#include "crypto/base58.h"
#include "crypto/hdkey.h"

#include <algorithm>

namespace autochain
{
namespace
{

constexpr std::size_t kSize = 78;
constexpr std::size_t kChainCodeAt = 13;
constexpr std::size_t kKeyAt = 45;

struct Version {
    std::array<std::uint8_t, 4> bytes;
    HdNetwork network;
    bool isPrivate;
};
constexpr std::array<Version, 4> kVersions{{{{0x04, 0x88, 0xad, 0xe4}, HdNetwork::Main, true},
                                            {{0x04, 0x88, 0xb2, 0x1e}, HdNetwork::Main, false},
                                            {{0x04, 0x35, 0x83, 0x94}, HdNetwork::Test, true},
                                            {{0x04, 0x35, 0x87, 0xcf}, HdNetwork::Test, false}}};

Error bad(const char* what)
{
    return {CryptoError::BadKey, {}, what};
}

struct Parts {
    SecretBytes bytes;
    HdNetwork network = HdNetwork::Main;
    HdPosition position;

    BytesView chainCode() const { return bytes.view().subspan(kChainCodeAt, 32); }
    BytesView key() const { return bytes.view().subspan(kKeyAt, 33); }
};

Result<HdPosition> readPosition(BytesView bytes)
{
    HdPosition out;
    out.depth = bytes[4];
    std::copy_n(bytes.begin() + 5, 4, out.parentFingerprint.begin());
    for (const std::uint8_t byte : bytes.subspan(9, 4)) {
        out.index = out.index << 8 | byte;
    }
    const bool hasParent = out.index != 0 || out.parentFingerprint != std::array<std::uint8_t, 4>{};
    if (out.depth == 0 && hasParent) {
        return bad("a root with a parent");
    }
    return out;
}

Result<Parts> read(std::string_view text, bool isPrivate)
{
    Parts out;
    AC_TRY(out.bytes, base58CheckDecode(text));
    if (out.bytes.size() != kSize) {
        return bad("length of an extended key");
    }
    const auto* const version = std::find_if(kVersions.begin(), kVersions.end(), [&](const Version& known) {
        return known.isPrivate == isPrivate && std::equal(known.bytes.begin(), known.bytes.end(), out.bytes.data());
    });
    if (version == kVersions.end()) {
        return bad("version of an extended key");
    }
    out.network = version->network;
    AC_TRY(out.position, readPosition(out.bytes.view()));
    return out;
}

SecretBytes write(HdNetwork network, bool isPrivate, const HdPosition& position, BytesView chainCode, BytesView key)
{
    SecretBytes out(kSize);
    const auto* const version = std::find_if(kVersions.begin(), kVersions.end(), [&](const Version& known) {
        return known.isPrivate == isPrivate && known.network == network;
    });
    std::copy_n(version->bytes.begin(), 4, out.data());
    out.data()[4] = position.depth;
    std::copy_n(position.parentFingerprint.begin(), 4, out.data() + 5);
    for (int i = 0; i < 4; ++i) {
        out.data()[9 + i] = static_cast<std::uint8_t>(position.index >> (24 - 8 * i));
    }
    std::copy(chainCode.begin(), chainCode.end(), out.data() + kChainCodeAt);
    std::copy(key.begin(), key.end(), out.data() + kSize - key.size()); // a private key has a zero in front
    return base58CheckEncode(out.view()).value();
}

} // namespace

Result<ExtendedPrivateKey> ExtendedPrivateKey::parse(std::string_view text)
{
    AC_TRY(const Parts parts, read(text, true));
    if (parts.key()[0] != 0) {
        return bad("prefix of a private key");
    }
    AC_TRY(PrivateKey key, PrivateKey::fromBytes(SecretBytes::copyOf(parts.key().last(32))));
    ExtendedPrivateKey out(std::move(key), SecretBytes::copyOf(parts.chainCode()));
    out.m_network = parts.network;
    out.m_position = parts.position;
    return out;
}

SecretBytes ExtendedPrivateKey::text() const
{
    return write(m_network, true, m_position, m_chainCode.view(), m_key.secret32());
}

Result<ExtendedPublicKey> ExtendedPublicKey::parse(std::string_view text)
{
    AC_TRY(const Parts parts, read(text, false));
    const auto key = PublicKey::fromBytes(parts.key());
    if (!key.ok()) {
        return bad("not a point");
    }
    ExtendedPublicKey out(*key, Hash32::from(parts.chainCode()));
    out.m_network = parts.network;
    out.m_position = parts.position;
    return out;
}

std::string ExtendedPublicKey::text() const
{
    const SecretBytes out = write(m_network, false, m_position, m_chainCode.view(), m_key.compressed());
    return {out.view().begin(), out.view().end()};
}

} // namespace autochain
