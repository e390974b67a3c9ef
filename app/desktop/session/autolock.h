// SPDX-License-Identifier: GPL-3.0-or-later
// When the program locks by itself: nobody touched it for a while, the screen was locked, the computer goes to sleep or
// the session was told to lock (org.freedesktop.ScreenSaver, org.freedesktop.login1).
#pragma once

#include <QObject>
#include <QTimer>

class QDBusConnection;

namespace autochain::desktop
{

class AutoLock : public QObject
{
    Q_OBJECT

public:
    static constexpr int kIdleMinutes = 15;
    // Watches the input of the whole program.
    explicit AutoLock(QObject* parent = nullptr);
    void listenTo(QDBusConnection session, QDBusConnection system);
    void setIdleTime(int milliseconds);

signals:
    void lockWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private slots:
    void screenSaverChanged(bool active);
    void preparesForSleep(bool before);
    void sessionLocked();

private:
    QTimer m_idle;
};

} // namespace autochain::desktop
