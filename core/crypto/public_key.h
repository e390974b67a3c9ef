// SPDX-License-Identifier: GPL-3.0-or-later
// Points of secp256k1 as they come from outside, and Diffie-Hellman with them.
#pragma once

#include "crypto/secp256k1.h"

namespace autochain
{
class PublicKey
{
public:
    // SEC 1: 33 bytes compressed or 65 uncompressed; the mixed forms 06 and 07 are refused. BadPublicKey.
    static Result<PublicKey> fromBytes(BytesView sec1);
    // SubjectPublicKeyInfo (RFC 5480) in DER: id-ecPublicKey with the curve named secp256k1. BadPublicKey for anything
    // else, parameters written out included.
    static Result<PublicKey> fromSpki(BytesView der);
    std::array<std::uint8_t, 33> compressed() const;
    std::array<std::uint8_t, 64> uncompressed64() const; // x || y
    Address address() const;
    // This point plus tweak · G (BIP-32's public derivation). BadKey: tweak not below the order, or infinity.
    Result<PublicKey> plus(BytesView tweak32) const;
    bool operator==(const PublicKey& other) const { return compressed() == other.compressed(); }

    explicit PublicKey(const PrivateKey& key);

    // A secp256k1_pubkey as the library keeps it in memory: taking a point apart again for every signature would cost a
    // tenth of checking it. Always a point of the curve.
    using Point = std::array<std::uint8_t, 64>;
    const Point& point() const { return m_point; }

private:
    explicit PublicKey(const Point& point) : m_point(point) {}
    Point m_point{};
};

// The x coordinate of key · point, 32 bytes, not hashed (SEC 1, 3.3.1): put it through a key derivation before use.
SecretBytes sharedSecret(const PrivateKey& key, const PublicKey& point);
} // namespace autochain
