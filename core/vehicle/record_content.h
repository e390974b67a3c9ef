// SPDX-License-Identifier: GPL-3.0-or-later
// The content block of a record: JSON, format "autochain-record/2" (1 is read as well), described in
// docs/record-format.md; where its issuer signed it, behind one line with the signature (signed_content.h). Written by
// strangers: every field is capped, unknown fields are ignored.
#pragma once

#include "vehicle/details/damage.h"
#include "vehicle/details/obd.h"
#include "vehicle/details/origin.h"
#include "vehicle/details/title.h"
#include "vehicle/details/workshop.h"
#include "vehicle/error.h"

#include <variant>

namespace autochain::vehicle
{

// What is particular to a kind of record; none: a record of format 1, or one that says no more.
using RecordDetails = std::variant<std::monostate, ProductionDetails, FirstSaleDetails, ImportExportDetails,
                                   ServiceDetails, RepairDetails, InspectionDetails, OdometerDetails, RecallDetails,
                                   AccidentDetails, ClaimDetails, TotalLossDetails, TheftDetails, ScrappedDetails,
                                   ObdSessionDetails, TroubleCodesDetails, OwnershipDetails, LienDetails,
                                   TitleBrandDetails, ValuationDetails, StatementDetails, CorrectionDetails>;

struct RecordContent {
    std::string title;
    std::vector<WorkItem> items;
    std::optional<Cost> cost;
    std::string notes;
    std::string place;
    std::optional<UnixTime> happenedAt; // of the event itself, where earlier than the record
    std::vector<BodyZone> zones;
    std::vector<Looked> checked;
    std::vector<Attachment> documents;
    std::optional<std::uint64_t>
        corrects;          // Correction: index of the record it replaces; OwnerStatement: beside which it stands
    std::string reference; // recall campaign, claim or case number, brand of a title ("salvage")
    bool resolved = false; // repaired, recovered, closed
    RecordDetails details;
    std::string unknownDetails; // schema of details that a newer program wrote; empty: none
    std::optional<PrivateSection> privateSection;
    bool operator==(const RecordContent&) const = default;

    // The details where they are of this type; nullptr otherwise.
    template <typename T>
    const T* detailsAs() const
    {
        return std::get_if<T>(&details);
    }
};

inline constexpr std::size_t kMaxRecordContentBytes = 256 * 1024;

// Of a block with or without a signature in front; the signature is not looked at here. BadRecordContent.
Result<RecordContent> parseRecordContent(BytesView block);
std::string writeRecordContent(const RecordContent& content);

} // namespace autochain::vehicle
