// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/details/schema_values.h"

namespace autochain::vehicle
{

template <>
struct Schema<AccidentDetails> {
    static constexpr std::string_view kName = "accident/1";
    static constexpr std::array kKinds = {K::Accident};
    static constexpr std::array<Words, 4> kSeverities = {"unknown", "minor", "moderate", "severe"};
    static void fields(auto& f, auto& d)
    {
        f.choice("severity", d.severity, kSeverities);
        f.index("airbagsDeployed", d.airbagsDeployed);
        f.flag("structural", d.structural);
        f.flag("towed", d.towed);
        f.text("claimNumber", d.claimNumber);
    }
};

template <>
struct Schema<ClaimDetails> {
    static constexpr std::string_view kName = "claim/1";
    static constexpr std::array kKinds = {K::InsuranceClaim};
    static void fields(auto& f, auto& d)
    {
        f.text("number", d.number);
        f.cost("paid", d.paid);
        f.cost("total", d.total);
        f.index("accidentRecord", d.accidentRecord);
    }
};

template <>
struct Schema<TotalLossDetails> {
    static constexpr std::string_view kName = "totalLoss/1";
    static constexpr std::array kKinds = {K::TotalLoss};
    static constexpr std::array<Words, 7> kCauses = {"unknown", "collision", "flood", "fire", "theft", "hail", "other"};
    static void fields(auto& f, auto& d)
    {
        f.choice("cause", d.cause, kCauses);
        f.text("claimNumber", d.claimNumber);
        f.cost("valueBefore", d.valueBefore);
        f.cost("salvageValue", d.salvageValue);
        f.flag("ownerKeptIt", d.ownerKeptIt);
    }
};

template <>
struct Schema<TheftDetails> {
    static constexpr std::string_view kName = "theft/1";
    static constexpr std::array kKinds = {K::Theft};
    static constexpr std::array<Words, 2> kEvents = {"reported", "recovered"};
    static void fields(auto& f, auto& d)
    {
        f.choice("event", d.event, kEvents);
        f.text("authority", d.authority);
        f.text("caseNumber", d.caseNumber);
        f.time("stolenAt", d.stolenAt);
    }
};

template <>
struct Schema<ScrappedDetails> {
    static constexpr std::string_view kName = "scrapped/1";
    static constexpr std::array kKinds = {K::Scrapped};
    static void fields(auto& f, auto& d)
    {
        f.text("facility", d.facility);
        f.text("certificate", d.certificate);
    }
};

} // namespace autochain::vehicle
