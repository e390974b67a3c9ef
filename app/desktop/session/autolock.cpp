// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/autolock.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEvent>

namespace autochain::desktop
{
namespace
{
constexpr int kMinuteMs = 60'000;
const auto kLogin = QStringLiteral("org.freedesktop.login1");
} // namespace

AutoLock::AutoLock(QObject* parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &AutoLock::lockWanted);
    setIdleTime(kIdleMinutes * kMinuteMs);
    QCoreApplication::instance()->installEventFilter(this);
}

void AutoLock::setIdleTime(int milliseconds)
{
    m_idle.start(milliseconds);
}

void AutoLock::listenTo(QDBusConnection session, QDBusConnection system)
{
    // Not bound to a name's owner: GNOME, KDE and others say it under one or both of these interfaces.
    for (const char* interface : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
        session.connect({}, {}, QLatin1String(interface), QStringLiteral("ActiveChanged"), this,
                        SLOT(screenSaverChanged(bool)));
    }
    system.connect(kLogin, QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
                   QStringLiteral("PrepareForSleep"), this, SLOT(preparesForSleep(bool)));
    // "Lock" comes from the own session's object, whose path logind knows.
    auto ask = QDBusMessage::createMethodCall(kLogin, QStringLiteral("/org/freedesktop/login1"),
                                              QStringLiteral("org.freedesktop.login1.Manager"),
                                              QStringLiteral("GetSessionByPID"));
    ask << static_cast<quint32>(QCoreApplication::applicationPid());
    auto* answer = new QDBusPendingCallWatcher(system.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, system](QDBusPendingCallWatcher* call) mutable {
        const QDBusPendingReply<QDBusObjectPath> path = *call;
        if (path.isValid()) {
            system.connect(kLogin, path.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                           QStringLiteral("Lock"), this, SLOT(sessionLocked()));
        }
        call->deleteLater();
    });
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void AutoLock::screenSaverChanged(bool active)
{
    if (active) {
        emit lockWanted();
    }
}

void AutoLock::preparesForSleep(bool before)
{
    if (before) {
        emit lockWanted();
    }
}

void AutoLock::sessionLocked()
{
    emit lockWanted();
}

} // namespace autochain::desktop
