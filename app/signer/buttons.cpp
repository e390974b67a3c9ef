// SPDX-License-Identifier: GPL-3.0-or-later
#include "buttons.h"

#include <algorithm>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace autochain::signer
{

FlatButton::FlatButton(const Look& look, Style style, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_look(look), m_style(style)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setFont(look.font(Face::Label));
    setAttribute(Qt::WA_Hover);
}

void FlatButton::setHeight(int at100)
{
    m_height = at100;
    QFont big = m_look.font(Face::Label);
    big.setPixelSize(m_look.px(at100 >= 44 ? 15 : 13));
    setFont(big);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    updateGeometry();
}

int FlatButton::margin(const Look& look)
{
    return look.px(4);
}

QSize FlatButton::sizeHint() const
{
    const int padding = m_style == Style::Quiet ? 0 : m_height >= 44 ? 24 : 16;
    const int side = 2 * (margin(m_look) + m_look.px(padding));
    const int hint =
        m_keyHint.isEmpty() ? 0 : QFontMetrics(m_look.font(Face::Caption)).horizontalAdvance(m_keyHint) + m_look.px(20);
    const int icon = m_art.isEmpty() ? 0 : m_look.px(24);
    return {fontMetrics().horizontalAdvance(text()) + side + hint + icon, m_look.px(m_height) + 2 * margin(m_look)};
}

void FlatButton::drawRing(QPainter& painter, const QRectF& box) const
{
    if (!hasFocus()) {
        return;
    }
    const double out = m_look.px(3);
    painter.setPen(QPen(m_look.tokens.focus, m_look.px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), m_look.px(9), m_look.px(9));
}

void FlatButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& t = m_look.tokens;
    const int m = margin(m_look);
    const QRectF box = QRectF(rect()).adjusted(m + 0.5, m + 0.5, -m - 0.5, -m - 0.5);
    const bool filled = m_style == Style::Primary && isEnabled();
    const bool quiet = m_style == Style::Quiet;
    const QColor ground = filled                  ? t.accent
                          : !isEnabled() && quiet ? QColor(Qt::transparent) // a quiet one has no box at rest
                          : !isEnabled()          ? t.sunken
                          : isDown()              ? t.pressed
                          : underMouse()          ? t.hover
                          : quiet                 ? QColor(Qt::transparent)
                                                  : t.surface;
    painter.setPen(m_style == Style::Normal ? QPen(t.borderControl, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    // Its words fill it from side to side: under the pointer its ground reaches a little beyond them.
    painter.drawRoundedRect(quiet ? box.adjusted(-m, 0, m, 0) : box, m_look.px(6), m_look.px(6));
    drawRing(painter, box);

    const QColor ink = !isEnabled() ? t.text3 : filled ? t.onAccent : quiet ? t.text2 : t.text;
    const int width = fontMetrics().horizontalAdvance(text());
    const QFont hintFont = m_look.font(Face::Caption);
    const int hintWidth = m_keyHint.isEmpty() ? 0 : QFontMetrics(hintFont).horizontalAdvance(m_keyHint) + m_look.px(12);
    const int gap = hintWidth == 0 ? 0 : m_look.px(8);
    const int icon = m_art.isEmpty() ? 0 : m_look.px(24);
    const double start = box.center().x() - (icon + width + gap + hintWidth) / 2.0;
    const double left = start + icon;
    if (icon > 0) {
        painter.drawPixmap(QPointF(start, box.center().y() - m_look.px(8)),
                           art(m_look, QStringLiteral("icon/") + m_art, 16, ink));
    }
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(QRectF(left, box.top(), width + 1, box.height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hintWidth > 0) {
        const QRectF key(left + width + gap, box.center().y() - m_look.px(9), hintWidth, m_look.px(18));
        painter.setPen(QPen(t.borderControl, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(key, m_look.px(4), m_look.px(4));
        painter.setFont(hintFont);
        painter.setPen(ink);
        painter.drawText(key, Qt::AlignCenter, m_keyHint);
    }
}

void FlatButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_enterPresses) {
            click();
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

HoldButton::HoldButton(const Look& look, const QString& text, QWidget* parent)
    : FlatButton(look, Style::Normal, text, parent)
{
    m_timer.setInterval(16);
    connect(&m_timer, &QTimer::timeout, this, &HoldButton::tick);
}

double HoldButton::progress() const
{
    return m_timer.isActive() ? std::min(1.0, static_cast<double>(m_since.elapsed()) / kHoldMs) : 0.0;
}

void HoldButton::begin()
{
    if (isEnabled() && !m_timer.isActive()) {
        m_since.start();
        m_timer.start();
        update();
    }
}

void HoldButton::cancel()
{
    m_timer.stop();
    update();
}

void HoldButton::tick()
{
    update();
    if (m_since.elapsed() >= kHoldMs) {
        m_timer.stop();
        emit held();
    }
}

void HoldButton::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        begin();
    }
}

void HoldButton::mouseMoveEvent(QMouseEvent* event)
{
    if (!rect().contains(event->pos())) {
        cancel();
    }
}

void HoldButton::mouseReleaseEvent(QMouseEvent*)
{
    cancel();
}

void HoldButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            begin();
        }
        return;
    }
    // Enter and Select must never sign; everything else (Esc, Tab) is the window's.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter && event->key() != Qt::Key_Select) {
        QWidget::keyPressEvent(event);
    }
}

void HoldButton::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        cancel();
    }
}

void HoldButton::focusOutEvent(QFocusEvent* event)
{
    cancel();
    FlatButton::focusOutEvent(event);
}

void HoldButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& t = m_look.tokens;
    const QColor ink = isEnabled() ? t.accentText : t.text3;
    const int m = margin(m_look);
    const QRectF box = QRectF(rect()).adjusted(m + 1, m + 1, -m - 1, -m - 1);
    QPainterPath shape;
    shape.addRoundedRect(box, m_look.px(6), m_look.px(6));
    painter.fillPath(shape, !isEnabled() ? t.sunken : underMouse() ? t.hover : t.surface);
    if (const double done = progress(); done > 0) {
        painter.save();
        painter.setClipPath(shape);
        painter.fillRect(QRectF(box.left(), box.top(), box.width() * done, box.height()), t.accentTint);
        painter.fillRect(QRectF(box.left(), box.bottom() - m_look.px(4), box.width() * done, m_look.px(4)),
                         t.accentText);
        painter.restore();
    }
    painter.setPen(QPen(isEnabled() ? t.accentText : t.border, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    drawRing(painter, box);

    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(ink);
    const int width = QFontMetrics(strong).horizontalAdvance(text());
    const int icon = m_look.px(16);
    const int gap = m_look.px(8);
    const double left = box.center().x() - (width + gap + icon) / 2.0;
    painter.drawPixmap(QPointF(left, box.center().y() - icon / 2.0),
                       art(m_look, QStringLiteral("icon/circle-dot"), 16, ink));
    painter.drawText(QRectF(left + icon + gap, box.top(), width + 1, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace autochain::signer
