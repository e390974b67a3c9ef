// SPDX-License-Identifier: GPL-3.0-or-later
// Every function of every contract of the suite, for whoever has to put words to calldata.
#pragma once

#include "codec/abi.h"
#include "contracts/generated/contract_id.h"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace autochain::contracts
{

using Selector = std::array<std::uint8_t, 4>;

struct FunctionInfo {
    ContractId contract{};
    std::string name;      // "offer"
    std::string signature; // canonical: "offer((bytes32,…),bytes)"
    abi::Type inputs;      // a tuple, with the names of parameters and of struct members
    Selector selector{};
    bool payable = false;
    bool view = false; // view or pure: a transaction to it does nothing
};

// Null where the contract has no such function. The pointers stay good.
const FunctionInfo* findFunction(ContractId contract, const Selector& selector);
std::span<const FunctionInfo> functionsOf(ContractId contract);

// "dealBook": also the contract's key in the network file.
std::string_view keyOf(ContractId contract);
// Also the keys of the network file that name what a contract is for: treasury (Safe), privatePlacement and team
// (VestingWallet).
std::optional<ContractId> contractIdOfKey(std::string_view key);

} // namespace autochain::contracts
