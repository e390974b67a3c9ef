// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketreader.h"

#include "market/position.h"
#include "session/carnames.h"
#include "session/session.h"

#include <algorithm>

namespace autochain::desktop
{

namespace
{
constexpr std::size_t kHistoriesPerStep = 6;
}

QCoro::Task<Result<>> MarketReader::readBoard()
{
    AC_CO_TRY(auto listings, co_await m_session.listings().all());
    std::vector<Hash32> ids;
    for (const auto& listing : listings) {
        ids.push_back(listing.vehicleId);
    }
    const auto vins = co_await m_session.vehicles().vinsOf(ids);
    std::vector<MarketCar> next;
    next.reserve(listings.size());
    for (auto& listing : listings) {
        if (vins.ok() && vins->contains(listing.vehicleId)) {
            listing.vin = vins->at(listing.vehicleId);
        }
        MarketCar car{std::move(listing), std::nullopt};
        if (const auto known = m_known.find(car.listing.vehicleId); known != m_known.end()) {
            car.assessment = known->second.assessment;
            car.listing.verdict = verdictOf(known->second.assessment);
        }
        next.push_back(std::move(car));
    }
    m_cars = std::move(next);
    co_await readContents();
    co_return Unit{};
}

QCoro::Task<> MarketReader::readContents()
{
    std::vector<std::pair<std::size_t, Hash32>> wanted;
    for (std::size_t i = 0; i < m_cars.size(); ++i) {
        market::Listing& listing = m_cars[i].listing;
        if (const auto known = m_contents.find(listing.contentDigest); known != m_contents.end()) {
            listing.content = known->second;
        } else if (!listing.contentDigest.isZero()) {
            wanted.emplace_back(i, listing.contentDigest);
        }
    }
    for (const auto& [row, digest] : wanted) {
        const auto block = co_await m_session.content().get(digest);
        if (!block.ok() || row >= m_cars.size() || m_cars[row].listing.contentDigest != digest) {
            continue; // a listing without its content is still a listing
        }
        if (market::attachContent(m_cars[row].listing, *block).ok() && m_cars[row].listing.content) {
            const market::Listing& listing = m_cars[row].listing;
            m_contents.emplace(digest, *listing.content);
            m_session.carNames().learn(listing.vehicleId, QString::fromStdString(listing.vin), *listing.content);
        }
    }
    std::vector<market::Listing> listings;
    for (const MarketCar& car : m_cars) {
        listings.push_back(car.listing);
    }
    std::vector<market::Comparable> comparable;
    for (const auto& listing : listings) {
        if (const auto one = market::comparableOf(listing)) {
            comparable.push_back(*one);
        }
    }
    market::fillPositions(listings, comparable);
    for (std::size_t i = 0; i < m_cars.size(); ++i) {
        m_cars[i].listing.position = listings[i].position;
    }
}

QCoro::Task<> MarketReader::readHistories(std::function<void()> step)
{
    if (m_reading) {
        co_return;
    }
    m_reading = true;
    std::vector<Hash32> ids;
    for (const MarketCar& car : m_cars) {
        ids.push_back(car.listing.vehicleId);
    }
    const auto summaries = co_await m_session.vehicles().readSummaries(ids);
    std::size_t fresh = 0;
    for (std::size_t i = 0; summaries.ok() && i < summaries->value.size() && !m_session.gate().closed(); ++i) {
        const vehicle::VehicleSummary& summary = summaries->value[i];
        const auto known = m_known.find(summary.id);
        if (known != m_known.end() && known->second.head == summary.history.head) {
            continue;
        }
        const auto vehicle = co_await m_session.vehicles().readVehicle(summary.id);
        if (!vehicle.ok()) {
            continue; // shown as still unknown, never as clean
        }
        const vehicle::TitleState title{!summary.dealId.isZero(), !summary.lender.isZero()};
        Known entry{summary.history.head,
                    vehicle::assess(vehicle->records, title, vehicle->provenance, m_session.now())};
        for (MarketCar& car : m_cars) {
            if (car.listing.vehicleId == summary.id) {
                car.assessment = entry.assessment;
                car.listing.verdict = verdictOf(entry.assessment);
            }
        }
        m_known.insert_or_assign(summary.id, std::move(entry));
        if (++fresh % kHistoriesPerStep == 0) {
            step();
        }
    }
    m_reading = false;
    step();
}

} // namespace autochain::desktop
