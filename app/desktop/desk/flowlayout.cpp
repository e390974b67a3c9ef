// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/flowlayout.h"

#include <QWidget>

namespace autochain::desktop
{

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QSize FlowLayout::minimumSize() const
{
    QSize out;
    for (const QLayoutItem* item : m_items) {
        out = out.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    }
    const QMargins m = contentsMargins();
    return out + QSize(m.left() + m.right(), m.top() + m.bottom());
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + m_gap;
            height = std::max(height, item->sizeHint().height());
        }
    }
    const QMargins m = contentsMargins();
    return {width + m.left() + m.right(), height + m.top() + m.bottom()};
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool really) const
{
    const QMargins m = contentsMargins();
    const QRect box = rect.marginsRemoved(m);
    int y = box.top();
    for (qsizetype first = 0; first < m_items.size();) {
        int width = 0;
        int height = 0;
        qsizetype end = first;
        for (; end < m_items.size(); ++end) {
            const QLayoutItem* item = m_items[end];
            const QSize size =
                item->isEmpty() ? QSize(0, 0) : item->sizeHint().boundedTo(QSize(box.width(), QWIDGETSIZE_MAX));
            const int more = item->isEmpty() ? 0 : size.width() + (width > 0 ? m_gap : 0);
            if (width > 0 && width + more > box.width()) {
                break;
            }
            width += more;
            height = std::max(height, size.height());
        }
        int x = box.left();
        for (qsizetype i = first; i < end && really; ++i) {
            QLayoutItem* item = m_items[i];
            if (item->isEmpty()) {
                continue;
            }
            const int spare =
                item->widget() != nullptr && item->widget() == m_stretch ? std::max(0, box.width() - width) : 0;
            const QSize size(std::min(item->sizeHint().width(), box.width()) + spare, item->sizeHint().height());
            item->setGeometry(QRect(QPoint(x, y + (height - size.height()) / 2), size));
            x += size.width() + m_gap;
        }
        y += height + (end < m_items.size() ? m_gap / 2 : 0);
        first = end;
    }
    return y - rect.top() + m.bottom();
}

} // namespace autochain::desktop
