// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/copied.h"

#include <QClipboard>

namespace autochain::desktop
{

Copied::Copied(QClipboard& clipboard, QObject* parent) : QObject(parent), m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSeconds * 1'000);
    connect(&m_timer, &QTimer::timeout, this, &Copied::clear);
}

void Copied::put(const QString& text)
{
    m_text = text;
    m_clipboard.setText(text);
    m_timer.start();
}

void Copied::clear()
{
    m_timer.stop();
    if (!m_text.isEmpty() && m_clipboard.text() == m_text) {
        m_clipboard.clear();
    }
    m_text.clear();
}

} // namespace autochain::desktop
