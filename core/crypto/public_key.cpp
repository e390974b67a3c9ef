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

static_assert(sizeof(secp256k1_pubkey) == std::tuple_size_v<PublicKey::Point>);

secp256k1_pubkey libraryPoint(const PublicKey& key)
{
    secp256k1_pubkey out;
    std::memcpy(out.data, key.point().data(), sizeof out.data);
    return out;
}

PublicKey::Point kept(const secp256k1_pubkey& point)
{
    PublicKey::Point out{};
    std::memcpy(out.data(), point.data, sizeof point.data);
    return out;
}

template <std::size_t N>
std::array<std::uint8_t, N> serialized(const PublicKey& key, unsigned flags)
{
    const secp256k1_pubkey point = libraryPoint(key);
    std::array<std::uint8_t, N> out{};
    std::size_t length = N;
    secp256k1_ec_pubkey_serialize(secp256k1Context(), out.data(), &length, &point, flags); // cannot fail
    return out;
}

int copyX(unsigned char* out, const unsigned char* x32, const unsigned char* /*y32*/, void* /*data*/)
{
    std::memcpy(out, x32, 32);
    return 1;
}

} // namespace

PublicKey::PublicKey(const PrivateKey& key)
{
    secp256k1_pubkey point;
    if (secp256k1_ec_pubkey_create(secp256k1Context(), &point, key.secret32().data()) != 1) {
        std::abort(); // the key was checked when it came in
    }
    m_point = kept(point);
}

Result<PublicKey> PublicKey::fromBytes(BytesView sec1)
{
    const bool mixed = sec1.size() == 65 && sec1[0] != 0x04;
    secp256k1_pubkey point;
    if (sec1.empty() || mixed || secp256k1_ec_pubkey_parse(secp256k1Context(), &point, sec1.data(), sec1.size()) != 1) {
        return CryptoError::BadPublicKey;
    }
    return PublicKey(kept(point));
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

std::array<std::uint8_t, 33> PublicKey::compressed() const
{
    return serialized<33>(*this, SECP256K1_EC_COMPRESSED);
}

std::array<std::uint8_t, 64> PublicKey::uncompressed64() const
{
    const auto full = serialized<65>(*this, SECP256K1_EC_UNCOMPRESSED);
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
    secp256k1_pubkey point = libraryPoint(*this);
    if (tweak32.size() != 32 || secp256k1_ec_pubkey_tweak_add(secp256k1Context(), &point, tweak32.data()) != 1) {
        return CryptoError::BadKey;
    }
    return PublicKey(kept(point));
}

SecretBytes sharedSecret(const PrivateKey& key, const PublicKey& point)
{
    const secp256k1_pubkey parsed = libraryPoint(point);
    SecretBytes out(32);
    if (secp256k1_ecdh(secp256k1Context(), out.data(), &parsed, key.secret32().data(), copyX, nullptr) != 1) {
        std::abort(); // both were checked when they came in
    }
    return out;
}

} // namespace autochain
