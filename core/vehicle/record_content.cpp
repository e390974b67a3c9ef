// SPDX-License-Identifier: GPL-3.0-or-later
#include "vehicle/record_content.h"

#include "codec/cid.h"
#include "vehicle/record_details.h"
#include "vehicle/record_json.h"
#include "vehicle/signed_content.h"

#include <algorithm>
#include <array>

namespace autochain::vehicle
{
namespace
{
constexpr std::string_view kFormat1 = "autochain-record/1";
constexpr std::string_view kFormat2 = "autochain-record/2";
constexpr std::size_t kMaxText = 500;
constexpr std::size_t kMaxNotes = 20'000;

// CIDv1 of a raw block and of a UnixFS file (codec dag-pb) with the same digest differ in these two letters alone: the
// codec byte is all there is between version and multihash.
constexpr std::string_view kRawPrefix = "bafkrei";
constexpr std::string_view kFilePrefix = "bafybei";

constexpr std::array<std::string_view, 11> kZones = {"front", "frontLeft", "frontRight", "left",
                                                     "right", "rearLeft",  "rearRight",  "rear",
                                                     "roof",  "underbody", "interior"};
constexpr std::array<std::string_view, 6> kLooked = {"accidents", "recalls", "theft", "odometer", "title", "liens"};

Error bad(std::string field)
{
    return Error(VehicleError::BadRecordContent, {std::move(field)});
}

std::string cidText(const Hash32& digest, bool isFile)
{
    const std::string cid = cidOfRawBlock(digest);
    return isFile ? std::string(kFilePrefix) + cid.substr(kRawPrefix.size()) : cid;
}

void readCid(FieldReader& f, const char* key, Hash32& digest, bool& isFile)
{
    std::string cid;
    f.text(key, cid, 100);
    isFile = cid.starts_with(kFilePrefix);
    const auto read = digestOfRawCid(isFile ? std::string(kRawPrefix) + cid.substr(kFilePrefix.size()) : cid);
    read.ok() ? void(digest = *read) : f.fail(key);
}

void cidField(FieldReader& f, Attachment& d)
{
    readCid(f, "cid", d.digest, d.isFile);
    // A name from a stranger must never lead out of a folder.
    if (d.name.find_first_of("/\\") != std::string::npos || d.name.find('\0') != std::string::npos) {
        f.fail("name");
    }
}

void cidField(FieldWriter& f, const Attachment& d)
{
    f.text("cid", cidOf(d));
}

void cidField(FieldReader& f, PrivateSection& d)
{
    bool isFile = false;
    readCid(f, "cid", d.digest, isFile);
    if (isFile) {
        f.fail("cid");
    }
}

void cidField(FieldWriter& f, const PrivateSection& d)
{
    f.text("cid", cidText(d.digest, false));
}

// Names this program does not know are left out: a newer program may know more.
template <typename T, std::size_t N>
void namesField(FieldReader& f, const char* key, std::vector<T>& values, const std::array<std::string_view, N>& names)
{
    if (!f.has(key)) {
        return;
    }
    const auto array = json::array(f.object(), key, kMaxListItems);
    if (!array.ok()) {
        f.fail(key);
        return;
    }
    for (const QJsonValue& value : *array) {
        const auto at = std::find(names.begin(), names.end(), value.toString().toStdString());
        if (at != names.end()) {
            values.push_back(static_cast<T>(at - names.begin()));
        }
    }
}

template <typename T, std::size_t N>
void namesField(FieldWriter& f, const char* key, const std::vector<T>& values,
                const std::array<std::string_view, N>& names)
{
    QJsonArray out;
    for (const T value : values) {
        out.append(json::qs(names[static_cast<std::size_t>(value)]));
    }
    f.putList(key, out);
}

void detailsField(FieldReader& f, RecordContent& d)
{
    if (!f.has("details")) {
        return;
    }
    auto read = readDetails(f.object().value(QLatin1String("details")).toObject());
    if (!read.ok()) {
        f.fail("details");
        return;
    }
    d.details = std::move(read->details);
    d.unknownDetails = std::move(read->unknownSchema);
}

void detailsField(FieldWriter& f, const RecordContent& d)
{
    if (const QJsonObject details = writeDetails(d.details); !details.isEmpty()) {
        f.put("details", details);
    }
}

void privateField(FieldReader& f, std::optional<PrivateSection>& d);
void privateField(FieldWriter& f, const std::optional<PrivateSection>& d);
} // namespace

template <>
struct Schema<WorkItem> {
    static void fields(auto& f, auto& d)
    {
        f.text("text", d.text, kMaxText);
        f.cost("cost", d.cost);
        f.text("partSerial", d.partSerial);
    }
};

template <>
struct Schema<Attachment> {
    static void fields(auto& f, auto& d)
    {
        f.text("name", d.name);
        f.text("type", d.type, 100);
        f.number("bytes", d.bytes);
        cidField(f, d);
    }
};

template <>
struct Schema<PrivateSection> {
    static void fields(auto& f, auto& d)
    {
        cidField(f, d);
        f.number("bytes", d.bytes);
        f.text("scheme", d.scheme, 64);
    }
};

template <>
struct Schema<RecordContent> {
    static void fields(auto& f, auto& d)
    {
        f.text("title", d.title);
        f.list("items", d.items);
        f.cost("cost", d.cost);
        f.text("notes", d.notes, kMaxNotes);
        f.text("place", d.place);
        f.time("happenedAt", d.happenedAt);
        namesField(f, "zones", d.zones, kZones);
        namesField(f, "checked", d.checked, kLooked);
        f.list("documents", d.documents);
        f.index("corrects", d.corrects);
        f.text("reference", d.reference);
        f.flag("resolved", d.resolved);
    }
    static void fieldsOf2(auto& f, auto& d)
    {
        detailsField(f, d);
        privateField(f, d.privateSection);
    }
};

namespace
{
void privateField(FieldReader& f, std::optional<PrivateSection>& d)
{
    if (f.has("privateSection")) {
        FieldReader inner(f.object().value(QLatin1String("privateSection")).toObject());
        Schema<PrivateSection>::fields(inner, d.emplace());
        if (inner.bad() != nullptr) {
            f.fail("privateSection");
        }
    }
}

void privateField(FieldWriter& f, const std::optional<PrivateSection>& d)
{
    if (d) {
        FieldWriter inner;
        Schema<PrivateSection>::fields(inner, *d);
        f.put("privateSection", inner.object());
    }
}
} // namespace

std::string cidOf(const Attachment& document)
{
    return cidText(document.digest, document.isFile);
}

Result<RecordContent> parseRecordContent(BytesView block)
{
    AC_TRY(const SignedContent parts, splitSignedContent(block));
    auto root = json::parseObject(parts.content, kMaxRecordContentBytes);
    if (!root.ok()) {
        return Error(VehicleError::BadRecordContent, {}, root.error().detail);
    }
    FieldReader reader(std::move(*root));
    std::string format;
    reader.text("format", format, 64);
    if (format != kFormat1 && format != kFormat2) {
        return bad("format");
    }
    RecordContent out;
    Schema<RecordContent>::fields(reader, out);
    if (format == kFormat2) {
        Schema<RecordContent>::fieldsOf2(reader, out);
    }
    if (reader.bad() != nullptr) {
        return bad(reader.bad());
    }
    return out;
}

std::string writeRecordContent(const RecordContent& content)
{
    FieldWriter writer;
    writer.text("format", std::string(kFormat2));
    Schema<RecordContent>::fields(writer, content);
    Schema<RecordContent>::fieldsOf2(writer, content);
    return json::write(writer.object());
}

} // namespace autochain::vehicle
