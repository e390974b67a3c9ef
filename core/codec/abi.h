// SPDX-License-Identifier: GPL-3.0-or-later
// Contract ABI (Solidity specification, "Contract ABI Specification"), both directions, strict on decoding.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "codec/error.h"

#include <memory>
#include <variant>

namespace autochain::abi
{

struct Type {
    enum class Kind { Uint, Int, Address, Bool, FixedBytes, Bytes, String, Array, FixedArray, Tuple, Function };
    Kind kind = Kind::Uint;
    unsigned size = 256;            // bits of Uint/Int, bytes of FixedBytes, length of FixedArray
    std::vector<Type> children;     // element of arrays, members of tuples
    std::vector<std::string> names; // names of tuple members, may be empty
    bool operator==(const Type&) const = default;

    bool isDynamic() const;
    std::string canonicalName() const; // as in a signature, e.g. "(uint256,bytes32[])[2]"
};

// Parses "uint256", "(address,uint256)[]", "tuple(...)", "bytes32[2]", "function". BadAbiType.
Result<Type> parseType(std::string_view text);

struct Value {
    // Uint/Bool/Address: U256; Int: two's complement U256; FixedBytes/Bytes/String/Function: Bytes; arrays and tuples:
    // list.
    std::variant<U256, Bytes, std::vector<Value>> data;
    bool operator==(const Value&) const = default;

    Value() : data(U256()) {}
    Value(U256 number) : data(number) {}                                         // NOLINT
    Value(std::uint64_t number) : data(U256(number)) {}                          // NOLINT
    Value(Bytes bytes) : data(std::move(bytes)) {}                               // NOLINT
    Value(std::vector<Value> list) : data(std::move(list)) {}                    // NOLINT
    Value(const Address& address) : data(U256::fromBigEndian(address.view())) {} // NOLINT
    Value(const Hash32& hash) : data(toBytes(hash.view())) {}                    // NOLINT
    static Value text(std::string_view utf8) { return Value(toBytes(utf8)); }
    static Value boolean(bool b) { return Value(U256(b ? 1 : 0)); }

    const U256& number() const { return std::get<U256>(data); }
    const Bytes& bytes() const { return std::get<Bytes>(data); }
    const std::vector<Value>& list() const { return std::get<std::vector<Value>>(data); }
    Address address() const; // low 20 bytes
    Hash32 hash32() const;
    std::string string() const;
};

// Encodes/decodes the members of a tuple type (function arguments, event data, return data). BadAbiValue.
Result<Bytes> encode(const Type& tuple, const std::vector<Value>& values);
// Strict: no trailing bytes, padding is zero, offsets canonical unless `lenient`. Caps: 1 MiB, depth 32. TooShort,
// NotCanonical …
Result<std::vector<Value>> decode(const Type& tuple, BytesView data, bool lenient = false);
// abi.encodePacked of values (Solidity "Non-standard Packed Mode").
Result<Bytes> encodePacked(const std::vector<Type>& types, const std::vector<Value>& values);

std::array<std::uint8_t, 4> selector(std::string_view canonicalSignature); // "transfer(address,uint256)"
Hash32 eventTopic(std::string_view canonicalSignature);

} // namespace autochain::abi
