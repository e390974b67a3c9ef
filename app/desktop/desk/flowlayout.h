// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace autochain::desktop
{

// Widgets in a row that breaks into further rows where it is too narrow; one stretching item takes what is left of its
// row.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(int spacing, QWidget* parent = nullptr) : QLayout(parent), m_gap(spacing)
    {
        setContentsMargins(0, 0, 0, 0);
    }
    ~FlowLayout() override;

    void stretch(QWidget* widget) { m_stretch = widget; }
    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override { return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr; }
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    int place(const QRect& rect, bool really) const; // gives the height
    QList<QLayoutItem*> m_items;
    QWidget* m_stretch = nullptr;
    int m_gap;
};

} // namespace autochain::desktop
