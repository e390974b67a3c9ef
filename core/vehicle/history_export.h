// SPDX-License-Identifier: GPL-3.0-or-later
// A car's whole history as a bundle: records from the chain, blocks from the content store, the proof from a node.
#pragma once

#include "vehicle/verified_history.h"

namespace autochain::vehicle
{

struct ExportedHistory {
    HistoryBundle bundle;
    Provenance provenance = Provenance::Reported; // of the header
    std::uint64_t missingBlocks = 0;              // contents nobody asked has; the file says so by leaving them out
};

// UnknownVehicle, HistoryIncomplete, HistoryMismatch; ChainError. All must outlive the task.
QCoro::Task<Result<ExportedHistory>> exportHistory(NodePort& node, ProofPort& proofs, ContentPort& content,
                                                   const NetworkFile& network, Hash32 vehicleId);

} // namespace autochain::vehicle
