// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/watchnotices.h"

#include "artrenderer.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace autochain::desktop
{
namespace
{
constexpr auto kService = "org.freedesktop.Notifications";
constexpr auto kPath = "/org/freedesktop/Notifications";
constexpr auto kOpen = "default"; // the action a press on the notification itself stands for
constexpr std::size_t kMostShown = 64;
constexpr qsizetype kMostInTray = 10;
constexpr qsizetype kLongestEntry = 120;

QDBusMessage call(const char* method)
{
    return QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kService),
                                          QLatin1String(method));
}

// Of one grey that is seen on light and dark panels.
QIcon trayIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48}) {
        icon.addPixmap(
            QPixmap::fromImage(resources::renderArt(QStringLiteral("icon/car-front?color=8a8f96"), QSize(size, size))));
    }
    return icon;
}
} // namespace

WatchNotices::WatchNotices(QDBusConnection bus, QObject* parent) : QObject(parent), m_bus(std::move(bus))
{
    const QString service = QLatin1String(kService);
    const QString path = QLatin1String(kPath);
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                  SLOT(notificationClosed(uint, uint)));
    m_menu.addSeparator();
    m_forget = m_menu.addAction(tr("Forget these"));
    connect(m_forget, &QAction::triggered, this, &WatchNotices::forget);
}

WatchNotices::~WatchNotices()
{
    m_tray.reset();
    forget();
}

void WatchNotices::tell(const QString& text, const QString& route)
{
    notify(text, route);
    putInTray(text, route);
}

void WatchNotices::notify(const QString& text, const QString& route)
{
    QDBusMessage message = call("Notify");
    const QStringList actions = {QLatin1String(kOpen), tr("Open")};
    // The names in it are strangers' words: nothing of them is taken for markup.
    message.setArguments({QStringLiteral("AutoChain"), 0U, QStringLiteral("autochain"), QStringLiteral("AutoChain"),
                          text.toHtmlEscaped(), actions, QVariantMap(), -1});
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this, route, told = m_generation](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<uint> reply = *done;
                done->deleteLater();
                if (reply.isError() || told != m_generation) {
                    return;
                }
                m_shown[reply.value()] = route;
                if (m_shown.size() > kMostShown) { // a desktop that never says that one was closed
                    m_shown.erase(m_shown.begin());
                }
            });
}

void WatchNotices::putInTray(const QString& text, const QString& route)
{
    auto* entry =
        new QAction(QString(text).left(kLongestEntry).replace(QLatin1Char('&'), QLatin1String("&&")), &m_menu);
    entry->setData(route);
    connect(entry, &QAction::triggered, this, [this, entry] { take(entry); });
    m_menu.insertAction(m_menu.actions().constFirst(), entry);
    const auto entries = m_menu.actions();
    if (entries.size() > kMostInTray + 2) { // the separator and "Forget these" come last
        entries[kMostInTray]->deleteLater();
        m_menu.removeAction(entries[kMostInTray]);
    }
    if (m_tray == nullptr && QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = std::make_unique<QSystemTrayIcon>(trayIcon());
        m_tray->setContextMenu(&m_menu);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
                take(m_menu.actions().constFirst());
            }
        });
        m_tray->show();
    }
    if (m_tray != nullptr) {
        m_tray->setToolTip(
            tr("AutoChain: %Ln change(s) of watched cars", nullptr, static_cast<int>(m_menu.actions().size() - 2)));
    }
}

void WatchNotices::take(QAction* entry)
{
    const QString route = entry->data().toString();
    if (route.isEmpty()) {
        return;
    }
    m_menu.removeAction(entry);
    entry->deleteLater();
    emptied();
    emit wanted(route);
}

void WatchNotices::emptied()
{
    if (m_menu.actions().size() <= 2 && m_tray != nullptr) {
        m_tray->hide();
        m_tray.release()->deleteLater(); // this may be its own signal
    }
}

void WatchNotices::forget()
{
    ++m_generation;
    for (const auto& [id, route] : m_shown) {
        QDBusMessage message = call("CloseNotification");
        message.setArguments({id});
        m_bus.send(message);
    }
    m_shown.clear();
    const auto entries = m_menu.actions();
    for (QAction* entry : entries) {
        if (!entry->isSeparator() && entry != m_forget) {
            m_menu.removeAction(entry);
            entry->deleteLater();
        }
    }
    emptied();
}

// The signals of that interface go to everybody: only what was told from here is meant.
void WatchNotices::actionInvoked(uint id, const QString& action)
{
    const auto found = m_shown.find(id);
    if (found == m_shown.end() || action != QLatin1String(kOpen)) {
        return;
    }
    const QString route = found->second;
    m_shown.erase(found);
    emit wanted(route);
}

void WatchNotices::notificationClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    m_shown.erase(id);
}

} // namespace autochain::desktop
