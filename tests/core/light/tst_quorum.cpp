// SPDX-License-Identifier: GPL-3.0-or-later
// Chains without proof of work: what most of several nodes name, and what one of them cannot make a person believe.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "light/quorum_node.h"
#include "watch.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::light;
using namespace autochain::light::test;

namespace
{

Scene& scene()
{
    static Scene kScene;
    return kScene;
}

BlockVote voteFor(const char* url, std::uint64_t number, std::uint8_t hash, std::uint8_t root = 1)
{
    BlockVote vote{url, {number, {}, 0}, {}};
    vote.block.hash.bytes[0] = hash;
    vote.stateRoot.bytes[0] = root;
    return vote;
}

struct Council {
    explicit Council(std::vector<test::Lie> lies)
    {
        std::vector<PeerOptions> peers;
        for (std::size_t i = 0; i < lies.size(); ++i) {
            nodes.push_back(std::make_unique<LyingNode>(scene(), std::move(lies[i])));
            PeerOptions peer;
            peer.url = "https://node" + std::to_string(i) + ".example";
            peer.chainId = scene().chain.rules().chainId;
            peer.genesisHash = scene().chain.rules().genesisHash;
            peer.transport = [node = nodes.back().get()](QByteArray question) -> QCoro::Task<Result<Bytes>> {
                co_return node->exchange(question);
            };
            peers.push_back(std::move(peer));
        }
        node = std::make_unique<QuorumNode>(peers);
    }

    Result<Sourced<std::vector<std::vector<U256>>>> word()
    {
        return await(node->storage({{scene().contract, {Scene::slot(kChangedSlot)}}}));
    }

    std::vector<std::unique_ptr<LyingNode>> nodes;
    std::unique_ptr<QuorumNode> node;
};

// With two honest nodes beside the liar only the truth may be read, and as a word.
QString wrongIn(Council& council)
{
    const auto words = council.word();
    const auto account = await(council.node->account(scene().buyer));
    if (!words.ok() || !account.ok()) {
        return QStringLiteral("nothing was read");
    }
    if (words->provenance != Provenance::Reported || account->provenance != Provenance::Reported) {
        return QStringLiteral("more than reported");
    }
    const pow::World* const world = scene().chain.block(words->block.hash).world.get();
    if (words->value[0][0] != world->word(scene().contract, Scene::slot(kChangedSlot))) {
        return QStringLiteral("a wrong word");
    }
    return account->value.balanceWei == world->find(scene().buyer)->balanceWei ? QString()
                                                                               : QStringLiteral("a wrong balance");
}

} // namespace

class TestQuorum : public QObject
{
    Q_OBJECT

private slots:
    void howManyAreNeeded()
    {
        const std::vector<std::size_t> expected{0, 0, 2, 2, 3, 3, 4};
        for (std::size_t nodes = 0; nodes < expected.size(); ++nodes) {
            QCOMPARE(quorumOf(nodes), expected[nodes]);
        }
    }

    void theHeightMostHaveReached()
    {
        const std::vector<BlockVote> newest{voteFor("a", 12, 1), voteFor("b", 10, 1), voteFor("c", 11, 1)};
        QCOMPARE(heightFor(newest, 2), std::optional<std::uint64_t>(11));
        QCOMPARE(heightFor(newest, 3), std::optional<std::uint64_t>(10));
        QVERIFY(!heightFor(newest, 4));
        QVERIFY(!heightFor(newest, 0));
    }

    void theSameBlock()
    {
        const auto agreed = agreedBy(std::vector{voteFor("a", 9, 1), voteFor("b", 9, 2), voteFor("c", 9, 1)}, 2);
        QVERIFY(agreed);
        QCOMPARE(agreed->agreeing, (std::vector<std::string>{"a", "c"}));
        QCOMPARE(agreed->others, std::vector<std::string>{"b"});
    }

    void aStateOfItsOwnIsAnotherBlock()
    {
        QVERIFY(!agreedBy(std::vector{voteFor("a", 9, 1, 1), voteFor("b", 9, 1, 2)}, 2));
    }

    void nobodyVotesTwice()
    {
        QVERIFY(!agreedBy(std::vector{voteFor("a", 9, 1), voteFor("a", 9, 1), voteFor("b", 9, 2)}, 2));
    }

    void honestNodesAgree()
    {
        Council council({honest(), honest(), honest()});
        QCOMPARE(wrongIn(council), QString());
        QCOMPARE(council.node->status().agreed->agreeing.size(), std::size_t(3));
        QVERIFY(council.node->status().contradicted.empty());
    }

    void oneLiar_data()
    {
        QTest::addColumn<int>("index");
        const auto lies = allLies();
        for (std::size_t i = 0; i < lies.size(); ++i) {
            if (!lies[i].wire) { // those of the wire cost time, and the same code
                QTest::addRow("%s", lies[i].name.c_str()) << static_cast<int>(i);
            }
        }
    }

    void oneLiar()
    {
        QFETCH(int, index);
        Council council({allLies()[static_cast<std::size_t>(index)], honest(), honest()});
        QCOMPARE(wrongIn(council), QString());
    }

    void aValueThatDoesNotFitNamesItsNode()
    {
        for (test::Lie& lie : allLies()) {
            if (lie.name == "slot-value") {
                Council council({lie, honest(), honest()});
                QCOMPARE(wrongIn(council), QString());
                QCOMPARE(council.node->status().contradicted.size(), std::size_t(1));
                QCOMPARE(council.node->status().contradicted[0].url, std::string("https://node0.example"));
                return;
            }
        }
        QFAIL("there is no such lie any more");
    }

    // Two of two: no block is agreed upon, and what is read is one node's word, which the status says.
    void twoThatDoNotAgree()
    {
        Council council({honest(), honest()});
        council.nodes[1]->node().follow(scene().lighter);
        const auto words = council.word();
        QVERIFY(words.ok());
        QVERIFY(words->provenance == Provenance::Reported);
        // The lighter branch ends at block 8 and leaves at 6: at its height they name different blocks.
        QVERIFY(!council.node->status().agreed);
    }

    void whoIsBehindStillAgrees()
    {
        Council council({honest(), honest(), honest()});
        council.nodes[0]->node().follow(scene().at(9).head.hash);
        council.nodes[1]->node().follow(scene().at(8).head.hash);
        QCOMPARE(wrongIn(council), QString());
        QCOMPARE(council.node->status().agreed->block.number, std::uint64_t(9));
        QCOMPARE(council.node->status().agreed->agreeing.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestQuorum)
#include "tst_quorum.moc"
