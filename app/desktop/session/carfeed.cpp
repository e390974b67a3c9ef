// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/carfeed.h"

#include "escrow/rules.h"
#include "session/carnames.h"
#include "session/dealfeed.h"
#include "session/session.h"

#include <QCoroTimer>

#include <algorithm>

namespace autochain::desktop
{
namespace
{
constexpr std::chrono::milliseconds kLookAgain{30};
}

CarFeed::CarFeed(Session& session) : m_session(session)
{
    // After the deals: a car in a Safe is still the seller's.
    connect(&session.dealFeed(), &DealFeed::changed, this, &CarFeed::refresh);
}

void CarFeed::refresh()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_session.gate().start(read());
}

QCoro::Task<> CarFeed::firstReading()
{
    if (!m_loaded && !m_running) {
        refresh();
    }
    while (!m_loaded && !m_error && !m_session.gate().closed()) {
        co_await QCoro::sleepFor(kLookAgain);
    }
}

QCoro::Task<> CarFeed::read()
{
    m_running = true;
    do {
        m_again = false;
        const Result<> result = co_await readAll();
        if (m_session.gate().closed()) {
            break;
        }
        m_error = result.ok() ? std::nullopt : std::optional(result.error());
        m_loaded = m_loaded || result.ok();
        emit changed();
    } while (m_again);
    m_running = false;
}

QCoro::Task<Result<>> CarFeed::readAll()
{
    AC_CO_TRY(const auto owned, co_await m_session.vehicles().vehiclesOf(m_session.me()));
    std::vector<Hash32> ids = owned.ids;
    for (const escrow::DealView& deal : m_session.dealFeed().deals()) {
        const bool mineInSafe = escrow::partyOf(deal, m_session.me()) == escrow::Party::Seller &&
                                !deal.deal.safe.isZero() && deal.titleHolder == deal.deal.safe;
        if (mineInSafe && std::find(ids.begin(), ids.end(), deal.terms.vehicleId) == ids.end()) {
            ids.push_back(deal.terms.vehicleId);
        }
    }
    AC_CO_TRY(const auto summaries, co_await m_session.vehicles().readSummaries(ids));
    std::vector<OwnCar> next;
    for (const vehicle::VehicleSummary& summary : summaries.value) {
        const auto same = std::find_if(m_cars.begin(), m_cars.end(), [&](const OwnCar& car) {
            return car.vehicle.state.id == summary.id && car.vehicle.state.history == summary.history &&
                   car.vehicle.historyCheck == vehicle::HistoryCheck::Verified;
        });
        if (same != m_cars.end()) { // no new record: only the title may have moved
            OwnCar car = *same;
            car.vehicle.state = summary;
            car.vehicle.provenance = summaries.provenance; // deeper in the chain than it was
            car.vehicle.block = summaries.block;
            next.push_back(std::move(car));
            continue;
        }
        AC_CO_TRY(auto read, co_await m_session.vehicles().readVehicle(summary.id));
        next.push_back({std::move(read), {}});
    }
    for (OwnCar& car : next) {
        const vehicle::TitleState title{!car.vehicle.state.dealId.isZero(), !car.vehicle.state.lender.isZero()};
        car.assessment = vehicle::assess(car.vehicle.records, title, car.vehicle.provenance, m_session.now());
    }
    m_provenance = owned.complete ? owned.provenance : worst(owned.provenance, Provenance::Reported);
    m_block = owned.block;
    m_cars = std::move(next);
    m_session.carNames().need(std::move(ids));
    co_return Unit{};
}

} // namespace autochain::desktop
