// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/firstrun/unlockviewmodel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestUnlock : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{1'000'000};

private slots:
    // There is no network file in the folder, so the signer ends at once, whether it is installed or not.
    void aSignerThatEndsIsSaidInThreeParts()
    {
        HomeFolder home(m_folder.path());
        TaskGate gate;
        UnlockViewModel unlock(home, m_clock, gate);
        unlock.show({m_folder.path(), QStringLiteral("Net"), QStringLiteral("Alice")});
        QSignalSpy opened(&unlock, &UnlockViewModel::unlocked);
        unlock.unlock();
        QVERIFY(unlock.busy());
        QVERIFY(!unlock.progress().isEmpty());
        unlock.unlock(); // nothing while it is busy
        QTRY_VERIFY_WITH_TIMEOUT(!unlock.busy(), 30'000);
        QVERIFY(!unlock.error().cause.isEmpty() && !unlock.error().money.isEmpty() && !unlock.error().next.isEmpty());
        QVERIFY(unlock.progress().isEmpty());
        QCOMPARE(opened.count(), 0);
        QTRY_COMPARE(gate.running(), 0);
    }

    void everyStateOfTheServiceIsTold()
    {
        for (const SlotState slot :
             {SlotState::Gone, SlotState::Slow, SlotState::Wiped, SlotState::Refused, SlotState::Given}) {
            QVERIFY(UnlockViewModel::noteOf(slot).contains(QStringLiteral("passphrase unlocks")));
        }
        QVERIFY(UnlockViewModel::noteOf(SlotState::Here).isEmpty());
        QVERIFY(UnlockViewModel::noteOf(SlotState::NotAsked).isEmpty());
    }

    void tellsADeadlineButNotWhich()
    {
        HomeFolder home(m_folder.path());
        home.setNextDeadline(m_folder.path(), m_clock.now() + 21 * 3'600);
        TaskGate gate;
        UnlockViewModel unlock(home, m_clock, gate);
        unlock.show({m_folder.path(), QStringLiteral("Net"), QStringLiteral("Alice")});
        QCOMPARE(unlock.deadline(), QStringLiteral("A deadline ends in 21 h"));
        home.setNextDeadline(m_folder.path(), m_clock.now() - 1);
        QVERIFY(unlock.deadline().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUnlock)
#include "tst_unlock.moc"
