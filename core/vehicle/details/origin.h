// SPDX-License-Identifier: GPL-3.0-or-later
// Where a car comes from: RecordKind Production, FirstSale, ImportExport.
#pragma once

#include "vehicle/record_values.h"

namespace autochain::vehicle
{

struct ProductionDetails { // "production/1"
    std::string plant;     // name of the works
    std::string country;   // ISO 3166-1 alpha-2
    std::optional<UnixTime> builtAt;
    std::int64_t modelYear = 0; // 0: not stated
    std::string engine;         // type code
    std::string paintCode;
    std::vector<Part> parts; // with serials: engine, gearbox, battery, airbags …
    bool operator==(const ProductionDetails&) const = default;
};

struct FirstSaleDetails { // "firstSale/1"
    std::string market;   // ISO 3166-1 alpha-2 of the country it was sold in
    std::optional<UnixTime> soldAt;
    std::optional<UnixTime> warrantyUntil;
    std::int64_t warrantyKm = 0; // 0: not stated
    std::optional<Cost> listPrice;
    bool operator==(const FirstSaleDetails&) const = default;
};

struct ImportExportDetails { // "importExport/1"
    std::string from, to;    // ISO 3166-1 alpha-2
    std::optional<UnixTime> crossedAt;
    std::string customsReference;
    bool operator==(const ImportExportDetails&) const = default;
};

} // namespace autochain::vehicle
