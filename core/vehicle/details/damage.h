// SPDX-License-Identifier: GPL-3.0-or-later
// What befell a car: RecordKind Accident, InsuranceClaim, TotalLoss, Theft, Scrapped. Zones hit stand in
// RecordContent::zones.
#pragma once

#include "vehicle/record_values.h"

namespace autochain::vehicle
{

enum class AccidentSeverity { Unknown, Minor, Moderate, Severe };
struct AccidentDetails { // "accident/1"
    AccidentSeverity severity = AccidentSeverity::Unknown;
    std::optional<std::uint64_t> airbagsDeployed; // how many; none: not known
    bool structural = false;                      // frame or body shell bent
    bool towed = false;
    std::string claimNumber;
    bool operator==(const AccidentDetails&) const = default;
};

struct ClaimDetails { // "claim/1"
    std::string number;
    std::optional<Cost> paid;
    std::optional<Cost> total; // damage as assessed
    std::optional<std::uint64_t> accidentRecord;
    bool operator==(const ClaimDetails&) const = default;
};

enum class LossCause { Unknown, Collision, Flood, Fire, Theft, Hail, Other };
struct TotalLossDetails { // "totalLoss/1"
    LossCause cause = LossCause::Unknown;
    std::string claimNumber;
    std::optional<Cost> valueBefore;
    std::optional<Cost> salvageValue;
    bool ownerKeptIt = false;
    bool operator==(const TotalLossDetails&) const = default;
};

enum class TheftEvent { Reported, Recovered };
struct TheftDetails { // "theft/1"
    TheftEvent event = TheftEvent::Reported;
    std::string authority;
    std::string caseNumber;
    std::optional<UnixTime> stolenAt;
    bool operator==(const TheftDetails&) const = default;
};

struct ScrappedDetails { // "scrapped/1"
    std::string facility;
    std::string certificate; // of destruction
    bool operator==(const ScrappedDetails&) const = default;
};

} // namespace autochain::vehicle
