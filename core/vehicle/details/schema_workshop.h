// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/details/schema_values.h"

namespace autochain::vehicle
{

template <>
struct Schema<ServiceDetails> {
    static constexpr std::string_view kName = "service/1";
    static constexpr std::array kKinds = {K::Service};
    static void fields(auto& f, auto& d)
    {
        f.list("parts", d.parts);
        f.number("nextDueKm", d.nextDueKm);
        f.time("nextDueAt", d.nextDueAt);
    }
};

template <>
struct Schema<RepairDetails> {
    static constexpr std::string_view kName = "repair/1";
    static constexpr std::array kKinds = {K::Repair, K::Service};
    static void fields(auto& f, auto& d)
    {
        f.list("parts", d.parts);
        f.index("accidentRecord", d.accidentRecord);
        f.number("warrantyKm", d.warrantyKm);
        f.time("warrantyUntil", d.warrantyUntil);
    }
};

template <>
struct Schema<Defect> {
    static constexpr std::array<Words, 4> kSeverities = {"advisory", "minor", "major", "dangerous"};
    static void fields(auto& f, auto& d)
    {
        f.text("text", d.text, kMaxParagraph);
        f.choice("severity", d.severity, kSeverities);
        f.text("code", d.code);
    }
};

template <>
struct Schema<InspectionDetails> {
    static constexpr std::string_view kName = "inspection/1";
    static constexpr std::array kKinds = {K::Inspection};
    static constexpr std::array<Words, 3> kResults = {"passed", "passedWithNotes", "failed"};
    static void fields(auto& f, auto& d)
    {
        f.choice("result", d.result, kResults);
        f.list("defects", d.defects);
        f.time("validUntil", d.validUntil);
        f.text("certificate", d.certificate);
        f.text("scheme", d.scheme);
    }
};

template <>
struct Schema<OdometerDetails> {
    static constexpr std::string_view kName = "odometer/1";
    static constexpr std::array kKinds = {K::Odometer};
    static constexpr std::array<Words, 2> kUnits = {"km", "mi"};
    static void fields(auto& f, auto& d)
    {
        f.number("shown", d.shown);
        f.choice("unit", d.unit, kUnits);
        f.flag("replaced", d.replaced);
    }
};

template <>
struct Schema<RecallDetails> {
    static constexpr std::string_view kName = "recall/1";
    static constexpr std::array kKinds = {K::RecallOpened, K::RecallClosed};
    static void fields(auto& f, auto& d)
    {
        f.text("campaign", d.campaign);
        f.text("authority", d.authority);
        f.text("component", d.component, kMaxParagraph);
        f.text("summary", d.summary, 2 * kMaxParagraph);
        f.text("consequence", d.consequence, 2 * kMaxParagraph);
        f.text("remedy", d.remedy, 2 * kMaxParagraph);
        f.time("issuedAt", d.issuedAt);
    }
};

} // namespace autochain::vehicle
