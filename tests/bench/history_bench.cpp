// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 records of one car: the whole history with its proof and all signatures against the bare library recovering as
// many; the first page; and what was verified once, out of the encrypted store.
#include "crypto/secp256k1_context.h"
#include "history_world.h"
#include "store/migration.h"
#include "store/verified_histories.h"
#include "vehicle/signed_content.h"

#include "crypto/hash.h"

#include <benchmark/benchmark.h>
#include <secp256k1_recovery.h>

#include <QTemporaryDir>

using namespace autochain;
using namespace autochain::vehicle;

namespace
{
constexpr std::size_t kRecords = 10'000;

const World& world()
{
    static const World kWorld = build(longHistory(kRecords));
    return kWorld;
}

void verifyOurs(benchmark::State& state, HistoryWork work)
{
    const World& all = world();
    for ([[maybe_unused]] auto turn : state) {
        const auto history = verifyHistory(all.bundle, all.trust, work);
        if (!history.ok() || faultOf(history->records.back()) != RecordFault::None) {
            state.SkipWithError("not verified");
            return;
        }
        benchmark::DoNotOptimize(history->records.data());
    }
}

// Digests and signatures lie ready: nothing but the library's own work.
void recoverBare(benchmark::State& state)
{
    struct Item {
        Hash32 digest;
        secp256k1_ecdsa_recoverable_signature signature;
    };
    const HistoryBundle& bundle = world().bundle;
    const RecordSigning signing(bundle.chainId, bundle.registry, bundle.vehicleId);
    std::vector<Item> items(bundle.records.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const BundleRecord& record = bundle.records[i];
        const auto parts = splitSignedContent(*record.block);
        items[i].digest = signing.digest(record.kind, record.odometerKm, sha256(parts->content));
        const Bytes rsv = parts->signature->toRsv();
        secp256k1_ecdsa_recoverable_signature_parse_compact(secp256k1Context(), &items[i].signature, rsv.data(),
                                                            parts->signature->yParity);
    }
    for ([[maybe_unused]] auto turn : state) {
        for (const Item& item : items) {
            secp256k1_pubkey key;
            if (secp256k1_ecdsa_recover(secp256k1Context(), &key, &item.signature, item.digest.bytes.data()) != 1) {
                state.SkipWithError("not recovered");
                return;
            }
            benchmark::DoNotOptimize(key);
        }
    }
}

void reopened(benchmark::State& state)
{
    const World& all = world();
    const auto history = verifyHistory(all.bundle, all.trust);
    QTemporaryDir folder;
    const SecretBytes key = SecretBytes::copyOf(Bytes(32, 7));
    auto database = store::openStore(folder.filePath(QStringLiteral("store.db")).toStdString(), key);
    store::VerifiedHistories kept(*database);
    const auto put =
        kept.put(61, all.bundle.registry, all.bundle.vehicleId,
                 {history->state.history.count, history->state.history.head, 1'000, packRecords(history->records)});
    for ([[maybe_unused]] auto turn : state) {
        const auto row = kept.find(61, all.bundle.registry, all.bundle.vehicleId);
        const auto records = unpackRecords((*row)->records);
        if (!put.ok() || !records.ok() || records->size() != kRecords || (*row)->head != history->state.history.head) {
            state.SkipWithError("not what was kept");
            return;
        }
        benchmark::DoNotOptimize(records->data());
    }
}

void fileRead(benchmark::State& state)
{
    const std::string text = writeHistoryBundle(world().bundle);
    for ([[maybe_unused]] auto turn : state) {
        const auto bundle = parseHistoryBundle(asBytes(text));
        benchmark::DoNotOptimize(bundle->records.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void medians(benchmark::internal::Benchmark* row)
{
    row->Repetitions(7)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(verifyOurs, whole, HistoryWork{1, UINT64_MAX, false})->Name("10,000 records/ours")->Apply(medians);
BENCHMARK(recoverBare)->Name("10,000 records/peer:libsecp256k1, as many recoveries")->Apply(medians);
BENCHMARK_CAPTURE(verifyOurs, read, HistoryWork{1, UINT64_MAX, true})
    ->Name("10,000 records, fields read/ours")
    ->Apply(medians);
BENCHMARK(recoverBare)->Name("10,000 records, fields read/peer:libsecp256k1, as many recoveries")->Apply(medians);
BENCHMARK_CAPTURE(verifyOurs, page, HistoryWork{1, 50, true})->Name("10,000 records, first page")->Apply(medians);
BENCHMARK(reopened)->Name("10,000 records, reopened")->Apply(medians);
BENCHMARK(fileRead)->Name("10,000 records, file read")->Apply(medians);

} // namespace
