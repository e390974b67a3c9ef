// SPDX-License-Identifier: GPL-3.0-or-later
// What changed about watched cars, told outside of the windows: a notification of the desktop (freedesktop.org Desktop
// Notifications 1.2) and an entry in its tray. Nobody there to take it is no error: the window and Home tell it as
// well.
#pragma once

#include <QAction>
#include <QDBusConnection>
#include <QMenu>
#include <QSystemTrayIcon>

#include <map>
#include <memory>

namespace autochain::desktop
{

class WatchNotices : public QObject
{
    Q_OBJECT

public:
    explicit WatchNotices(QDBusConnection bus, QObject* parent = nullptr);
    ~WatchNotices() override;

    // `route`: the page of the suite that shows it.
    void tell(const QString& text, const QString& route);
    void forget(); // the person went: nothing of what was told stays on the screen
    QMenu& menu() { return m_menu; }

signals:
    void wanted(const QString& route);

private slots:
    void actionInvoked(uint id, const QString& action);
    void notificationClosed(uint id, uint reason);

private:
    void notify(const QString& text, const QString& route);
    void putInTray(const QString& text, const QString& route);
    void take(QAction* entry); // opened: it need not be told any more
    void emptied();

    QDBusConnection m_bus;
    std::map<uint, QString> m_shown; // notifications and where they lead
    QMenu m_menu;                    // of the tray: the newest first, then "Forget these"
    QAction* m_forget = nullptr;
    std::unique_ptr<QSystemTrayIcon> m_tray; // while there is something in it
    int m_generation = 0;                    // an answer to what was told before forget() is nobody's
};

} // namespace autochain::desktop
