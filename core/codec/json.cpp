// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"

#include "base/hex.h"
#include "crypto/address.h"

#include <QJsonDocument>

namespace autochain::json
{
namespace
{

Error bad(const char* key)
{
    return {CodecError::BadJson, {key}};
}

// Deepest nesting of brackets outside of strings. Qt's parser is recursive and keeps its own, larger limit.
Result<> checkDepth(BytesView text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = static_cast<char>(text[i]);
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
            continue;
        }
        inString = c == '"';
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= c == '}' || c == ']' ? 1 : 0;
        if (depth > kMaxDepth) {
            return CodecError::TooDeep;
        }
    }
    return {};
}

Result<QJsonDocument> parseDocument(const QByteArray& text)
{
    QJsonParseError failure;
    QJsonDocument document = QJsonDocument::fromJson(text, &failure);
    if (failure.error != QJsonParseError::NoError) {
        return Error(CodecError::BadJson, {"JSON"}, failure.errorString().toStdString());
    }
    return document;
}

bool startsContainer(const QByteArray& text)
{
    const QByteArray trimmed = text.left(64).trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

QString keyOf(const char* key)
{
    return QString::fromUtf8(key);
}

} // namespace

Result<QJsonValue> parse(BytesView text, std::size_t maxBytes)
{
    if (text.size() > maxBytes) {
        return CodecError::TooLarge;
    }
    AC_CHECK(checkDepth(text));
    const QByteArray bytes(reinterpret_cast<const char*>(text.data()), static_cast<qsizetype>(text.size()));
    if (startsContainer(bytes)) {
        AC_TRY(const QJsonDocument document, parseDocument(bytes));
        return document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    }
    // Qt reads objects and arrays only, RFC 8259 allows any value: read it as the one element of an array.
    AC_TRY(const QJsonDocument document, parseDocument('[' + bytes + ']'));
    const QJsonArray items = document.array();
    if (items.size() != 1) {
        return Error(CodecError::BadJson, {"JSON"}, "not one value");
    }
    return items.first();
}

Result<QJsonObject> parseObject(BytesView text, std::size_t maxBytes)
{
    AC_TRY(const QJsonValue value, parse(text, maxBytes));
    if (!value.isObject()) {
        return Error(CodecError::BadJson, {"object"});
    }
    return value.toObject();
}

std::string write(const QJsonValue& value)
{
    if (value.isObject()) {
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
    }
    if (value.isArray()) {
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    }
    const std::string list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).toStdString();
    return list.substr(1, list.size() - 2);
}

Result<std::string> string(const QJsonObject& object, const char* key, std::size_t maxLength)
{
    const QJsonValue value = object.value(keyOf(key));
    if (!value.isString()) {
        return bad(key);
    }
    std::string text = value.toString().toStdString();
    if (text.size() > maxLength) {
        return bad(key);
    }
    return text;
}

Result<std::int64_t> integer(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(keyOf(key));
    // toInteger gives its argument back for anything that is not a whole number; two different ones tell the cases
    // apart.
    const qint64 number = value.toInteger(0);
    if (!value.isDouble() || (number == 0 && value.toInteger(1) != 0)) {
        return bad(key);
    }
    return number;
}

Result<bool> boolean(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(keyOf(key));
    if (!value.isBool()) {
        return bad(key);
    }
    return value.toBool();
}

Result<QJsonObject> object(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(keyOf(key));
    if (!value.isObject()) {
        return bad(key);
    }
    return value.toObject();
}

Result<QJsonArray> array(const QJsonObject& object, const char* key, int maxItems)
{
    const QJsonValue value = object.value(keyOf(key));
    if (!value.isArray() || value.toArray().size() > maxItems) {
        return bad(key);
    }
    return value.toArray();
}

Result<Address> address(const QJsonObject& object, const char* key)
{
    AC_TRY(const std::string text, string(object, key));
    const auto parsed = parseAddress(text);
    if (!parsed.ok()) {
        return bad(key);
    }
    return *parsed;
}

Result<Hash32> hash32(const QJsonObject& object, const char* key)
{
    AC_TRY(const std::string text, string(object, key));
    const auto parsed = hash32FromHex(text);
    if (!parsed.ok()) {
        return bad(key);
    }
    return *parsed;
}

Result<U256> quantity(const QJsonObject& object, const char* key)
{
    AC_TRY(const std::string text, string(object, key));
    const auto parsed = U256::fromHexQuantity(text);
    if (!parsed.ok()) {
        return bad(key);
    }
    return *parsed;
}

Result<Bytes> hexData(const QJsonObject& object, const char* key, std::size_t maxBytes)
{
    AC_TRY(const std::string text, string(object, key, maxBytes * 2 + 2));
    const auto parsed = fromHex(text);
    if (!parsed.ok() || parsed->size() > maxBytes) {
        return bad(key);
    }
    return *parsed;
}

} // namespace autochain::json
