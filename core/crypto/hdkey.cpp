// SPDX-License-Identifier: GPL-3.0-or-later
// BIP-32 derivation; the text form is in hdkey_text.cpp.
#include "crypto/hdkey.h"

#include "crypto/hash.h"
#include "crypto/mnemonic.h"
#include "crypto/secp256k1_context.h"

#include <algorithm>
#include <cstdlib>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace autochain
{
namespace
{

constexpr std::uint8_t kMaxDepth = 255;

Result<SecretBytes> hmacSha512(BytesView key, BytesView data)
{
    SecretBytes out(64);
    unsigned length = 0;
    if (HMAC(EVP_sha512(), key.data(), static_cast<int>(key.size()), data.data(), data.size(), out.data(), &length) ==
            nullptr ||
        length != out.size()) {
        return Error(CryptoError::BadKey, {}, "HMAC-SHA512 failed");
    }
    return out;
}

void putIndex(std::uint8_t* out, std::uint32_t index)
{
    for (int i = 0; i < 4; ++i) {
        out[i] = static_cast<std::uint8_t>(index >> (24 - 8 * i));
    }
}

// RIPEMD-160 of SHA-256.
std::array<std::uint8_t, 4> fingerprintOf(const PublicKey& key)
{
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "RIPEMD160", nullptr);
    const Hash32 inner = sha256(key.compressed());
    std::array<std::uint8_t, 20> hash{};
    if (algorithm == nullptr ||
        EVP_Digest(inner.bytes.data(), Hash32::kSize, hash.data(), nullptr, algorithm, nullptr) != 1) {
        std::abort(); // OpenSSL before 3.0.7 or out of memory: a wrong fingerprint must never be written
    }
    return {hash[0], hash[1], hash[2], hash[3]};
}

HdPosition below(const HdPosition& parent, const PublicKey& parentKey, std::uint32_t index)
{
    return {static_cast<std::uint8_t>(parent.depth + 1), fingerprintOf(parentKey), index};
}

} // namespace

Result<ExtendedPrivateKey> ExtendedPrivateKey::fromSeed(const SecretBytes& seed, HdNetwork network)
{
    if (seed.size() < 16 || seed.size() > 64) {
        return Error(CryptoError::BadKey, {}, "seed of " + std::to_string(seed.size()) + " bytes");
    }
    AC_TRY(const SecretBytes hash, hmacSha512(asBytes("Bitcoin seed"), seed.view()));
    AC_TRY(PrivateKey key, PrivateKey::fromBytes(SecretBytes::copyOf(hash.view().first(32))));
    ExtendedPrivateKey out(std::move(key), SecretBytes::copyOf(hash.view().last(32)));
    out.m_network = network;
    return out;
}

Result<ExtendedPrivateKey> ExtendedPrivateKey::child(std::uint32_t index) const
{
    if (m_position.depth == kMaxDepth) {
        return CryptoError::BadPath;
    }
    // 0x00 || key for hardened children, the compressed public key otherwise; then the index.
    const PublicKey point(m_key);
    SecretBytes input(37);
    if ((index & kHardened) != 0) {
        std::memcpy(input.data() + 1, m_key.secret32().data(), 32);
    } else {
        std::memcpy(input.data(), point.compressed().data(), 33);
    }
    putIndex(input.data() + 33, index);
    AC_TRY(const SecretBytes hash, hmacSha512(m_chainCode.view(), input.view()));
    SecretBytes secret = SecretBytes::copyOf(m_key.secret32());
    if (secp256k1_ec_seckey_tweak_add(secp256k1Context(), secret.data(), hash.data()) != 1) {
        return CryptoError::BadKey;
    }
    AC_TRY(PrivateKey key, PrivateKey::fromBytes(std::move(secret)));
    ExtendedPrivateKey out(std::move(key), SecretBytes::copyOf(hash.view().last(32)));
    out.m_network = m_network;
    out.m_position = below(m_position, point, index);
    return out;
}

Result<ExtendedPrivateKey> ExtendedPrivateKey::derive(const HdPath& path) const
{
    ExtendedPrivateKey out = clone();
    for (const std::uint32_t index : path) {
        AC_TRY(out, out.child(index));
    }
    return out;
}

ExtendedPublicKey ExtendedPrivateKey::publicKey() const
{
    ExtendedPublicKey out(PublicKey(m_key), Hash32::from(m_chainCode.view()));
    out.m_network = m_network;
    out.m_position = m_position;
    return out;
}

ExtendedPrivateKey ExtendedPrivateKey::clone() const
{
    ExtendedPrivateKey out(m_key.clone(), m_chainCode.clone());
    out.m_network = m_network;
    out.m_position = m_position;
    return out;
}

Result<ExtendedPublicKey> ExtendedPublicKey::child(std::uint32_t index) const
{
    if ((index & kHardened) != 0 || m_position.depth == kMaxDepth) {
        return CryptoError::BadPath;
    }
    std::array<std::uint8_t, 37> input{};
    std::copy_n(m_key.compressed().begin(), 33, input.begin());
    putIndex(input.data() + 33, index);
    AC_TRY(const SecretBytes hash, hmacSha512(m_chainCode.view(), input));
    AC_TRY(const PublicKey key, m_key.plus(hash.view().first(32)));
    ExtendedPublicKey out(key, Hash32::from(hash.view().last(32)));
    out.m_network = m_network;
    out.m_position = below(m_position, m_key, index);
    return out;
}

Result<ExtendedPublicKey> ExtendedPublicKey::derive(const HdPath& path) const
{
    ExtendedPublicKey out = *this;
    for (const std::uint32_t index : path) {
        AC_TRY(out, out.child(index));
    }
    return out;
}

std::array<std::uint8_t, 4> ExtendedPublicKey::fingerprint() const
{
    return fingerprintOf(m_key);
}

Result<PrivateKey> deriveKey(const SecretBytes& seed64, std::string_view path)
{
    AC_TRY(const HdPath indexes, parseHdPath(path));
    AC_TRY(const ExtendedPrivateKey root, ExtendedPrivateKey::fromSeed(seed64));
    AC_TRY(const ExtendedPrivateKey leaf, root.derive(indexes));
    return leaf.key().clone();
}

} // namespace autochain
