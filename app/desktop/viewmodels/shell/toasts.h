// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <qqml.h>
#include <QStringList>

namespace autochain::desktop
{

/// What succeeded and can wait: one line, kept in a log after it is gone. Errors, deadlines and money never come here,
/// but for a backup that failed by itself: it stands in the settings as well.
class Toasts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(QStringList log READ log NOTIFY shown)

public:
    using QObject::QObject;

    void show(const QString& text);
    const QStringList& log() const { return m_log; } // oldest first, the last 200

signals:
    void shown(const QString& text);

private:
    QStringList m_log;
};

} // namespace autochain::desktop
