// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from outside: size and depth are capped before Qt's parser sees it; getters say what was expected.
#pragma once

#include "base/bytes.h"
#include "base/u256.h"
#include "codec/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace autochain::json
{
inline constexpr std::size_t kDefaultMaxBytes = 16 * 1024 * 1024;
inline constexpr int kMaxDepth = 64;

// Any value. Qt's parser forgives a number that starts with its point and unknown escapes, and takes the last of equal
// keys. BadJson, TooLarge, TooDeep.
Result<QJsonValue> parse(BytesView text, std::size_t maxBytes = kDefaultMaxBytes);
Result<QJsonObject> parseObject(BytesView text, std::size_t maxBytes = kDefaultMaxBytes);
std::string write(const QJsonValue& value); // compact, UTF-8

// Field readers; every error is BadJson with the field's name as argument.
Result<std::string> string(const QJsonObject& object, const char* key, std::size_t maxLength = 1 << 20);
Result<std::int64_t> integer(const QJsonObject& object, const char* key); // a JSON number without fraction
Result<bool> boolean(const QJsonObject& object, const char* key);
Result<QJsonObject> object(const QJsonObject& object, const char* key);
Result<QJsonArray> array(const QJsonObject& object, const char* key, int maxItems = 100'000);
Result<Address> address(const QJsonObject& object, const char* key); // hex, checksum verified where mixed case
Result<Hash32> hash32(const QJsonObject& object, const char* key);
Result<U256> quantity(const QJsonObject& object, const char* key); // "0x…"
Result<Bytes> hexData(const QJsonObject& object, const char* key, std::size_t maxBytes = 1 << 20);

inline QString qs(std::string_view s)
{
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}
} // namespace autochain::json
