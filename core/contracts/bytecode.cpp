// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/bytecode.h"

#include "base/hex.h"
#include "contracts/tables.h"

namespace autochain::contracts
{
namespace
{
struct Codes {
    Bytes creation;
    Bytes runtime;
};

const Codes& codesOf(ContractId contract)
{
    static const std::vector<Codes> kCodes = [] {
        std::vector<Codes> made;
        for (const auto& row : detail::bytecodeRows()) {
            made.push_back({fromHex(row.creationHex).value(), fromHex(row.runtimeHex).value()});
        }
        return made;
    }();
    return kCodes[static_cast<std::size_t>(contract)];
}
} // namespace

const Bytes& creationCode(ContractId contract)
{
    return codesOf(contract).creation;
}

const Bytes& runtimeCode(ContractId contract)
{
    return codesOf(contract).runtime;
}

} // namespace autochain::contracts
