// SPDX-License-Identifier: GPL-3.0-or-later
#include "dealer/board.h"

#include "market/filter.h"

namespace autochain::dealer
{
namespace
{
std::string kindOf(const std::string& make, const std::string& model)
{
    return market::foldText(make) + '\n' + market::foldText(model);
}
} // namespace

QCoro::Task<> Board::describe(market::Listing& listing, ContentPort& content)
{
    if (listing.contentDigest.isZero()) {
        co_return;
    }
    if (const auto known = m_contents.find(listing.contentDigest); known != m_contents.end()) {
        listing.content = known->second;
        co_return;
    }
    const auto block = co_await content.get(listing.contentDigest);
    if (block.ok() && market::attachContent(listing, *block).ok() && listing.content) {
        m_contents.emplace(listing.contentDigest, *listing.content);
    }
}

QCoro::Task<Result<>> Board::read(market::ListingReader& listings, ContentPort& content)
{
    AC_CO_TRY(std::vector<market::Listing> all, co_await listings.all());
    std::unordered_map<std::string, std::vector<market::Comparable>> kinds;
    for (market::Listing& listing : all) {
        co_await describe(listing, content);
        if (auto car = market::comparableOf(listing)) {
            kinds[kindOf(car->make, car->model)].push_back(std::move(*car));
        }
    }
    m_kinds = std::move(kinds);
    co_return Unit{};
}

market::MarketPosition Board::positionOf(const Hash32& vehicleId, const CarCheck& check) const
{
    const ListingCheck& listing = check.listing;
    const auto kind = m_kinds.find(kindOf(listing.make, listing.model));
    if (listing.make.empty() || listing.model.empty() || listing.year == 0 || listing.price.isZero() ||
        kind == m_kinds.end()) {
        return {};
    }
    market::Comparable car;
    car.vehicleId = vehicleId;
    car.make = listing.make;
    car.model = listing.model;
    car.year = listing.year;
    car.km = check.odometerKm;
    car.price = listing.price;
    return market::positionAmong(car, kind->second);
}

} // namespace autochain::dealer
