// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealrunner.h"

#include "session/dealfeed.h"
#include "session/nodeaway.h"

namespace autochain::desktop
{

DealRunner::DealRunner(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::linkChanged, this, [this] {
        if (m_nodeAway && m_session.link() == Session::Link::Live) {
            clearError();
        }
    });
}

void DealRunner::clearError()
{
    m_nodeAway = false;
    m_error = {};
    emit changed();
}

QCoro::Task<> DealRunner::run(QString doing, Step step, std::function<void(escrow::StepResult)> done)
{
    if (m_busy) {
        co_return;
    }
    const std::optional<Error> away = nodeAway(m_session);
    m_nodeAway = away.has_value();
    if (away) {
        m_error = ErrorView::of(*away);
        emit changed();
        co_return;
    }
    m_busy = true;
    m_doing = std::move(doing);
    m_error = {};
    emit changed();
    const auto result = co_await step(m_session.deals());
    m_busy = false;
    m_doing.clear();
    if (!result.ok()) {
        m_error = ErrorView::of(result.error());
    }
    emit changed();
    m_session.pollNow();
    m_session.dealFeed().refresh();
    if (result.ok() && done) {
        done(*result);
    }
}

} // namespace autochain::desktop
