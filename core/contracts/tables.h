// SPDX-License-Identifier: GPL-3.0-or-later
// Raw rows of the generated tables, for functions.cpp, revert.cpp and bytecode.cpp.
#pragma once

#include "contracts/generated/contract_id.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace autochain::contracts::detail
{
struct FunctionRow {
    ContractId contract;
    std::string_view name, signature, types, names;
    std::uint32_t selector;
    bool payable, view;
};
struct ErrorRow {
    std::string_view name, signature, types, names;
    std::uint32_t selector;
};
struct BytecodeRow {
    std::string_view creationHex, runtimeHex;
};

extern const std::array<std::string_view, kContractCount> kContractKeys;
std::span<const FunctionRow> functionRows();
std::span<const ErrorRow> errorRows();
std::span<const BytecodeRow> bytecodeRows(); // in the order of ContractId
} // namespace autochain::contracts::detail
