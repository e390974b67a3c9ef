// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/details/schema_values.h"

namespace autochain::vehicle
{

template <>
struct Schema<ProductionDetails> {
    static constexpr std::string_view kName = "production/1";
    static constexpr std::array kKinds = {K::Production};
    static void fields(auto& f, auto& d)
    {
        f.text("plant", d.plant);
        f.text("country", d.country, 2);
        f.time("builtAt", d.builtAt);
        f.number("modelYear", d.modelYear, 0, 9999);
        f.text("engine", d.engine);
        f.text("paintCode", d.paintCode);
        f.list("parts", d.parts);
    }
};

template <>
struct Schema<FirstSaleDetails> {
    static constexpr std::string_view kName = "firstSale/1";
    static constexpr std::array kKinds = {K::FirstSale};
    static void fields(auto& f, auto& d)
    {
        f.text("market", d.market, 2);
        f.time("soldAt", d.soldAt);
        f.time("warrantyUntil", d.warrantyUntil);
        f.number("warrantyKm", d.warrantyKm);
        f.cost("listPrice", d.listPrice);
    }
};

template <>
struct Schema<ImportExportDetails> {
    static constexpr std::string_view kName = "importExport/1";
    static constexpr std::array kKinds = {K::ImportExport};
    static void fields(auto& f, auto& d)
    {
        f.text("from", d.from, 2);
        f.text("to", d.to, 2);
        f.time("crossedAt", d.crossedAt);
        f.text("customsReference", d.customsReference);
    }
};

} // namespace autochain::vehicle
