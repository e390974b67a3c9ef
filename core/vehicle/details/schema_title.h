// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/details/schema_values.h"

namespace autochain::vehicle
{

template <>
struct Schema<OwnershipDetails> {
    static constexpr std::string_view kName = "ownership/1";
    static constexpr std::array kKinds = {K::OwnershipChange};
    static constexpr std::array<Words, 8> kOwners = {"unknown", "private", "company",    "fleet",
                                                     "rental",  "taxi",    "government", "dealer"};
    static void fields(auto& f, auto& d)
    {
        f.choice("ownerKind", d.ownerKind, kOwners);
        f.text("region", d.region, 6);
        f.time("since", d.since);
    }
};

template <>
struct Schema<LienDetails> {
    static constexpr std::string_view kName = "lien/1";
    static constexpr std::array kKinds = {K::Lien, K::LienRelease};
    static void fields(auto& f, auto& d)
    {
        f.text("lender", d.lender);
        f.text("contractNumber", d.contractNumber);
        f.cost("amount", d.amount);
        f.time("until", d.until);
    }
};

// The standard's two digits; a code that is not in the standard is refused, or a brand could pass unseen.
inline void brandField(FieldReader& f, TitleBrand& brand)
{
    std::string code;
    f.text("brand", code, 2);
    const auto found = titleBrandOf(code);
    found ? void(brand = *found) : f.fail("brand");
}
inline void brandField(FieldWriter& f, TitleBrand brand)
{
    f.text("brand", std::string(entryOf(brand).code));
    f.text("brandName", std::string(entryOf(brand).name));
}

template <>
struct Schema<TitleBrandDetails> {
    static constexpr std::string_view kName = "titleBrand/1";
    static constexpr std::array kKinds = {K::TitleBrand};
    static void fields(auto& f, auto& d)
    {
        brandField(f, d.brand);
        f.text("jurisdiction", d.jurisdiction, 6);
        f.text("titleNumber", d.titleNumber);
    }
};

template <>
struct Schema<ValuationDetails> {
    static constexpr std::string_view kName = "valuation/1";
    static constexpr std::array kKinds = {K::Valuation};
    static constexpr std::array<Words, 7> kBases = {"unknown", "privateSale", "dealerRetail", "tradeIn",
                                                    "auction", "insurance",   "comparable"};
    static void fields(auto& f, auto& d)
    {
        f.cost("amount", d.amount);
        f.choice("basis", d.basis, kBases);
        f.number("comparedCars", d.comparedCars);
    }
};

template <>
struct Schema<StatementDetails> {
    static constexpr std::string_view kName = "statement/1";
    static constexpr std::array kKinds = {K::OwnerStatement};
    static void fields(auto& f, auto& d) { f.flag("disputes", d.disputes); }
};

template <>
struct Schema<ReplacedField> {
    static void fields(auto& f, auto& d)
    {
        f.text("field", d.field);
        f.text("was", d.was, kMaxParagraph);
        f.text("now", d.now, kMaxParagraph);
    }
};

template <>
struct Schema<CorrectionDetails> {
    static constexpr std::string_view kName = "correction/1";
    static constexpr std::array kKinds = {K::Correction};
    static void fields(auto& f, auto& d)
    {
        f.list("replaced", d.replaced, 64);
        f.flag("withdrawn", d.withdrawn);
    }
};

} // namespace autochain::vehicle
