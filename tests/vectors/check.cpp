// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace autochain::vectors
{
namespace
{

std::map<std::string, Kind>& registry()
{
    static std::map<std::string, Kind> kinds;
    return kinds;
}

// Names come out of the file: no control characters of theirs reach a terminal.
std::string printable(std::string text)
{
    constexpr std::size_t kLongest = 160;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text.size() > kLongest ? text.substr(0, kLongest) + "..." : text;
}

} // namespace

Kind::Kind(const char* name, const char* reads, CheckFile checkFile) : m_reads(reads), m_check(checkFile)
{
    registry().emplace(name, *this);
}

const std::map<std::string, Kind>& Kind::all()
{
    return registry();
}

QJsonValue Input::json() const
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(reinterpret_cast<const char*>(text.data()), static_cast<qsizetype>(text.size())),
        &error);
    if (document.isNull()) {
        throw BadFile("not JSON: " + error.errorString().toStdString() + " at byte " + std::to_string(error.offset));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

void Report::add(const std::string& name, const std::string& problem)
{
    if (problem.empty()) {
        ++m_passed;
        return;
    }
    ++m_failed;
    std::printf("FAILED %s: %s: %s\n", m_file.c_str(), printable(name).c_str(), printable(problem).c_str());
}

void Report::skip(const std::string& name, const std::string& why)
{
    m_skipped[why].push_back(name);
}

void Report::printSkipped() const
{
    constexpr std::size_t kNamed = 10;
    for (const auto& [why, names] : m_skipped) {
        std::string list;
        for (std::size_t i = 0; i < std::min(kNamed, names.size()); ++i) {
            list += (i == 0 ? "" : ", ") + printable(names.at(i));
        }
        list += names.size() > kNamed ? ", ..." : "";
        std::printf("skipped %zu in %s: %s (%s)\n", names.size(), m_file.c_str(), printable(why).c_str(), list.c_str());
    }
}

QJsonValue firstOf(const QJsonObject& object, std::initializer_list<const char*> keys)
{
    for (const char* key : keys) {
        if (const auto found = object.constFind(QString::fromUtf8(key)); found != object.constEnd()) {
            return *found;
        }
    }
    return QJsonValue(QJsonValue::Undefined);
}

Bytes unhex(std::string_view text)
{
    const auto bytes = fromHex(text);
    if (!bytes.ok()) {
        throw std::invalid_argument("not hex: " + std::string(text.substr(0, 40)));
    }
    return *bytes;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return text;
}

} // namespace autochain::vectors
