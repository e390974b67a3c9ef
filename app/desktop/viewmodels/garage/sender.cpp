// SPDX-License-Identifier: GPL-3.0-or-later
#include "sender.h"

#include "session/nodeaway.h"

namespace autochain::desktop
{

namespace
{
constexpr std::chrono::minutes kMinedWithin{15};
}

Sender::Sender(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::linkChanged, this, [this] {
        if (m_nodeAway && m_session.link() == Session::Link::Live) {
            clear();
        }
    });
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
    m_nodeAway = false;
    m_error = {};
    say(false, {});
}

QCoro::Task<bool> Sender::send(wallet::Submission submission, Submitted submitted)
{
    if (m_busy) {
        co_return false;
    }
    const std::optional<Error> away = nodeAway(m_session);
    m_nodeAway = away.has_value();
    if (away) {
        fail(*away);
        co_return false;
    }
    m_error = {};
    say(true, tr("Confirm in the signer’s window. This page goes on by itself."));
    submission.from = m_session.me();
    const auto hash = co_await m_session.outbox().submit(std::move(submission));
    // Lost on the way to the node it is signed all the same, and offered again until it stands in a block.
    if (submitted && (hash.ok() || hash.error().is(WalletError::NodeLostAfter))) {
        submitted();
    }
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

QCoro::Task<bool> Sender::send(Result<Call> call, Hash32 vehicleId, std::string vin, store::Purpose purpose,
                               Submitted submitted)
{
    if (!call.ok()) {
        fail(call.error());
        co_return false;
    }
    wallet::Submission submission;
    submission.call = std::move(*call);
    if (!vin.empty()) {
        submission.hints.vins.push_back(std::move(vin));
    }
    submission.purpose = purpose;
    submission.subject = vehicleId;
    const bool sent = co_await send(std::move(submission), std::move(submitted));
    co_return sent;
}

} // namespace autochain::desktop
