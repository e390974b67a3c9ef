// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_arguments.h"

#include "output.h"
#include "record_keeping.h"
#include "store/error.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

namespace autochain::cli
{
namespace
{
using vehicle::RecordKind;

// By the name's ending: enough for a reader's program to choose how to show it.
QString typeByName(const QString& name)
{
    static const QMap<QString, QString> types = {{QStringLiteral("pdf"), QStringLiteral("application/pdf")},
                                                 {QStringLiteral("txt"), QStringLiteral("text/plain")},
                                                 {QStringLiteral("csv"), QStringLiteral("text/csv")},
                                                 {QStringLiteral("json"), QStringLiteral("application/json")},
                                                 {QStringLiteral("jpg"), QStringLiteral("image/jpeg")},
                                                 {QStringLiteral("jpeg"), QStringLiteral("image/jpeg")},
                                                 {QStringLiteral("png"), QStringLiteral("image/png")}};
    return types.value(QFileInfo(name).suffix().toLower(), QStringLiteral("application/octet-stream"));
}

Result<std::uint32_t> kindsFrom(const QString& text)
{
    std::uint32_t kinds = 0;
    if (text == QStringLiteral("all")) {
        for (int i = 1; i < vehicle::kRecordKinds; ++i) {
            kinds |= 1U << static_cast<unsigned>(i);
        }
        return kinds;
    }
    for (const QString& one : text.split(QLatin1Char(','))) {
        AC_TRY(const RecordKind kind, kindOf(one.trimmed()));
        kinds |= vehicle::kindBit(kind);
    }
    return kinds;
}

// "2026-12-31" ends with that day in UTC; "30d" and "12h" count from `now`.
Result<UnixTime> untilFrom(const QString& text, UnixTime now)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid()) {
        return QDateTime(day.addDays(1), QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch();
    }
    constexpr qlonglong kMostDays = 36'500;
    bool ok = false;
    const qlonglong count = text.chopped(text.isEmpty() ? 0 : 1).toLongLong(&ok);
    const bool hours = text.endsWith(QLatin1Char('h'));
    if (!ok || count <= 0 || count > kMostDays * (hours ? 24 : 1) || !(hours || text.endsWith(QLatin1Char('d')))) {
        return Error(PrivacyError::BadSpan, {}, "until");
    }
    return now + count * (hours ? 3'600 : 86'400);
}

Result<> readRecords(const QString& text, privacy::ReadGrant& grant)
{
    const QStringList ends = text.split(QLatin1Char('-'));
    bool firstOk = false;
    bool lastOk = true;
    grant.firstRecord = ends.value(0).toULongLong(&firstOk);
    if (ends.size() == 1) {
        grant.lastRecord = grant.firstRecord;
    } else if (!ends.value(1).isEmpty()) {
        grant.lastRecord = ends.value(1).toULongLong(&lastOk);
    }
    return firstOk && lastOk && ends.size() <= 2 ? Result<>() : Result<>(Error(PrivacyError::BadScope, {}, "records"));
}
} // namespace

QJsonArray kindNamesJson(std::uint32_t kinds)
{
    QJsonArray out;
    const QStringList names = kindNames();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if ((kinds >> static_cast<unsigned>(i + 1) & 1U) == 1) {
            out.append(names[i]);
        }
    }
    return out;
}

QString kindNamesLine(std::uint32_t kinds)
{
    QStringList out;
    for (const auto& name : kindNamesJson(kinds)) {
        out << name.toString();
    }
    return out.size() == kindNames().size() ? QStringLiteral("all") : out.join(QStringLiteral(", "));
}

Result<privacy::Document> documentFrom(const Arguments& arguments)
{
    QFile file(arguments.text("file"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error(StoreError::NoAccess, {file.fileName().toStdString()});
    }
    if (file.size() > static_cast<qint64>(privacy::kMaxDocumentBytes)) {
        return Error(PrivacyError::TooLarge, {std::to_string(file.size()), std::to_string(privacy::kMaxDocumentBytes)});
    }
    const QByteArray bytes = file.readAll();
    const QString name = QFileInfo(file).fileName();
    privacy::Document out;
    out.name = name.toStdString();
    out.type = arguments.text("type", typeByName(name)).toStdString();
    out.content.assign(bytes.begin(), bytes.end());
    return out;
}

Result<privacy::ReadGrant> readGrantFrom(const Arguments& arguments, UnixTime now)
{
    privacy::ReadGrant grant;
    grant.from = now;
    AC_TRY(grant.kinds, kindsFrom(arguments.text("kinds")));
    AC_TRY(grant.until, untilFrom(arguments.text("until"), now));
    if (arguments.has("records")) {
        AC_CHECK(readRecords(arguments.text("records"), grant));
    }
    return grant;
}

} // namespace autochain::cli
