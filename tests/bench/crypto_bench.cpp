// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak against OpenSSL's SHA3-256 (the same permutation, another padding); signing and recovering against the bare
// library.
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "crypto/secp256k1_context.h"

#include <benchmark/benchmark.h>
#include <openssl/evp.h>
#include <secp256k1_recovery.h>

using namespace autochain;

namespace
{

PrivateKey someKey()
{
    return PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, 0x42))).value();
}
const Hash32 kDigest = Hash32::from(Bytes(32, 0x17));

void keccakOurs(benchmark::State& state, std::size_t size)
{
    const Bytes data(size, 0x5a);
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(keccak256(data));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

void sha3OpenSsl(benchmark::State& state, std::size_t size)
{
    const Bytes data(size, 0x5a);
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA3-256", nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Hash32 out;
    for ([[maybe_unused]] auto turn : state) {
        EVP_DigestInit_ex2(context, algorithm, nullptr);
        EVP_DigestUpdate(context, data.data(), data.size());
        EVP_DigestFinal_ex(context, out.bytes.data(), nullptr);
        benchmark::DoNotOptimize(out);
    }
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

BENCHMARK_CAPTURE(keccakOurs, small, 64)->Name("keccak256 64 B/ours");
BENCHMARK_CAPTURE(sha3OpenSsl, small, 64)->Name("keccak256 64 B/peer:OpenSSL sha3-256");
BENCHMARK_CAPTURE(keccakOurs, large, 65'536)->Name("keccak256 64 KiB/ours");
BENCHMARK_CAPTURE(sha3OpenSsl, large, 65'536)->Name("keccak256 64 KiB/peer:OpenSSL sha3-256");

void signOurs(benchmark::State& state)
{
    const PrivateKey key = someKey();
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(key.sign(kDigest));
    }
}
BENCHMARK(signOurs)->Name("sign/ours");

void signBare(benchmark::State& state)
{
    const PrivateKey key = someKey();
    secp256k1_ecdsa_recoverable_signature signature;
    for ([[maybe_unused]] auto turn : state) {
        if (secp256k1_ecdsa_sign_recoverable(secp256k1Context(), &signature, kDigest.bytes.data(),
                                             key.secret32().data(), nullptr, nullptr) != 1) {
            state.SkipWithError("not signed");
        }
        benchmark::DoNotOptimize(signature);
    }
}
BENCHMARK(signBare)->Name("sign/peer:libsecp256k1");

void recoverOurs(benchmark::State& state)
{
    const Signature signature = someKey().sign(kDigest);
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(recoverPublicKey(kDigest, signature));
    }
}
BENCHMARK(recoverOurs)->Name("recover/ours");

void recoverBare(benchmark::State& state)
{
    const Bytes rsv = someKey().sign(kDigest).toRsv();
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_pubkey key;
    for ([[maybe_unused]] auto turn : state) {
        if (secp256k1_ecdsa_recoverable_signature_parse_compact(secp256k1Context(), &signature, rsv.data(),
                                                                rsv[64] - 27) != 1 ||
            secp256k1_ecdsa_recover(secp256k1Context(), &key, &signature, kDigest.bytes.data()) != 1) {
            state.SkipWithError("not recovered");
        }
        benchmark::DoNotOptimize(key);
    }
}
BENCHMARK(recoverBare)->Name("recover/peer:libsecp256k1");

} // namespace
