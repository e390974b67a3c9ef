// SPDX-License-Identifier: GPL-3.0-or-later
// A whole history as one value and one file, wherever it comes from: what was written about the car, and what proves
// it. JSON, "autochain-history/1", described in docs/history.md. It claims nothing beside its proof: roles, names,
// grants, title and head are read from the proven words (verified_history.h).
#pragma once

#include "chain/state_proof.h"
#include "vehicle/record.h"

namespace autochain::vehicle
{

struct BundleRecord { // the fields the fold covers, and the block its digest names
    RecordKind kind = RecordKind::None;
    Address provider;
    UnixTime time = 0;
    std::uint32_t odometerKm = 0;
    Hash32 contentDigest;
    std::optional<Bytes> block; // as it is kept by content addresses, signature line and all; none: not given along
    bool operator==(const BundleRecord&) const = default;
};

struct HistoryBundle {
    std::uint64_t chainId = 0;
    Address registry;
    Address participants;
    Hash32 vehicleId;
    std::string vin;                   // keccak256 of it is the id; empty: not given
    std::vector<BundleRecord> records; // from index 0 on
    StateProof proof;
    bool operator==(const HistoryBundle&) const = default;
};

inline constexpr std::size_t kMaxBundleBytes = 256 * 1024 * 1024;
inline constexpr int kMaxBundleRecords = 100'000;
inline constexpr std::string_view kBundleFormat = "autochain-history/1";

// Reads what it is said to be and no more: nothing is held against anything here. BadBundle (the field), TooLarge.
Result<HistoryBundle> parseHistoryBundle(BytesView json);
std::string writeHistoryBundle(const HistoryBundle& bundle);
// Whether a file begins like a bundle, to tell it from a report.
bool looksLikeHistoryBundle(BytesView head);

Record recordOf(const BundleRecord& record, std::uint64_t index); // content not looked at

} // namespace autochain::vehicle
