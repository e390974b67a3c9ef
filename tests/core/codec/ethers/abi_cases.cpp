// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "codec/abi.h"
#include "crypto/hash.h"
#include "rlp_item.h"

#include <optional>

namespace autochain::test
{
namespace
{

using Kind = abi::Type::Kind;

U256 numberOf(std::string text)
{
    const bool negative = text.starts_with('-');
    text.erase(0, negative ? 1 : 0);
    const U256 number = text.starts_with("0x") ? U256::fromHexQuantity(text).value() : U256::fromDecimal(text).value();
    return negative ? U256() - number : number;
}

// The cases write values as {"type": …, "value": …} or bare; lists are JSON arrays.
abi::Value valueOf(const abi::Type& type, QJsonValue json)
{
    if (json.isObject()) {
        json = at(json.toObject(), "value");
    }
    switch (type.kind) {
    case Kind::Uint:
    case Kind::Int:
        return json.isDouble() ? abi::Value(numberOf(std::to_string(json.toInteger())))
                               : abi::Value(numberOf(str(json)));
    case Kind::Bool:
        return abi::Value::boolean(json.toBool());
    case Kind::Address:
        return abi::Value(addressFromHex(str(json)).value());
    case Kind::String:
        return abi::Value::text(str(json));
    case Kind::FixedBytes:
    case Kind::Bytes:
    case Kind::Function:
        return abi::Value(unhex(json));
    default:
        break;
    }
    std::vector<abi::Value> list;
    const QJsonArray items = json.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto child = type.kind == Kind::Tuple ? static_cast<std::size_t>(i) : 0;
        list.push_back(valueOf(type.children.at(child), items[i]));
    }
    return abi::Value(std::move(list));
}

Result<abi::Type> tupleOf(const QJsonArray& types)
{
    abi::Type tuple{Kind::Tuple, 0, {}, {}};
    for (const auto& text : types) {
        AC_TRY(abi::Type type, abi::parseType(str(text)));
        tuple.children.push_back(std::move(type));
    }
    return tuple;
}

QJsonArray parsedArray(const QJsonValue& text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).array();
}

// "tuple[2]" with components -> "(…)[2]"
std::string typeText(const QJsonObject& parameter)
{
    const std::string type = str(at(parameter, "type"));
    if (!type.starts_with("tuple")) {
        return type;
    }
    std::string out = "(";
    const QJsonArray components = at(parameter, "components").toArray();
    for (const auto& component : components) {
        out += (out.size() > 1 ? "," : "") + typeText(component.toObject());
    }
    return out + ")" + type.substr(5);
}

Verdict compareOneSignature(const QJsonObject& function, const std::string& expected, const std::string& sigHash)
{
    std::string arguments = "(";
    const QJsonArray inputs = at(function, "inputs").toArray();
    for (const auto& input : inputs) {
        arguments += (arguments.size() > 1 ? "," : "") + typeText(input.toObject());
    }
    const auto type = abi::parseType(arguments + ")");
    if (!type.ok()) {
        return different("type not read: " + arguments + ")");
    }
    const std::string signature = str(at(function, "name")) + type->canonicalName();
    if (signature != expected) {
        return different(signature);
    }
    return equalIf(toHex0x(abi::selector(signature)) == sigHash, "selector");
}

rlp::Item itemOf(const QJsonValue& json)
{
    rlp::Item out;
    out.isList = json.isArray();
    if (!out.isList) {
        out.data = unhex(json);
    }
    const QJsonArray items = json.toArray();
    for (const auto& item : items) {
        out.items.push_back(itemOf(item));
    }
    return out;
}

} // namespace

Verdict compareAbiValues(const QJsonObject& item)
{
    const auto type = tupleOf(parsedArray(at(item, "types")));
    if (!type.ok()) {
        return different("type not read: " + str(at(item, "types")));
    }
    // normalizedValues: values as the contract gives them back (a bytes32 filled up, say); newer cases need none.
    const bool normalized = item.contains(QLatin1String("normalizedValues"));
    const QJsonArray json = parsedArray(at(item, normalized ? "normalizedValues" : "values"));
    const std::vector<abi::Value> values = valueOf(*type, json).list();
    const Bytes expected = unhex(at(item, "result"));
    const auto encoded = abi::encode(*type, values);
    if (!encoded.ok() || *encoded != expected) {
        return different("encoding");
    }
    const auto decoded = abi::decode(*type, expected);
    return equalIf(decoded.ok() && *decoded == values, "decoding");
}

Verdict compareSignature(const QJsonObject& item)
{
    const QJsonArray functions = parsedArray(at(item, "abi"));
    for (const auto& function : functions) {
        if (str(at(function.toObject(), "name")) == "testSig") {
            return compareOneSignature(function.toObject(), str(at(item, "signature")), str(at(item, "sigHash")));
        }
    }
    return leftOut("no function testSig");
}

Verdict comparePacked(const QJsonObject& item)
{
    const auto type = tupleOf(at(item, "types").toArray());
    if (!type.ok()) {
        return different("type not read");
    }
    const auto packed = abi::encodePacked(type->children, valueOf(*type, at(item, "values")).list());
    if (!packed.ok()) {
        return different("not packed: " + type->canonicalName());
    }
    return equalIf(toHex0x(keccak256(*packed)) == str(at(item, "keccak256")) &&
                       toHex0x(sha256(*packed)) == str(at(item, "sha256")),
                   "hash");
}

Verdict compareRlp(const QJsonObject& item)
{
    const rlp::Item expected = itemOf(at(item, "decoded"));
    const Bytes encoded = unhex(at(item, "encoded"));
    const auto decoded = rlp::decode(encoded);
    return equalIf(rlp::encode(expected) == encoded && decoded && *decoded == expected, "RLP");
}

} // namespace autochain::test
