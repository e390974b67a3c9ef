// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroFuture>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace autochain::light
{

// Runs `work` in the pool of the program; the future ends with what it gives. `work` must not touch objects of the
// calling thread but by what it owns.
template <typename Work>
auto inBackground(Work work)
{
    using Value = decltype(work());
    auto promise = std::make_shared<QPromise<std::shared_ptr<Value>>>(); // shared: values need not be copyable
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(std::make_shared<Value>(work()));
        promise->finish();
    });
    return future;
}

} // namespace autochain::light
