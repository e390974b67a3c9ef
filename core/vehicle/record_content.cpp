// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record_content.h"

#include "codec/cid.h"
#include "codec/json.h"

#include <algorithm>
#include <array>

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kFormat = "autochain-record/1";
constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxText = 500;
constexpr std::size_t kMaxNotes = 20'000;
constexpr int kMaxItems = 500;
constexpr std::int64_t kMaxMinorUnits = 1'000'000'000'000'000; // stays exact in a JSON number

constexpr std::array<std::string_view, 11> kZones = {"front", "frontLeft", "frontRight", "left",
                                                     "right", "rearLeft",  "rearRight",  "rear",
                                                     "roof",  "underbody", "interior"};
constexpr std::array<std::string_view, 6> kLooked = {"accidents", "recalls", "theft", "odometer", "title", "liens"};

Error bad(const char* field)
{
    return Error(VehicleError::BadRecordContent, {field});
}

// Absent fields are empty; present ones must have the right type.
Result<std::string> text(const QJsonObject& object, const char* key, std::size_t cap)
{
    if (!object.contains(QLatin1String(key))) {
        return std::string();
    }
    return json::string(object, key, cap);
}

Result<QJsonArray> list(const QJsonObject& object, const char* key)
{
    if (!object.contains(QLatin1String(key))) {
        return QJsonArray();
    }
    return json::array(object, key, kMaxItems);
}

Result<std::optional<std::int64_t>> number(const QJsonObject& object, const char* key)
{
    if (!object.contains(QLatin1String(key))) {
        return std::optional<std::int64_t>();
    }
    AC_TRY(const std::int64_t value, json::integer(object, key));
    return std::optional(value);
}

