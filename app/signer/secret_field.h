// SPDX-License-Identifier: GPL-3.0-or-later
// A field for what must not be kept: what is typed goes from the key event into locked memory, character by character,
// and never becomes a QString as a whole. So there is no cursor to move, no clipboard, no undo: one adds at the end and
// takes away there (Backspace; Ctrl+Backspace a word; Ctrl+U everything; Ctrl+A, then typing, replaces it).
#pragma once

#include "base/secret_bytes.h"
#include "tokens.h"

#include <string_view>
#include <vector>

#include <QWidget>

namespace autochain::signer
{

class SecretField : public QWidget
{
    Q_OBJECT

public:
    // `lines` above 1: wraps between words.
    SecretField(const Look& look, const QString& accessibleName, int lines = 1, QWidget* parent = nullptr);
    void setShown(bool shown); // false: dots
    bool isShown() const { return m_shown; }
    int count() const; // characters
    BytesView view() const { return m_text.view().first(m_size); }
    bool holds(BytesView text) const; // the same, without white space around it
    SecretBytes take();               // UTF-8; empties the field
    void clear();
    bool isTooLong() const { return m_tooLong; } // something typed found no room
    QSize sizeHint() const override;

signals:
    void changed();
    void submitted(); // Enter
    void capsLock(bool on);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void add(const QString& typed);
    void removeLast();
    void removeWord();
    void told();
    QRectF box() const;
    QPointF drawDots(QPainter& painter, const QRectF& area) const;
    QPointF drawText(QPainter& painter, const QRectF& area) const;

    const Look m_look;
    int m_lines;
    SecretBytes m_text;
    std::size_t m_size = 0;
    bool m_shown = false;
    bool m_tooLong = false;
    bool m_selected = false; // all of it: what comes next replaces it
};

// Words of a mnemonic, painted from locked memory. Assistive technology gets a word when it asks for it.
class SecretWord : public QWidget
{
    Q_OBJECT

public:
    // `words` must outlive this. `at` and `size`: its bytes; `number` counts from 1.
    SecretWord(const Look& look, BytesView word, int number, QWidget* parent = nullptr);
    QString spoken() const; // made on request, for assistive technology alone
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look m_look;
    BytesView m_word;
    int m_number;
};

// The words between single spaces.
std::vector<BytesView> splitWords(BytesView words);

} // namespace autochain::signer
