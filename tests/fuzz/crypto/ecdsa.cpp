// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures and public keys in DER.
#include "crypto/ecdsa.h"
#include "fuzz.h"

using namespace autochain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto signature = ecdsaFromDer(bytes); signature.ok()) {
        fuzz::require(ecdsaToDer(*signature) == toBytes(bytes), "numbers have one DER form");
        Bytes flat = toBytes(signature->r.view());
        append(flat, signature->s.view());
        const auto again = ecdsaFromP1363(flat);
        fuzz::require(again.ok() && *again == *signature, "both forms take the same numbers");
    }
    if (const auto key = PublicKey::fromSpki(bytes); key.ok()) {
        const auto compressed = key->compressed();
        fuzz::require(*PublicKey::fromBytes(compressed) == *key, "a point has one compressed form");
    }
    return 0;
}
