// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/wallet/activitymodel.h"

#include "codec/csv.h"

#include <QDateTime>

namespace autochain::desktop
{
namespace
{
QString kindWord(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::In:
        return QStringLiteral("in");
    case ActivityKind::Out:
        return QStringLiteral("out");
    case ActivityKind::Deals:
        return QStringLiteral("deals");
    case ActivityKind::Hidden:
        return QStringLiteral("hidden");
    case ActivityKind::Other:
        break;
    }
    return QStringLiteral("other");
}

QString field(const QString& text)
{
    return QString::fromStdString(csv::field(text.toStdString()));
}
} // namespace

void ActivityModel::setText(const QString& text)
{
    if (text != m_text) {
        m_text = text;
        apply();
    }
}

void ActivityModel::setKind(const QString& kind)
{
    if (kind != m_kind) {
        m_kind = kind;
        apply();
    }
}

void ActivityModel::setNewestFirst(bool on)
{
    if (on != m_newestFirst) {
        m_newestFirst = on;
        apply();
    }
}

void ActivityModel::setAll(std::vector<ActivityRow> all)
{
    m_all = std::move(all);
    apply();
}

bool ActivityModel::passes(const ActivityRow& row) const
{
    if (m_kind != QStringLiteral("all") && kindWord(row.kind) != m_kind) {
        return false;
    }
    const QString wanted = m_text.trimmed();
    if (wanted.isEmpty()) {
        return true;
    }
    for (const QString& text : {row.what, row.withName, row.withAddress, row.auc, row.plainAuc, row.date, row.hash}) {
        if (text.contains(wanted, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

void ActivityModel::apply()
{
    std::vector<ActivityRow> shown;
    for (const ActivityRow& row : m_all) {
        if (passes(row)) {
            shown.push_back(row);
        }
    }
    if (!m_newestFirst) {
        std::reverse(shown.begin(), shown.end());
    }
    setRows(std::move(shown));
    emit filterChanged();
}

QString ActivityModel::csv(const QString& coin) const
{
    const QStringList head = {
        QStringLiteral("time (UTC)"), QStringLiteral("what"),  QStringLiteral("name"),
        QStringLiteral("address"),    QStringLiteral("AUC"),   field(QStringLiteral("network fee (%1)").arg(coin)),
        QStringLiteral("provenance"), QStringLiteral("block"), QStringLiteral("transaction")};
    QString out = head.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const ActivityRow& row : rows()) {
        const QString time =
            row.time == 0 ? QString() : QDateTime::fromSecsSinceEpoch(row.time, Qt::UTC).toString(Qt::ISODate);
        const QStringList cells = {time,         field(row.what), field(row.withName), row.withAddress, row.plainAuc,
                                   row.plainFee, row.level,       row.block,           row.hash};
        out += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return out;
}

QHash<int, QByteArray> ActivityModel::roleNames() const
{
    return {{DateRole, "date"},
            {WhatRole, "what"},
            {IconRole, "icon"},
            {WithNameRole, "withName"},
            {WithAddressRole, "withAddress"},
            {AucRole, "auc"},
            {FeeRole, "fee"},
            {LevelRole, "level"},
            {RouteRole, "route"},
            {ImitatesRole, "imitates"},
            {HashRole, "hash"},
            {KeyRole, "entryKey"},
            {DetailedRole, "detailed"}};
}

QVariant ActivityModel::value(const ActivityRow& row, int role) const
{
    switch (role) {
    case DateRole:
        return row.date;
    case WhatRole:
        return row.what;
    case IconRole:
        return row.icon;
    case WithNameRole:
        return row.withName;
    case WithAddressRole:
        return row.withAddress;
    case AucRole:
        return row.auc;
    case FeeRole:
        return row.fee;
    case LevelRole:
        return row.level;
    case RouteRole:
        return row.route;
    case ImitatesRole:
        return row.imitates;
    case HashRole:
        return row.hash;
    case KeyRole:
        return row.key;
    case DetailedRole:
        return row.detailed;
    default:
        return {};
    }
}

} // namespace autochain::desktop
