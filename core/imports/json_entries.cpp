// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/json_entries.h"

#include "imports/csv_reader.h"

#include <cmath>

namespace autochain::imports
{

Result<QJsonValue> readJson(ByteSource& source, const std::string& name)
{
    TextSource text(source);
    AC_TRY(const std::string bytes, readAll(text, kMostJson, name));
    auto value = json::parse(asBytes(bytes), kMostJson);
    if (!value.ok()) {
        return Error(VehicleError::UnknownFormat, {name}, "not JSON: " + value.error().detail);
    }
    return value;
}

std::string textIn(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
        return whole ? std::to_string(static_cast<std::int64_t>(number)) : std::string();
    }
    return std::string(trimmed(value.toString().toStdString()));
}

std::string clipped(std::string text, std::size_t most)
{
    if (text.size() > most) {
        while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80) {
            --most;
        }
        text.resize(most);
    }
    return text;
}

} // namespace autochain::imports
