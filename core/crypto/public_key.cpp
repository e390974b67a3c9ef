// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/public_key.h"

#include "crypto/secp256k1_context.h"

#include <algorithm>
#include <cstdlib>
#include <secp256k1_ecdh.h>

namespace autochain
{
namespace
{

// SEQUENCE { SEQUENCE { id-ecPublicKey, secp256k1 }, BIT STRING without unused bits }; the two lengths are the only
// bytes in which the compressed and the uncompressed form differ.
constexpr std::array<std::uint8_t, 18> kAlgorithm{0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d,
                                                  0x02, 0x01, 0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a};

secp256k1_pubkey pointOf(const std::array<std::uint8_t, 33>& compressed)
{
    secp256k1_pubkey out;
    if (secp256k1_ec_pubkey_parse(secp256k1Context(), &out, compressed.data(), compressed.size()) != 1) {
        std::abort(); // was a point when it came in
    }
    return out;
}

std::array<std::uint8_t, 33> compressedOf(const secp256k1_pubkey& point)
{
    std::array<std::uint8_t, 33> out{};
    std::size_t length = out.size();
    secp256k1_ec_pubkey_serialize(secp256k1Context(), out.data(), &length, &point, SECP256K1_EC_COMPRESSED);
    return out;
}

int copyX(unsigned char* out, const unsigned char* x32, const unsigned char* /*y32*/, void* /*data*/)
{
    std::memcpy(out, x32, 32);
    return 1;
}

} // namespace

Result<PublicKey> PublicKey::fromBytes(BytesView sec1)
{
    const bool mixed = sec1.size() == 65 && sec1[0] != 0x04;
    secp256k1_pubkey point;
    if (sec1.empty() || mixed || secp256k1_ec_pubkey_parse(secp256k1Context(), &point, sec1.data(), sec1.size()) != 1) {
        return CryptoError::BadPublicKey;
    }
    return PublicKey(compressedOf(point));
}

Result<PublicKey> PublicKey::fromSpki(BytesView der)
{
    constexpr std::size_t kBefore = 2 + kAlgorithm.size() + 3;
    const std::size_t point = der.size() < kBefore ? 0 : der.size() - kBefore;
    if (point != 33 && point != 65) {
        return CryptoError::BadPublicKey;
    }
    const BytesView bits = der.subspan(2 + kAlgorithm.size(), 3);
    const bool fits = der[0] == 0x30 && der[1] == der.size() - 2 &&
                      std::equal(kAlgorithm.begin(), kAlgorithm.end(), der.begin() + 2) && bits[0] == 0x03 &&
                      bits[1] == point + 1 && bits[2] == 0;
    if (!fits) {
        return CryptoError::BadPublicKey;
    }
    return fromBytes(der.last(point));
}

std::array<std::uint8_t, 64> PublicKey::uncompressed64() const
{
    const secp256k1_pubkey point = pointOf(m_compressed);
    std::array<std::uint8_t, 65> full{};
    std::size_t length = full.size();
    secp256k1_ec_pubkey_serialize(secp256k1Context(), full.data(), &length, &point, SECP256K1_EC_UNCOMPRESSED);
    std::array<std::uint8_t, 64> out{};
    std::copy(full.begin() + 1, full.end(), out.begin());
    return out;
}

Address PublicKey::address() const
{
    return addressOfPublicKey(uncompressed64());
}

Result<PublicKey> PublicKey::plus(BytesView tweak32) const
{
    secp256k1_pubkey point = pointOf(m_compressed);
    if (tweak32.size() != 32 || secp256k1_ec_pubkey_tweak_add(secp256k1Context(), &point, tweak32.data()) != 1) {
        return CryptoError::BadKey;
    }
    return PublicKey(compressedOf(point));
}

SecretBytes sharedSecret(const PrivateKey& key, const PublicKey& point)
{
    const auto compressed = point.compressed();
    const secp256k1_pubkey parsed = pointOf(compressed);
    SecretBytes out(32);
    if (secp256k1_ecdh(secp256k1Context(), out.data(), &parsed, key.secret32().data(), copyX, nullptr) != 1) {
        std::abort(); // both were checked when they came in
    }
    return out;
}

} // namespace autochain
