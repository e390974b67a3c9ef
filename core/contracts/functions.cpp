// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/functions.h"

#include "contracts/tables.h"
#include "contracts/type_names.h"

#include <algorithm>

namespace autochain::contracts
{
namespace
{
FunctionInfo infoOf(const detail::FunctionRow& row)
{
    FunctionInfo info{row.contract, std::string(row.name), std::string(row.signature), {}, {}, row.payable, row.view};
    info.inputs = detail::namedType(row.types, row.names);
    for (unsigned i = 0; i < 4; ++i) {
        info.selector[i] = static_cast<std::uint8_t>(row.selector >> (24 - 8 * i));
    }
    return info;
}

using Table = std::array<std::vector<FunctionInfo>, kContractCount>;

const Table& table()
{
    static const Table kTable = [] {
        Table made;
        for (const auto& row : detail::functionRows()) {
            made[static_cast<std::size_t>(row.contract)].push_back(infoOf(row));
        }
        return made;
    }();
    return kTable;
}
} // namespace

std::span<const FunctionInfo> functionsOf(ContractId contract)
{
    return table()[static_cast<std::size_t>(contract)];
}

const FunctionInfo* findFunction(ContractId contract, const Selector& selector)
{
    const auto functions = functionsOf(contract);
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const FunctionInfo& info) { return info.selector == selector; });
    return found == functions.end() ? nullptr : &*found;
}

std::string_view keyOf(ContractId contract)
{
    return detail::kContractKeys[static_cast<std::size_t>(contract)];
}

std::optional<ContractId> contractIdOfKey(std::string_view key)
{
    if (key == "treasury") {
        return ContractId::Safe;
    }
    if (key == "privatePlacement" || key == "team") {
        return ContractId::VestingWallet;
    }
    const auto& keys = detail::kContractKeys;
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) {
        return std::nullopt;
    }
    return static_cast<ContractId>(found - keys.begin());
}

} // namespace autochain::contracts
