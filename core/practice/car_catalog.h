// SPDX-License-Identifier: GPL-3.0-or-later
// resources/practice/cars.csv
#pragma once

#include "practice/error.h"

#include <cstdint>
#include <vector>

namespace autochain::practice
{

struct CatalogCar {
    std::string vin, make, model, trim;
    int year = 0;
    std::uint32_t odometerKm = 0;
    std::uint64_t priceAuc = 0; // whole AUC
    std::string body, colour, town, transmission, fuel;
    std::string title() const; // "Acura TSX", "Mazda3 Sport GT"
};

inline constexpr std::string_view kBobsVin = "JM1BPALM9K1134592";
// Bob's second car: a valid VIN nobody has registered.
inline constexpr std::string_view kSpareVin = "JH4CU2F45EC003942";

// Bob's car is the first. Broken where the file doesn't have the columns it should.
Result<std::vector<CatalogCar>> readCatalog();
Result<std::vector<CatalogCar>> parseCatalog(std::string_view csv);

} // namespace autochain::practice
