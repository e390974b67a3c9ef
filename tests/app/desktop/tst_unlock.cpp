// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault_key.h"
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

    void tryIt(UnlockViewModel& unlock, const QString& password)
    {
        unlock.unlock(password);
        QTRY_VERIFY_WITH_TIMEOUT(!unlock.busy(), 60'000);
    }

private slots:
    void initTestCase()
    {
        const auto key = store::createVault(m_folder.filePath(QStringLiteral("store.key")).toStdString(),
                                            SecretBytes::copyOf(asBytes("correct horse")), store::kFastVaultCost);
        QVERIFY(key.ok());
    }
    void wrongPasswordHasThreePartsAndIsCounted()
    {
        HomeFolder home(m_folder.path());
        TaskGate gate;
        UnlockViewModel unlock(home, m_clock, gate);
        unlock.show({m_folder.path(), QStringLiteral("Net"), QStringLiteral("Alice")});
        QSignalSpy opened(&unlock, &UnlockViewModel::unlocked);
        tryIt(unlock, QStringLiteral("wrong"));
        QVERIFY(!unlock.error().cause.isEmpty());
        QVERIFY(!unlock.error().money.isEmpty());
        QVERIFY(unlock.error().next.contains(QLatin1Char('4')));
        QCOMPARE(unlock.waitSeconds(), 0);
        for (int i = 0; i < 4; ++i) {
            tryIt(unlock, QStringLiteral("wrong"));
        }
        QVERIFY(unlock.waitSeconds() > 0);
        unlock.unlock(QStringLiteral("correct horse")); // not now
        QVERIFY(!unlock.busy());
        QCOMPARE(opened.count(), 0);
        QTRY_COMPARE(gate.running(), 0);
    }
    void rightPasswordGivesTheKey()
    {
        HomeFolder home(m_folder.path());
        TaskGate gate;
        UnlockViewModel unlock(home, m_clock, gate);
        unlock.show({m_folder.path(), QStringLiteral("Net"), QStringLiteral("Alice")});
        QSignalSpy opened(&unlock, &UnlockViewModel::unlocked);
        tryIt(unlock, QStringLiteral("correct horse"));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(unlock.takeKey().size(), std::size_t(32));
        QVERIFY(!unlock.error().present());
        QTRY_COMPARE(gate.running(), 0);
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
