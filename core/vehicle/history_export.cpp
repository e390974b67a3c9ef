// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/history_export.h"

#include "vehicle/history_proof.h"
#include "vehicle/read_batches.h"
#include "vehicle/record_look.h"

namespace autochain::vehicle
{
namespace
{
constexpr int kAttempts = 3; // a record may be appended between reading and proving

BundleRecord bundleRecordOf(const Record& record)
{
    return {record.kind, record.provider, record.time, record.odometerKm, record.contentDigest, std::nullopt};
}

QCoro::Task<Result<RightsFacts>> factsFor(NodePort& node, const NetworkFile& network, const Vehicle& vehicle)
{
    RightsFacts facts;
    facts.registry = network.contract("vehicleRegistry");
    AC_CO_TRY(facts.providers, co_await readProviders(node, network.contract("participants"),
                                                      providersOf(vehicle.records, facts.registry)));
    AC_CO_TRY(facts.grants,
              co_await readGrants(node, facts.registry, vehicle.state.id, grantsToProve(vehicle.records, facts)));
    co_return facts;
}

QCoro::Task<Result<>> addBlocks(ExportedHistory& out, ContentPort& content)
{
    for (BundleRecord& record : out.bundle.records) {
        if (record.contentDigest.isZero() || record.provider == out.bundle.registry) {
            continue;
        }
        Result<Bytes> block = co_await content.get(record.contentDigest);
        if (block.ok()) {
            record.block = std::move(block).value();
        } else {
            ++out.missingBlocks;
        }
    }
    co_return Result<>();
}
} // namespace

QCoro::Task<Result<ExportedHistory>> exportHistory(NodePort& node, ProofPort& proofs, ContentPort& content,
                                                   const NetworkFile& network, Hash32 vehicleId)
{
    Error last(VehicleError::HistoryMismatch, {"0"});
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        VehicleReader reader(node, content, network);
        AC_CO_TRY(const Vehicle vehicle, co_await reader.readHistory(vehicleId));
        if (vehicle.historyCheck != HistoryCheck::Verified) {
            const std::vector<std::string> args(1, std::to_string(vehicle.state.history.count));
            co_return Error(VehicleError::HistoryMismatch, args);
        }
        AC_CO_TRY(const RightsFacts facts, co_await factsFor(node, network, vehicle));
        ExportedHistory out;
        out.bundle.chainId = network.chainId;
        out.bundle.registry = facts.registry;
        out.bundle.participants = network.contract("participants");
        out.bundle.vehicleId = vehicleId;
        out.bundle.vin = vehicle.vin.value_or("");
        for (const Record& record : vehicle.records) {
            out.bundle.records.push_back(bundleRecordOf(record));
        }
        const HistoryPlace place{out.bundle.registry, out.bundle.participants, vehicleId};
        AC_CO_TRY(Sourced<StateProof> proof, co_await proofs.prove(proofRequests(place, vehicle.records, facts)));
        out.bundle.proof = std::move(proof.value);
        out.provenance = proof.provenance;
        const auto verified = verifyHistory(out.bundle, HistoryTrust::of(network), HistoryWork{1, 0, false});
        if (verified.ok()) {
            AC_CO_CHECK(co_await addBlocks(out, content));
            co_return out;
        }
        last = verified.error();
    }
    co_return last;
}

} // namespace autochain::vehicle