bool isCurrency(const std::string& code)
{
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Result<std::optional<Cost>> cost(const QJsonObject& object)
{
    if (!object.contains(QLatin1String("cost"))) {
        return std::optional<Cost>();
    }
    AC_TRY(const QJsonObject inner, json::object(object, "cost"));
    Cost out;
    AC_TRY(out.minorUnits, json::integer(inner, "minorUnits"));
    AC_TRY(out.currency, json::string(inner, "currency", 3));
    if (!isCurrency(out.currency) || out.minorUnits < 0 || out.minorUnits > kMaxMinorUnits) {
        return bad("cost");
    }
    return std::optional(out);
}

Result<WorkItem> item(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    WorkItem out;
    AC_TRY(out.text, json::string(object, "text", kMaxText));
    AC_TRY(out.cost, cost(object));
    AC_TRY(out.partSerial, text(object, "partSerial", kMaxTitle));
    return out;
}

Result<Attachment> attachment(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    Attachment out;
    AC_TRY(const std::string cid, json::string(object, "cid", 100));
    AC_TRY(out.digest, digestOfRawCid(cid));
    AC_TRY(out.name, text(object, "name", kMaxTitle));
    AC_TRY(out.type, text(object, "type", 100));
    // A name from a stranger must never lead out of a folder.
    if (out.name.find_first_of("/\\") != std::string::npos || out.name.find('\0') != std::string::npos) {
        return bad("documents.name");
    }
    return out;
}

template <typename T, typename Read>
Result<std::vector<T>> itemsOf(const QJsonObject& object, const char* key, Read read)
{
    AC_TRY(const QJsonArray array, list(object, key));
    std::vector<T> out;
    for (const QJsonValue& value : array) {
        AC_TRY(T one, read(value));
        out.push_back(std::move(one));
    }
    return out;
}

// Names this program does not know are left out: a newer program may know more.
template <typename T, std::size_t N>
Result<std::vector<T>> namesOf(const QJsonObject& object, const char* key, const std::array<std::string_view, N>& names)
{
    AC_TRY(const QJsonArray array, list(object, key));
    std::vector<T> out;
    for (const QJsonValue& value : array) {
        const auto at = std::find(names.begin(), names.end(), value.toString().toStdString());
        if (at != names.end()) {
            out.push_back(static_cast<T>(at - names.begin()));
        }
    }
    return out;
}

Result<RecordContent> fields(const QJsonObject& root)
{
    AC_TRY(const std::string format, json::string(root, "format", 64));
    if (format != kFormat) {
        return bad("format");
    }
    RecordContent out;
    AC_TRY(out.title, text(root, "title", kMaxTitle));
    AC_TRY(out.items, itemsOf<WorkItem>(root, "items", item));
    AC_TRY(out.cost, cost(root));
    AC_TRY(out.notes, text(root, "notes", kMaxNotes));
    AC_TRY(out.place, text(root, "place", kMaxTitle));
    AC_TRY(out.happenedAt, number(root, "happenedAt"));
    AC_TRY(out.zones, (namesOf<BodyZone>(root, "zones", kZones)));
    AC_TRY(out.checked, (namesOf<Looked>(root, "checked", kLooked)));
    AC_TRY(out.documents, itemsOf<Attachment>(root, "documents", attachment));
    AC_TRY(const auto corrects, number(root, "corrects"));
    AC_TRY(out.reference, text(root, "reference", kMaxTitle));
    if (corrects && *corrects < 0) {
        return bad("corrects");
    }
    if (corrects) {
        out.corrects = static_cast<std::uint64_t>(*corrects);
    }
    out.resolved = root.value(QLatin1String("resolved")).toBool(false);
    return out;
}

QString qstring(std::string_view utf8)
{
    return json::qs(utf8);
}

void put(QJsonObject& object, const char* key, const std::string& value)
{
    if (!value.empty()) {
        object.insert(QLatin1String(key), qstring(value));
    }
}

void put(QJsonObject& object, const std::optional<Cost>& value)
{
    if (value) {
        object.insert(QLatin1String("cost"),
                      QJsonObject{{QStringLiteral("minorUnits"), static_cast<qint64>(value->minorUnits)},
                                  {QStringLiteral("currency"), qstring(value->currency)}});
    }
}

void put(QJsonObject& object, const char* key, const QJsonArray& array)
{
    if (!array.isEmpty()) {
        object.insert(QLatin1String(key), array);
    }
}

QJsonArray itemsJson(const std::vector<WorkItem>& items)
{
    QJsonArray out;
    for (const WorkItem& one : items) {
        QJsonObject object;
        put(object, "text", one.text);
        put(object, one.cost);
        put(object, "partSerial", one.partSerial);
        out.append(object);
    }
    return out;
}

QJsonArray documentsJson(const std::vector<Attachment>& documents)
{
    QJsonArray out;
    for (const Attachment& one : documents) {
        QJsonObject object;
        put(object, "cid", cidOfRawBlock(one.digest));
        put(object, "name", one.name);
        put(object, "type", one.type);
        out.append(object);
    }
    return out;
}

template <typename T, std::size_t N>
QJsonArray namesJson(const std::vector<T>& values, const std::array<std::string_view, N>& names)
{
    QJsonArray out;
    for (const T value : values) {
        out.append(qstring(names[static_cast<std::size_t>(value)]));
    }
    return out;
}
} // namespace

Result<RecordContent> parseRecordContent(BytesView text)
{
    auto root = json::parseObject(text, kMaxRecordContentBytes);
    if (!root.ok()) {
        return Error(VehicleError::BadRecordContent, {}, root.error().detail);
    }
    auto out = fields(*root);
    if (!out.ok() && out.error().domain != Domain::Vehicle) {
        return Error(VehicleError::BadRecordContent, out.error().args, out.error().detail);
    }
    return out;
}

std::string writeRecordContent(const RecordContent& content)
{
    QJsonObject root{{QStringLiteral("format"), qstring(kFormat)}};
    put(root, "title", content.title);
    put(root, "items", itemsJson(content.items));
    put(root, content.cost);
    put(root, "notes", content.notes);
    put(root, "place", content.place);
    put(root, "zones", namesJson(content.zones, kZones));
    put(root, "checked", namesJson(content.checked, kLooked));
    put(root, "documents", documentsJson(content.documents));
    put(root, "reference", content.reference);
    if (content.happenedAt) {
        root.insert(QStringLiteral("happenedAt"), static_cast<qint64>(*content.happenedAt));
    }
    if (content.corrects) {
        root.insert(QStringLiteral("corrects"), static_cast<qint64>(*content.corrects));
    }
    if (content.resolved) {
        root.insert(QStringLiteral("resolved"), true);
    }
    return json::write(root);
}

} // namespace autochain::vehicle
