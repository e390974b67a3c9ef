// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/autolock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace autochain::desktop;

class TestAutoLock : public QObject
{
    Q_OBJECT

private:
    static void say(const char* interface, const char* name, bool value)
    {
        auto message = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/ScreenSaver"),
                                                  QLatin1String(interface), QLatin1String(name));
        message << value;
        QVERIFY(QDBusConnection::sessionBus().send(message));
    }

private slots:
    void idleTimeLocksAndInputPutsItOff()
    {
        AutoLock lock;
        QSignalSpy wanted(&lock, &AutoLock::lockWanted);
        lock.setIdleTime(400);
        QObject something;
        for (int i = 0; i < 6; ++i) {
            QTest::qWait(100);
            QEvent key(QEvent::KeyPress);
            QCoreApplication::sendEvent(&something, &key);
        }
        QCOMPARE(wanted.count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, 2'000);
    }

    void screenLockLocks()
    {
        if (!QDBusConnection::sessionBus().isConnected()) {
            QSKIP("no session bus");
        }
        AutoLock lock;
        lock.listenTo(QDBusConnection::sessionBus(), QDBusConnection::sessionBus());
        QSignalSpy wanted(&lock, &AutoLock::lockWanted);
        for (const char* interface : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
            wanted.clear();
            say(interface, "ActiveChanged", false);
            say(interface, "ActiveChanged", true);
            QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, 5'000);
        }
    }

    // logind, played by this test: it takes logind's name on its own bus.
    void sleepLocks()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected() || !bus.registerService(QStringLiteral("org.freedesktop.login1"))) {
            QSKIP("no session bus");
        }
        AutoLock lock;
        lock.listenTo(bus, bus);
        QSignalSpy wanted(&lock, &AutoLock::lockWanted);
        for (const bool before : {false, true}) {
            auto message = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                                      QStringLiteral("org.freedesktop.login1.Manager"),
                                                      QStringLiteral("PrepareForSleep"));
            message << before;
            QVERIFY(bus.send(message));
        }
        QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, 5'000);
    }
};

QTEST_GUILESS_MAIN(TestAutoLock)
#include "tst_autolock.moc"
