// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the event loop until a task has ended. (QCoro::waitFor wants a default value, which Result does not have.)
#pragma once

#include "base/result.h"

#include <QCoroTask>

namespace autochain
{
template <typename T>
Result<T> await(QCoro::Task<Result<T>> task)
{
    std::optional<Result<T>> out;
    const auto take = [&]() -> QCoro::Task<> { out.emplace(co_await std::move(task)); };
    QCoro::waitFor(take());
    return *std::move(out);
}
} // namespace autochain
