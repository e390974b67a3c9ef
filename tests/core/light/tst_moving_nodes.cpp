// SPDX-License-Identifier: GPL-3.0-or-later
// Honest nodes whose chain changes while they are asked: they are not taken for liars, and what is read is of the new
// chain.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "watch.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::light;
using namespace autochain::light::test;

namespace
{

// Follows another branch just before it answers the question that `when` picks.
void moveWhen(LyingNode& node, const Hash32& head, std::function<bool(const pow::Question&)> when)
{
    node.node().onReply = [&node, head, when = std::move(when), moved = false](const pow::Question& question,
                                                                               const pow::Reply& honest) mutable {
        if (moved || !when(question)) {
            return honest;
        }
        moved = true;
        node.node().follow(head);
        return node.node().reply(question);
    };
}

// A branch that leaves the honest one at `fork` and holds 3,000 in the changed slot from its first block on.
Hash32 branch(Scene& scene, std::uint64_t fork, std::uint64_t blocks)
{
    pow::BlockPlan plan;
    plan.world = *scene.at(fork).world;
    plan.world->setWord(scene.contract, Scene::slot(kChangedSlot), U256(3'000));
    plan.mark = 77;
    return scene.chain.grow(scene.chain.mine(scene.at(fork).head.hash, plan), blocks - 1);
}

} // namespace

class TestMovingNodes : public QObject
{
    Q_OBJECT

private slots:
    void beforeAProof_data()
    {
        QTest::addColumn<int>("proof");
        QTest::addColumn<int>("fork");
        for (const int proof : {1, 2, 3}) { // of the newest block, of the old one, of another contract there
            for (const int fork : {9, 8, 7, 5}) {
                QTest::addRow("proof %d, fork at %d", proof, fork) << proof << fork;
            }
        }
    }

    void beforeAProof()
    {
        QFETCH(int, proof);
        QFETCH(int, fork);
        Scene scene;
        Watch watch(scene);
        LyingNode& node = watch.add(honest());
        const Hash32 head = branch(scene, static_cast<std::uint64_t>(fork), 8);
        moveWhen(node, head, [proof, asked = 0](const pow::Question& question) mutable {
            asked += question.method == QLatin1String("eth_getProof") ? 1 : 0;
            return asked == proof;
        });
        watch.start();
        watch.clock.set(static_cast<UnixTime>(scene.chain.block(head).head.header.timestamp) + 30);
        checkValue(watch, head);
    }

    void betweenHeaders_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("times");
        for (const char* number : {"0x1", "0x7", "0x8", "0x9", "0xa"}) {
            for (const int times : {1, 2}) {
                QTest::addRow("%s, time %d", number, times) << QString::fromLatin1(number) << times;
            }
        }
    }

    void betweenHeaders()
    {
        QFETCH(QString, number);
        QFETCH(int, times);
        Scene scene;
        Watch watch(scene);
        LyingNode& node = watch.add(honest());
        const Hash32 head = branch(scene, 7, 8);
        moveWhen(node, head, [number, times, asked = 0](const pow::Question& question) mutable {
            asked += question.params.at(0) == QJsonValue(number) ? 1 : 0;
            return asked == times;
        });
        watch.start();
        watch.clock.set(static_cast<UnixTime>(scene.chain.block(head).head.header.timestamp) + 30);
        // It is asked again, when its rest of some seconds is over at the latest.
        QTRY_VERIFY_WITH_TIMEOUT((QCoro::waitFor(watch.client->refresh()), watch.client->inSync()), 8'000);
        node.node().onReply = {};
        node.node().follow(head);
        checkValue(watch, head);
    }

private:
    static void checkValue(Watch& watch, const Hash32& head)
    {
        const std::vector<StorageRequest> wanted{{watch.scene.contract, {Scene::slot(kChangedSlot)}},
                                                 {watch.scene.otherContract, {Scene::slot(1)}}};
        Result<Sourced<std::vector<std::vector<U256>>>> words(ChainError::NotFound);
        for (int i = 0; i < 40 && (!words.ok() || words->block.hash != head); ++i) { // until it has moved everywhere
            words = await(watch.node->storage(wanted));
            QVERIFY(watch.standing(0).state != PeerState::ShutOut);
            QTest::qWait(words.ok() && words->block.hash == head ? 0 : 200);
        }
        QVERIFY2(words.ok(), words.ok() ? "" : words.error().detail.c_str());
        QVERIFY(words->block.hash == head);
        QCOMPARE(words->provenance, Provenance::Proven);
        QVERIFY(words->value[0][0] == U256(3'000) && words->value[1][0] == U256(9'001));
        QVERIFY(watch.standing(0).state == PeerState::Agrees);
    }
};

QTEST_GUILESS_MAIN(TestMovingNodes)
#include "tst_moving_nodes.moc"
