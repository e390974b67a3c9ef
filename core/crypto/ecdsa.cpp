// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ecdsa.h"

#include "crypto/secp256k1_context.h"

#include <algorithm>

namespace autochain
{
namespace
{

// r and s below the group order and not zero.
bool parse(const EcdsaSignature& signature, secp256k1_ecdsa_signature& out)
{
    std::array<std::uint8_t, 64> compact{};
    std::memcpy(compact.data(), signature.r.bytes.data(), 32);
    std::memcpy(compact.data() + 32, signature.s.bytes.data(), 32);
    return !signature.r.isZero() && !signature.s.isZero() &&
           secp256k1_ecdsa_signature_parse_compact(secp256k1Context(), &out, compact.data()) == 1;
}

Result<EcdsaSignature> checked(const EcdsaSignature& signature)
{
    secp256k1_ecdsa_signature parsed;
    if (!parse(signature, parsed)) {
        return CryptoError::BadSignature;
    }
    return signature;
}

// INTEGER of at most 33 bytes, not negative, no needless zero in front; moves `der` behind it.
Result<Hash32> takeInteger(BytesView& der)
{
    if (der.size() < 3 || der[0] != 0x02 || der[1] == 0 || der[1] > 33 || der[1] > der.size() - 2) {
        return CryptoError::BadSignature;
    }
    BytesView number = der.subspan(2, der[1]);
    der = der.subspan(2 + number.size());
    const bool padded = number[0] == 0;
    if ((number[0] & 0x80) != 0 || (padded && number.size() > 1 && (number[1] & 0x80) == 0)) {
        return CryptoError::BadSignature;
    }
    number = number.subspan(padded ? 1 : 0);
    if (number.size() > 32) {
        return CryptoError::BadSignature;
    }
    Hash32 out;
    std::copy(number.begin(), number.end(), out.bytes.end() - static_cast<std::ptrdiff_t>(number.size()));
    return out;
}

void appendInteger(Bytes& out, const Hash32& number)
{
    const auto* const first =
        std::find_if(number.bytes.begin(), number.bytes.end() - 1, [](std::uint8_t byte) { return byte != 0; });
    const bool pad = (*first & 0x80) != 0;
    out.push_back(0x02);
    out.push_back(static_cast<std::uint8_t>(number.bytes.end() - first + (pad ? 1 : 0)));
    if (pad) {
        out.push_back(0);
    }
    out.insert(out.end(), first, number.bytes.end());
}

} // namespace

Result<EcdsaSignature> ecdsaFromDer(BytesView der)
{
    constexpr std::size_t kMax = 2 + 2 * (2 + 33); // short enough for lengths of one byte everywhere
    if (der.size() < 2 || der.size() > kMax || der[0] != 0x30 || der[1] != der.size() - 2) {
        return CryptoError::BadSignature;
    }
    der = der.subspan(2);
    AC_TRY(const Hash32 r, takeInteger(der));
    AC_TRY(const Hash32 s, takeInteger(der));
    if (!der.empty()) {
        return CryptoError::BadSignature;
    }
    return checked({r, s});
}

Result<EcdsaSignature> ecdsaFromP1363(BytesView rs64)
{
    if (rs64.size() != 64) {
        return CryptoError::BadSignature;
    }
    return checked({Hash32::from(rs64.first(32)), Hash32::from(rs64.last(32))});
}

Bytes ecdsaToDer(const EcdsaSignature& signature)
{
    Bytes out{0x30, 0};
    appendInteger(out, signature.r);
    appendInteger(out, signature.s);
    out[1] = static_cast<std::uint8_t>(out.size() - 2);
    return out;
}

bool hasLowS(const EcdsaSignature& signature)
{
    secp256k1_ecdsa_signature parsed;
    return parse(signature, parsed) && secp256k1_ecdsa_signature_normalize(secp256k1Context(), nullptr, &parsed) == 0;
}

bool verifyEcdsa(const PublicKey& key, const Hash32& digest, const EcdsaSignature& signature, HighS highS)
{
    secp256k1_ecdsa_signature parsed;
    if (!parse(signature, parsed)) {
        return false;
    }
    // The library verifies low s alone; the other form is turned into it where the caller takes both.
    const bool high = secp256k1_ecdsa_signature_normalize(secp256k1Context(), &parsed, &parsed) == 1;
    if (high && highS == HighS::Refused) {
        return false;
    }
    secp256k1_pubkey point;
    std::memcpy(point.data, key.point().data(), sizeof point.data);
    return secp256k1_ecdsa_verify(secp256k1Context(), &parsed, digest.bytes.data(), &point) == 1;
}

} // namespace autochain
