// SPDX-License-Identifier: GPL-3.0-or-later
#include "detaillist.h"

#include "base/hex.h"
#include "viewmodels/base/distance.h"

#include <QCoreApplication>
#include <QLocale>

namespace autochain::desktop
{

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("vehicle", text);
}
} // namespace

void DetailList::add(const char* type, const QString& key, const QString& value, QVariantMap more)
{
    for (const char* field : {"status", "digest"}) {
        if (!more.contains(QLatin1String(field))) {
            more.insert(QLatin1String(field), QString());
        }
    }
    if (!more.contains(QStringLiteral("record"))) {
        more.insert(QStringLiteral("record"), -1);
    }
    more.insert(QStringLiteral("type"), QLatin1String(type));
    more.insert(QStringLiteral("key"), key);
    more.insert(QStringLiteral("value"), value);
    m_lines << more;
}

void DetailList::pair(const QString& key, const QString& value)
{
    if (!value.isEmpty()) {
        add("pair", key, value);
    }
}

void DetailList::time(const QString& key, const std::optional<UnixTime>& value)
{
    if (value) {
        pair(key, recordDate(*value));
    }
}

void DetailList::cost(const QString& key, const std::optional<vehicle::Cost>& value)
{
    if (value) {
        pair(key, moneyText(*value));
    }
}

void DetailList::km(const QString& key, std::int64_t value)
{
    if (value > 0) {
        pair(key, format::distance(static_cast<std::uint64_t>(value)));
    }
}

void DetailList::item(const QString& text, const QString& atTheRight)
{
    add("item", atTheRight, text);
}

void DetailList::note(const std::string& text)
{
    if (!text.empty()) {
        add("note", {}, QString::fromStdString(text));
    }
}

void DetailList::head(const QString& text)
{
    add("head", {}, text);
}

void DetailList::state(const QString& status, const QString& text)
{
    add("state", {}, text, {{QStringLiteral("status"), status}});
}

void DetailList::link(const QString& text, std::uint64_t record)
{
    add("link", {}, text, {{QStringLiteral("record"), static_cast<int>(record)}});
}

void DetailList::document(const vehicle::Attachment& document)
{
    const QString name = QString::fromStdString(document.name);
    add("document", documentKind(document.type, document.bytes), name.isEmpty() ? tr("Document") : name,
        {{QStringLiteral("digest"), QString::fromStdString(toHex0x(document.digest))}});
}

QString documentKind(const std::string& mediaType, std::uint64_t bytes)
{
    const QString type = QString::fromStdString(mediaType);
    const QString word = type == QStringLiteral("application/pdf")     ? tr("PDF")
                         : type == QStringLiteral("image/jpeg")        ? tr("JPEG picture")
                         : type == QStringLiteral("image/png")         ? tr("PNG picture")
                         : type.startsWith(QStringLiteral("text/csv")) ? tr("CSV table")
                         : type.startsWith(QStringLiteral("text/"))    ? tr("Text")
                         : type.isEmpty()                              ? tr("File")
                                                                       : type;
    return bytes == 0 ? word
                      : tr("%1, %2").arg(word, QLocale().formattedDataSize(static_cast<qint64>(bytes), 0,
                                                                           QLocale::DataSizeTraditionalFormat));
}

} // namespace autochain::desktop
