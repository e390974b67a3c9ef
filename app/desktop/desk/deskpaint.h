// SPDX-License-Identifier: GPL-3.0-or-later
// The table's cells and head: 25-pixel rows with hair lines, marks for verdicts, a bar at the current car.
#pragma once

#include "desk/desklook.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <array>

class QTableView;

namespace autochain::desktop
{

void paintTick(const Look& look, QPainter& painter, const QRect& cell, Qt::CheckState state);

class DeskDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    DeskDelegate(const Look& look, QTableView& table);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    const Look m_look;
    QTableView& m_table;
    std::array<QPixmap, 4> m_marks;
};

class DeskHeader : public QHeaderView
{
    Q_OBJECT

public:
    DeskHeader(const Look& look, QWidget* parent);
    void setAllPicked(Qt::CheckState state);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const Look m_look;
    Qt::CheckState m_allPicked = Qt::Unchecked;
};

} // namespace autochain::desktop
