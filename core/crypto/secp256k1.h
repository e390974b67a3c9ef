// SPDX-License-Identifier: GPL-3.0-or-later
// libsecp256k1, wrapped and never rewritten.
#pragma once

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "crypto/error.h"

namespace autochain
{

struct Signature { // low s (EIP-2), recoverable
    Hash32 r;
    Hash32 s;
    std::uint8_t yParity = 0; // 0 or 1
    bool operator==(const Signature&) const = default;

    Bytes toRsv() const; // 65 bytes r || s || (27 + yParity), what Safe and ecrecover take
};
// 65 bytes; v is 0, 1, 27 or 28; r and s in range, s low. BadSignature.
Result<Signature> signatureFromRsv(BytesView rsv);

class PrivateKey // 32 secret bytes, 0 < k < n
{
public:
    static Result<PrivateKey> fromBytes(SecretBytes key32); // BadKey
    // 64 hex digits as other wallets export them, with or without 0x, white space around them. The text stays the
    // caller's to wipe. BadKey.
    static Result<PrivateKey> fromHex(std::string_view text);
    static Result<PrivateKey> generate(); // BadKey, NoRandom
    Address address() const;
    std::array<std::uint8_t, 64> publicKey64() const;
    std::array<std::uint8_t, 33> publicKeyCompressed() const;
    Signature sign(const Hash32& digest) const; // RFC 6979 nonce, low s
    BytesView secret32() const { return m_key.view(); }
    PrivateKey clone() const { return PrivateKey(m_key.clone()); }

private:
    explicit PrivateKey(SecretBytes key32) : m_key(std::move(key32)) {}
    SecretBytes m_key;
};

// A high s is refused here as well (unlike the ecrecover precompile): it would be a second signature of the same thing.
Result<std::array<std::uint8_t, 64>> recoverPublicKey(const Hash32& digest, const Signature& signature); // BadSignature
Result<Address> recoverAddress(const Hash32& digest, const Signature& signature);                        // BadSignature
Address addressOfPublicKey(std::span<const std::uint8_t, 64> publicKey64);

} // namespace autochain
