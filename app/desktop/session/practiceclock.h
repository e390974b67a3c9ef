// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoroTask>

namespace autochain::desktop
{
// The one thing the shell may do to the practice chain: let time pass.
class PracticeClock
{
public:
    virtual ~PracticeClock() = default;
    // Moves the chain's time forward by `seconds` and lets a block be made, so that everybody sees it.
    virtual QCoro::Task<Result<>> push(std::int64_t seconds) = 0;
};
} // namespace autochain::desktop
