// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps coroutines and the objects they use together: whoever owns the objects asks the gate when the last task ended.
#pragma once

#include <QCoroTask>
#include <QObject>

namespace autochain::desktop
{

class TaskGate : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Runs the task to its end, whoever forgets about it. The gate must outlive it: delete what the task uses only
    // after idle() was emitted or while running() is zero.
    void start(QCoro::Task<> task);
    int running() const { return m_running; }
    // No new task should begin; loops end at their next turn.
    void close() { m_closed = true; }
    bool closed() const { return m_closed; }

signals:
    void idle();

private:
    QCoro::Task<> watch(QCoro::Task<> task);

    int m_running = 0;
    bool m_closed = false;
};

} // namespace autochain::desktop
