// SPDX-License-Identifier: GPL-3.0-or-later
// What the light client keeps: headers, Ethash caches, the person's checkpoint; and what it begins with.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "crypto/message.h"
#include "crypto/secp256k1.h"
#include "light/open_node.h"
#include "pow_node.h"
#endif

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::light;

namespace
{
constexpr UnixTime kNow = 1'800'100'000;

net::Transport transportTo(pow::PowNode& node)
{
    return [&node](QByteArray question) -> QCoro::Task<Result<Bytes>> {
        const QByteArray answer = node.answer(question);
        co_return Bytes(answer.begin(), answer.end());
    };
}

net::Transport silence()
{
    return [](QByteArray) -> QCoro::Task<Result<Bytes>> {
        std::vector<std::string> args{"http://127.0.0.1:1"};
        co_return Error(ChainError::NodeUnreachable, std::move(args));
    };
}

struct Home {
    QTemporaryDir folder;
    FixedClock clock{kNow};
    std::string path(const char* name) const { return folder.filePath(QLatin1String(name)).toStdString(); }

    std::shared_ptr<LightClient> client(const pow::PowChain& chain, const net::Transport& transport,
                                        const Checkpoint& from)
    {
        LightOptions options;
        options.rules = chain.rules();
        options.checkpoint = from;
        options.sureness = {2, 2, 300};
        options.cacheFolder = path("caches");
        PeerOptions peer;
        peer.url = "http://127.0.0.1:1";
        peer.chainId = chain.rules().chainId;
        peer.genesisHash = chain.genesisHash();
        peer.transport = transport;
        options.peers.push_back(peer);
        auto archive = HeaderArchive::open(path("headers.db"), chain.genesisHash());
        return LightClient::make(std::move(options),
                                 archive.ok() ? std::optional<HeaderArchive>(std::move(archive).value()) : std::nullopt,
                                 clock);
    }
};

Checkpoint genesisOf(const pow::PowChain& chain)
{
    return {0, chain.genesisHash(), {}, {}};
}

NetworkFile networkOf(const pow::PowChain& chain)
{
    NetworkFile network;
    network.kind = NetworkKind::Private;
    network.chainId = chain.rules().chainId;
    network.genesisHash = chain.genesisHash();
    network.nodeUrls = {"http://127.0.0.1:1", "http://127.0.0.1:2"};
    network.rules = chain.rules();
    return network;
}
} // namespace

class TestLightHome : public QObject
{
    Q_OBJECT

private slots:
    void whatWasCheckedIsThereAgainWithoutAnyNode()
    {
        pow::PowChain chain;
        pow::PowNode node(chain, chain.grow(chain.genesisHash(), 300));
        Home home;
        {
            const auto client = home.client(chain, transportTo(node), genesisOf(chain));
            QCoro::waitFor(client->refresh());
            QVERIFY(client->inSync());
            QCOMPARE(client->tree()->head().header.number, std::uint64_t{300});
            QCOMPARE(client->status().peers[0].headersGiven, std::uint64_t{300});
        }
        const auto client = home.client(chain, silence(), genesisOf(chain));
        QCoro::waitFor(client->refresh(std::chrono::milliseconds(50)));
        const LightStatus status = client->status();
        QVERIFY(status.phase == Phase::Offline);
        QVERIFY(status.head.has_value());
        QCOMPARE(status.head->number, std::uint64_t{300});
        QVERIFY(status.head->hash == node.head().head.hash);
        QVERIFY(status.stale); // its age is told, and it is too old
        QVERIFY(status.peers[0].state == PeerState::Away);
    }

    void goesOnWhereItStopped()
    {
        pow::PowChain chain;
        const Hash32 first = chain.grow(chain.genesisHash(), 120);
        pow::PowNode node(chain, first);
        Home home;
        QCoro::waitFor(home.client(chain, transportTo(node), genesisOf(chain))->refresh());
        node.follow(chain.grow(first, 30));
        const auto client = home.client(chain, transportTo(node), genesisOf(chain));
        QCoro::waitFor(client->refresh());
        QCOMPARE(client->tree()->head().header.number, std::uint64_t{150});
        QCOMPARE(client->status().peers[0].headersGiven, std::uint64_t{30});
    }

