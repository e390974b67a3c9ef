// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to a car and found on it: RecordKind Service, Repair, Inspection, Odometer, RecallOpened, RecallClosed.
#pragma once

#include "vehicle/record_values.h"

namespace autochain::vehicle
{

// Work and price stand in RecordContent::items and cost.
struct ServiceDetails { // "service/1"
    std::vector<Part> parts;
    std::int64_t nextDueKm = 0; // 0: not stated
    std::optional<UnixTime> nextDueAt;
    bool operator==(const ServiceDetails&) const = default;
};

struct RepairDetails { // "repair/1"
    std::vector<Part> parts;
    std::optional<std::uint64_t> accidentRecord; // index of the accident it repairs
    std::int64_t warrantyKm = 0;                 // 0: not stated
    std::optional<UnixTime> warrantyUntil;
    bool operator==(const RepairDetails&) const = default;
};

enum class InspectionResult { Passed, PassedWithNotes, Failed };
enum class DefectSeverity { Advisory, Minor, Major, Dangerous }; // Directive 2014/45/EU, and advisories of a UK MOT
struct Defect {
    std::string text;
    DefectSeverity severity = DefectSeverity::Advisory;
    std::string code; // of the inspection manual; empty: not stated
    bool operator==(const Defect&) const = default;
};
struct InspectionDetails { // "inspection/1"
    InspectionResult result = InspectionResult::Passed;
    std::vector<Defect> defects;
    std::optional<UnixTime> validUntil;
    std::string certificate; // its number
    std::string scheme;      // "UK MOT", "HU", "NY safety"
    bool operator==(const InspectionDetails&) const = default;
};

enum class DistanceUnit { Km, Mi };
struct OdometerDetails { // "odometer/1"; the record itself carries km
    std::int64_t shown = 0;
    DistanceUnit unit = DistanceUnit::Km; // as on the instrument
    bool replaced = false;                // the instrument is not the one it had before
    bool operator==(const OdometerDetails&) const = default;
};

// Of both kinds; a closing record says that this car was done.
struct RecallDetails {    // "recall/1"
    std::string campaign; // number, as of the authority or the maker
    std::string authority;
    std::string component;
    std::string summary;
    std::string consequence;
    std::string remedy;
    std::optional<UnixTime> issuedAt;
    bool operator==(const RecallDetails&) const = default;
};

} // namespace autochain::vehicle
