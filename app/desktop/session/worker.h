// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <functional>

namespace autochain::desktop
{
// Runs `work` in a thread of its own and ends when it did. For what computes long (scrypt, large files): the window
// goes on drawing. `work` must not touch objects of the calling thread but by what it captured.
// Name it before the call: GCC 12 destroys a closure that is made inside a co_await expression twice.
QCoro::Task<> inThread(std::function<void()> work);
} // namespace autochain::desktop
