// SPDX-License-Identifier: GPL-3.0-or-later
// Solidity specification, "Formal Specification of the Encoding": heads of all members, then the tails of the dynamic
// ones.
#include "codec/abi_word.h"

#include <algorithm>

namespace autochain::abi
{
namespace
{

using Kind = Type::Kind;

Error badValue(const Type& type)
{
    return {CodecError::BadAbiValue, {type.canonicalName()}};
}

void appendWord(Bytes& out, const U256& word)
{
    append(out, word.toBigEndian());
}

Result<> encodeValue(const Type& type, const Value& value, Bytes& out);

template <typename TypeAt>
Result<> encodeMembers(const std::vector<Value>& values, const TypeAt& typeAt, Bytes& out)
{
    const std::size_t start = out.size();
    std::size_t dynamics = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (typeAt(i).isDynamic()) {
            appendWord(out, U256()); // its offset, once it is known
            ++dynamics;
        } else {
            AC_CHECK(encodeValue(typeAt(i), values[i], out));
        }
    }
    std::size_t head = start;
    for (std::size_t i = 0; dynamics > 0; ++i) {
        const Type& type = typeAt(i);
        if (type.isDynamic()) {
            const auto offset = U256(out.size() - start).toBigEndian();
            std::copy(offset.begin(), offset.end(), out.begin() + static_cast<std::ptrdiff_t>(head));
            AC_CHECK(encodeValue(type, values[i], out));
            --dynamics;
        }
        head += headSize(type);
    }
    return {};
}

Result<> encodeNumber(const Type& type, const Value& value, Bytes& out)
{
    const auto* const number = std::get_if<U256>(&value.data);
    if (number == nullptr || !wordFits(type, *number)) {
        return badValue(type);
    }
    appendWord(out, *number);
    return {};
}

Result<> encodeBytes(const Type& type, const Value& value, Bytes& out)
{
    const auto* const bytes = std::get_if<Bytes>(&value.data);
    const bool fixed = type.kind == Kind::FixedBytes || type.kind == Kind::Function;
    if (bytes == nullptr || (fixed && bytes->size() != type.size)) {
        return badValue(type);
    }
    if (!fixed) {
        appendWord(out, U256(bytes->size()));
    }
    append(out, *bytes);
    out.resize(out.size() + padded(bytes->size()) - bytes->size());
    return {};
}

Result<> encodeList(const Type& type, const Value& value, Bytes& out)
{
    const auto* const list = std::get_if<std::vector<Value>>(&value.data);
    if (list == nullptr) {
        return badValue(type);
    }
    const bool tuple = type.kind == Kind::Tuple;
    if ((tuple && list->size() != type.children.size()) ||
        (type.kind == Kind::FixedArray && list->size() != type.size)) {
        return badValue(type);
    }
    if (type.kind == Kind::Array) {
        appendWord(out, U256(list->size()));
    }
    return encodeMembers(
        *list, [&](std::size_t i) -> const Type& { return type.children[tuple ? i : 0]; }, out);
}

Result<> encodeValue(const Type& type, const Value& value, Bytes& out)
{
    switch (type.kind) {
    case Kind::Uint:
    case Kind::Int:
    case Kind::Address:
    case Kind::Bool:
        return encodeNumber(type, value, out);
    case Kind::FixedBytes:
    case Kind::Function:
    case Kind::Bytes:
    case Kind::String:
        return encodeBytes(type, value, out);
    case Kind::Array:
    case Kind::FixedArray:
    case Kind::Tuple:
        return encodeList(type, value, out);
    }
    return badValue(type);
}

} // namespace

Result<Bytes> encode(const Type& tuple, const std::vector<Value>& values)
{
    if (tuple.kind != Kind::Tuple || values.size() != tuple.children.size()) {
        return badValue(tuple);
    }
    Bytes out;
    AC_CHECK(encodeMembers(
        values, [&](std::size_t i) -> const Type& { return tuple.children[i]; }, out));
    return out;
}

} // namespace autochain::abi
