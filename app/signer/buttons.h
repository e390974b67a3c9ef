// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokens.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QTimer>

namespace autochain::signer
{

// Outlined or filled button of the suite with its focus ring. Enter presses it only where it has the focus.
class FlatButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Style { Normal, Primary, Quiet };
    FlatButton(const Look& look, Style style, const QString& text, QWidget* parent = nullptr);
    void setKeyHint(const QString& key) { m_keyHint = key; } // "Esc", drawn as a key
    void setArt(const QString& name) { m_art = name; }       // Lucide icon in front of the words
    void ignoreEnter() { m_enterPresses = false; }           // for what must never be done by Enter
    void setHeight(int at100);                               // 36 or 44
    QSize sizeHint() const override;
    static int margin(const Look& look); // room around the outline that the focus ring takes

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawRing(QPainter& painter, const QRectF& box) const;
    const Look m_look;

private:
    QString m_keyHint;
    QString m_art;
    Style m_style;
    int m_height = 36;
    bool m_enterPresses = true;
};

// Hold-to-confirm (tokens.md): pointer or Space for kHoldMs. Enter does nothing. A press by assistive technology comes
// as clicked(), which does not confirm: the window then asks to type the amount.
class HoldButton : public FlatButton
{
    Q_OBJECT

public:
    static constexpr int kHoldMs = 1200;
    HoldButton(const Look& look, const QString& text, QWidget* parent = nullptr);
    double progress() const; // 0 to 1

signals:
    void held();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void begin();
    void cancel();
    void tick();
    QElapsedTimer m_since;
    QTimer m_timer;
};

} // namespace autochain::signer
