// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/eip712_value.h"

#include "base/hex.h"
#include "codec/abi_word.h"
#include "crypto/address.h"
#include "crypto/hash.h"

namespace autochain::eip712
{
namespace
{

using Kind = abi::Type::Kind;

Error badValue(const abi::Type& type)
{
    return {CodecError::BadTypedData, {type.canonicalName()}};
}

Hash32 wordOf(const U256& number)
{
    return Hash32::from(number.toBigEndian());
}

// "12", "-12", "0x0c", "-0x0c"
std::optional<U256> parseNumber(std::string_view text)
{
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const auto number = text.starts_with("0x") ? U256::fromHexQuantity(text) : U256::fromDecimal(text);
    if (!number.ok() || (negative && *number > (U256(1) << 255))) {
        return std::nullopt;
    }
    return negative ? U256() - *number : *number;
}

std::optional<U256> numberOf(const QJsonValue& value, bool& negative)
{
    std::string text;
    if (value.isString()) {
        text = value.toString().toStdString();
    } else {
        const qint64 number = value.toInteger(0);
        if (!value.isDouble() || (number == 0 && value.toInteger(1) != 0)) {
            return std::nullopt;
        }
        text = std::to_string(number);
    }
    const auto number = parseNumber(text);
    negative = text.starts_with('-') && number && !number->isZero();
    return number;
}

Result<Hash32> encodeNumber(const abi::Type& type, const QJsonValue& value)
{
    bool negative = false;
    const auto number = numberOf(value, negative);
    const bool isInt = type.kind == Kind::Int;
    if (!number || !abi::wordFits(type, *number)) {
        return badValue(type);
    }
    // The word of a negative number looks like that of a large positive one.
    const bool topBit = !(*number >> 255).isZero();
    if (isInt ? topBit != negative : negative) {
        return badValue(type);
    }
    return wordOf(*number);
}

Result<Hash32> encodeAddress(const abi::Type& type, const QJsonValue& value)
{
    const std::string text = value.toString().toStdString();
    const auto address = parseAddress(text);
    if (!text.starts_with("0x") || !address.ok()) {
        return badValue(type);
    }
    return wordOf(U256::fromBigEndian(address->view()));
}

Result<Hash32> encodeBytes(const abi::Type& type, const QJsonValue& value)
{
    const std::string text = value.toString().toStdString();
    const auto bytes = fromHex(text);
    if (!text.starts_with("0x") || !bytes.ok()) {
        return badValue(type);
    }
    if (type.kind == Kind::Bytes) {
        return keccak256(*bytes);
    }
    if (bytes->size() != type.size) {
        return badValue(type);
    }
    return Hash32::from(*bytes);
}

} // namespace

Result<Hash32> encodeAtomic(const abi::Type& type, const QJsonValue& value)
{
    switch (type.kind) {
    case Kind::Uint:
    case Kind::Int:
        return encodeNumber(type, value);
    case Kind::Bool:
        if (!value.isBool()) {
            return badValue(type);
        }
        return wordOf(U256(value.toBool() ? 1 : 0));
    case Kind::Address:
        return encodeAddress(type, value);
    case Kind::Bytes:
    case Kind::FixedBytes:
        return encodeBytes(type, value);
    case Kind::String:
        if (!value.isString() || !value.toString().isValidUtf16()) { // lone surrogates have no UTF-8
            return badValue(type);
        }
        return keccak256(value.toString().toStdString());
    default:
        return badValue(type);
    }
}

} // namespace autochain::eip712
