// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/listing_reader.h"

#include "base/hex.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/storage_reader.h"

#include <algorithm>

namespace autochain::market
{
namespace
{
constexpr std::size_t kBatch = 500;
constexpr std::uint64_t kMostListings = 200'000; // a count above it is not believed

struct Words {
    std::shared_ptr<contracts::listingBoard::Listing> listing;
    std::shared_ptr<Address> holder;
    std::shared_ptr<contracts::vehicleRegistry::Lock> lock;
    std::shared_ptr<Address> lender;
    std::shared_ptr<contracts::vehicleRegistry::History> history;
};

Words addWords(StorageBatch& batch, const NetworkFile& network, const Hash32& car)
{
    using namespace contracts;
    const Address& registry = network.contract("vehicleRegistry");
    return {batch.add(network.contract("listingBoard"), listingBoard::listingsReader(car)),
            batch.add(registry, vehicleRegistry::holdersReader(car)),
            batch.add(registry, vehicleRegistry::locksReader(car)),
            batch.add(registry, vehicleRegistry::liensReader(car)),
            batch.add(registry, vehicleRegistry::historiesReader(car))};
}

Listing listingOf(const Hash32& car, const Words& words, const Sourced<Unit>& read)
{
    Listing out;
    out.vehicleId = car;
    out.seller = words.listing->seller;
    out.price = words.listing->price;
    out.listedAt = static_cast<UnixTime>(words.listing->listedAt);
    out.expiresAt = static_cast<UnixTime>(words.listing->expiresAt);
    out.contentDigest = words.listing->contentDigest;
    out.titleHolder = *words.holder;
    out.dealId = words.lock->dealId;
    out.lender = *words.lender;
    out.odometerKm = words.history->odometerKm;
    out.historyCount = words.history->count;
    out.provenance = read.provenance;
    out.block = read.block;
    return out;
}

Error notListed(const Hash32& vehicleId)
{
    return {MarketError::NotListed, {toHex0x(vehicleId)}};
}
} // namespace

QCoro::Task<Result<std::vector<Listing>>> ListingReader::read(std::vector<Hash32> vehicleIds)
{
    std::vector<Listing> out;
    for (std::size_t from = 0; from < vehicleIds.size(); from += kBatch) {
        StorageBatch batch;
        std::vector<Words> words;
        const std::size_t to = std::min(vehicleIds.size(), from + kBatch);
        for (std::size_t i = from; i < to; ++i) {
            words.push_back(addWords(batch, m_network, vehicleIds[i]));
        }
        AC_CO_TRY(const auto done, co_await batch.run(m_node));
        for (std::size_t i = from; i < to; ++i) {
            if (!words[i - from].listing->seller.isZero()) {
                out.push_back(listingOf(vehicleIds[i], words[i - from], done));
            }
        }
    }
    co_return out;
}

QCoro::Task<Result<std::vector<Listing>>> ListingReader::all()
{
    const Address& board = m_network.contract("listingBoard");
    StorageBatch counting;
    const auto count = counting.add(board, contracts::listingBoard::listedLengthReader());
    AC_CO_CHECK(co_await counting.run(m_node));
    const std::uint64_t total = std::min(*count, kMostListings);
    std::vector<Hash32> ids;
    constexpr std::uint64_t kIdBatch = kBatch * 4;
    for (std::uint64_t from = 0; from < total; from += kIdBatch) {
        StorageBatch batch;
        std::vector<std::shared_ptr<Hash32>> words;
        for (std::uint64_t i = from; i < std::min(total, from + kIdBatch); ++i) {
            words.push_back(batch.add(board, contracts::listingBoard::listedReader(i)));
        }
        AC_CO_CHECK(co_await batch.run(m_node));
        for (const auto& word : words) {
            ids.push_back(*word);
        }
    }
    co_return co_await read(std::move(ids));
}

QCoro::Task<Result<Listing>> ListingReader::one(Hash32 vehicleId)
{
    std::vector<Hash32> wanted(1, vehicleId);
    AC_CO_TRY(auto found, co_await read(std::move(wanted)));
    if (found.empty()) {
        co_return notListed(vehicleId);
    }
    co_return std::move(found.front());
}

} // namespace autochain::market
