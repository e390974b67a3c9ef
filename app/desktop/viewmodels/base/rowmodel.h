// SPDX-License-Identifier: GPL-3.0-or-later
// A list model over value rows that changes row by row, so that a view keeps its place, its selection and what a screen
// reader is reading when a new block arrives.
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include <algorithm>
#include <vector>

namespace autochain::desktop
{

/// `Row` is a value with operator== and a QString member `key` that names it once in the list. A model derives from
/// this, adds Q_OBJECT, QML_ELEMENT, roleNames() and value(row, role).
template <typename Row>
class RowModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        return value(m_rows[static_cast<std::size_t>(index.row())], role);
    }

    const std::vector<Row>& rows() const { return m_rows; }

    /// Brings the list to `next` by removals, moves, insertions and changes. Precondition: keys are unique.
    void setRows(std::vector<Row> next)
    {
        removeMissing(next);
        for (std::size_t i = 0; i < next.size(); ++i) {
            place(i, std::move(next[i]));
        }
    }

protected:
    virtual QVariant value(const Row& row, int role) const = 0;

private:
    void removeMissing(const std::vector<Row>& next)
    {
        QSet<QString> wanted;
        for (const Row& row : next) {
            wanted.insert(row.key);
        }
        for (std::size_t i = m_rows.size(); i-- > 0;) {
            if (!wanted.contains(m_rows[i].key)) {
                beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
                m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
                endRemoveRows();
            }
        }
    }
    void place(std::size_t at, Row row)
    {
        const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(std::min(at, m_rows.size()));
        const auto found = std::find_if(begin, m_rows.end(), [&](const Row& r) { return r.key == row.key; });
        const int target = static_cast<int>(at);
        if (found == m_rows.end()) {
            beginInsertRows({}, target, target);
            m_rows.insert(begin, std::move(row));
            endInsertRows();
            return;
        }
        const int source = static_cast<int>(found - m_rows.begin());
        if (source != target) {
            beginMoveRows({}, source, source, {}, target);
            std::rotate(begin, found, found + 1);
            endMoveRows();
        }
        if (!(m_rows[at] == row)) {
            m_rows[at] = std::move(row);
            emit dataChanged(index(target), index(target));
        }
    }

    std::vector<Row> m_rows;
};

} // namespace autochain::desktop
