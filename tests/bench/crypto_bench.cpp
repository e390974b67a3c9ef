// SPDX-License-Identifier: GPL-3.0-or-later
// Keccak against OpenSSL's SHA3-256 (the same permutation, another padding); signing, verifying and recovering against
// the bare library, and everything that happens to a transaction between the signer's inbox and its outbox against the
// bare signature: the difference has to stay below 0.1 ms.
#include "codec/transaction.h"
#include "crypto/ecdsa.h"
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

void medians(benchmark::internal::Benchmark* row)
{
    row->Repetitions(7)->ReportAggregatesOnly();
}

BENCHMARK_CAPTURE(keccakOurs, small, 64)->Name("keccak256 64 B/ours")->Apply(medians);
BENCHMARK_CAPTURE(sha3OpenSsl, small, 64)->Name("keccak256 64 B/peer:OpenSSL sha3-256")->Apply(medians);
BENCHMARK_CAPTURE(keccakOurs, large, 65'536)->Name("keccak256 64 KiB/ours")->Apply(medians);
BENCHMARK_CAPTURE(sha3OpenSsl, large, 65'536)->Name("keccak256 64 KiB/peer:OpenSSL sha3-256")->Apply(medians);

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

Bytes someTransaction()
{
    Transaction tx;
    tx.chainId = 61;
    tx.nonce = 9;
    tx.maxPriorityFeePerGas = U256(1'000'000'000U);
    tx.maxFeePerGas = U256(20'000'000'000U);
    tx.gasLimit = 90'000;
    tx.to = Address::from(Bytes(20, 0x35));
    tx.data = Bytes(196, 0x5a);
    return encodeUnsigned(tx);
}

void signTransactionOurs(benchmark::State& state)
{
    const PrivateKey key = someKey();
    const Bytes bytes = someTransaction();
    for ([[maybe_unused]] auto turn : state) {
        const auto tx = decodeUnsigned(bytes);
        if (!tx.ok()) {
            state.SkipWithError("not decoded");
            break;
        }
        const Bytes out = encodeSigned(*tx, key.sign(signingHash(*tx)));
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(signTransactionOurs)->Name("sign transaction/ours");
BENCHMARK(signBare)->Name("sign transaction/peer:libsecp256k1, the signature alone");

EcdsaSignature plainSignature()
{
    const Signature signature = someKey().sign(kDigest);
    return {signature.r, signature.s};
}

void verifyOurs(benchmark::State& state)
{
    const PublicKey key(someKey());
    const EcdsaSignature signature = plainSignature();
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(verifyEcdsa(key, kDigest, signature));
    }
}
BENCHMARK(verifyOurs)->Name("verify/ours");

void verifyBare(benchmark::State& state)
{
    const auto compressed = PublicKey(someKey()).compressed();
    secp256k1_pubkey key;
    secp256k1_ecdsa_signature signature;
    Bytes rs = someKey().sign(kDigest).toRsv();
    if (secp256k1_ec_pubkey_parse(secp256k1Context(), &key, compressed.data(), compressed.size()) != 1 ||
        secp256k1_ecdsa_signature_parse_compact(secp256k1Context(), &signature, rs.data()) != 1) {
        state.SkipWithError("not read");
        return;
    }
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(secp256k1_ecdsa_verify(secp256k1Context(), &signature, kDigest.bytes.data(), &key));
    }
}
BENCHMARK(verifyBare)->Name("verify/peer:libsecp256k1");

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
