// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/market_maker.h"

#include "base/amount.h"
#include "content/folder_content_store.h"
#include "contracts/deal_hash.h"
#include "contracts/deployer.h"
#include "contracts/generated/auc.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/storage_reader.h"
#include "net/rpc_node.h"

#include <QUrl>

namespace autochain::practice
{
namespace
{
using Stage = PracticeProgress::Stage;
const U256 kCoins = auc(100); // coins have the decimals of AUC

net::NodeOptions nodeOptions(const NodeHandle& node)
{
    net::NodeOptions options;
    options.urls = {node.url()};
    options.chainId = kPracticeChainId;
    options.kind = NetworkKind::Practice;
    return options;
}
} // namespace

std::uint16_t networkPort(const NetworkFile& network)
{
    const QUrl url(QString::fromStdString(network.nodeUrls.front()));
    return static_cast<std::uint16_t>(std::max(0, url.port()));
}

MarketMaker::MarketMaker(const PracticeFiles& files, const NodeHandle& node, std::vector<CatalogCar> cars,
                         UnixTime genesisTime, ReportProgress progress)
    : m_files(files), m_node(node), m_control(node.url()), m_cars(std::move(cars)), m_genesisTime(genesisTime),
      m_progress(std::move(progress))
{
}

void MarketMaker::report(Stage stage, std::size_t done, std::size_t total) const
{
    if (m_progress) {
        m_progress({stage, done, total});
    }
}

std::vector<Address> MarketMaker::addresses() const
{
    std::vector<Address> list;
    for (const auto& person : m_people) {
        list.push_back(person.address);
    }
    return list;
}

QCoro::Task<Result<NetworkFile>> MarketMaker::make(UnixTime now)
{
    report(Stage::Node, 1, 1);
    AC_CO_TRY(m_people, makePeople(m_files.folder()));
    auto funded = co_await m_control.setBalances(addresses(), kCoins);
    if (!funded.ok()) {
        co_return funded.error();
    }
    report(Stage::People, m_people.size(), m_people.size());
    auto deployed = co_await deploy();
    if (!deployed.ok()) {
        co_return deployed.error();
    }
    auto seeded = co_await seed(now);
    if (!seeded.ok()) {
        co_return seeded.error();
    }
    auto arrived = co_await arriveAt(now);
    if (!arrived.ok()) {
        co_return arrived.error();
    }
    auto checked = co_await check();
    if (!checked.ok()) {
        co_return checked.error();
    }
    AC_CO_CHECK(m_files.write(m_network));
    const PracticeRecord record{m_genesisTime, 0};
    AC_CO_CHECK(m_files.write(record));
    co_return m_network;
}

QCoro::Task<Result<>> MarketMaker::deploy()
{
    auto mining = co_await m_control.setAutomine(true);
    if (!mining.ok()) {
        co_return mining.error();
    }
    net::RpcNode node(nodeOptions(m_node));
    auto genesis = co_await node.genesisHash();
    if (!genesis.ok()) {
        co_return genesis.error();
    }
    const Person& foundation = m_people[castIndex("foundation")];
    contracts::Deployment deployment;
    deployment.deployer = foundation.address;
    deployment.options.treasuryOwners = {foundation.address};
    deployment.options.foundation = foundation.address;
    deployment.options.privatePlacementBeneficiary = foundation.address;
    deployment.options.teamBeneficiary = foundation.address;
    deployment.options.vestingStart = SystemClock().now();
    deployment.network.name = "Practice market";
    deployment.network.kind = NetworkKind::Practice;
    deployment.network.coin = "ETC";
    deployment.network.genesisHash = *genesis;
    deployment.network.nodeUrls = {m_node.url()};
    deployment.network.confirmations = 1;
    deployment.network.contentFolder = m_files.path("content");
    deployment.network.people = listPeople(m_people, m_files.folder());
    deployment.poll = std::chrono::milliseconds(20);
    deployment.progress = [this](const contracts::DeployProgress& p) { report(Stage::Contracts, p.mined, p.total); };
    contracts::SignTransaction sign = [&foundation](Transaction tx) -> QCoro::Task<Result<Bytes>> {
        co_return encodeSigned(tx, foundation.key.sign(signingHash(tx)));
    };
    auto deployed = co_await contracts::deployNetwork(node, sign, std::move(deployment));
    if (!deployed.ok()) {
        co_return deployed.error();
    }
    m_network = std::move(deployed).value();
    auto quiet = co_await m_control.setAutomine(false);
    co_return quiet;
}

Bytes MarketMaker::signTreasury(const Call& inner, std::uint64_t nonce) const
{
    contracts::SafeTx tx;
    tx.to = *inner.to;
    tx.data = inner.data;
    tx.nonce = U256(nonce);
    const Hash32 hash = contracts::safeTxHash(kPracticeChainId, m_network.contract("treasury"), tx);
    return m_people[castIndex("foundation")].key.sign(hash).toRsv();
}

Result<> MarketMaker::keepBlocks() const
{
    const FolderContentStore store(m_files.path("content"));
    for (const Bytes& block : m_plan.blocks) {
        AC_CHECK(store.write(block));
    }
    return {};
}

QCoro::Task<Result<>> MarketMaker::seed(UnixTime now)
{
    AC_CO_TRY(DriveShape drive, readDriveShape());
    SeedStage stage{m_network.contracts, addresses(), m_genesisTime, now, std::move(drive), kPracticeChainId, {}};
    stage.sign = [this](std::size_t writer, const Hash32& digest) { return m_people[writer].key.sign(digest); };
    m_plan = planCars(m_cars, stage);
    AC_CO_CHECK(keepBlocks());
    auto steps =
        planSociety(stage, [this](const Call& inner, std::uint64_t nonce) { return signTreasury(inner, nonce); });
    steps.insert(steps.end(), m_plan.steps.begin(), m_plan.steps.end());
    std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.time < b.time; });

    std::vector<std::uint64_t> nonces(m_people.size(), 0);
    net::RpcNode node(nodeOptions(m_node));
    auto used = co_await node.pendingNonce(m_people[castIndex("foundation")].address);
    if (!used.ok()) {
        co_return used.error();
    }
    nonces[castIndex("foundation")] = *used;
    Seeder seeder(m_control.rpc(), m_people, nonces);
    const std::size_t total = steps.size();
    auto played = co_await seeder.play(std::move(steps),
                                       [this, total](std::size_t done) { report(Stage::Histories, done, total); });
    co_return played;
}

