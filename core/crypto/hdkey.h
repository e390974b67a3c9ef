// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-32 extended keys.
#pragma once

#include "crypto/hdpath.h"
#include "crypto/public_key.h"
#include "crypto/secp256k1.h"

namespace autochain
{
enum class HdNetwork : std::uint8_t { Main, Test }; // xprv and xpub, tprv and tpub

struct HdPosition { // where in the tree a key stands
    std::uint8_t depth = 0;
    std::array<std::uint8_t, 4> parentFingerprint{}; // zero at depth 0
    std::uint32_t index = 0;                         // of the last step, kHardened included; zero at depth 0
    bool operator==(const HdPosition&) const = default;
};

class ExtendedPublicKey
{
public:
    // "xpub…" or "tpub…". BadKey: not Base58Check of 78 bytes, other version, not a point, or a depth of 0 with a
    // parent.
    static Result<ExtendedPublicKey> parse(std::string_view text);
    std::string text() const;
    Result<ExtendedPublicKey> child(std::uint32_t index) const; // BadPath when hardened or deeper than 255; BadKey
    Result<ExtendedPublicKey> derive(const HdPath& path) const; // from here on, not from the root
    const PublicKey& key() const { return m_key; }
    const HdPosition& position() const { return m_position; }
    HdNetwork network() const { return m_network; }
    std::array<std::uint8_t, 4> fingerprint() const; // first bytes of HASH160 of the compressed key
    bool operator==(const ExtendedPublicKey&) const = default;

private:
    friend class ExtendedPrivateKey;
    ExtendedPublicKey(const PublicKey& key, const Hash32& chainCode) : m_key(key), m_chainCode(chainCode) {}

    HdNetwork m_network = HdNetwork::Main;
    HdPosition m_position;
    PublicKey m_key;
    Hash32 m_chainCode;
};

class ExtendedPrivateKey
{
public:
    // 16 to 64 bytes; BadKey.
    static Result<ExtendedPrivateKey> fromSeed(const SecretBytes& seed, HdNetwork network = HdNetwork::Main);
    // "xprv…" or "tprv…". BadKey as for public ones, and for a key that is zero or not below the group order.
    static Result<ExtendedPrivateKey> parse(std::string_view text);
    SecretBytes text() const;
    // BadKey has a chance of 2^-127; BIP-32 says to go on with the next index then. BadPath when deeper than 255.
    Result<ExtendedPrivateKey> child(std::uint32_t index) const;
    Result<ExtendedPrivateKey> derive(const HdPath& path) const; // from here on, not from the root
    ExtendedPublicKey publicKey() const;                         // BIP-32's N()
    const PrivateKey& key() const { return m_key; }
    BytesView chainCode() const { return m_chainCode.view(); }
    const HdPosition& position() const { return m_position; }
    HdNetwork network() const { return m_network; }
    ExtendedPrivateKey clone() const;

private:
    ExtendedPrivateKey(PrivateKey key, SecretBytes chainCode) : m_key(std::move(key)), m_chainCode(std::move(chainCode))
    {
    }

    HdNetwork m_network = HdNetwork::Main;
    HdPosition m_position;
    PrivateKey m_key;
    SecretBytes m_chainCode;
};
} // namespace autochain
