// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/finder.h"

#include "viewmodels/shell/navigation.h"

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kMostHits = 50;
}

Finder::Finder(Navigation& navigation, QObject* parent) : QAbstractListModel(parent), m_navigation(navigation) {}

void Finder::setText(const QString& text)
{
    if (text == m_text && !m_hits.isEmpty()) {
        return;
    }
    beginResetModel();
    m_text = text;
    // Without a text the pages themselves are offered: "" is part of every title.
    m_hits = m_navigation.search(text.trimmed()).mid(0, kMostHits);
    endResetModel();
    emit textChanged();
}

bool Finder::choose(int row)
{
    if (row < 0 || row >= m_hits.size()) {
        return false;
    }
    const QString route = m_hits.at(row).route;
    setText({});
    return m_navigation.open(route);
}

int Finder::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Finder::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SearchHit& hit = m_hits.at(index.row());
    switch (role) {
    case IconRole:
        return hit.icon;
    case TitleRole:
        return hit.title;
    case DetailRole:
        return hit.detail;
    case RouteRole:
        return hit.route;
    default:
        return {};
    }
}

QHash<int, QByteArray> Finder::roleNames() const
{
    return {{IconRole, "icon"}, {TitleRole, "title"}, {DetailRole, "detail"}, {RouteRole, "route"}};
}

} // namespace autochain::desktop
