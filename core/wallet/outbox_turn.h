// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/outbox.h"

#include <QCoroTimer>

namespace autochain::wallet
{

// One submission after the other: the nonce is chosen and written down before anybody else may choose.
class Outbox::Turn
{
public:
    static QCoro::Task<Turn> take(std::shared_ptr<bool> busy)
    {
        while (*busy) {
            co_await QCoro::sleepFor(kPoll);
        }
        *busy = true;
        co_return Turn(std::move(busy));
    }
    Turn() = default; // as QCoro's task wants it; holds nothing
    Turn(Turn&& other) noexcept : m_busy(std::move(other.m_busy)) {}
    Turn& operator=(Turn&& other) noexcept
    {
        std::swap(m_busy, other.m_busy);
        return *this;
    }
    ~Turn()
    {
        if (m_busy) {
            *m_busy = false;
        }
    }

private:
    static constexpr std::chrono::milliseconds kPoll{20};
    explicit Turn(std::shared_ptr<bool> busy) : m_busy(std::move(busy)) {}
    std::shared_ptr<bool> m_busy;
};

} // namespace autochain::wallet
