// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record_json.h"

#include <algorithm>

namespace autochain::vehicle
{
namespace
{
bool isCurrency(const std::string& code)
{
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Cost> readCost(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const auto minorUnits = json::integer(object, "minorUnits");
    auto currency = json::string(object, "currency", 3);
    const bool good =
        minorUnits.ok() && currency.ok() && isCurrency(*currency) && *minorUnits >= 0 && *minorUnits <= kMaxNumber;
    return good ? std::optional(Cost{*minorUnits, std::move(*currency)}) : std::nullopt;
}
} // namespace

void FieldReader::text(const char* key, std::string& value, std::size_t maxBytes)
{
    if (has(key)) {
        auto read = json::string(m_object, key, maxBytes);
        read.ok() ? void(value = std::move(*read)) : fail(key);
    }
}

void FieldReader::number(const char* key, std::int64_t& value, std::int64_t min, std::int64_t max)
{
    if (has(key)) {
        const auto read = json::integer(m_object, key);
        read.ok() && *read >= min&&* read <= max ? void(value = *read) : fail(key);
    }
}

void FieldReader::number(const char* key, std::uint64_t& value)
{
    auto read = static_cast<std::int64_t>(value);
    number(key, read, 0, kMaxNumber);
    value = static_cast<std::uint64_t>(read);
}

void FieldReader::flag(const char* key, bool& value)
{
    if (has(key)) {
        const QJsonValue read = m_object.value(QLatin1String(key));
        read.isBool() ? void(value = read.toBool()) : fail(key);
    }
}

void FieldReader::time(const char* key, std::optional<UnixTime>& value)
{
    if (has(key)) {
        value = 0;
        number(key, *value, -kMaxNumber, kMaxNumber);
    }
}

void FieldReader::index(const char* key, std::optional<std::uint64_t>& value)
{
    if (has(key)) {
        value = 0;
        number(key, *value);
    }
}

void FieldReader::cost(const char* key, std::optional<Cost>& value)
{
    if (has(key)) {
        value = readCost(m_object.value(QLatin1String(key)));
        value ? void() : fail(key);
    }
}

void FieldReader::numbers(const char* key, std::vector<std::int64_t>& values, std::size_t maxItems)
{
    const QJsonArray array = arrayAt(key, static_cast<int>(maxItems));
    for (const QJsonValue& entry : array) {
        const qint64 number = entry.toInteger(0);
        const bool whole = entry.isDouble() && (number != 0 || entry.toInteger(1) == 0);
        if (!whole || number > kMaxNumber || number < -kMaxNumber) {
            fail(key);
            return;
        }
        values.push_back(number);
    }
}

void FieldReader::word(const char* key, std::size_t& at, std::span<const std::string_view> words)
{
    if (has(key)) {
        const auto read = json::string(m_object, key, kMaxShortText);
        const auto found = read.ok() ? std::find(words.begin(), words.end(), *read) : words.end();
        found != words.end() ? void(at = static_cast<std::size_t>(found - words.begin())) : fail(key);
    }
}

QJsonArray FieldReader::arrayAt(const char* key, int maxItems)
{
    if (!has(key)) {
        return {};
    }
    auto read = json::array(m_object, key, maxItems);
    if (!read.ok()) {
        fail(key);
        return {};
    }
    return std::move(*read);
}

void FieldWriter::text(const char* key, const std::string& value, std::size_t)
{
    if (!value.empty()) {
        put(key, json::qs(value));
    }
}

void FieldWriter::number(const char* key, std::int64_t value, std::int64_t, std::int64_t)
{
    if (value != 0) {
        put(key, static_cast<qint64>(value));
    }
}

void FieldWriter::flag(const char* key, bool value)
{
    if (value) {
        put(key, true);
    }
}

void FieldWriter::time(const char* key, const std::optional<UnixTime>& value)
{
    if (value) {
        put(key, static_cast<qint64>(*value));
    }
}

void FieldWriter::index(const char* key, const std::optional<std::uint64_t>& value)
{
    if (value) {
        put(key, static_cast<qint64>(*value));
    }
}

void FieldWriter::cost(const char* key, const std::optional<Cost>& value)
{
    if (value) {
        put(key, QJsonObject{{QStringLiteral("minorUnits"), static_cast<qint64>(value->minorUnits)},
                             {QStringLiteral("currency"), json::qs(value->currency)}});
    }
}

void FieldWriter::numbers(const char* key, const std::vector<std::int64_t>& values, std::size_t)
{
    QJsonArray array;
    for (const std::int64_t value : values) {
        array.append(static_cast<qint64>(value));
    }
    putList(key, array);
}

void FieldWriter::putList(const char* key, const QJsonArray& array)
{
    if (!array.isEmpty()) {
        put(key, array);
    }
}

} // namespace autochain::vehicle