QCoro::Task<Result<>> MarketMaker::arriveAt(UnixTime now)
{
    auto timed = co_await m_control.setTime(std::max(now, SystemClock().now()));
    if (!timed.ok()) {
        co_return timed.error();
    }
    auto funded = co_await m_control.setBalances(addresses(), kCoins);
    if (!funded.ok()) {
        co_return funded.error();
    }
    auto mined = co_await m_control.mine();
    if (!mined.ok()) {
        co_return mined.error();
    }
    auto mining = co_await m_control.setAutomine(true);
    co_return mining;
}

// Transactions may fail inside of blocks without a word: what counts is what storage says in the end.
QCoro::Task<Result<>> MarketMaker::check()
{
    net::RpcNode node(nodeOptions(m_node));
    StorageBatch batch;
    const Address registry = m_network.contract("vehicleRegistry");
    std::vector<std::pair<Hash32, std::shared_ptr<contracts::vehicleRegistry::History>>> histories;
    for (const auto& [id, count] : m_plan.recordCounts) {
        histories.emplace_back(id, batch.add(registry, contracts::vehicleRegistry::historiesReader(id)));
    }
    const auto listed = batch.add(m_network.contract("listingBoard"), contracts::listingBoard::listedLengthReader());
    std::vector<std::pair<const Person*, std::shared_ptr<U256>>> balances;
    for (const auto& person : m_people) {
        balances.emplace_back(&person,
                              batch.add(m_network.contract("auc"), contracts::auc::balancesReader(person.address)));
    }
    auto read = co_await batch.run(node);
    if (!read.ok()) {
        co_return read.error();
    }
    for (const auto& [id, history] : histories) {
        if (history->count != m_plan.recordCounts.at(id)) {
            co_return Error(PracticeError::SeedFailed, {"history"},
                            std::to_string(history->count) + " of " + std::to_string(m_plan.recordCounts.at(id)));
        }
    }
    for (const auto& [person, balance] : balances) {
        if (person->entry->auc != 0 && balance->isZero()) {
            co_return Error(PracticeError::SeedFailed, {std::string(person->entry->name)});
        }
    }
    if (*listed != m_plan.listings) {
        co_return Error(PracticeError::SeedFailed, {"listings"}, std::to_string(*listed));
    }
    report(Stage::Check, histories.size(), histories.size());
    co_return Unit();
}

} // namespace autochain::practice
