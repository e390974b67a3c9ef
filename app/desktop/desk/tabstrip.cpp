// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/tabstrip.h"

#include <QPainter>

namespace autochain::desktop
{
namespace
{
constexpr int kHeight = 40;
constexpr int kPadding = 12;
constexpr int kGap = 6;
} // namespace

TabStrip::TabStrip(const Look& look, QWidget* parent) : QTabBar(parent), m_look(look)
{
    setFont(look.font(Face::Label));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Views"));
}

void TabStrip::setCount(int index, const QString& count)
{
    if (tabData(index).toString() != count) {
        setTabData(index, count);
        setAccessibleTabName(index,
                             count.isEmpty() ? tabText(index) : QStringLiteral("%1 %2").arg(tabText(index), count));
        updateGeometry();
        update();
    }
}

QSize TabStrip::tabSizeHint(int index) const
{
    const QFontMetrics metrics(font());
    const QString count = tabData(index).toString();
    const int more = count.isEmpty() ? 0 : metrics.horizontalAdvance(count) + m_look.px(kGap);
    return {metrics.horizontalAdvance(tabText(index)) + more + 2 * m_look.px(kPadding), m_look.px(kHeight)};
}

void TabStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& t = m_look.tokens;
    painter.setFont(font());
    for (int i = 0; i < count(); ++i) {
        const QRect box = tabRect(i);
        const bool current = i == currentIndex();
        if (!current && box.contains(mapFromGlobal(QCursor::pos()))) {
            painter.fillRect(box, t.hover);
        }
        QRect inner = box.adjusted(m_look.px(kPadding), 0, 0, 0);
        painter.setPen(current ? t.accentText : t.text2);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, tabText(i));
        inner.adjust(painter.fontMetrics().horizontalAdvance(tabText(i)) + m_look.px(kGap), 0, 0, 0);
        painter.setPen(t.text3);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, tabData(i).toString());
        if (current) {
            painter.fillRect(QRect(box.left(), box.bottom() - m_look.px(2) + 1, box.width(), m_look.px(2)), t.accent);
        }
        if (current && hasFocus()) {
            painter.setPen(QPen(t.focus, m_look.px(2)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(m_look.px(2), m_look.px(2), -m_look.px(2), -m_look.px(4)),
                                    m_look.px(6), m_look.px(6));
        }
    }
}

} // namespace autochain::desktop
