// SPDX-License-Identifier: GPL-3.0-or-later
#include "similarcars.h"

#include "session/session.h"

#include <algorithm>

namespace autochain::desktop
{

QCoro::Task<Result<std::vector<market::Comparable>>> SimilarCars::readBoard()
{
    AC_CO_TRY(auto listings, co_await m_session.listings().all());
    std::vector<market::Comparable> out;
    for (market::Listing& listing : listings) {
        if (const auto kept = m_contents.find(listing.contentDigest); kept != m_contents.end()) {
            listing.content = kept->second;
        } else if (!listing.contentDigest.isZero()) {
            const auto block = co_await m_session.content().get(listing.contentDigest);
            if (block.ok() && market::attachContent(listing, *block).ok() && listing.content) {
                m_contents.emplace(listing.contentDigest, *listing.content);
            }
        }
        if (const auto car = market::comparableOf(listing)) {
            out.push_back(*car);
        }
    }
    co_return out;
}

QCoro::Task<std::vector<vehicle::Score>> SimilarCars::scoresOf(std::vector<Hash32> vehicleIds)
{
    std::vector<vehicle::Score> out;
    const auto summaries = co_await m_session.vehicles().readSummaries(vehicleIds);
    for (std::size_t i = 0; summaries.ok() && i < summaries->value.size() && !m_session.gate().closed(); ++i) {
        const vehicle::VehicleSummary summary = summaries->value[i];
        auto known = m_known.find(summary.id);
        if (known == m_known.end() || known->second.head != summary.history.head) {
            const auto car = co_await m_session.vehicles().readVehicle(summary.id);
            if (!car.ok() || car->historyCheck != vehicle::HistoryCheck::Verified) {
                continue;
            }
            const vehicle::TitleState title{!summary.dealId.isZero(), !summary.lender.isZero()};
            const UnixTime now = m_session.now();
            const auto assessment = vehicle::assess(car->records, title, car->provenance, now);
            Known fresh{summary.history.head, vehicle::scoreOf(assessment, car->records, now)};
            known = m_known.insert_or_assign(summary.id, std::move(fresh)).first;
        }
        out.push_back(known->second.score);
    }
    co_return out;
}

QCoro::Task<Result<Similar>> SimilarCars::find(Hash32 vehicleId, int year, std::uint32_t km)
{
    AC_CO_TRY(const std::vector<market::Comparable> board, co_await readBoard());
    Similar out;
    market::Comparable car;
    car.vehicleId = vehicleId;
    car.year = year;
    car.km = km;
    const auto own =
        std::find_if(board.begin(), board.end(), [&](const auto& other) { return other.vehicleId == vehicleId; });
    if (own != board.end()) {
        car = *own;
        out.modelKnown = true;
        out.position = market::positionOf(car, board);
    }
    std::vector<Hash32> similar = market::similarInUse(car, board);
    similar.resize(std::min(similar.size(), kMostHistories));
    out.scores = co_await scoresOf(std::move(similar));
    co_return out;
}

} // namespace autochain::desktop
