// SPDX-License-Identifier: GPL-3.0-or-later
#include "escrow/deal_reader.h"

#include "base/hex.h"
#include "contracts/generated/appraisal_desk.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/deal_book.h"
#include "contracts/generated/safe.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/storage_reader.h"
#include "crypto/hash.h"
#include "escrow/convert.h"
#include "escrow/safe_tx.h"

#include <algorithm>

namespace autochain::escrow
{
namespace
{
constexpr std::size_t kDealBatch = 100;      // a deal takes about 40 storage words
constexpr std::uint64_t kMostDeals = 50'000; // a count above it is not believed
constexpr std::size_t kMostLogs = 1'000;     // co-signatures looked at per deal

// Words of one deal, filled when the batch has run.
struct DealWords {
    std::shared_ptr<contracts::dealBook::Terms> terms;
    std::shared_ptr<contracts::dealBook::Deal> deal;
};

// What lies around a deal: car, Safe.
struct AroundWords {
    std::shared_ptr<Address> titleHolder;
    std::shared_ptr<Address> lender;
    std::shared_ptr<contracts::vehicleRegistry::History> history;
    std::shared_ptr<contracts::vehicleRegistry::Lock> lock;
    std::shared_ptr<U256> safeAuc;   // null without a Safe
    std::shared_ptr<U256> safeNonce; // null without a Safe
};

AroundWords addAround(StorageBatch& batch, const NetworkFile& network, const DealView& deal)
{
    using namespace contracts;
    const Address& registry = network.contract("vehicleRegistry");
    const Hash32& car = deal.terms.vehicleId;
    AroundWords words;
    words.titleHolder = batch.add(registry, vehicleRegistry::ownersReader(U256::fromBigEndian(car.view())));
    words.lender = batch.add(registry, vehicleRegistry::liensReader(car));
    words.history = batch.add(registry, vehicleRegistry::historiesReader(car));
    words.lock = batch.add(registry, vehicleRegistry::locksReader(car));
    if (!deal.deal.safe.isZero()) {
        words.safeAuc = batch.add(network.contract("auc"), auc::balancesReader(deal.deal.safe));
        words.safeNonce = batch.add(deal.deal.safe, safe::nonceReader());
    }
    return words;
}

void takeAround(DealView& deal, const AroundWords& words)
{
    deal.titleHolder = *words.titleHolder;
    deal.lender = *words.lender;
    deal.historyCount = words.history->count;
    deal.historyHead = words.history->head;
    deal.vehicleDeal = words.lock->dealId;
    if (words.safeAuc) {
        deal.safeAuc = *words.safeAuc;
        deal.safeNonce = words.safeNonce->fitsU64() ? words.safeNonce->toU64() : 0;
    }
}

CoSignature candidateOf(const contracts::dealBook::CoSignedEvent& event, const Log& log)
{
    CoSignature c;
    c.signer = event.signer;
    c.settlement = fromContract(event.settlement);
    c.safeNonce = event.safeNonce.fitsU64() ? event.safeNonce.toU64() : ~0ULL;
    c.safeTxHash = event.safeTxHash;
    c.signature = event.signature;
    c.reasons = event.reasons;
    c.blockNumber = log.blockNumber;
    c.transactionHash = log.transactionHash;
    return c;
}

Error errorOf(EscrowError code, const Hash32& dealId)
{
    return {code, {toHex0x(dealId)}};
}

bool isIn(const DealView& deal, const Address& person)
{
    const Terms& t = deal.terms;
    return t.buyer == person || t.seller == person || t.appraiser == person || t.substitute == person;
}
} // namespace

QCoro::Task<Result<std::vector<Hash32>>> DealReader::dealIds()
{
    const Address& book = m_network.contract("dealBook");
    StorageBatch counting;
    const auto count = counting.add(book, contracts::dealBook::dealIdsLengthReader());
    AC_CO_CHECK(co_await counting.run(m_node));
    StorageBatch batch;
    std::vector<std::shared_ptr<Hash32>> words;
    for (std::uint64_t i = 0; i < std::min(*count, kMostDeals); ++i) {
        words.push_back(batch.add(book, contracts::dealBook::dealIdsReader(i)));
    }
    if (!words.empty()) {
        AC_CO_CHECK(co_await batch.run(m_node));
    }
    std::vector<Hash32> ids;
    for (const auto& word : words) {
        ids.push_back(*word);
    }
    co_return ids;
}

QCoro::Task<Result<std::vector<DealView>>> DealReader::readTerms(std::vector<Hash32> ids)
{
    const Address& book = m_network.contract("dealBook");
    std::vector<DealView> deals;
    for (std::size_t from = 0; from < ids.size(); from += kDealBatch) {
        StorageBatch batch;
        std::vector<DealWords> words;
        const std::size_t to = std::min(ids.size(), from + kDealBatch);
        for (std::size_t i = from; i < to; ++i) {
            words.push_back({batch.add(book, contracts::dealBook::termsReader(ids[i])),
                             batch.add(book, contracts::dealBook::dealsReader(ids[i]))});
        }
        AC_CO_TRY(const auto read, co_await batch.run(m_node));
        for (std::size_t i = from; i < to; ++i) {
            DealView view;
            view.id = ids[i];
            view.chainId = m_network.chainId;
            view.dealBook = book;
            view.dealModule = m_network.contract("dealModule");
            view.terms = fromContract(*words[i - from].terms);
            view.deal = fromContract(*words[i - from].deal);
            view.seated = !view.deal.currentAppraiser.isZero();
            view.provenance = read.provenance;
            view.block = read.block;
            deals.push_back(std::move(view));
        }
    }
    co_return deals;
}

QCoro::Task<Result<>> DealReader::readAround(std::vector<DealView>& deals)
{
    for (std::size_t from = 0; from < deals.size(); from += kDealBatch) {
        StorageBatch batch;
        std::vector<AroundWords> words;
        const std::size_t to = std::min(deals.size(), from + kDealBatch);
        for (std::size_t i = from; i < to; ++i) {
            words.push_back(addAround(batch, m_network, deals[i]));
        }
        AC_CO_TRY(const auto read, co_await batch.run(m_node));
        for (std::size_t i = from; i < to; ++i) {
            takeAround(deals[i], words[i - from]);
            deals[i].provenance = worst(deals[i].provenance, read.provenance);
        }
    }
    co_return Unit{};
}

// Hints: a node may leave some out; what it adds is found out by recovery.
QCoro::Task<Result<>> DealReader::readCoSignatures(DealView& deal)
{
    if (deal.deal.safe.isZero() || deal.deal.state < State::Funded || deal.deal.state >= State::Settled) {
        co_return Unit{};
    }
    LogFilter filter;
    filter.address = deal.dealBook;
    filter.topics.emplace_back(contracts::dealBook::kCoSignedTopic);
    filter.topics.emplace_back(deal.id);
    filter.fromBlock = m_network.deployedAtBlock;
    filter.toBlock = deal.block.number;
    AC_CO_TRY(const std::vector<Log> logs, co_await m_node.logs(filter));
    for (std::size_t i = 0; i < std::min(logs.size(), kMostLogs); ++i) {
        const auto event = contracts::dealBook::decodeCoSignedEvent(logs[i]);
        if (!event.ok() || event->dealId != deal.id || logs[i].address != deal.dealBook) {
            continue;
        }
        const auto verified = verifyCoSignature(deal, candidateOf(*event, logs[i]));
        if (verified.ok() && !hasSigned(deal, verified->signer, verified->settlement)) {
            deal.coSignatures.push_back(*verified);
        }
    }
    co_return Unit{};
}

// The VIN stands in the registration event alone; its keccak256 is the vehicle's id, so it proves itself.
QCoro::Task<Result<>> DealReader::readVin(DealView& deal)
{
    LogFilter filter;
    filter.address = m_network.contract("vehicleRegistry");
    filter.topics.emplace_back(contracts::vehicleRegistry::kVehicleRegisteredTopic);
    filter.topics.emplace_back(deal.terms.vehicleId);
    filter.fromBlock = m_network.deployedAtBlock;
    filter.toBlock = deal.block.number;
    AC_CO_TRY(const std::vector<Log> logs, co_await m_node.logs(filter));
    for (const Log& log : logs) {
        const auto event = contracts::vehicleRegistry::decodeVehicleRegisteredEvent(log);
        if (event.ok() && keccak256(event->vin) == deal.terms.vehicleId) {
            deal.vin = event->vin;
            break;
        }
    }
    co_return Unit{};
}

QCoro::Task<Result<std::vector<DealView>>> DealReader::complete(std::vector<DealView> deals, bool withHints)
{
    for (const DealView& deal : deals) {
        if (dealIdOf(deal.terms) != deal.id) {
            co_return errorOf(EscrowError::TermsDoNotFit, deal.id);
        }
    }
    AC_CO_CHECK(co_await readAround(deals));
    if (withHints) {
        for (DealView& deal : deals) {
            AC_CO_CHECK(co_await readCoSignatures(deal));
            AC_CO_CHECK(co_await readVin(deal));
        }
    }
    co_return deals;
}

QCoro::Task<Result<DealView>> DealReader::readDeal(Hash32 dealId)
{
    std::vector<Hash32> wanted(1, dealId);
    AC_CO_TRY(auto deals, co_await readTerms(std::move(wanted)));
    if (deals.front().deal.state == State::None) {
        co_return errorOf(EscrowError::UnknownDeal, dealId);
    }
    AC_CO_TRY(auto whole, co_await complete(std::move(deals), true));
    co_return std::move(whole.front());
}

QCoro::Task<Result<std::vector<DealView>>> DealReader::dealsOf(Address person, bool withCoSignatures)
{
    AC_CO_TRY(auto ids, co_await dealIds());
    std::reverse(ids.begin(), ids.end());
    AC_CO_TRY(auto deals, co_await readTerms(std::move(ids)));
    std::erase_if(deals, [&](const DealView& deal) { return !isIn(deal, person); });
    co_return co_await complete(std::move(deals), withCoSignatures);
}

QCoro::Task<Result<std::vector<DealView>>> DealReader::allDeals(bool withCoSignatures)
{
    AC_CO_TRY(auto ids, co_await dealIds());
    std::reverse(ids.begin(), ids.end());
    AC_CO_TRY(auto deals, co_await readTerms(std::move(ids)));
    co_return co_await complete(std::move(deals), withCoSignatures);
}

QCoro::Task<Result<Sourced<TermsContext>>> DealReader::contextFor(Terms terms)
{
    using namespace contracts;
    DealView deal;
    deal.terms = terms;
    const Address& desk = m_network.contract("appraisalDesk");
    StorageBatch batch;
    const AroundWords car = addAround(batch, m_network, deal);
    const auto balance = batch.add(m_network.contract("auc"), auc::balancesReader(terms.buyer));
    const auto appraiser = batch.add(desk, appraisalDesk::appraisersReader(terms.appraiser));
    AC_CO_TRY(const auto read, co_await batch.run(m_node));
    // The desk keeps the stake of a seat in its code, not in storage, so this one is the node's word.
    const Call asking = appraisalDesk::seatStake(desk);
    CallRequest request;
    request.to = asking.to;
    request.data = asking.data;
    AC_CO_TRY(const Bytes answer, co_await m_node.call(std::move(request)));
    AC_CO_TRY(const U256 seatStake, appraisalDesk::decodeSeatStakeResult(answer));

    takeAround(deal, car);
    Sourced<TermsContext> out;
    out.provenance = read.provenance;
    out.block = read.block;
    TermsContext& context = out.value;
    context.buyerBalance = *balance;
    context.vehicleKnown = !deal.titleHolder.isZero();
    context.titleHolder = deal.titleHolder;
    context.lender = deal.lender;
    context.otherDeal = deal.vehicleDeal == dealIdOf(terms) ? Hash32{} : deal.vehicleDeal;
    context.historyHead = deal.historyHead;
    context.historyCount = deal.historyCount;
    context.odometerKm = car.history->odometerKm;
    context.appraiserRegistered = appraiser->since != 0;
    context.appraiserFreeStake = appraiser->stake - appraiser->locked;
    context.seatStake = seatStake;
    co_return out;
}

} // namespace autochain::escrow
