// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QClipboard;

namespace autochain::desktop
{

/// What this program put on the clipboard: taken off again after a while, unless something else lies there by then.
/// Every program of the person can read a clipboard, and change an address in it.
class Copied : public QObject
{
public:
    static constexpr int kSeconds = 30;
    explicit Copied(QClipboard& clipboard, QObject* parent = nullptr);
    ~Copied() override { clear(); }

    void put(const QString& text);
    void clear();
    void setPatience(int milliseconds) { m_timer.setInterval(milliseconds); }

private:
    QClipboard& m_clipboard;
    QString m_text;
    QTimer m_timer;
};

} // namespace autochain::desktop
