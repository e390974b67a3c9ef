// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "base/amount.h"
#include "base/hex.h"
#include "crypto/address.h"
#include "messages/state_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace autochain::cli
{
namespace
{
constexpr int kLabelWidth = 22;
}

Table::Table(QStringList header, QList<int> rightAligned) : m_right(std::move(rightAligned))
{
    m_rows.append(std::move(header));
}

void Table::add(QStringList row)
{
    m_rows.append(std::move(row));
}

QStringList Table::lines() const
{
    QList<qsizetype> widths(m_rows.first().size(), 0);
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < widths.size(); ++i) {
            widths[i] = std::max(widths[i], row.value(i).size());
        }
    }
    QStringList out;
    for (const QStringList& row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const bool right = m_right.contains(static_cast<int>(i));
            line += (right ? row.value(i).rightJustified(widths[i]) : row.value(i).leftJustified(widths[i]));
            line += QStringLiteral("  ");
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        out.append(line);
    }
    return out;
}

Output& Output::fact(const QString& label, const QString& value)
{
    lines.append(label.leftJustified(kLabelWidth) + value);
    return *this;
}

QString qs(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString hex(const Hash32& hash)
{
    return qs(toHex0x(hash));
}

QString address(const Address& address)
{
    return qs(checksumAddress(address));
}

QString plainAuc(const U256& amount)
{
    return qs(formatAmount(amount));
}

QString auc(const U256& amount)
{
    QString text = plainAuc(amount);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3) {
        text.insert(at, QLatin1Char(','));
    }
    return text + QStringLiteral(" AUC");
}

QString dateTime(UnixTime at)
{
    return at == 0 ? QStringLiteral("-") : QDateTime::fromSecsSinceEpoch(at, QTimeZone::utc()).toString(Qt::ISODate);
}

QString provenanceWord(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Proven:
        return QStringLiteral("proven");
    case Provenance::Local:
        return QStringLiteral("local");
    case Provenance::Reported:
        return QStringLiteral("reported");
    case Provenance::Stale:
        return QStringLiteral("stale");
    }
    return {};
}

void putSource(QJsonObject& object, Provenance provenance, const BlockRef& block)
{
    object.insert(QStringLiteral("provenance"), provenanceWord(provenance));
    object.insert(QStringLiteral("block"), static_cast<qint64>(block.number));
}

void putMined(QJsonObject& object, const Hash32& transactionHash, Provenance provenance, const BlockRef& block)
{
    object.insert(QStringLiteral("transaction"), hex(transactionHash));
    putSource(object, provenance, block);
}

QString sourceLine(Provenance provenance, const BlockRef& block)
{
    return QCoreApplication::translate("Cli", "%1, block %2").arg(messages::text(provenance)).arg(block.number);
}

} // namespace autochain::cli
