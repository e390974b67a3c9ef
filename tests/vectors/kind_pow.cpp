// SPDX-License-Identifier: GPL-3.0-or-later
// ethereum/tests PoWTests: header, its hash without the seal, the epoch's seed, sizes and cache hash, mix and result.
#include "check.h"

#include "caches.h"
#include "chain/header.h"
#include "crypto/hash.h"

namespace autochain::vectors
{
namespace
{

bool same(BytesView ours, const QJsonValue& theirs)
{
    return toBytes(ours) == unhex(theirs);
}

// keccak256 of all of the cache.
bool sameCache(const ethash::LightCache& cache, const QJsonValue& theirs)
{
    return theirs.isUndefined() || same(keccak256(cache.bytes()).view(), theirs);
}

std::string problemOf(const QJsonObject& entry, Caches& caches)
{
    const Bytes rlp = unhex(at(entry, "header"));
    const auto header = decodeHeader(rlp);
    if (!header.ok()) {
        return "header not decoded: " + header.error().detail;
    }
    const auto epoch = ethash::epochOf(header->number, ChainRules{});
    if (!epoch || hashOf(*header) != keccak256(rlp)) {
        return "no epoch, or encodes to something else";
    }
    if (!same(header->nonce.view(), at(entry, "nonce")) || !same(header->mixHash.view(), at(entry, "mixHash"))) {
        return "nonce or mixHash";
    }
    const Hash32 sealHash = sealHashOf(*header);
    if (!same(sealHash.view(), at(entry, "header_hash"))) {
        return "hash without the seal";
    }
    if (!same(ethash::seedOf(*epoch).view(), at(entry, "seed"))) {
        return "seed";
    }
    if (static_cast<qint64>(ethash::cacheBytes(epoch->index)) != at(entry, "cache_size").toInteger() ||
        static_cast<qint64>(ethash::datasetBytes(epoch->index)) != at(entry, "full_size").toInteger()) {
        return "sizes";
    }
    const auto& cache = caches.of(*epoch);
    if (!sameCache(cache, at(entry, "cache_hash"))) {
        return "cache";
    }
    const auto outcome = ethash::evaluate(cache, {sealHash, U256::fromBigEndian(header->nonce.view()).toU64()});
    if (!same(outcome.mixHash.view(), at(entry, "mixHash")) || !same(outcome.result.view(), at(entry, "result"))) {
        return "mix or result";
    }
    // The published nonces were not mined: the mix has to fit, the work need not reach the difficulty.
    const bool enough = ethash::meets(outcome.result, header->difficulty);
    const auto expected = enough ? std::nullopt : std::optional(ethash::SealRule::Work);
    return ethash::brokenSeal(cache, *header, ChainRules{}) == expected ? "" : "verdict on the seal";
}

void check(const Input& file, Report& report)
{
    Caches caches;
    const QJsonObject cases = file.json().toObject();
    for (auto entry = cases.begin(); entry != cases.end(); ++entry) {
        report.check(entry.key().toStdString(), [&] { return problemOf(entry.value().toObject(), caches); });
    }
}

const Kind kPow("pow", "ethereum/tests PoWTests", check);

} // namespace
} // namespace autochain::vectors
