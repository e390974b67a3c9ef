// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrpattern.h"

#include <QPainter>

using autochain::resources::QrMatrix;

QrPattern::QrPattern(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrPattern::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_code = autochain::resources::qrMatrix(text.toUtf8());
    emit textChanged();
    update();
}

void QrPattern::setInk(const QColor& ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    emit colorsChanged();
    update();
}

void QrPattern::setGround(const QColor& ground)
{
    if (ground == m_ground)
        return;
    m_ground = ground;
    emit colorsChanged();
    update();
}

void QrPattern::paint(QPainter* painter)
{
    painter->fillRect(boundingRect(), m_ground);
    if (!valid())
        return;
    const double unit = std::min(width(), height()) / (m_code.side + 2 * QrMatrix::kQuietZone);
    const auto edge = [unit](int module) { return qRound((module + QrMatrix::kQuietZone) * unit); };
    for (int y = 0; y < m_code.side; ++y) {
        for (int x = 0; x < m_code.side; ++x) {
            if (m_code.isDark(x, y))
                painter->fillRect(QRect(edge(x), edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y)), m_ink);
        }
    }
}
