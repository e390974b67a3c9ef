// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <functional>

namespace autochain::signer
{
// Runs `work` in a thread of its own and ends when it did: what a passphrase costs to try does not stop the window.
// Name it before the call: GCC 12 destroys a closure that is made inside a co_await expression twice.
QCoro::Task<> inThread(std::function<void()> work);
} // namespace autochain::signer
