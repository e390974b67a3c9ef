// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/abi_values.h"

#include "contracts/bytecode.h"

#include <algorithm>

namespace autochain::contracts::detail
{

// limit 0: every number.
bool numberBelow(const abi::Value& value, const U256& limit, U256& out)
{
    const auto* number = std::get_if<U256>(&value.data);
    if (number == nullptr || (!limit.isZero() && *number >= limit)) {
        return false;
    }
    out = *number;
    return true;
}

bool bytesOf(const abi::Value& value, Bytes& out)
{
    const auto* bytes = std::get_if<Bytes>(&value.data);
    if (bytes != nullptr) {
        out = *bytes;
    }
    return bytes != nullptr;
}

abi::Type typeOf(const char* tuple)
{
    return abi::parseType(tuple).value();
}

Bytes encodeValues(const abi::Type& tuple, const std::vector<abi::Value>& values)
{
    return abi::encode(tuple, values).value();
}

Call makeCall(const Address& contract, const U256& value, const std::array<std::uint8_t, 4>& selector,
              const abi::Type& tuple, const std::vector<abi::Value>& values)
{
    Call call{contract, value, Bytes(selector.begin(), selector.end())};
    append(call.data, encodeValues(tuple, values));
    return call;
}

Call makeCreation(ContractId contract, const abi::Type& tuple, const std::vector<abi::Value>& constructorArguments)
{
    Call call{std::nullopt, U256(), creationCode(contract)};
    append(call.data, encodeValues(tuple, constructorArguments));
    return call;
}

Result<BytesView> argumentsOf(const std::array<std::uint8_t, 4>& selector, BytesView calldata)
{
    if (calldata.size() < selector.size() || !std::equal(selector.begin(), selector.end(), calldata.begin())) {
        return CodecError::BadAbiValue;
    }
    return calldata.subspan(selector.size());
}

std::string_view nameAt(std::span<const std::string_view> names, std::size_t index)
{
    return index < names.size() ? names[index] : std::string_view();
}

std::optional<std::size_t> indexOf(std::span<const std::string_view> names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

} // namespace autochain::contracts::detail
