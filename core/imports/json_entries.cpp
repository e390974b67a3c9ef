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

std::optional<std::uint64_t> wholeDistance(std::string_view text)
{
    text = trimmed(text);
    std::uint64_t out = 0;
    int digits = 0;
    int group = -1; // digits since the last separator
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out = out * 10 + static_cast<std::uint64_t>(c - '0');
            group += group >= 0 ? 1 : 0;
            if (++digits > 9) {
                return std::nullopt;
            }
        } else if ((c == ',' || c == '.' || c == '\'' || c == ' ') && digits > 0 && (group == -1 || group == 3)) {
            group = 0;
        } else {
            return std::nullopt;
        }
    }
    const bool good = digits > 0 && (group == -1 || group == 3) && out <= kMostKm;
    return good ? std::optional(out) : std::nullopt;
}

} // namespace autochain::imports
