// SPDX-License-Identifier: GPL-3.0-or-later
// What vPIC tells of a car; the numbers are vPIC's own element numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace autochain::vpic
{

enum class Element : std::uint8_t {
    BatteryType = 2,
    BodyClass = 5,
    EngineCylinders = 9,
    DisplacementCc = 11,
    Doors = 14,
    DriveType = 15,
    EngineModel = 18,
    FuelPrimary = 24,
    GrossWeightFrom = 25, // class with its span in pounds and kilograms
    Make = 26,
    Manufacturer = 27,
    Model = 28,
    PlantCity = 31,
    Series = 34,
    Trim = 38,
    VehicleType = 39,
    EngineConfiguration = 64,
    FuelSecondary = 66,
    PlantCountry = 75,
    PlantState = 77,
    Electrification = 126,
    Turbo = 135,
    EngineManufacturer = 146,
    GrossWeightTo = 190
};

struct NamedElement {
    Element element;
    std::string_view name; // in machine-readable output
};

inline constexpr std::array<NamedElement, 24> kElements = {{
    {Element::Make, "make"},
    {Element::Model, "model"},
    {Element::Series, "series"},
    {Element::Trim, "trim"},
    {Element::VehicleType, "vehicleType"},
    {Element::BodyClass, "body"},
    {Element::Doors, "doors"},
    {Element::DriveType, "drive"},
    {Element::GrossWeightFrom, "grossWeight"},
    {Element::GrossWeightTo, "grossWeightTo"},
    {Element::EngineCylinders, "engineCylinders"},
    {Element::DisplacementCc, "engineDisplacementCc"},
    {Element::EngineModel, "engineModel"},
    {Element::EngineConfiguration, "engineConfiguration"},
    {Element::EngineManufacturer, "engineManufacturer"},
    {Element::Turbo, "engineTurbo"},
    {Element::FuelPrimary, "fuel"},
    {Element::FuelSecondary, "fuelSecondary"},
    {Element::Electrification, "electrification"},
    {Element::BatteryType, "batteryType"},
    {Element::Manufacturer, "manufacturer"},
    {Element::PlantCity, "plantCity"},
    {Element::PlantState, "plantState"},
    {Element::PlantCountry, "plantCountry"},
}};

} // namespace autochain::vpic
