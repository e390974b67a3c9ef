// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_market.h"

#include "net/rpc_values.h"
#include "practice/market_maker.h"
#include "practice/node_control.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QLockFile>

namespace autochain::practice
{
namespace
{
using namespace std::chrono_literals;
constexpr auto kPoll = 40ms;
constexpr int kReadyPolls = 500; // 20 s
constexpr int kEndPolls = 250;   // 10 s
constexpr int kLockTries = 250;

UnixTime systemNow()
{
    return SystemClock().now();
}
} // namespace

PracticeMarket::PracticeMarket(PracticeOptions options) : m_options(std::move(options)), m_files(m_options.folder) {}

PracticeMarket::~PracticeMarket()
{
    if (m_started && !m_options.detached) {
        endAnvil(*m_started, m_files.folder());
    }
}

QCoro::Task<Result<>> PracticeMarket::lock()
{
    AC_CO_CHECK(m_files.makeFolder());
    m_lock = std::make_unique<QLockFile>(QString::fromStdString(m_files.path("lock")));
    m_lock->setStaleLockTime(0); // only a dead owner makes it stale
    for (int i = 0; i < kLockTries; ++i) {
        if (m_lock->tryLock(0)) {
            co_return Unit();
        }
        co_await QCoro::sleepFor(kPoll);
    }
    m_lock.reset();
    co_return Error(PracticeError::Busy);
}

QCoro::Task<Result<NetworkFile>> PracticeMarket::create(ReportProgress progress)
{
    auto locked = co_await lock();
    if (!locked.ok()) {
        co_return locked.error();
    }
    if (m_files.isCreated()) { // not "?:": GCC 12 destroys what is awaited in a conditional expression twice
        auto started = co_await startLocked();
        m_lock.reset();
        co_return started;
    }
    auto made = co_await make(progress);
    m_lock.reset();
    co_return made;
}

QCoro::Task<Result<NetworkFile>> PracticeMarket::start()
{
    if (!m_files.isCreated()) {
        co_return Error(PracticeError::NotCreated, {m_files.folder()});
    }
    auto locked = co_await lock();
    if (!locked.ok()) {
        co_return locked.error();
    }
    auto result = co_await startLocked();
    m_lock.reset();
    co_return result;
}

QCoro::Task<Result<NetworkFile>> PracticeMarket::make(ReportProgress progress)
{
    if (const auto left = m_files.node()) { // of an attempt that was cut off
        co_await endNode(*left);
    }
    AC_CO_CHECK(m_files.remove());
    AC_CO_TRY(const auto cars, readCatalog());
    const UnixTime genesis = genesisTimeOf(cars);
    auto node = co_await launch(genesis, m_options.port);
    if (!node.ok()) {
        co_return node.error();
    }
    MarketMaker maker(m_files, *node, cars, genesis, progress);
    auto made = co_await maker.make(systemNow());
    if (!made.ok()) {
        co_await endNode(*node);
        m_started.reset();
    }
    co_return made;
}

QCoro::Task<Result<NetworkFile>> PracticeMarket::startLocked()
{
    AC_CO_TRY(NetworkFile network, m_files.network());
    AC_CO_TRY(const PracticeRecord record, m_files.record());
    const auto running = m_files.node();
    if (running && isAlive(*running, m_files.folder())) {
        const bool ours = co_await isOurs(*running, network);
        if (ours) {
            AC_CO_CHECK(adopt(*running));
            co_return network;
        }
        co_await endNode(*running);
    }
    const std::uint16_t port = m_options.port != 0 ? m_options.port : (running ? running->port : networkPort(network));
    for (const bool fromBackup : {false, true}) {
        if (fromBackup && !m_files.restoreState()) {
            break;
        }
        auto node = co_await launch(record.genesisTime, port);
        if (!node.ok() && !node.error().is(PracticeError::NodeFailed)) {
            co_return node.error();
        }
        if (!node.ok()) {
            continue;
        }
        network.nodeUrls = {node->url()};
        const bool ours = co_await isOurs(*node, network);
        if (ours) {
            m_files.backUpState();
            auto resumed = co_await resume(*node, network, record);
            if (!resumed.ok()) {
                co_return resumed.error();
            }
            co_return network;
        }
        co_await endNode(*node);
    }
    co_return Error(PracticeError::Broken, {"state.json"});
}

// A program that was killed left its node running: it ends with us now.
Result<> PracticeMarket::adopt(NodeHandle node)
{
    if (m_options.detached || isOwned(node)) {
        return {};
    }
    node.owner = QCoreApplication::applicationPid();
    m_started = node;
    return m_files.write(node);
}

QCoro::Task<Result<NodeHandle>> PracticeMarket::launch(UnixTime genesisTime, std::uint16_t port)
{
    std::string program = m_options.anvil;
    if (program.empty()) {
        AC_CO_TRY(program, findAnvil());
    }
    const AnvilStart start{program, m_files.folder(), genesisTime, port};
    AC_CO_TRY(NodeHandle node, startAnvil(start));
    node.owner = m_options.detached ? 0 : QCoreApplication::applicationPid();
    m_started = node;
    AC_CO_CHECK(m_files.write(node));
    NodeControl control(node.url());
    for (int i = 0; i < kReadyPolls && isAlive(node, m_files.folder()); ++i) {
        auto genesis = co_await control.block(QStringLiteral("0x0"));
        if (genesis.ok()) {
            co_return node;
        }
        co_await QCoro::sleepFor(kPoll);
    }
    endAnvil(node, m_files.folder(), true);
    m_files.forgetNode();
    m_started.reset();
    co_return Error(PracticeError::NodeFailed, {m_files.path("anvil.log")});
}

QCoro::Task<bool> PracticeMarket::isOurs(const NodeHandle& node, const NetworkFile& network)
{
    NodeControl control(node.url());
    auto genesis = co_await control.block(QStringLiteral("0x0"));
    if (!genesis.ok() || genesis->hash != network.genesisHash) {
        co_return false;
    }
    const QJsonArray params{net::hexText(network.contract("dealBook").view()), QStringLiteral("latest")};
    net::RpcCall call{QStringLiteral("eth_getCode"), params};
    auto code = co_await control.rpc().call(call);
    co_return code.ok() && code->toString().size() > 2;
}

// A node that was started anew has its clock at the genesis time and mines nothing.
QCoro::Task<Result<>> PracticeMarket::resume(const NodeHandle& node, const NetworkFile& network,
                                             const PracticeRecord& record)
{
    NodeControl control(node.url());
    auto head = co_await control.block(QStringLiteral("latest"));
    if (!head.ok()) {
        co_return head.error();
    }
    auto timed = co_await control.setTime(std::max(head->time + 1, systemNow() + record.clockOffset));
    if (!timed.ok()) {
        co_return timed.error();
    }
    auto mined = co_await control.mine();
    if (!mined.ok()) {
        co_return mined.error();
    }
    auto mining = co_await control.setAutomine(true);
    if (!mining.ok()) {
        co_return mining.error();
    }
    co_return m_files.write(network);
}

QCoro::Task<void> PracticeMarket::endNode(NodeHandle node)
{
    endAnvil(node, m_files.folder());
    for (int i = 0; i < kEndPolls && isAlive(node, m_files.folder()); ++i) {
        co_await QCoro::sleepFor(kPoll);
    }
    endAnvil(node, m_files.folder(), true);
    m_files.forgetNode();
}

QCoro::Task<Result<>> PracticeMarket::stop()
{
    auto locked = co_await lock();
    if (!locked.ok()) {
        co_return locked.error();
    }
    if (const auto node = m_files.node()) {
        co_await endNode(*node);
    }
    m_started.reset();
    m_lock.reset();
    co_return Unit();
}

QCoro::Task<Result<>> PracticeMarket::reset()
{
    auto stopped = co_await stop();
    if (!stopped.ok()) {
        co_return stopped.error();
    }
    co_return m_files.remove();
}

QCoro::Task<Result<UnixTime>> PracticeMarket::pushClock(std::int64_t seconds)
{
    const auto node = m_files.node();
    AC_CO_TRY(PracticeRecord record, m_files.record());
    if (!node || !isAlive(*node, m_files.folder())) {
        co_return Error(ChainError::NodeUnreachable, {node ? node->url() : std::string()});
    }
    NodeControl control(node->url());
    auto pushed = co_await control.increaseTime(seconds);
    if (!pushed.ok()) {
        co_return pushed.error();
    }
    auto mined = co_await control.mine();
    if (!mined.ok()) {
        co_return mined.error();
    }
    auto head = co_await control.block(QStringLiteral("latest"));
    if (!head.ok()) {
        co_return head.error();
    }
    record.clockOffset = head->time - systemNow();
    AC_CO_CHECK(m_files.write(record));
    co_return head->time;
}

UnixTime PracticeMarket::now() const
{
    const auto record = m_files.record();
    return systemNow() + (record.ok() ? record->clockOffset : 0);
}

QCoro::Task<PracticeStatus> PracticeMarket::status()
{
    PracticeStatus status;
    status.created = m_files.isCreated();
    status.now = now();
    const auto node = m_files.node();
    const auto network = m_files.network();
    if (network.ok() && node && isAlive(*node, m_files.folder())) {
        status.running = co_await isOurs(*node, *network);
        status.node = *node;
    }
    co_return status;
}

} // namespace autochain::practice
