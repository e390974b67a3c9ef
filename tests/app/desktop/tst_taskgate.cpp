// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/taskgate.h"
#include "session/worker.h"

#include <QCoroTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace autochain::desktop;

namespace
{
QCoro::Task<> wait(int ms, int* done)
{
    co_await QCoro::sleepFor(std::chrono::milliseconds(ms));
    ++*done;
}
QCoro::Task<> atOnce(int* done)
{
    ++*done;
    co_return;
}
QCoro::Task<> inWorker(std::atomic<Qt::HANDLE>* thread, bool* after)
{
    co_await inThread([thread] { *thread = QThread::currentThreadId(); });
    *after = true;
}
} // namespace

class TestTaskGate : public QObject
{
    Q_OBJECT

private slots:
    void isIdleOnlyWhenTheLastTaskEnded()
    {
        TaskGate gate;
        QSignalSpy idle(&gate, &TaskGate::idle);
        int done = 0;
        gate.start(wait(10, &done));
        gate.start(wait(60, &done));
        QCOMPARE(gate.running(), 2);
        QTRY_COMPARE(gate.running(), 1);
        QCOMPARE(idle.count(), 0);
        QTRY_COMPARE(idle.count(), 1);
        QCOMPARE(done, 2);
    }
    void taskThatEndsAtOnce()
    {
        TaskGate gate;
        int done = 0;
        gate.start(atOnce(&done));
        QCOMPARE(done, 1);
        QCOMPARE(gate.running(), 0);
    }
    void workersAreOtherThreads()
    {
        TaskGate gate;
        std::atomic<Qt::HANDLE> thread{nullptr};
        bool after = false;
        gate.start(inWorker(&thread, &after));
        QTRY_VERIFY(after);
        QVERIFY(thread.load() != nullptr);
        QVERIFY(thread.load() != QThread::currentThreadId());
        QTRY_COMPARE(gate.running(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTaskGate)
#include "tst_taskgate.moc"
