// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buttons.h"
#include "front_end.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

class QScrollArea;

namespace autochain::signer
{

// What all windows of the signer share: practice strip, head, a body that scrolls, a foot with buttons. 560 x 720.
class FrameWindow : public QWidget
{
    Q_OBJECT

public:
    // `told`: what the head says of this window; by itself, what the program is.
    FrameWindow(const Look& look, const Scenery& scenery, const QString& told = {});
    void answer(bool yes); // once; later ones are ignored
    bool answeredYet() const { return m_answered; }

signals:
    void answered(bool yes);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Esc is always the harmless answer

    // Labels of the body: text never contains markup from outside unless `rich` and escaped before.
    QLabel* label(const QString& text, Face face, const QColor& color, QWidget* parent = nullptr) const;
    QWidget* line() const; // a divider over the full width
    QVBoxLayout* body() const { return m_body; }
    QVBoxLayout* foot() const { return m_foot; }
    // Title (20/28, 600) and a sentence under it, on the surface.
    void addTitle(const QString& title, const QString& sentence);
    void changeTitle(const QString& title, const QString& sentence);
    // "Cancel" and what goes on in the foot; the latter is returned.
    FlatButton* addGoOn(const QString& text);
    QWidget* block(const QColor& color) const; // a ground with round corners
    static QString ofTheBytes();               // for `told`, where something is to be signed
    // The three parts of an error on a problem ground.
    QWidget* errorBlock(const QString& cause, const QString& money, const QString& whatToDo) const;
    const Look m_look;
    const Scenery m_scenery;

private:
    QWidget* makeStrip();
    QWidget* makeHead(const QString& told);
    void showLockTime();

    QVBoxLayout* m_body = nullptr;
    QVBoxLayout* m_foot = nullptr;
    QLabel* m_locks = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_lead = nullptr;
    bool m_answered = false;
};

} // namespace autochain::signer
