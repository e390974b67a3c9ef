// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/revert.h"

#include "base/hex.h"
#include "contracts/tables.h"
#include "contracts/type_names.h"

#include <algorithm>

namespace autochain::contracts
{
namespace
{
// What Solidity itself reverts with ("Control Structures", "Panic via assert and Error via require").
constexpr detail::ErrorRow kBuiltIn[] = {
    {"Error", "Error(string)", "(string)", "message", 0x08c379a0},
    {"Panic", "Panic(uint256)", "(uint256)", "code", 0x4e487b71},
};

const detail::ErrorRow* findRow(std::uint32_t selector)
{
    for (const auto rows : {std::span<const detail::ErrorRow>(kBuiltIn), detail::errorRows()}) {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.selector == selector; });
        if (found != rows.end()) {
            return &*found;
        }
    }
    return nullptr;
}

std::string textOf(const RevertArgument& argument)
{
    const auto& value = argument.value;
    if (const auto* number = std::get_if<U256>(&value.data)) {
        return argument.type.kind == abi::Type::Kind::Address ? toHex0x(value.address()) : number->toDecimal();
    }
    if (std::holds_alternative<Bytes>(value.data)) {
        return argument.type.kind == abi::Type::Kind::String ? value.string() : toHex0x(BytesView(value.bytes()));
    }
    return "[" + std::to_string(value.list().size()) + "]";
}
} // namespace

const abi::Value* RevertReason::argument(std::string_view argumentName) const
{
    const auto found =
        std::find_if(args.begin(), args.end(), [&](const RevertArgument& arg) { return arg.name == argumentName; });
    return found == args.end() ? nullptr : &found->value;
}

std::string RevertReason::describe() const
{
    std::string text = name + "(";
    for (const auto& arg : args) {
        text += (&arg == &args.front() ? "" : ", ") + arg.name + "=" + textOf(arg);
    }
    return text + ")";
}

RevertReason decodeRevert(BytesView revertData)
{
    if (revertData.size() < 4) {
        return {};
    }
    const auto selector = static_cast<std::uint32_t>(U256::fromBigEndian(revertData.first(4)).toU64());
    const detail::ErrorRow* row = findRow(selector);
    if (row == nullptr) {
        return {};
    }
    const abi::Type type = detail::namedType(row->types, row->names);
    const auto values = abi::decode(type, revertData.subspan(4), true);
    if (!values.ok()) {
        return {};
    }
    RevertReason reason{std::string(row->name), {}};
    for (std::size_t i = 0; i < values->size(); ++i) {
        reason.args.push_back({type.names[i], type.children[i], values.value()[i]});
    }
    return reason;
}

} // namespace autochain::contracts
