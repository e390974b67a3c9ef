// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealsviewmodel.h"

#include "session/carnames.h"
#include "session/dealfeed.h"
#include "session/session.h"
#include "viewmodels/shell/navigation.h"

#include <QCoroSignal>

#include <algorithm>
#include <limits>

namespace autochain::desktop
{

DealsViewModel::DealsViewModel(PageContext context) : PageViewModel(context)
{
    connect(&session().dealFeed(), &DealFeed::changed, this, [this] { show(); });
    connect(&session().carNames(), &CarNames::changed, this, [this] { show(); });
}

QCoro::Task<Result<>> DealsViewModel::load()
{
    DealFeed& feed = session().dealFeed();
    co_await feed.firstReading();
    show();
    if (feed.error()) {
        co_return *feed.error();
    }
    co_return Unit{};
}

void DealsViewModel::show()
{
    const UnixTime now = session().now();
    std::vector<Hash32> cars;
    m_all.clear();
    for (const auto& deal : session().dealFeed().deals()) {
        cars.push_back(deal.terms.vehicleId);
        m_all.push_back(dealRowOf(session(), deal, now));
    }
    session().carNames().need(std::move(cars));
    const auto rank = [](const DealRow& row) {
        const qlonglong left = row.hasDeadline ? row.secondsLeft : std::numeric_limits<qlonglong>::max();
        return std::tuple(row.closed, !row.mine, left);
    };
    std::stable_sort(m_all.begin(), m_all.end(), [&](const DealRow& a, const DealRow& b) { return rank(a) < rank(b); });
    m_closed = static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const DealRow& r) { return r.closed; }));
    m_open = static_cast<int>(m_all.size()) - m_closed;
    std::vector<DealRow> rows;
    for (const DealRow& row : m_all) {
        const bool fits =
            m_filter.isEmpty() || (row.car + row.people + row.key).contains(m_filter, Qt::CaseInsensitive);
        if (fits && (m_showClosed || !row.closed)) {
            rows.push_back(row);
        }
    }
    m_deals.setRows(std::move(rows));
    setBadge(static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [](const DealRow& r) { return r.mine; })));
    emit changed();
}

void DealsViewModel::setShowClosed(bool showThem)
{
    m_showClosed = showThem;
    show();
}

void DealsViewModel::setFilter(const QString& filter)
{
    m_filter = filter.trimmed();
    show();
}

void DealsViewModel::open(const QString& key)
{
    navigation().open(QStringLiteral("deal/") + key);
}

QVector<SearchHit> DealsViewModel::search(const QString& text) const
{
    QVector<SearchHit> hits;
    for (const DealRow& row : m_all) {
        if ((row.car + QLatin1Char(' ') + row.people).contains(text, Qt::CaseInsensitive)) {
            hits.push_back({QStringLiteral("handshake"), row.car, row.people, QStringLiteral("deal/") + row.key,
                            row.closed ? 1 : 3});
        }
    }
    return hits;
}

} // namespace autochain::desktop
