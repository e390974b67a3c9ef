// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chainclock.h"

#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestChainClock : public QObject
{
    Q_OBJECT

private slots:
    void followsThePracticeClock()
    {
        FixedClock system(1'000);
        ChainClock clock(NetworkKind::Practice, system);
        clock.observe({1, {}, 500}); // an old block of a market that was closed
        QCOMPARE(clock.now(), UnixTime(1'000));
        clock.observe({2, {}, 1'000 + 86'400}); // somebody pushed the clock by a day
        QCOMPARE(clock.now(), UnixTime(87'400));
        system.set(1'060);
        QCOMPARE(clock.now(), UnixTime(87'460)); // and it goes on
        clock.observe({2, {}, 1'000 + 86'400});  // the same block, a minute later, changes nothing
        QCOMPARE(clock.now(), UnixTime(87'460));
    }
    void knowsTheClockBeforeABlockCame()
    {
        FixedClock system(1'000);
        ChainClock clock(NetworkKind::Practice, system);
        clock.setAhead(7'200);
        clock.observe({9, {}, 900});
        QCOMPARE(clock.now(), UnixTime(8'200));
    }
    void aNetworkCannotMoveTheClock()
    {
        FixedClock system(1'000);
        ChainClock clock(NetworkKind::Public, system);
        clock.observe({1, {}, 500'000});
        clock.observe({2, {}, 900'000});
        QCOMPARE(clock.now(), UnixTime(1'000));
    }
};

QTEST_GUILESS_MAIN(TestChainClock)
#include "tst_chainclock.moc"
