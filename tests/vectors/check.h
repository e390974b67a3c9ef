// SPDX-License-Identifier: GPL-3.0-or-later
// What a kind of vectors is to `vectors-check`. A new kind is one file kind_<name>.cpp that defines a `const Kind`.
#pragma once

#include "base/hex.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <map>
#include <optional>
#include <stdexcept>

namespace autochain::vectors
{

// The file cannot be used at all; says why.
struct BadFile : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Input {
    std::string path;
    Bytes text; // unpacked where it was gzip

    std::string_view view() const { return {reinterpret_cast<const char*>(text.data()), text.size()}; }
    QJsonValue json() const; // an object or an array; BadFile
};

class Report
{
public:
    explicit Report(std::string file) : m_file(std::move(file)) {}

    // One case; `problem` is empty where everything about it is right.
    void add(const std::string& name, const std::string& problem);
    // As add(), with what `problemOf` returns; what it throws is a problem of the case, not of the file.
    template <typename F>
    void check(const std::string& name, F&& problemOf)
    {
        std::string problem;
        try {
            problem = problemOf();
        } catch (const std::exception& error) {
            problem = error.what();
        }
        add(name, problem);
    }
    void skip(const std::string& name, const std::string& why); // something this program does not do
    void printSkipped() const;
    int passed() const { return m_passed; }
    int failed() const { return m_failed; }

private:
    std::string m_file;
    int m_passed = 0;
    int m_failed = 0;
    std::map<std::string, std::vector<std::string>> m_skipped; // names by reason
};

// Reports every case of the file. Whatever it throws is a failure of the file.
using CheckFile = void (*)(const Input& file, Report& report);

class Kind
{
public:
    Kind(const char* name, const char* reads, CheckFile checkFile); // registers itself
    static const std::map<std::string, Kind>& all();

    const char* reads() const { return m_reads; }
    void check(const Input& file, Report& report) const { m_check(file, report); }

private:
    const char* m_reads; // one line for the usage text
    CheckFile m_check;
};

inline QJsonValue at(const QJsonObject& object, const char* key)
{
    return object.value(QString::fromUtf8(key));
}
// The value of the first of these keys that is there.
QJsonValue firstOf(const QJsonObject& object, std::initializer_list<const char*> keys);
inline std::string str(const QJsonValue& value)
{
    return value.toString().toStdString();
}
// Bytes of hex with or without 0x; throws std::invalid_argument where it is none.
Bytes unhex(std::string_view text);
inline Bytes unhex(const QJsonValue& value)
{
    return unhex(std::string_view(str(value)));
}
std::string lowered(std::string text); // ASCII

} // namespace autochain::vectors
