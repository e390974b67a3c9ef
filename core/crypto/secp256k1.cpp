// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/secp256k1.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "crypto/secp256k1_context.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <secp256k1_recovery.h>

namespace autochain
{
namespace
{

struct ContextDeleter {
    void operator()(secp256k1_context* context) const { secp256k1_context_destroy(context); }
};
using ContextPtr = std::unique_ptr<secp256k1_context, ContextDeleter>;

ContextPtr makeContext()
{
    ContextPtr context(secp256k1_context_create(SECP256K1_CONTEXT_NONE));
    // Blinding is a second line of defence: the results are the same without it.
    SecretBytes seed(32);
    [[maybe_unused]] const bool blinded =
        fillRandom(seed.span()).ok() && secp256k1_context_randomize(context.get(), seed.data()) == 1;
    return context;
}

// Keys inside PrivateKey are checked when they come in, so the library can only refuse them after memory went bad.
void require(int libraryResult)
{
    if (libraryResult != 1) {
        std::abort();
    }
}

secp256k1_pubkey publicKeyOf(BytesView key32)
{
    secp256k1_pubkey key;
    require(secp256k1_ec_pubkey_create(secp256k1Context(), &key, key32.data()));
    return key;
}

template <std::size_t N>
std::array<std::uint8_t, N> serialized(const secp256k1_pubkey& key, unsigned flags)
{
    std::array<std::uint8_t, N> out{};
    std::size_t length = N;
    require(secp256k1_ec_pubkey_serialize(secp256k1Context(), out.data(), &length, &key, flags));
    return out;
}

std::array<std::uint8_t, 64> withoutPrefix(const secp256k1_pubkey& key)
{
    const auto full = serialized<65>(key, SECP256K1_EC_UNCOMPRESSED);
    std::array<std::uint8_t, 64> out{};
    std::memcpy(out.data(), full.data() + 1, out.size());
    return out;
}

int hexDigit(char c) // -1 where it is none
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// r and s below the group order and not zero, s in the lower half (EIP-2).
bool parseSignature(const Signature& signature, secp256k1_ecdsa_recoverable_signature& parsed)
{
    std::array<std::uint8_t, 64> compact{};
    std::memcpy(compact.data(), signature.r.bytes.data(), 32);
    std::memcpy(compact.data() + 32, signature.s.bytes.data(), 32);
    if (signature.yParity > 1 || signature.r.isZero() || signature.s.isZero() ||
        secp256k1_ecdsa_recoverable_signature_parse_compact(secp256k1Context(), &parsed, compact.data(),
                                                            signature.yParity) != 1) {
        return false;
    }
    secp256k1_ecdsa_signature plain;
    require(secp256k1_ecdsa_recoverable_signature_convert(secp256k1Context(), &plain, &parsed));
    return secp256k1_ecdsa_signature_normalize(secp256k1Context(), nullptr, &plain) == 0;
}

} // namespace

const secp256k1_context* secp256k1Context()
{
    static const ContextPtr context = makeContext();
    return context.get();
}

Bytes Signature::toRsv() const
{
    Bytes out;
    out.reserve(65);
    append(out, r.view());
    append(out, s.view());
    out.push_back(static_cast<std::uint8_t>(27 + yParity));
    return out;
}

Result<Signature> signatureFromRsv(BytesView rsv)
{
    if (rsv.size() != 65) {
        return CryptoError::BadSignature;
    }
    const std::uint8_t v = rsv[64];
    if (v > 1 && v != 27 && v != 28) {
        return CryptoError::BadSignature;
    }
    const Signature out{Hash32::from(rsv.first(32)), Hash32::from(rsv.subspan(32, 32)),
                        static_cast<std::uint8_t>(v >= 27 ? v - 27 : v)};
    secp256k1_ecdsa_recoverable_signature parsed;
    if (!parseSignature(out, parsed)) {
        return CryptoError::BadSignature;
    }
    return out;
}

Result<PrivateKey> PrivateKey::fromBytes(SecretBytes key32)
{
    if (key32.size() != 32 || secp256k1_ec_seckey_verify(secp256k1Context(), key32.data()) != 1) {
        return CryptoError::BadKey;
    }
    return PrivateKey(std::move(key32));
}

Result<PrivateKey> PrivateKey::fromHex(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    text = text.substr(0, text.find_last_not_of(kBlank) + 1);
    text.remove_prefix(text.starts_with("0x") || text.starts_with("0X") ? 2 : 0);
    SecretBytes key(32);
    if (text.size() != 2 * key.size()) {
        return CryptoError::BadKey;
    }
    for (std::size_t i = 0; i < key.size(); ++i) {
        const int high = hexDigit(text[2 * i]);
        const int low = hexDigit(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return CryptoError::BadKey;
        }
        key.data()[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return fromBytes(std::move(key));
}

Result<PrivateKey> PrivateKey::generate()
{
    SecretBytes key(32);
    AC_CHECK(fillRandom(key.span()));
    return fromBytes(std::move(key)); // out of range once in 2^128
}

Address PrivateKey::address() const
{
    return addressOfPublicKey(publicKey64());
}

std::array<std::uint8_t, 64> PrivateKey::publicKey64() const
{
    return withoutPrefix(publicKeyOf(m_key.view()));
}

std::array<std::uint8_t, 33> PrivateKey::publicKeyCompressed() const
{
    return serialized<33>(publicKeyOf(m_key.view()), SECP256K1_EC_COMPRESSED);
}

Signature PrivateKey::sign(const Hash32& digest) const
{
    secp256k1_ecdsa_recoverable_signature signature;
    require(secp256k1_ecdsa_sign_recoverable(secp256k1Context(), &signature, digest.bytes.data(), m_key.data(),
                                             secp256k1_nonce_function_rfc6979, nullptr));
    std::array<std::uint8_t, 64> compact{};
    int recoveryId = 0;
    require(secp256k1_ecdsa_recoverable_signature_serialize_compact(secp256k1Context(), compact.data(), &recoveryId,
                                                                    &signature));
    // Ids 2 and 3 mean r was reduced modulo the order, which has probability 2^-127 and no form in Ethereum.
    require(recoveryId <= 1 ? 1 : 0);
    return {Hash32::from(BytesView(compact).first(32)), Hash32::from(BytesView(compact).last(32)),
            static_cast<std::uint8_t>(recoveryId)};
}

Result<std::array<std::uint8_t, 64>> recoverPublicKey(const Hash32& digest, const Signature& signature)
{
    secp256k1_ecdsa_recoverable_signature parsed;
    secp256k1_pubkey key;
    if (!parseSignature(signature, parsed) ||
        secp256k1_ecdsa_recover(secp256k1Context(), &key, &parsed, digest.bytes.data()) != 1) {
        return CryptoError::BadSignature;
    }
    return withoutPrefix(key);
}

Result<Address> recoverAddress(const Hash32& digest, const Signature& signature)
{
    AC_TRY(const auto key, recoverPublicKey(digest, signature));
    return addressOfPublicKey(key);
}

Address addressOfPublicKey(std::span<const std::uint8_t, 64> publicKey64)
{
    return Address::from(keccak256(BytesView(publicKey64)).view().last(20));
}

} // namespace autochain
