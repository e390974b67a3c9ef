// SPDX-License-Identifier: GPL-3.0-or-later
// For the generated code: C++ values to abi::Value and back. Decoding checks ranges, so that nothing is cut silently.
#pragma once

#include "chain/node_port.h"
#include "codec/abi.h"
#include "contracts/call.h"
#include "contracts/generated/contract_id.h"

#include <initializer_list>
#include <type_traits>

namespace autochain::contracts::detail
{
template <typename T>
struct IsByteArray : std::false_type {
};
template <std::size_t N>
struct IsByteArray<std::array<std::uint8_t, N>> : std::true_type {
};
template <typename T>
struct IsList : std::false_type {
};
template <typename T>
struct IsList<std::vector<T>> : std::true_type {
};
template <typename T, std::size_t N>
struct IsList<std::array<T, N>> : std::true_type {
};

template <typename T>
abi::Value toValue(const T& v)
{
    if constexpr (std::is_same_v<T, U256> || std::is_same_v<T, Address> || std::is_same_v<T, Hash32> ||
                  std::is_same_v<T, Bytes>) {
        return abi::Value(v);
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        return abi::Value(static_cast<std::uint64_t>(v));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return abi::Value::text(v);
    } else if constexpr (IsByteArray<T>::value) {
        return abi::Value(Bytes(v.begin(), v.end()));
    } else if constexpr (IsList<T>::value) {
        std::vector<abi::Value> list;
        for (const auto& item : v) {
            list.push_back(toValue(item));
        }
        return abi::Value(std::move(list));
    } else {
        return toAbi(v); // a generated struct
    }
}

bool numberBelow(const abi::Value& value, const U256& limit, U256& out);
bool bytesOf(const abi::Value& value, Bytes& out);

template <typename T>
bool fromValue(const abi::Value& value, T& out);

template <typename T>
bool listFromValue(const abi::Value& value, T& out)
{
    const auto* list = std::get_if<std::vector<abi::Value>>(&value.data);
    if (list == nullptr) {
        return false;
    }
    if constexpr (requires { out.resize(1); }) {
        out.resize(list->size());
    }
    if (list->size() != out.size()) {
        return false;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (!fromValue((*list)[i], out[i])) {
            return false;
        }
    }
    return true;
}

template <typename T>
bool bytesFromValue(const abi::Value& value, T& out)
{
    Bytes bytes;
    if (!bytesOf(value, bytes)) {
        return false;
    }
    if constexpr (std::is_same_v<T, Bytes> || std::is_same_v<T, std::string>) {
        out.assign(bytes.begin(), bytes.end());
        return true;
    } else {
        if (bytes.size() != sizeof(T)) {
            return false;
        }
        std::memcpy(&out, bytes.data(), sizeof(T));
        return true;
    }
}

template <typename T>
bool numberFromValue(const abi::Value& value, T& out)
{
    U256 number;
    if constexpr (std::is_enum_v<T>) {
        const bool fits = numberBelow(value, U256(countOf(T{})), number);
        out = fits ? static_cast<T>(number.toU64()) : T{};
        return fits;
    } else {
        constexpr unsigned kBits = std::is_same_v<T, bool> ? 1U : 8U * sizeof(T);
        const bool fits = numberBelow(value, U256(1) << kBits, number);
        out = static_cast<T>(number.toU64());
        return fits;
    }
}

template <typename T>
bool fromValue(const abi::Value& value, T& out)
{
    if constexpr (std::is_same_v<T, U256>) {
        return numberBelow(value, U256(), out);
    } else if constexpr (std::is_same_v<T, Address>) {
        U256 number;
        const bool fits = numberBelow(value, U256(1) << 160U, number);
        out = value.data.index() == 0 ? value.address() : Address();
        return fits;
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        return numberFromValue(value, out);
    } else if constexpr (std::is_same_v<T, Hash32> || std::is_same_v<T, Bytes> || std::is_same_v<T, std::string> ||
                         IsByteArray<T>::value) {
        return bytesFromValue(value, out);
    } else if constexpr (IsList<T>::value) {
        return listFromValue(value, out);
    } else {
        return fromAbi(value, out); // a generated struct
    }
}

template <typename... Ts>
bool readAll(const std::vector<abi::Value>& values, Ts&... out)
{
    std::size_t i = 0;
    return values.size() == sizeof...(out) && (fromValue(values[i++], out) && ...);
}

template <typename... Ts>
bool readMembers(const abi::Value& value, Ts&... out)
{
    const auto* list = std::get_if<std::vector<abi::Value>>(&value.data);
    return list != nullptr && readAll(*list, out...);
}

// Precondition: `tuple` is one the generator wrote; anything else ends the program.
abi::Type typeOf(const char* tuple);
// Precondition: values made by toValue for exactly this type.
Bytes encodeValues(const abi::Type& tuple, const std::vector<abi::Value>& values);
Call makeCall(const Address& contract, const U256& value, const std::array<std::uint8_t, 4>& selector,
              const abi::Type& tuple, const std::vector<abi::Value>& values);
Call makeCreation(ContractId contract, const abi::Type& tuple, const std::vector<abi::Value>& constructorArguments);
// The part behind the selector. BadAbiValue where the selector is another.
Result<BytesView> argumentsOf(const std::array<std::uint8_t, 4>& selector, BytesView calldata);

template <typename... Ts>
Result<> decodeInto(const abi::Type& tuple, BytesView data, Ts&... out)
{
    AC_TRY(const auto values, abi::decode(tuple, data));
    if (!readAll(values, out...)) {
        return CodecError::BadAbiValue;
    }
    return {};
}

template <typename... Ts>
Result<> decodeCall(const std::array<std::uint8_t, 4>& selector, const abi::Type& tuple, BytesView calldata, Ts&... out)
{
    AC_TRY(const BytesView arguments, argumentsOf(selector, calldata));
    return decodeInto(tuple, arguments, out...);
}

// An indexed word as the value its type wants: bytesN stay bytes, the rest are numbers.
template <typename T>
bool fromTopic(const Hash32& word, T& out)
{
    if constexpr (std::is_same_v<T, Hash32>) {
        out = word;
        return true;
    } else if constexpr (IsByteArray<T>::value) {
        return fromValue(abi::Value(toBytes(word.view().first(sizeof(T)))), out);
    } else {
        return fromValue(abi::Value(U256::fromBigEndian(word.view())), out);
    }
}

template <typename... Ts>
Result<> readTopics(const Log& log, const Hash32& topic, Ts&... out)
{
    std::size_t i = 1;
    if (log.topics.size() != 1 + sizeof...(out) || log.topics[0] != topic ||
        !(fromTopic(log.topics[i++], out) && ...)) {
        return CodecError::BadAbiValue;
    }
    return {};
}

template <typename... Ts>
Result<> readLogData(const abi::Type& tuple, const Log& log, Ts&... out)
{
    return decodeInto(tuple, log.data, out...);
}

// Names of enum members.
std::string_view nameAt(std::span<const std::string_view> names, std::size_t index);
std::optional<std::size_t> indexOf(std::span<const std::string_view> names, std::string_view name);

} // namespace autochain::contracts::detail
