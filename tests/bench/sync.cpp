// SPDX-License-Identifier: GPL-3.0-or-later
// How long the light client takes from a checkpoint on, over HTTP on this computer: 30,000 headers of epoch 400, every
// seal checked; and from a checkpoint to the first proven balance. The node is a thread with its answers ready, so that
// what is measured is ours. Medians of five runs; the peer is libethash's time for as many seals, one thread.
#include "await.h"
#include "base/hex.h"
#include "chain/trie.h"
#include "codec/json.h"
#include "codec/rlp.h"
#include "crypto/hash.h"
#include "libethash.h"
#include "light/verified_node.h"
#include "pow_json.h"
#include "pow_server.h"
#include "world.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace autochain;

namespace
{
constexpr std::uint32_t kEpoch = 400;
constexpr std::uint64_t kFirst = std::uint64_t{kEpoch} * ethash::kEpochBlocks; // the checkpoint is the block before
constexpr std::size_t kHeaders = 29'999; // unless the first argument names another number
constexpr std::size_t kShortWay = 240;   // an hour of blocks: what a wallet opened daily has to catch up with, and more
constexpr int kRuns = 5;
constexpr std::uint64_t kGasLimit = 15'000'000;

Address holder()
{
    Address address;
    address.bytes[19] = 7;
    return address;
}

ChainRules benchRules()
{
    ChainRules rules;
    rules.name = "bench";
    rules.chainId = 20'400;
    rules.genesisHash.bytes[0] = 1;
    rules.homesteadBlock = 0;
    rules.uncleAdjustmentBlock = 0;
    rules.fixedDifficulty = 1; // any nonce is enough work; the mix costs as much as ever
    return rules;
}

// A chain from block 11,999,999 to 12,029,998, sealed.
std::vector<HashedHeader> makeChain(const ethash::LightCache& cache, const Hash32& stateRoot, std::size_t headers)
{
    std::vector<HashedHeader> chain;
    Hash32 parent;
    for (std::size_t i = 0; i <= headers; ++i) {
        Header header;
        header.parentHash = parent;
        header.unclesHash = noUnclesHash();
        header.stateRoot = stateRoot;
        header.transactionsRoot = emptyTrieRoot();
        header.receiptsRoot = emptyTrieRoot();
        header.difficulty = U256(1);
        header.number = kFirst - 1 + i;
        header.gasLimit = kGasLimit;
        header.timestamp = 1'700'000'000 + 13 * i;
        const ethash::Work work{sealHashOf(header), 0};
        header.mixHash = i == 0 ? Hash32() : ethash::evaluate(cache, work).mixHash;
        const Hash32 hash = hashOf(header);
        chain.push_back({std::move(header), hash});
        parent = hash;
    }
    return chain;
}

// Answers from memory. Lives in a thread of its own.
class ReadyNode
{
public:
    ReadyNode(const std::vector<HashedHeader>& chain, const pow::World& world)
    {
        m_thread.start();
        m_worker.moveToThread(&m_thread);
        for (const HashedHeader& header : chain) {
            m_headers.push_back(QByteArray::fromStdString(json::write(pow::headerJson(header))));
        }
        m_proof = proofJson(world);
        QMetaObject::invokeMethod(
            &m_worker,
            [this] {
                m_server = std::make_unique<pow::PowServer>(
                    [this](const QByteArray& question) { return pow::WireAnswer{answer(question)}; });
            },
            Qt::BlockingQueuedConnection);
    }
    ~ReadyNode()
    {
        QMetaObject::invokeMethod(
            &m_worker, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    std::string url() const { return m_server->url(); }

private:
    static QByteArray proofJson(const pow::World& world)
    {
        QJsonArray nodes;
        for (const Bytes& node : world.accountProof(holder())) {
            nodes.append(json::qs(toHex0x(node)));
        }
        const Account account = world.account(holder());
        const QJsonObject proof{{QStringLiteral("address"), json::qs(toHex0x(holder()))},
                                {QStringLiteral("storageHash"), json::qs(toHex0x(account.storageRoot))},
                                {QStringLiteral("accountProof"), nodes},
                                {QStringLiteral("storageProof"), QJsonArray()}};
        return QByteArray::fromStdString(json::write(proof));
    }

    QByteArray resultOf(const QJsonObject& question) const
    {
        const QString method = question.value(QLatin1String("method")).toString();
        const QString first = question.value(QLatin1String("params")).toArray().at(0).toString();
        if (method == QLatin1String("eth_chainId")) {
            return "\"0x4fb0\"";
        }
        if (method == QLatin1String("eth_getProof")) {
            return m_proof;
        }
        if (first == QLatin1String("latest")) {
            return m_headers.back();
        }
        const std::uint64_t number = first.toULongLong(nullptr, 16);
        if (number == 0) {
            return "{\"number\":\"0x0\",\"timestamp\":\"0x0\",\"hash\":\"0x01" + QByteArray(62, '0') + "\"}";
        }
        const std::uint64_t at = number - (kFirst - 1);
        return at < m_headers.size() ? m_headers[static_cast<std::size_t>(at)] : QByteArray("null");
    }

    QByteArray answer(const QByteArray& body) const
    {
        const auto questions =
            json::parse(asBytes(std::string_view(body.constData(), static_cast<std::size_t>(body.size()))));
        QByteArray out = "[";
        for (const QJsonValue& entry : questions->toArray()) {
            const QJsonObject question = entry.toObject();
            out += out.size() > 1 ? "," : "";
            out +=
                "{\"jsonrpc\":\"2.0\",\"id\":" + QByteArray::number(question.value(QLatin1String("id")).toInteger()) +
                ",\"result\":" + resultOf(question) + "}";
        }
        return out + "]";
    }

    std::vector<QByteArray> m_headers;
    QByteArray m_proof;
    QThread m_thread;
    QObject m_worker;
    std::unique_ptr<pow::PowServer> m_server;
};

struct Setting {
    const std::vector<HashedHeader>* chain = nullptr;
    std::string url;
    std::string cacheFolder;
};

light::LightOptions optionsFor(const Setting& setting, std::size_t behind)
{
    light::LightOptions options;
    options.rules = benchRules();
    const HashedHeader& from = (*setting.chain)[setting.chain->size() - 1 - behind];
    options.checkpoint = {from.header.number, from.hash, {}, {}};
    options.sureness = {12, 12, 300};
    options.cacheFolder = setting.cacheFolder;
    light::PeerOptions peer;
    peer.url = setting.url;
    peer.chainId = options.rules.chainId;
    peer.genesisHash = options.rules.genesisHash;
    options.peers.push_back(peer);
    return options;
}

// Seconds until all headers behind the checkpoint were checked and a balance was read; -1: it was not proven.
double run(const Setting& setting, std::size_t behind, const FixedClock& clock)
{
    const QTemporaryDir folder;
    QElapsedTimer watch;
    watch.start();
    auto archive = light::HeaderArchive::open(folder.filePath(QStringLiteral("headers.db")).toStdString(),
                                              benchRules().genesisHash);
    const auto client = light::LightClient::make(optionsFor(setting, behind), std::move(*archive), clock);
    light::VerifiedNode node(client, {});
    node.setPatient(true);
    const auto balance = await(node.account(holder()));
    const double seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
    // What it began for later (the next epoch's cache, writing this one's) is not to be in the next run's time.
    QThreadPool::globalInstance()->waitForDone();
    const bool right = balance.ok() && balance->provenance == Provenance::Proven &&
                       balance->block.number == setting.chain->back().header.number &&
                       balance->value.balanceWei == U256(1'000);
    return right ? seconds : -1;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.front() < 0 ? -1 : values[values.size() / 2];
}

double libethashSeconds(std::size_t seals)
{
    const auto peer = bench::LibEthash::load();
    if (!peer) {
        return 0;
    }
    constexpr std::size_t kSample = 200;
    auto* const light = peer->newLight(kFirst);
    QElapsedTimer watch;
    watch.start();
    for (std::size_t i = 0; i < kSample; ++i) {
        (void)peer->compute(light, keccak256(U256(i).toBigEndian()), i);
    }
    return static_cast<double>(watch.nsecsElapsed()) / 1e9 * static_cast<double>(seals) / kSample;
}
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir caches;
    pow::World world;
    for (std::uint8_t i = 1; i < 200; ++i) {
        Address other;
        other.bytes[0] = i;
        world.setBalance(other, U256(i));
    }
    world.setBalance(holder(), U256(1'000));
    const auto cache = ethash::LightCache::generate({kEpoch, kEpoch});
    const std::size_t headers = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : kHeaders;
    if (headers < kShortWay || headers > kHeaders) {
        std::fprintf(stderr, "between %zu and %zu headers\n", kShortWay, kHeaders);
        return 2;
    }
    const auto chain = makeChain(cache, world.root(), headers);
    const ReadyNode node(chain, world);
    const FixedClock clock(static_cast<UnixTime>(chain.back().header.timestamp) + 5);
    Setting setting{&chain, node.url(), caches.path().toStdString()};

    std::vector<double> cold; // the cache has to be made
    std::vector<double> shortWay;
    std::vector<double> longWay;
    std::vector<double> peer;
    for (int i = 0; i < kRuns; ++i) {
        Setting fresh = setting;
        const QTemporaryDir empty;
        fresh.cacheFolder = empty.path().toStdString();
        cold.push_back(run(fresh, kShortWay, clock));
        shortWay.push_back(run(setting, kShortWay, clock));
        longWay.push_back(run(setting, headers, clock));
        peer.push_back(libethashSeconds(headers));
    }
    std::printf("%-68s %8.2f s\n", "checkpoint to a proven balance, 240 headers, Ethash cache made", median(cold));
    std::printf("%-68s %8.2f s\n", "checkpoint to a proven balance, 240 headers, cache kept (first made)",
                median(shortWay));
    std::printf("%-68s %8.2f s\n", "29,999 headers of epoch 400 fetched and checked, and a proven balance",
                median(longWay));
    std::printf("%-68s %8.2f s\n", "libethash, one thread, 29,999 seals alone (of 200 measured)", median(peer));
    return std::min({median(cold), median(shortWay), median(longWay)}) > 0 ? 0 : 1;
}
