// SPDX-License-Identifier: GPL-3.0-or-later
// One description of a structure's fields, read and written: Schema<T>::fields(f, value) names each field once, and `f`
// is a FieldReader or a FieldWriter. Absent fields keep their default; defaults are not written; a field that is there
// has to be right.
#pragma once

#include "codec/json.h"
#include "vehicle/error.h"
#include "vehicle/record_values.h"

#include <span>

namespace autochain::vehicle
{

template <typename T>
struct Schema; // static void fields(auto& f, auto& value)

inline constexpr std::size_t kMaxShortText = 200;
inline constexpr int kMaxListItems = 500;
inline constexpr std::int64_t kMaxNumber = 1'000'000'000'000'000; // stays exact in a JSON number

class FieldReader
{
public:
    explicit FieldReader(QJsonObject object) : m_object(std::move(object)) {}

    void text(const char* key, std::string& value, std::size_t maxBytes = kMaxShortText);
    void number(const char* key, std::int64_t& value, std::int64_t min = 0, std::int64_t max = kMaxNumber);
    void number(const char* key, std::uint64_t& value);
    void flag(const char* key, bool& value);
    void time(const char* key, std::optional<UnixTime>& value);
    void index(const char* key, std::optional<std::uint64_t>& value);
    void cost(const char* key, std::optional<Cost>& value);
    void numbers(const char* key, std::vector<std::int64_t>& values, std::size_t maxItems);
    // One word of a closed list; T counts up from 0 in the order of `words`.
    template <typename T>
    void choice(const char* key, T& value, std::span<const std::string_view> words)
    {
        std::size_t at = static_cast<std::size_t>(value);
        word(key, at, words);
        value = static_cast<T>(at);
    }
    template <typename T>
    void list(const char* key, std::vector<T>& values, int maxItems = kMaxListItems)
    {
        const QJsonArray array = arrayAt(key, maxItems);
        for (const QJsonValue& entry : array) {
            FieldReader inner(entry.toObject());
            T one;
            Schema<T>::fields(inner, one);
            if (!entry.isObject() || inner.m_bad) {
                fail(key);
                return;
            }
            values.push_back(std::move(one));
        }
    }
    void fail(const char* key) { m_bad = m_bad ? m_bad : key; }
    bool has(const char* key) const { return m_object.contains(QLatin1String(key)); }
    const QJsonObject& object() const { return m_object; }
    const char* bad() const { return m_bad; } // the first field that is wrong; nullptr: none

private:
    void word(const char* key, std::size_t& at, std::span<const std::string_view> words);
    QJsonArray arrayAt(const char* key, int maxItems);
    QJsonObject m_object;
    const char* m_bad = nullptr;
};

class FieldWriter
{
public:
    void text(const char* key, const std::string& value, std::size_t = 0);
    void number(const char* key, std::int64_t value, std::int64_t = 0, std::int64_t = 0);
    void number(const char* key, std::uint64_t value) { number(key, static_cast<std::int64_t>(value)); }
    void flag(const char* key, bool value);
    void time(const char* key, const std::optional<UnixTime>& value);
    void index(const char* key, const std::optional<std::uint64_t>& value);
    void cost(const char* key, const std::optional<Cost>& value);
    void numbers(const char* key, const std::vector<std::int64_t>& values, std::size_t = 0);
    template <typename T>
    void choice(const char* key, T value, std::span<const std::string_view> words)
    {
        put(key, json::qs(words[static_cast<std::size_t>(value)]));
    }
    template <typename T>
    void list(const char* key, const std::vector<T>& values, int = 0)
    {
        QJsonArray array;
        for (const T& one : values) {
            FieldWriter inner;
            Schema<T>::fields(inner, one);
            array.append(inner.m_object);
        }
        putList(key, array);
    }
    void put(const char* key, const QJsonValue& value) { m_object.insert(QLatin1String(key), value); }
    void putList(const char* key, const QJsonArray& array);
    const QJsonObject& object() const { return m_object; }

private:
    QJsonObject m_object;
};

} // namespace autochain::vehicle
