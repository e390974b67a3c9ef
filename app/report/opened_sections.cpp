// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/opened_sections.h"

#include "crypto/hash.h"
#include "privacy/section.h"
#include "vehicle/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace autochain::report
{
namespace
{
constexpr std::size_t kKeyBytes = 32;

Error bad()
{
    return Error(VehicleError::ReportUnreadable, {"private"});
}

QString base64(const Bytes& bytes)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())).toBase64());
}

Bytes fromBase64(const QJsonValue& value)
{
    const auto out =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return out ? Bytes((*out).begin(), (*out).end()) : Bytes();
}

Result<privacy::Document> documentOf(const OpenedSection& opened, const Hash32& vehicleId,
                                     const vehicle::Record& record)
{
    if (!record.content.privateSection || record.content.privateSection->digest != sha256(opened.block)) {
        return bad();
    }
    AC_TRY(const privacy::Section section, privacy::decodeSection(opened.block));
    AC_CHECK(privacy::checkBelongs(section.head, vehicleId, static_cast<std::uint8_t>(record.kind), record.provider));
    return privacy::openSection(section, SecretBytes::copyOf(opened.key));
}
} // namespace

QByteArray writeOpened(const std::vector<OpenedSection>& sections)
{
    QJsonArray out;
    for (const OpenedSection& section : sections) {
        out.append(QJsonObject{{QStringLiteral("record"), static_cast<qint64>(section.record)},
                               {QStringLiteral("block"), base64(section.block)},
                               {QStringLiteral("key"), base64(section.key)}});
    }
    return out.isEmpty() ? QByteArray() : QJsonDocument(out).toJson(QJsonDocument::Compact);
}

Result<std::vector<OpenedSection>> parseOpened(const QByteArray& json)
{
    std::vector<OpenedSection> out;
    if (json.isEmpty()) {
        return out;
    }
    if (json.size() > kMaxOpenedBytes) {
        return bad();
    }
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    if (array.size() > kMostOpened) {
        return bad();
    }
    for (const QJsonValue& value : array) {
        const qint64 record = value[QLatin1String("record")].toInteger(-1);
        if (record < 0) {
            return bad();
        }
        out.push_back({static_cast<std::uint64_t>(record), fromBase64(value[QLatin1String("block")]),
                       fromBase64(value[QLatin1String("key")])});
        const bool rises = out.size() < 2 || out[out.size() - 2].record < out.back().record;
        if (!rises || out.back().key.size() != kKeyBytes) {
            return bad();
        }
    }
    // What does not come out again as it went in is not ours.
    return writeOpened(out) == json ? Result<std::vector<OpenedSection>>(std::move(out)) : bad();
}

Result<OpenedDocuments> openSections(const QByteArray& json, const Hash32& vehicleId,
                                     const std::vector<vehicle::Record>& records)
{
    AC_TRY(const auto sections, parseOpened(json));
    OpenedDocuments out;
    for (const OpenedSection& section : sections) {
        if (section.record >= records.size()) {
            return bad();
        }
        auto document = documentOf(section, vehicleId, records[section.record]);
        if (!document.ok()) {
            return bad();
        }
        out.emplace(section.record, std::move(*document));
    }
    return out;
}

} // namespace autochain::report
