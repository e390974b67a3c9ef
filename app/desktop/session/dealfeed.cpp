// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dealfeed.h"

#include "session/carnames.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QCoroTimer>

namespace autochain::desktop
{
namespace
{
constexpr std::chrono::milliseconds kLookAgain{30};
}

DealFeed::DealFeed(Session& session) : m_session(session)
{
    connect(&session, &Session::headChanged, this, &DealFeed::refresh);
}

void DealFeed::refresh()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_session.gate().start(read());
}

QCoro::Task<> DealFeed::firstReading()
{
    if (!m_loaded && !m_running) {
        refresh();
    }
    while (!m_loaded && !m_error && !m_session.gate().closed()) {
        co_await QCoro::sleepFor(kLookAgain);
    }
}

QCoro::Task<> DealFeed::read()
{
    m_running = true;
    do {
        m_again = false;
        auto deals = co_await m_session.deals().reader().dealsOf(m_session.me());
        if (m_session.gate().closed()) {
            break;
        }
        m_error = deals.ok() ? std::nullopt : std::optional(deals.error());
        if (deals.ok()) {
            m_deals = std::move(*deals);
            m_loaded = true;
            std::vector<Hash32> cars;
            for (const escrow::DealView& deal : m_deals) {
                cars.push_back(deal.terms.vehicleId);
                if (!deal.deal.safe.isZero()) {
                    m_session.learnName(deal.deal.safe, QCoreApplication::translate("contracts", "Safe"));
                }
            }
            m_session.carNames().need(std::move(cars));
        }
        emit changed();
    } while (m_again);
    m_running = false;
}

} // namespace autochain::desktop
