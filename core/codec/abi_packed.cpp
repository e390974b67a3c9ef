// SPDX-License-Identifier: GPL-3.0-or-later
// Solidity specification, "Non-standard Packed Mode": no offsets, no lengths; only the elements of arrays are padded.
// Arrays of arrays are written one after the other, as ethers does; Solidity itself refuses them.
#include "codec/abi_word.h"

namespace autochain::abi
{
namespace
{

using Kind = Type::Kind;

bool isArray(const Type& type)
{
    return type.kind == Kind::Array || type.kind == Kind::FixedArray;
}

bool isPlainBytes(const Type& type)
{
    return type.kind == Kind::Bytes || type.kind == Kind::String;
}

std::size_t packedSize(const Type& type)
{
    switch (type.kind) {
    case Kind::Bool:
        return 1;
    case Kind::Address:
        return Address::kSize;
    default:
        return type.size / 8;
    }
}

Error badValue(const Type& type)
{
    return {CodecError::BadAbiValue, {type.canonicalName()}};
}

Result<> packBytes(const Type& type, const Bytes& bytes, bool element, Bytes& out)
{
    if (!isPlainBytes(type) && bytes.size() != type.size) {
        return badValue(type);
    }
    append(out, bytes);
    out.resize(out.size() + (element ? padded(bytes.size()) - bytes.size() : 0));
    return {};
}

Result<> packNumber(const Type& type, const U256& number, bool element, Bytes& out)
{
    if (!wordFits(type, number)) {
        return badValue(type);
    }
    const auto word = number.toBigEndian();
    append(out, BytesView(word).last(element ? kWord : packedSize(type)));
    return {};
}

Result<> pack(const Type& type, const Value& value, bool element, Bytes& out)
{
    if (type.kind == Kind::Tuple || (element && isPlainBytes(type))) {
        return badValue(type); // there is no packed form of structs and of arrays of bytes
    }
    if (isArray(type)) {
        const auto* const list = std::get_if<std::vector<Value>>(&value.data);
        if (list == nullptr || (type.kind == Kind::FixedArray && list->size() != type.size)) {
            return badValue(type);
        }
        for (const Value& item : *list) {
            AC_CHECK(pack(type.children.front(), item, true, out));
        }
        return {};
    }
    const bool takesBytes = isPlainBytes(type) || type.kind == Kind::FixedBytes || type.kind == Kind::Function;
    if (const auto* const bytes = std::get_if<Bytes>(&value.data); bytes != nullptr && takesBytes) {
        return packBytes(type, *bytes, element, out);
    }
    if (const auto* const number = std::get_if<U256>(&value.data); number != nullptr && !takesBytes) {
        return packNumber(type, *number, element, out);
    }
    return badValue(type);
}

} // namespace

Result<Bytes> encodePacked(const std::vector<Type>& types, const std::vector<Value>& values)
{
    if (types.size() != values.size()) {
        return Error(CodecError::BadAbiValue, {std::to_string(values.size())}, "number of values");
    }
    Bytes out;
    for (std::size_t i = 0; i < types.size(); ++i) {
        AC_CHECK(pack(types[i], values[i], false, out));
    }
    return out;
}

} // namespace autochain::abi
