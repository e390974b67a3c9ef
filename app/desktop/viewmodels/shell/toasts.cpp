// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/toasts.h"

namespace autochain::desktop
{
namespace
{
constexpr qsizetype kMostShown = 3;
constexpr qsizetype kMostLogged = 200;
} // namespace

void Toasts::show(const QString& text)
{
    if (m_shown.size() == kMostShown) {
        dismiss(0);
    }
    const int row = static_cast<int>(m_shown.size());
    beginInsertRows({}, row, row);
    m_shown.append(text);
    endInsertRows();
    m_log.append(text);
    if (m_log.size() > kMostLogged) {
        m_log.removeFirst();
    }
}

void Toasts::dismiss(int row)
{
    if (row < 0 || row >= m_shown.size()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_shown.removeAt(row);
    endRemoveRows();
}

int Toasts::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant Toasts::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != TextRole) {
        return {};
    }
    return m_shown.at(index.row());
}

} // namespace autochain::desktop
