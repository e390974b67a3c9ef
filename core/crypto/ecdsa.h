// SPDX-License-Identifier: GPL-3.0-or-later
// ECDSA over secp256k1 as the world outside Ethereum writes it: signatures without a recovery id.
#pragma once

#include "crypto/public_key.h"

namespace autochain
{
struct EcdsaSignature {
    Hash32 r;
    Hash32 s;
    bool operator==(const EcdsaSignature&) const = default;
};

// SEQUENCE { INTEGER, INTEGER } in DER and nothing else: no BER lengths, no needless or missing zeros, nothing behind
// it; 0 < r, s < n. BadSignature.
Result<EcdsaSignature> ecdsaFromDer(BytesView der);
Result<EcdsaSignature> ecdsaFromP1363(BytesView rs64); // IEEE P1363: r || s, 64 bytes. BadSignature.
Bytes ecdsaToDer(const EcdsaSignature& signature);
bool hasLowS(const EcdsaSignature& signature); // BIP-146, EIP-2

enum class HighS { Refused, Allowed };
bool verifyEcdsa(const PublicKey& key, const Hash32& digest, const EcdsaSignature& signature,
                 HighS highS = HighS::Refused);
} // namespace autochain