    void bothBranchesAreKept()
    {
        pow::PowChain chain;
        const auto ends = chain.grow({{chain.genesisHash(), 40, {}, 1}, {chain.genesisHash(), 41, {}, 2}});
        pow::PowNode node(chain, ends[0]);
        Home home;
        {
            const auto client = home.client(chain, transportTo(node), genesisOf(chain));
            QCoro::waitFor(client->refresh());
            node.follow(ends[1]);
            QCoro::waitFor(client->refresh());
            QVERIFY(client->tree()->head().hash == ends[1]);
        }
        const auto client = home.client(chain, silence(), genesisOf(chain));
        QCoro::waitFor(client->refresh(std::chrono::milliseconds(50)));
        QVERIFY(client->tree()->head().hash == ends[1]);
        QVERIFY(client->tree()->find(ends[0]) != nullptr);
    }

    void aDamagedFileIsMadeAnew()
    {
        pow::PowChain chain;
        pow::PowNode node(chain, chain.grow(chain.genesisHash(), 50));
        Home home;
        QCoro::waitFor(home.client(chain, transportTo(node), genesisOf(chain))->refresh());
        QFile file(QString::fromStdString(home.path("headers.db")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 5'000);
        file.seek(4'500);
        file.write("damage");
        file.close();
        const auto client = home.client(chain, transportTo(node), genesisOf(chain));
        QCoro::waitFor(client->refresh());
        QVERIFY(client->inSync());
        QCOMPARE(client->tree()->head().header.number, std::uint64_t{50});
    }

    // Somebody who can write the file puts a header without work at its end.
    void keptHeadersWithoutWorkAreNoticed()
    {
        pow::PowChain chain;
        const Hash32 real = chain.grow(chain.genesisHash(), 50);
        pow::PowNode node(chain, real);
        Home home;
        QCoro::waitFor(home.client(chain, transportTo(node), genesisOf(chain))->refresh());
        pow::BlockPlan plan;
        plan.spoil = [](Header& header) { header.mixHash.bytes[0] ^= 1; };
        const Hash32 forged = chain.mine(real, std::move(plan));
        {
            auto archive = HeaderArchive::open(home.path("headers.db"), chain.genesisHash());
            QVERIFY(archive.ok());
            const std::vector<HashedHeader> headers{chain.block(forged).head};
            QVERIFY(archive->add(headers).ok());
        }
        const auto client = home.client(chain, transportTo(node), genesisOf(chain));
        QCoro::waitFor(client->refresh());
        QVERIFY(client->tree()->head().hash == real);
        QVERIFY(client->tree()->find(forged) == nullptr);
    }

    void anotherCheckpointBeginsAnew()
    {
        pow::PowChain chain;
        const Hash32 head = chain.grow(chain.genesisHash(), 60);
        pow::PowNode node(chain, head);
        Home home;
        QCoro::waitFor(home.client(chain, transportTo(node), genesisOf(chain))->refresh());
        const Checkpoint later = chain.checkpointAt(chain.ancestor(head, 40).head.hash);
        const auto client = home.client(chain, transportTo(node), later);
        QCoro::waitFor(client->refresh());
        QVERIFY(client->inSync());
        QCOMPARE(client->tree()->root().header.number, std::uint64_t{40});
        QCOMPARE(client->status().peers[0].headersGiven, std::uint64_t{20});
    }

    void aDamagedEthashCacheIsMadeAnew()
    {
        const QTemporaryDir folder;
        const ethash::Epoch epoch{0, 0};
        const auto cacheOf = [&] { // as after a new start
            auto cache = *EpochCaches(folder.path().toStdString()).get(epoch).result();
            QThreadPool::globalInstance()->waitForDone(); // it is written after it was given
            return cache;
        };
        const auto made = cacheOf();
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        const auto contents = [&] {
            QFile file(QDir(folder.path()).filePath(files.front()));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray whole = contents();
        QFile file(QDir(folder.path()).filePath(files.front()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(1'000'000);
        file.write("damage");
        file.close();
        QVERIFY(contents() != whole);
        const auto again = cacheOf();
        QVERIFY(std::equal(made->bytes().begin(), made->bytes().end(), again->bytes().begin(), again->bytes().end()));
        QCOMPARE(contents(), whole); // another one was written in its place
        const auto kept = cacheOf();
        QVERIFY(std::equal(made->bytes().begin(), made->bytes().end(), kept->bytes().begin(), kept->bytes().end()));
    }

    void whoseWordTheCheckpointIs()
    {
        pow::PowChain chain;
        NetworkFile network = networkOf(chain);
        const FixedClock clock(kNow);
        const auto sourceIn = [&](const QTemporaryDir& folder) {
            return openNode(network, folder.path().toStdString(), {}, {}, clock).light->status().checkpointSource;
        };
        const QTemporaryDir folder;
        QVERIFY(sourceIn(folder) == CheckpointSource::Genesis);

        network.checkpoint = Checkpoint{7, Hash32::from(Bytes(32, 7)), U256(70), {}};
        QVERIFY(sourceIn(folder) == CheckpointSource::NetworkFile);

        const auto key = PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, 3)));
        QVERIFY(key.ok());
        network.foundation = key->address();
        const std::string text = checkpointText(network.chainId, network.genesisHash, *network.checkpoint);
        network.checkpoint->signature = key->sign(personalMessageHash(asBytes(text))).toRsv();
        QVERIFY(sourceIn(folder) == CheckpointSource::Foundation);
        network.checkpoint->number = 8; // another block under the same signature
        QVERIFY(sourceIn(folder) == CheckpointSource::NetworkFile);

        const Checkpoint own{9, Hash32::from(Bytes(32, 9)), {}, {}};
        QVERIFY(writeOwnCheckpoint(folder.path().toStdString(), own).ok());
        const auto opened = openNode(network, folder.path().toStdString(), {}, {}, clock);
        QVERIFY(opened.light->status().checkpointSource == CheckpointSource::Person);
        QVERIFY(opened.light->status().checkpoint == own);
        QVERIFY(removeOwnCheckpoint(folder.path().toStdString()).ok());
        QVERIFY(removeOwnCheckpoint(folder.path().toStdString()).ok()); // none there is no error
        QVERIFY(sourceIn(folder) == CheckpointSource::NetworkFile);
    }

    void theNodesAreThoseOfTheFileAndThePerson()
    {
        pow::PowChain chain;
        const NetworkFile network = networkOf(chain);
        const FixedClock clock(kNow);
        const QTemporaryDir folder;
        Choices choices;
        choices.addedNodes = {"http://127.0.0.1:3", "http://127.0.0.1:2"};
        choices.removedNodes = {"http://127.0.0.1:1"};
        const auto opened = openNode(network, folder.path().toStdString(), {}, choices, clock);
        const auto peers = opened.light->status().peers;
        QCOMPARE(peers.size(), std::size_t{2});
        QCOMPARE(peers[0].url, std::string("http://127.0.0.1:2"));
        QCOMPARE(peers[1].url, std::string("http://127.0.0.1:3"));
        QVERIFY(peers[0].onThisComputer);
    }

    void withoutRulesNothingIsVerified()
    {
        pow::PowChain chain;
        NetworkFile network = networkOf(chain);
        network.rules.reset();
        const FixedClock clock(kNow);
        const QTemporaryDir folder;
        const auto opened = openNode(network, folder.path().toStdString(), {}, {}, clock);
        QVERIFY(opened.node != nullptr);
        QVERIFY(opened.light == nullptr);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("headers.db"))));
    }
};

QTEST_GUILESS_MAIN(TestLightHome)
#include "tst_light_home.moc"
