// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/taskgate.h"

#include <utility>

namespace autochain::desktop
{

void TaskGate::start(QCoro::Task<> task)
{
    ++m_running;
    watch(std::move(task));
}

QCoro::Task<> TaskGate::watch(QCoro::Task<> task)
{
    co_await task;
    --m_running;
    if (m_running == 0) {
        // Queued: the task's own frame is still on the stack here.
        QMetaObject::invokeMethod(this, &TaskGate::idle, Qt::QueuedConnection);
    }
}

} // namespace autochain::desktop
