// SPDX-License-Identifier: GPL-3.0-or-later
// Values that records of several kinds carry.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

struct Part {
    std::string name;
    std::string number; // the maker's part number; empty: not stated
    std::string serial; // of this very piece; empty: not stated
    bool operator==(const Part&) const = default;
};

struct Attachment {
    Hash32 digest;           // sha2-256 of the raw block, or of the root of a UnixFS file
    std::string name;        // file name as the provider gave it, without folders
    std::string type;        // media type
    std::uint64_t bytes = 0; // of the whole file; 0: not stated
    bool isFile = false;     // CID with codec dag-pb: a UnixFS file of several blocks; false: one raw block
    bool operator==(const Attachment&) const = default;
};
std::string cidOf(const Attachment& document); // CIDv1

// A part of the record that only those can read whom the owner let; who and how is the scheme's matter.
struct PrivateSection {
    Hash32 digest; // sha2-256 of the sealed block
    std::uint64_t bytes = 0;
    std::string scheme;
    bool operator==(const PrivateSection&) const = default;
};

// Where the body was hit or repaired; names as in the JSON: "front", "frontLeft" …
enum class BodyZone { Front, FrontLeft, FrontRight, Left, Right, RearLeft, RearRight, Rear, Roof, Underbody, Interior };

enum class Looked { Accidents, Recalls, Theft, Odometer, Title, Liens }; // what the provider says to have checked

} // namespace autochain::vehicle
