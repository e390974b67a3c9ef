// SPDX-License-Identifier: GPL-3.0-or-later
// Every lie, told by one node alone, by one of three, and by two of three that agree: nothing wrong is ever shown as
// proven, the liar is named, and where one honest node is there the truth arrives.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "watch.h"
#endif

#include <QElapsedTimer>
#include <QTest>

#include <set>

using namespace autochain;
using namespace autochain::light;
using namespace autochain::light::test;

namespace
{

constexpr qint64 kLongestMs = 10'000; // for all the reading of one case

Scene& scene()
{
    static Scene kScene;
    return kScene;
}

const std::vector<test::Lie>& lies()
{
    static const std::vector<test::Lie> kLies = allLies();
    return kLies;
}

const char* nameOf(PeerState state)
{
    static const char* const kNames[] = {"unknown", "agrees",  "behind",      "other fork",
                                         "away",    "refuses", "wrong chain", "shut out"};
    return kNames[static_cast<int>(state)];
}

std::string joined(const std::vector<std::string>& findings)
{
    std::string out;
    for (const std::string& one : findings) {
        out += one + "; ";
    }
    return out;
}

// What the person sees of the liar; a sentence where it is not what should be seen.
std::string misjudged(const Watch& watch, std::size_t i, bool alone)
{
    LyingNode& liar = *watch.nodes[i];
    const PeerStanding standing = watch.standing(i);
    if (liar.lie().verdict == Verdict::Free || !liar.hasLied()) {
        return {};
    }
    if (standing.state == PeerState::ShutOut) {
        const bool told = standing.lie != light::Lie::None && !standing.lieDetail.empty() && !standing.url.empty();
        return told ? std::string() : "shut out, but not why";
    }
    const bool seen = standing.state != PeerState::Agrees;
    if (liar.lie().verdict == Verdict::Seen && (seen || alone)) {
        return {};
    }
    return std::string("is shown as ") + nameOf(standing.state);
}

} // namespace

class TestLies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::set<std::string> names;
        for (const auto& lie : lies()) {
            QVERIFY2(names.insert(lie.name).second, lie.name.c_str());
        }
        QVERIFY(lies().size() >= 60);
        qInfo("%zu lies", lies().size());
    }

    void honestNodesAreBelieved()
    {
        Watch watch(scene());
        for (int i = 0; i < 3; ++i) {
            watch.add(honest());
        }
        watch.start();
        const std::string findings = joined(readEverything(watch, true));
        QVERIFY2(findings.empty(), findings.c_str());
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(nameOf(watch.standing(i).state), nameOf(PeerState::Agrees));
        }
        QVERIFY(watch.client->status().head->hash == scene().head);
    }

    // A node that has nothing new to tell any more: what was proven is shown as old, until somebody tells more.
    void whatIsWithheldGrowsStale()
    {
        Watch watch(scene());
        LyingNode& silent = watch.add(honest());
        LyingNode& other = watch.add(honest());
        silent.node().follow(scene().at(9).head.hash);
        other.node().follow(scene().at(9).head.hash);
        watch.start();
        const std::vector<StorageRequest> wanted{{scene().contract, {Scene::slot(kChangedSlot)}}};
        QCOMPARE(await(watch.node->storage(wanted))->provenance, Provenance::Proven);
        watch.clock.set(watch.clock.now() + 600);
        QCoro::waitFor(watch.client->refresh());
        const auto old = await(watch.node->storage(wanted));
        QCOMPARE(old->provenance, Provenance::Stale);
        QVERIFY(old->value[0][0] == U256(2'005) && old->block.number == 9);
        QVERIFY(watch.client->status().stale);
        pow::BlockPlan late;
        late.seconds = 600;
        late.mark = 60;
        other.node().follow(scene().chain.mine(scene().at(9).head.hash, late));
        QCoro::waitFor(watch.client->refresh());
        const auto fresh = await(watch.node->storage(wanted));
        QCOMPARE(fresh->provenance, Provenance::Proven);
        QCOMPARE(fresh->block.number, std::uint64_t{10});
    }

    void alone_data() { rows(); }
    void alone() { judge(1, 0); }
    void oneOfThree_data() { rows(); }
    void oneOfThree() { judge(1, 2); }
    void twoOfThree_data() { rows(); }
    void twoOfThree() { judge(2, 1); }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < lies().size(); ++i) {
            QTest::newRow(lies()[i].name.c_str()) << static_cast<int>(i);
        }
    }

    static void judge(int liars, int honestOnes)
    {
        QFETCH(int, index);
        const test::Lie& lie = lies()[static_cast<std::size_t>(index)];
        Watch watch(scene());
        for (int i = 0; i < liars; ++i) {
            watch.add(lie);
        }
        for (int i = 0; i < honestOnes; ++i) {
            watch.add(honest());
        }
        watch.start();
        QElapsedTimer clock;
        clock.start();
        const std::string findings = joined(readEverything(watch, honestOnes > 0));
        QVERIFY2(findings.empty(), (lie.claim + ": " + findings).c_str());
        QVERIFY2(clock.elapsed() < kLongestMs, std::to_string(clock.elapsed()).c_str());
        QCoro::waitFor(watch.client->refresh()); // a node that waited for another one has its turn
        QVERIFY(watch.client->status().target < 1'000);
        for (std::size_t i = 0; i < watch.nodes.size(); ++i) {
            if (watch.nodes[i]->lie().name == "honest") {
                QVERIFY2(watch.standing(i).state == PeerState::Agrees, nameOf(watch.standing(i).state));
                continue;
            }
            const std::string wrong = misjudged(watch, i, honestOnes == 0);
            QVERIFY2(wrong.empty(), (lie.claim + ": " + wrong).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestLies)
#include "tst_lies.moc"
