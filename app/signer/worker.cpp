// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker.h"

#include <QCoroThread>
#include <QThread>

#include <memory>

namespace autochain::signer
{

QCoro::Task<> inThread(std::function<void()> work)
{
    const std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    co_await qCoro(thread.get()).waitForFinished(std::chrono::milliseconds(-1));
    thread->wait();
}

} // namespace autochain::signer
