// SPDX-License-Identifier: GPL-3.0-or-later
#include "sender.h"

#include "session/session.h"

namespace autochain::desktop
{

namespace
{
constexpr std::chrono::minutes kMinedWithin{15};
}

void Sender::say(bool busy, const QString& doing)
{
    m_busy = busy;
    m_doing = doing;
    emit changed();
}

void Sender::fail(const Error& error)
{
    m_error = ErrorView::of(error);
    say(false, {});
}

void Sender::clear()
{
    m_error = {};
    say(false, {});
}

QCoro::Task<bool> Sender::send(wallet::Submission submission)
{
    if (m_busy) {
        co_return false;
    }
    m_error = {};
    say(true, tr("Confirm in the signer’s window. This page goes on by itself."));
    submission.from = m_session.me();
    const auto hash = co_await m_session.outbox().submit(std::move(submission));
    if (!hash.ok()) {
        fail(hash.error());
        co_return false;
    }
    say(true, tr("Sent. Waiting for the block."));
    const auto receipt = co_await m_session.outbox().waitMined(*hash, kMinedWithin);
    m_session.pollNow();
    if (!receipt.ok()) {
        fail(receipt.error());
        co_return false;
    }
    say(false, {});
    co_return true;
}

} // namespace autochain::desktop
