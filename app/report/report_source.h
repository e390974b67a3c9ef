// SPDX-License-Identifier: GPL-3.0-or-later
// What a report is drawn from: a history as its own bundle proves it, and nothing from anywhere else.
#pragma once

#include "report/opened_sections.h"
#include "report/report_packet.h"
#include "vehicle/vehicle_reader.h"

#include <QString>

namespace autochain::report
{

struct ReportSource {
    vehicle::Vehicle car; // owners as the registry's own records say
    std::uint64_t chainId = 0;
    Address registry;
    Bytes header;                // RLP; keccak256 of it is the block's hash
    bool fits = false;           // records, issuers and state follow from that header
    std::optional<Error> misfit; // why not
    Hash32 bundleDigest;         // sha2-256
    std::size_t bundleBytes = 0;
    OpenedDocuments opened; // private parts that are printed
};

// Checks the bundle (core/vehicle/history_bundle.h). ReportUnreadable where it is no bundle at all; one that does not
// hold gives a source with `misfit`, whose report says so on every page. Private sections are taken beside a history
// that holds, or not at all.
Result<ReportSource> readSource(const ReportPacket& packet);

} // namespace autochain::report
