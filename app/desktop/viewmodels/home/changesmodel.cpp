// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/changesmodel.h"

#include "viewmodels/base/format.h"

namespace autochain::desktop
{

void ChangesModel::setAllShown(bool on)
{
    if (on != m_allShown) {
        m_allShown = on;
        apply();
    }
}

void ChangesModel::setEverything(std::vector<ChangeRow> rows, UnixTime now)
{
    for (ChangeRow& row : rows) {
        row.when = format::when(row.time, now);
    }
    m_everything = std::move(rows);
    apply();
}

void ChangesModel::apply()
{
    const std::size_t shown = m_allShown ? m_everything.size() : std::min<std::size_t>(kFew, m_everything.size());
    setRows({m_everything.begin(), m_everything.begin() + static_cast<std::ptrdiff_t>(shown)});
    emit totalChanged();
}

QHash<int, QByteArray> ChangesModel::roleNames() const
{
    return {{IconRole, "icon"},     {TextRole, "text"},     {StrongRole, "strong"},
            {AmountRole, "amount"}, {BeforeRole, "before"}, {TagRole, "tag"},
            {RouteRole, "route"},   {LevelRole, "level"},   {WhenRole, "when"}};
}

QVariant ChangesModel::value(const ChangeRow& row, int role) const
{
    switch (role) {
    case IconRole:
        return row.icon;
    case TextRole:
        return row.text;
    case StrongRole:
        return row.strong;
    case AmountRole:
        return row.amount;
    case BeforeRole:
        return row.before;
    case TagRole:
        return row.tag;
    case RouteRole:
        return row.route;
    case LevelRole:
        return row.level;
    case WhenRole:
        return row.when;
    default:
        return {};
    }
}

} // namespace autochain::desktop
