// SPDX-License-Identifier: GPL-3.0-or-later
// The practice market as a whole, on a real node.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "base/amount.h"
#include "codec/abi.h"
#include "content/folder_content_store.h"
#include "contracts/generated/listing_board.h"
#include "contracts/generated/vehicle_registry.h"
#include "contracts/storage_reader.h"
#include "crypto/hash.h"
#include "crypto/keystore.h"
#include "net/rpc_node.h"
#include "practice/car_catalog.h"
#include "practice/people.h"
#include "practice/practice_market.h"
#include "vehicle/record_content.h"
#endif

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace autochain;
using practice::PracticeMarket;
using practice::PracticeOptions;
namespace registry = contracts::vehicleRegistry;
namespace board = contracts::listingBoard;

namespace
{
struct Listed {
    Hash32 id;
    board::Listing listing;
    registry::History history;
    Address holder;
};
} // namespace

class TestPracticeMarket : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_market = std::make_unique<PracticeMarket>(options());
        int reports = 0;
        QElapsedTimer timer;
        timer.start();
        auto made = await(m_market->create([&](const practice::PracticeProgress&) { ++reports; }));
        QVERIFY2(made.ok(), made.ok() ? "" : describe(made.error()).c_str());
        qInfo("created in %lld ms, %d reports", timer.elapsed(), reports);
        QVERIFY(reports > 20);
        m_network = *made;
    }

    void cleanupTestCase()
    {
        QVERIFY(await(m_market->reset()).ok());
        QVERIFY(!QFile::exists(path("state.json")));
        QVERIFY(!QFile::exists(path("keys")));
    }

    void networkFileCanBeReadByOthers()
    {
        QFile file(QString::fromStdString(m_market->networkFilePath()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = parseNetworkFile(asBytes(file.readAll().toStdString()), m_dir.path().toStdString());
        QVERIFY(read.ok());
        QVERIFY(read->kind == NetworkKind::Practice);
        QCOMPARE(read->people.front().name, std::string("Alice Brandt"));
        QCOMPARE(read->contracts, m_network.contracts);
    }

    void peopleOpenWithTheKnownPassphrase()
    {
        const auto passphrase = SecretBytes::copyOf(asBytes(practice::kPracticePassphrase));
        for (const auto& person : m_network.people) {
            QFile file(QString::fromStdString(person.keystorePath));
            QVERIFY2(file.open(QIODevice::ReadOnly), person.name.c_str());
            const auto key = decryptKeystore(file.readAll().toStdString(), passphrase);
            QVERIFY(key.ok());
            QVERIFY(key->address() == person.address);
        }
    }

    void listingsAreThere()
    {
        const auto all = readListings();
        QVERIFY(all.size() >= 48);
        const auto bob = std::find_if(all.begin(), all.end(), [](const Listed& l) {
            return l.id == keccak256(std::string_view(practice::kBobsVin));
        });
        QVERIFY(bob != all.end());
        QVERIFY(bob->listing.price == auc(200'000));
        QCOMPARE(bob->history.odometerKm, 64'210U);
        QVERIFY(bob->holder == personNamed("Bob Keller"));
        int longHistories = 0; // one car has hundreds of records, to see how that is read
        for (const auto& entry : all) {
            QVERIFY(entry.listing.seller == entry.holder);
            QVERIFY(entry.listing.listedAt < static_cast<std::uint64_t>(m_market->now()));
            QVERIFY(entry.listing.expiresAt > static_cast<std::uint64_t>(m_market->now()));
            QVERIFY(entry.history.count >= 2);
            longHistories += entry.history.count > 64 ? 1 : 0;
        }
        QVERIFY(longHistories <= 1);
    }

    // Every head follows from the events, every block of content fits its digest and is a record.
    void headsFollowFromLogsAndContent()
    {
        net::RpcNode node(net::NodeOptions::of(m_network));
        LogFilter filter;
        filter.address = m_network.contract("vehicleRegistry");
        filter.topics = {registry::kRecordAppendedTopic};
        const auto top = await(node.head());
        QVERIFY(top.ok());
        filter.toBlock = top->number;
        const auto logs = await(node.logs(filter));
        QVERIFY(logs.ok());
        const FolderContentStore store(m_network.contentFolder);
        const abi::Type type = *abi::parseType("(bytes32,uint64,uint8,address,uint64,uint32,bytes32)");
        std::map<Hash32, Hash32> heads;
        std::map<Hash32, std::uint64_t> counts;
        std::uint64_t lastTime = 0;
        for (const auto& log : *logs) {
            const auto event = registry::decodeRecordAppendedEvent(log);
            QVERIFY(event.ok());
            QCOMPARE(event->index, counts[event->vehicleId]++);
            QVERIFY(event->time >= lastTime);
            lastTime = event->time;
            const std::vector<abi::Value> values{
                heads[event->vehicleId], event->index, static_cast<std::uint64_t>(event->kind),
                event->provider,         event->time,  event->odometerKm,
                event->contentDigest};
            heads[event->vehicleId] = keccak256(*abi::encode(type, values));
            QVERIFY(heads[event->vehicleId] == event->head);
            // What the registry writes itself has the new holder in place of a digest.
            if (!event->contentDigest.isZero() && event->provider != filter.address) {
                const auto block = store.read(event->contentDigest);
                QVERIFY(block.ok());
                const auto content = vehicle::parseRecordContent(*block);
                QVERIFY(content.ok());
                QVERIFY(!content->title.empty());
            }
        }
        for (const auto& entry : readListings()) {
            QVERIFY(heads[entry.id] == entry.history.head);
            QCOMPARE(counts[entry.id], entry.history.count);
            QVERIFY(store.read(entry.listing.contentDigest).ok());
        }
    }

    void somebodyElseFindsItRunning()
    {
        PracticeMarket other(options());
        const auto pid = m_market->files().node()->pid;
        const auto found = await(other.create());
        QVERIFY(found.ok());
        QCOMPARE(found->nodeUrls, m_network.nodeUrls);
        QCOMPARE(other.files().node()->pid, pid);
    }

    void clockCanBePushed()
    {
        const auto before = m_market->now();
        const auto pushed = await(m_market->pushClock(3 * 86400));
        QVERIFY(pushed.ok());
        QVERIFY(std::abs(*pushed - before - 3 * 86400) < 30);
        QVERIFY(std::abs(m_market->now() - *pushed) < 30);
    }

    void stopAndStartKeepTheState()
    {
        const auto before = readListings();
        const auto time = m_market->now();
        QVERIFY(await(m_market->stop()).ok());
        QVERIFY(!QCoro::waitFor(m_market->status()).running);
        restart();
        QCOMPARE(readListings().size(), before.size());
        QVERIFY(headTime() >= time);
        QVERIFY(headTime() < time + 60);
    }

    void killedNodeComesBack()
    {
        const auto before = readListings();
        QTest::qWait(1500); // the node writes its state every second
        const auto folder = m_market->files().folder();
        practice::endAnvil(*m_market->files().node(), folder, true);
        QTRY_VERIFY(!practice::isAlive(*m_market->files().node(), folder));
        restart();
        const auto after = readListings();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            QVERIFY(after[i].history == before[i].history);
        }
    }

    void tornStateFallsBackToTheBackup()
    {
        QVERIFY(await(m_market->stop()).ok());
        QFile state(path("state.json"));
        QVERIFY(state.resize(state.size() / 2));
        restart();
        QVERIFY(readListings().size() >= 48);
    }

    void anotherPortWhereTheWantedIsTaken()
    {
        QVERIFY(await(m_market->stop()).ok());
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress::LocalHost, 0));
        {
            PracticeMarket other({m_dir.path().toStdString(), true, {}, squatter.serverPort()});
            const auto started = await(other.start());
            QVERIFY(started.ok());
            QVERIFY(other.files().node()->port != squatter.serverPort());
        }
        restart(); // detached: the node went on when the object went
        QVERIFY(readListings().size() >= 48);
    }

    void wrongChainIsNoticed()
    {
        auto options = net::NodeOptions::of(m_network);
        options.chainId = 61;
        net::RpcNode node(options);
        QVERIFY(await(node.head()).error().is(ChainError::WrongChain));
        options = net::NodeOptions::of(m_network);
        options.genesisHash.bytes[0] ^= 1;
        net::RpcNode other(options);
        QVERIFY(await(other.head()).error().is(ChainError::WrongChain));
    }

    // Somebody else's node under the id our file remembers: neither handed out nor ended.
    void foreignNodeIsLeftAlone()
    {
        QVERIFY(await(m_market->stop()).ok());
        QTemporaryDir elsewhere;
        const auto program = practice::findAnvil();
        QVERIFY(program.ok());
        const auto foreign = practice::startAnvil({*program, elsewhere.path().toStdString(), 1'000'000'000, 0});
        QVERIFY(foreign.ok());
        QVERIFY(m_market->files().write(*foreign).ok());
        restart();
        QVERIFY(practice::isAlive(*foreign, elsewhere.path().toStdString()));
        QVERIFY(m_market->files().node()->pid != foreign->pid);
        QVERIFY(readListings().size() >= 48);
        practice::endAnvil(*foreign, elsewhere.path().toStdString(), true);
    }

    void nothingToStartInAnEmptyFolder()
    {
        QTemporaryDir elsewhere;
        PracticeMarket empty({elsewhere.path().toStdString(), false, {}, 0});
        QVERIFY(await(empty.start()).error().is(PracticeError::NotCreated));
    }

private:
    PracticeOptions options() const { return {m_dir.path().toStdString(), false, {}, 0}; }
    QString path(const char* name) const { return m_dir.filePath(QLatin1String(name)); }
    static std::string describe(const Error& error)
    {
        std::string text = std::to_string(static_cast<int>(error.domain)) + "/" + std::to_string(error.code);
        for (const auto& arg : error.args) {
            text += " " + arg;
        }
        return text + " " + error.detail;
    }
    Address personNamed(std::string_view name) const
    {
        const auto found = std::find_if(m_network.people.begin(), m_network.people.end(),
                                        [&](const PracticePerson& p) { return p.name == name; });
        return found == m_network.people.end() ? Address() : found->address;
    }
    void restart()
    {
        const auto again = await(m_market->start());
        QVERIFY2(again.ok(), again.ok() ? "" : describe(again.error()).c_str());
        m_network = *again;
    }
    UnixTime headTime()
    {
        net::RpcNode node(net::NodeOptions::of(m_network));
        const auto head = await(node.head());
        return head.ok() ? head->time : 0;
    }
    std::vector<Listed> readListings()
    {
        net::RpcNode node(net::NodeOptions::of(m_network));
        const Address listingBoard = m_network.contract("listingBoard");
        StorageBatch first;
        const auto length = first.add(listingBoard, board::listedLengthReader());
        if (!await(first.run(node)).ok()) {
            return {};
        }
        StorageBatch second;
        std::vector<std::shared_ptr<Hash32>> ids;
        for (std::uint64_t i = 0; i < *length; ++i) {
            ids.push_back(second.add(listingBoard, board::listedReader(i)));
        }
        if (!await(second.run(node)).ok()) {
            return {};
        }
        StorageBatch third;
        std::vector<std::shared_ptr<board::Listing>> listings;
        std::vector<std::shared_ptr<registry::History>> histories;
        std::vector<std::shared_ptr<Address>> holders;
        for (const auto& id : ids) {
            listings.push_back(third.add(listingBoard, board::listingsReader(*id)));
            histories.push_back(third.add(m_network.contract("vehicleRegistry"), registry::historiesReader(*id)));
            holders.push_back(third.add(m_network.contract("vehicleRegistry"), registry::holdersReader(*id)));
        }
        const auto source = await(third.run(node));
        if (!source.ok() || source->provenance != Provenance::Local) {
            return {};
        }
        std::vector<Listed> all;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            all.push_back({*ids[i], *listings[i], *histories[i], *holders[i]});
        }
        return all;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<PracticeMarket> m_market;
    NetworkFile m_network;
};

QTEST_GUILESS_MAIN(TestPracticeMarket)
#include "tst_practice_market.moc"
