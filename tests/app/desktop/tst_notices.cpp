// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to the desktop's notification service, held against one of our own on a bus of its own.
#include "desk/watchnotices.h"

#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

using namespace autochain::desktop;

namespace
{
// As the specification has it, as far as it is used.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Told {
        QString summary, body;
        QStringList actions;
    };
    QList<Told> told;
    QList<uint> closed;

public slots:
    uint Notify(const QString& program, uint replaces, const QString& icon, const QString& summary, const QString& body,
                const QStringList& actions, const QVariantMap& hints, int timeout)
    {
        Q_UNUSED(replaces)
        Q_UNUSED(hints)
        Q_UNUSED(timeout)
        if (program == QStringLiteral("AutoChain") && icon == QStringLiteral("autochain")) {
            told.append({summary, body, actions});
        }
        return static_cast<uint>(told.size());
    }
    void CloseNotification(uint id) { closed.append(id); }

signals:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

// A bus nobody else is on, gone with the object.
class PrivateBus
{
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead()) {
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        }
    }
    ~PrivateBus()
    {
        for (const QString& name : m_names) {
            QDBusConnection::disconnectFromBus(name);
        }
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    QDBusConnection join(const QString& name)
    {
        m_names.append(name);
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};
} // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QDBusConnection desktop = m_bus->join(QStringLiteral("desktop"));
        QVERIFY2(desktop.isConnected(), "no dbus-daemon");
        m_service = std::make_unique<FakeService>();
        QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_service.get(),
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.Notifications")));
        m_notices = std::make_unique<WatchNotices>(m_bus->join(QStringLiteral("program")));
        m_wanted = std::make_unique<QSignalSpy>(m_notices.get(), &WatchNotices::wanted);
    }
    void cleanup()
    {
        m_wanted.reset();
        m_notices.reset();
        m_service.reset();
        m_bus.reset();
    }

    void isToldAndLeadsToTheCar()
    {
        tell(QStringLiteral("2 new records on Mazda3"), QStringLiteral("vehicle/A"));
        QCOMPARE(m_service->told[0].summary, QStringLiteral("AutoChain"));
        QCOMPARE(m_service->told[0].body, QStringLiteral("2 new records on Mazda3"));
        QCOMPARE(m_service->told[0].actions.value(0), QStringLiteral("default"));
        emit m_service->ActionInvoked(77, QStringLiteral("default")); // somebody else's
        emit m_service->ActionInvoked(1, QStringLiteral("snooze"));
        emit m_service->ActionInvoked(1, QStringLiteral("default"));
        QTRY_COMPARE(m_wanted->size(), 1);
        QCOMPARE(m_wanted->at(0).at(0).toString(), QStringLiteral("vehicle/A"));
        emit m_service->ActionInvoked(1, QStringLiteral("default")); // once is enough
        QTest::qWait(100);
        QCOMPARE(m_wanted->size(), 1);
    }

    void whatStrangersWroteIsNoMarkup()
    {
        tell(QStringLiteral("1 new record on <a href=\"http://x\">Free & easy</a>"), QStringLiteral("vehicle/A"));
        QVERIFY(!m_service->told[0].body.contains(QLatin1Char('<')));
        QVERIFY(m_service->told[0].body.contains(QStringLiteral("Free &amp; easy")));
        QVERIFY(m_notices->menu().actions().constFirst()->text().contains(QStringLiteral("Free && easy")));
    }

    void closedLeadsNowhere()
    {
        tell(QStringLiteral("one"), QStringLiteral("vehicle/A"));
        emit m_service->NotificationClosed(1, 1);
        emit m_service->ActionInvoked(1, QStringLiteral("default"));
        QTest::qWait(100);
        QCOMPARE(m_wanted->size(), 0);
    }

    void theTrayListsTheNewestFirst()
    {
        for (int i = 0; i < 15; ++i) {
            m_notices->tell(QString::number(i), QStringLiteral("vehicle/%1").arg(i));
        }
        QMenu& menu = m_notices->menu();
        QCOMPARE(menu.actions().size(), 12); // ten, a line, and "Forget these"
        QCOMPARE(menu.actions().constFirst()->text(), QStringLiteral("14"));
        menu.actions().at(1)->trigger();
        QCOMPARE(m_wanted->size(), 1);
        QCOMPARE(m_wanted->at(0).at(0).toString(), QStringLiteral("vehicle/13"));
        QCOMPARE(menu.actions().size(), 11); // it was seen
        menu.actions().constLast()->trigger();
        QCOMPARE(menu.actions().size(), 2);
    }

    // The person locks or goes: what was told of their cars does not stay on the screen.
    void forgotten()
    {
        tell(QStringLiteral("one"), QStringLiteral("vehicle/A"));
        QTest::qWait(50); // the service's answer is there
        m_notices->forget();
        QTRY_COMPARE(m_service->closed, QList<uint>{1});
        QCOMPARE(m_notices->menu().actions().size(), 2);
        emit m_service->ActionInvoked(1, QStringLiteral("default"));
        QTest::qWait(100);
        QCOMPARE(m_wanted->size(), 0);
    }

    void nobodyThereIsNoError()
    {
        m_service.reset();
        WatchNotices alone(QDBusConnection(QStringLiteral("no such bus")));
        alone.tell(QStringLiteral("one"), QStringLiteral("vehicle/A"));
        m_notices->tell(QStringLiteral("two"), QStringLiteral("vehicle/A"));
        QTest::qWait(50);
        QCOMPARE(alone.menu().actions().size(), 3);
    }

private:
    void tell(const QString& text, const QString& route)
    {
        const auto before = m_service->told.size();
        m_notices->tell(text, route);
        QTRY_COMPARE(m_service->told.size(), before + 1);
        QTest::qWait(50); // until the answer with its number is back
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<WatchNotices> m_notices;
    std::unique_ptr<QSignalSpy> m_wanted;
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
