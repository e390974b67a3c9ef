// SPDX-License-Identifier: GPL-3.0-or-later
// The content block of a record: JSON, format "autochain-record/1", described in docs/record-format.md. Written by
// strangers: every field is capped, unknown fields are ignored.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "vehicle/error.h"

#include <optional>

namespace autochain::vehicle
{

// Money in a currency of the world: minor units (cents) as an integer.
struct Cost {
    std::int64_t minorUnits = 0;
    std::string currency; // ISO 4217, or "AUC" with two decimals
    bool operator==(const Cost&) const = default;
};

struct WorkItem {
    std::string text;
    std::optional<Cost> cost;
    std::string partSerial; // empty: none
    bool operator==(const WorkItem&) const = default;
};

struct Attachment {
    Hash32 digest;    // sha2-256 of the block
    std::string name; // file name as the provider gave it, without folders
    std::string type; // media type
    bool operator==(const Attachment&) const = default;
};

// Where the body was hit or repaired; names as in the JSON: "front", "frontLeft" …
enum class BodyZone { Front, FrontLeft, FrontRight, Left, Right, RearLeft, RearRight, Rear, Roof, Underbody, Interior };

enum class Looked { Accidents, Recalls, Theft, Odometer, Title, Liens }; // what the provider says to have checked

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
    bool operator==(const RecordContent&) const = default;
};

inline constexpr std::size_t kMaxRecordContentBytes = 256 * 1024;

Result<RecordContent> parseRecordContent(BytesView json); // BadRecordContent
std::string writeRecordContent(const RecordContent& content);

} // namespace autochain::vehicle
