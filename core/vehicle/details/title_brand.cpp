// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/details/title_brand.h"

#include <algorithm>
#include <array>

namespace autochain::vehicle
{
namespace
{
constexpr auto kBrands = std::to_array<TitleBrandEntry>({
    // in the order of TitleBrand
    {"00", "Clear"},
    {"01", "Flood damage"},
    {"02", "Fire damage"},
    {"03", "Hail damage"},
    {"04", "Salt water damage"},
    {"05", "Vandalism"},
    {"06", "Kit"},
    {"07", "Dismantled"},
    {"08", "Junk"},
    {"09", "Rebuilt"},
    {"10", "Reconstructed"},
    {"11", "Salvage: Damage or Not Specified"},
    {"12", "Test Vehicle"},
    {"13", "Refurbished"},
    {"14", "Collision"},
    {"16", "Salvage Retention"},
    {"17", "Prior Taxi"},
    {"18", "Prior Police"},
    {"19", "Original Taxi"},
    {"20", "Original Police"},
    {"21", "Remanufactured"},
    {"22", "Gray Market"},
    {"23", "Warranty Return"},
    {"24", "Antique"},
    {"25", "Classic"},
    {"26", "Agricultural Vehicle"},
    {"27", "Logging Vehicle"},
    {"28", "Street Rod"},
    {"29", "Vehicle Contains Reissued VIN"},
    {"30", "Replica"},
    {"31", "Totaled"},
    {"32", "Owner Retained"},
    {"33", "Bond Posted"},
    {"34", "Memorandum Copy"},
    {"35", "Parts Only"},
    {"36", "Recovered Theft"},
    {"37", "Undisclosed Lien"},
    {"38", "Prior Owner Retained"},
    {"39", "Vehicle Non-conformity Uncorrected"},
    {"40", "Vehicle Non-conformity Corrected"},
    {"41", "Vehicle Safety Defect Uncorrected"},
    {"42", "Vehicle Safety Defect Corrected"},
    {"43", "VIN replaced by a new state assigned VIN"},
    {"45", "Gray Market: Non-compliant"},
    {"46", "Gray Market: Compliant"},
    {"47", "Manufacturer Buy Back"},
    {"48", "Former Rental"},
    {"49", "Salvage: Stolen"},
    {"50", "Salvage: Reasons Other Than Damage or Stolen"},
    {"51", "Disclosed Damage"},
    {"52", "Prior Non-Repairable / Repaired"},
    {"53", "Crushed"},
    {"55", "Hazardous Substance Contaminated Vehicle"},
    {"56", "Export Only Vehicle"},
    {"68", "Odometer: Actual"},
    {"69", "Odometer: Not Actual"},
    {"70", "Odometer: Not Actual, tampering verified"},
    {"71", "Odometer: Exempt from Odometer Disclosure"},
    {"72", "Odometer: Exceeds Mechanical Limits"},
    {"73", "Odometer: May be Altered"},
    {"74", "Odometer: Replaced"},
    {"75", "Odometer: Reading at Time of Renewal"},
    {"76", "Odometer: Discrepancy"},
    {"77", "Call Title Division"},
    {"78", "Odometer: Rectify Previous Exceeds Mechanical Limits Brand"},
    {"90", "Pending Junk Automobile: CARS.gov"},
    {"91", "Junk Automobile: CARS.gov"},
});
static_assert(kBrands.size() == static_cast<std::size_t>(TitleBrand::JunkCars) + 1);
} // namespace

const TitleBrandEntry& entryOf(TitleBrand brand)
{
    return kBrands.at(static_cast<std::size_t>(brand));
}

std::optional<TitleBrand> titleBrandOf(std::string_view code)
{
    const auto at =
        std::find_if(kBrands.begin(), kBrands.end(), [&](const TitleBrandEntry& entry) { return entry.code == code; });
    return at == kBrands.end() ? std::nullopt : std::optional(static_cast<TitleBrand>(at - kBrands.begin()));
}

bool isSevere(TitleBrand brand)
{
    using B = TitleBrand;
    constexpr std::array severe = {B::Flood,
                                   B::Fire,
                                   B::SaltWater,
                                   B::Dismantled,
                                   B::Junk,
                                   B::Rebuilt,
                                   B::SalvageDamage,
                                   B::SalvageRetention,
                                   B::Totaled,
                                   B::OwnerRetained,
                                   B::PartsOnly,
                                   B::SalvageStolen,
                                   B::SalvageOther,
                                   B::PriorNonRepairable,
                                   B::Crushed,
                                   B::HazardousSubstance,
                                   B::PendingJunkCars,
                                   B::JunkCars};
    return std::find(severe.begin(), severe.end(), brand) != severe.end();
}

} // namespace autochain::vehicle
