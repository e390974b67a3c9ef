// SPDX-License-Identifier: GPL-3.0-or-later
// 1,000 kills of one store that grows and 300 of one vault: half of them at a random writing call, half at a random
// moment.
#include "folder.h"
#include "life.h"
#include "vault_life.h"

#include <QtTest>

#include <random>

using namespace autochain::crash;

class TestKills : public QObject
{
    Q_OBJECT

private slots:
    void randomKills()
    {
        constexpr int kKills = 1'000;
        Folder folder;
        GrowingStore store(folder.path());
        std::mt19937 random(20'260'101);
        for (int kills = 0; kills < kKills; ++kills) {
            const bool byCall = random() % 2 == 0;
            const long at = byCall ? 1 + static_cast<long>(random() % 60) : 0;
            const std::string wrong = store.live(at, byCall ? -1 : static_cast<long>(random() % 30'000));
            QVERIFY2(wrong.empty(), wrong.c_str());
            // Mostly the next life finds what the last one left, so recovering is killed as well.
            if (kills % 8 == 7 || kills == kKills - 1) {
                const std::string found = store.verify();
                QVERIFY2(found.empty(), (std::to_string(kills) + " kills: " + found).c_str());
            }
        }
        qInfo("%d kills, %d acknowledged steps, none lost", kKills, store.acknowledged());
        QVERIFY(store.acknowledged() > kKills);
    }

    // One vault that gets an account or another passphrase in every life.
    void randomKillsOfAVault()
    {
        constexpr int kKills = 300;
        Folder folder;
        GrowingVault vault(folder.path());
        std::mt19937 random(20'260'102);
        for (int kills = 0; kills < kKills; ++kills) {
            const bool byCall = random() % 2 == 0;
            const long at = byCall ? 1 + static_cast<long>(random() % 12) : 0;
            const std::string wrong = vault.live(at, byCall ? -1 : static_cast<long>(random() % 60'000));
            QVERIFY2(wrong.empty(), (std::to_string(kills) + " kills: " + wrong).c_str());
        }
        qInfo("%d kills, %d acknowledged changes, none lost", kKills, vault.acknowledged());
        QVERIFY(vault.acknowledged() > kKills / 4);
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
