// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "contracts/revert.h"
#include "crypto/address.h"
#include "vehicle/vehicle_calls.h"

#include <array>

namespace autochain::vehicle
{
namespace
{
struct Row {
    std::string_view name;
    VehicleError error;
    std::string_view argument; // of the contract's error; empty: none
};

constexpr std::array kRows = {Row{"BadVin", VehicleError::BadVin, "vin"},
                              Row{"AlreadyRegistered", VehicleError::AlreadyRegistered, "vehicleId"},
                              Row{"UnknownVehicle", VehicleError::UnknownVehicle, "vehicleId"},
                              Row{"NotAllowed", VehicleError::NoRole, "kind"},
                              Row{"LockedInDeal", VehicleError::InDeal, "dealId"},
                              Row{"UnderLien", VehicleError::UnderLien, "lender"},
                              Row{"NotTitleHolder", VehicleError::NotHolder, ""},
                              Row{"NotLender", VehicleError::NoLien, ""},
                              Row{"LienNotProposed", VehicleError::LienNotProposed, "lender"},
                              Row{"ERC721IncorrectOwner", VehicleError::NotHolder, "owner"},
                              Row{"ERC721NonexistentToken", VehicleError::UnknownVehicle, ""}};

std::string textOf(const abi::Type& type, const abi::Value& value)
{
    switch (type.kind) {
    case abi::Type::Kind::Address:
        return checksumAddress(value.address());
    case abi::Type::Kind::FixedBytes:
        return toHex0x(value.bytes());
    case abi::Type::Kind::String:
        return value.string();
    default:
        return value.number().toDecimal();
    }
}

std::vector<std::string> argsOf(const contracts::RevertReason& reason, const Row& row)
{
    std::vector<std::string> out;
    if (row.error == VehicleError::BadVin) {
        out.emplace_back(); // which position is wrong the contract does not say
    }
    for (const auto& argument : reason.args) {
        if (!row.argument.empty() && argument.name == row.argument) {
            out.push_back(textOf(argument.type, argument.value));
        }
    }
    return out;
}
} // namespace

std::optional<Error> decodeRegistryRevert(BytesView revertData)
{
    const contracts::RevertReason reason = contracts::decodeRevert(revertData);
    for (const Row& row : kRows) {
        if (row.name == reason.name) {
            return Error(row.error, argsOf(reason, row), reason.describe());
        }
    }
    return std::nullopt;
}

} // namespace autochain::vehicle
