// SPDX-License-Identifier: GPL-3.0-or-later
// Brands of a title: the vocabulary of the National Motor Vehicle Title Information System (28 CFR 25.52; AAMVA D20
// data dictionary, "Brand Code"). Closed: other jurisdictions' words are mapped to it by who writes the record.
#pragma once

#include <optional>
#include <string_view>

namespace autochain::vehicle
{

enum class TitleBrand {       // the standard's code behind each
    None,                     // 00
    Flood,                    // 01
    Fire,                     // 02
    Hail,                     // 03
    SaltWater,                // 04
    Vandalism,                // 05
    Kit,                      // 06
    Dismantled,               // 07
    Junk,                     // 08
    Rebuilt,                  // 09
    Reconstructed,            // 10
    SalvageDamage,            // 11
    TestVehicle,              // 12
    Refurbished,              // 13
    Collision,                // 14
    SalvageRetention,         // 16
    PriorTaxi,                // 17
    PriorPolice,              // 18
    OriginalTaxi,             // 19
    OriginalPolice,           // 20
    Remanufactured,           // 21
    GrayMarket,               // 22
    WarrantyReturn,           // 23
    Antique,                  // 24
    Classic,                  // 25
    AgriculturalVehicle,      // 26
    LoggingVehicle,           // 27
    StreetRod,                // 28
    ReissuedVin,              // 29
    Replica,                  // 30
    Totaled,                  // 31
    OwnerRetained,            // 32
    BondPosted,               // 33
    MemorandumCopy,           // 34
    PartsOnly,                // 35
    RecoveredTheft,           // 36
    UndisclosedLien,          // 37
    PriorOwnerRetained,       // 38
    NonConformityUncorrected, // 39
    NonConformityCorrected,   // 40
    SafetyDefectUncorrected,  // 41
    SafetyDefectCorrected,    // 42
    VinReplaced,              // 43
    GrayMarketNonCompliant,   // 45
    GrayMarketCompliant,      // 46
    ManufacturerBuyBack,      // 47
    FormerRental,             // 48
    SalvageStolen,            // 49
    SalvageOther,             // 50
    DisclosedDamage,          // 51
    PriorNonRepairable,       // 52
    Crushed,                  // 53
    HazardousSubstance,       // 55
    ExportOnly,               // 56
    OdometerActual,           // 68
    OdometerNotActual,        // 69
    OdometerTampering,        // 70
    OdometerExempt,           // 71
    OdometerExceedsLimits,    // 72
    OdometerMayBeAltered,     // 73
    OdometerReplaced,         // 74
    OdometerAtRenewal,        // 75
    OdometerDiscrepancy,      // 76
    CallTitleDivision,        // 77
    OdometerRectified,        // 78
    PendingJunkCars,          // 90
    JunkCars                  // 91
};

struct TitleBrandEntry {
    std::string_view code; // two digits
    std::string_view name; // the standard's English name, data and not prose
};
const TitleBrandEntry& entryOf(TitleBrand brand);
std::optional<TitleBrand> titleBrandOf(std::string_view code);
// What a buyer must know before all else: the car was, or should have been, beyond repair.
bool isSevere(TitleBrand brand);

} // namespace autochain::vehicle
