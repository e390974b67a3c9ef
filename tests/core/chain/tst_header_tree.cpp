// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "chain/finality.h"
#include "chain/header_tree.h"
#include "codec/json.h"
#include "headers.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::test;

namespace
{

ChainRules someRules()
{
    ChainRules rules;
    rules.homesteadBlock = 0;
    rules.uncleAdjustmentBlock = 0;
    return rules;
}

HeaderTree freshTree()
{
    const HashedHeader first = genesis(someRules());
    return *HeaderTree::startingAt({0, first.hash, first.header.difficulty, {}}, first, someRules());
}

// A chain on top of a block; shorter intervals make more difficulty.
std::vector<HashedHeader> chainOn(HashedHeader tip, std::size_t blocks, std::uint64_t seconds, std::uint8_t mark)
{
    std::vector<HashedHeader> out;
    for (std::size_t i = 0; i < blocks; ++i) {
        tip = hashed(childOf(tip, someRules(), seconds, mark));
        out.push_back(tip);
    }
    return out;
}

TreeChange addAll(HeaderTree& tree, const std::vector<HashedHeader>& headers)
{
    TreeChange last;
    for (const HashedHeader& header : headers) {
        const auto change = tree.add(SealedHeader::checkedBefore(header));
        last = std::holds_alternative<TreeChange>(change) ? std::get<TreeChange>(change) : TreeChange{.known = true};
        if (last.undone > 0) {
            return last;
        }
    }
    return last;
}

Refused refusalOf(HeaderTree& tree, const HashedHeader& header)
{
    const auto change = tree.add(SealedHeader::checkedBefore(header));
    return std::holds_alternative<Refused>(change) ? std::get<Refused>(change) : Refused{TreeRefusal::Overflow, {}};
}

} // namespace

class TestHeaderTree : public QObject
{
    Q_OBJECT

private slots:
    void startsAtItsCheckpointOnly()
    {
        const HashedHeader first = genesis(someRules());
        QVERIFY(HeaderTree::startingAt({0, first.hash, U256(1), {}}, first, someRules()));
        QVERIFY(!HeaderTree::startingAt({1, first.hash, U256(1), {}}, first, someRules()));
        QVERIFY(!HeaderTree::startingAt({0, Hash32(), U256(1), {}}, first, someRules()));
        HashedHeader lie = first;
        lie.header.stateRoot.bytes[0] ^= 1; // under the right hash
        QVERIFY(!HeaderTree::startingAt({0, first.hash, U256(1), {}}, lie, someRules()));
    }

    void growsAndCounts()
    {
        HeaderTree tree = freshTree();
        const auto chain = chainOn(tree.root(), 20, 13, 0);
        for (const HashedHeader& header : chain) {
            const auto change = std::get<TreeChange>(tree.add(SealedHeader::checkedBefore(header)));
            QVERIFY(change.movesHead && change.undone == 0 && change.forkNumber + 1 == header.header.number);
        }
        QVERIFY(tree.head().hash == chain.back().hash);
        QVERIFY(tree.at(7)->hash == chain[6].hash && tree.at(21) == nullptr);
        U256 work;
        for (std::size_t i = 7; i < chain.size(); ++i) {
            work += chain[i].header.difficulty;
        }
        QVERIFY(tree.workOnTop(chain[6].hash) == work);
        QVERIFY(tree.workOnTop(chain.back().hash) == U256());
        QVERIFY(!tree.workOnTop(Hash32()));
        QVERIFY(std::get<TreeChange>(tree.add(SealedHeader::checkedBefore(chain[3]))).known);
    }

    void reorgs_data()
    {
        QTest::addColumn<int>("depth");
        for (const int depth : {1, 2, 6, 64, 1'000, 10'000}) {
            QTest::addRow("%d blocks", depth) << depth;
        }
    }

    // Slower blocks are lighter: the branch with more work wins, also where it has fewer blocks.
    void reorgs()
    {
        QFETCH(int, depth);
        HeaderTree tree = freshTree();
        const auto common = chainOn(tree.root(), 5, 13, 0);
        addAll(tree, common);
        const auto old = chainOn(common.back(), static_cast<std::size_t>(depth), 20, 1);
        const auto better = chainOn(common.back(), static_cast<std::size_t>(depth) + 1, 1, 2);
        addAll(tree, old);
        QVERIFY(tree.head().hash == old.back().hash);
        const Hash32 oldTip = old.back().hash;
        const auto change = addAll(tree, better);
        QVERIFY(change.movesHead);
        QCOMPARE(change.undone, std::uint64_t(depth));
        QCOMPARE(change.forkNumber, std::uint64_t{5});
        QVERIFY(!tree.isInHeaviest(oldTip) && tree.find(oldTip) != nullptr);
        QVERIFY(!tree.workOnTop(oldTip));
        // And back, once the old branch has more work than all of the new one.
        addAll(tree, better);
        std::vector<HashedHeader> revenge = old;
        while (tree.isInHeaviest(better.back().hash)) {
            revenge = chainOn(revenge.back(), 1, 1, 1);
            addAll(tree, revenge);
        }
        QVERIFY(tree.isInHeaviest(oldTip) && tree.head().hash == revenge.back().hash);
    }

    void theFirstOfTwoAlikeStays()
    {
        HeaderTree tree = freshTree();
        const auto one = chainOn(tree.root(), 3, 13, 1);
        const auto two = chainOn(tree.root(), 3, 13, 2);
        addAll(tree, one);
        const auto change = addAll(tree, two);
        QVERIFY(!change.movesHead && !change.known);
        QVERIFY(tree.head().hash == one.back().hash);
    }

    void longerIsNotHeavier()
    {
        HeaderTree tree = freshTree();
        const auto few = chainOn(tree.root(), 100, 1, 1);
        const auto many = chainOn(tree.root(), 101, 900, 2);
        addAll(tree, few);
        addAll(tree, many);
        QVERIFY(tree.head().hash == few.back().hash);
    }

    void refusals()
    {
        HeaderTree tree = freshTree();
        const auto chain = chainOn(tree.root(), 10, 13, 0);
        QVERIFY(refusalOf(tree, chain[1]).why == TreeRefusal::UnknownParent);
        addAll(tree, chain);
        Header easy = childOf(chain.back(), someRules());
        easy.difficulty -= U256(1);
        QVERIFY(refusalOf(tree, hashed(easy)).rule == HeaderRule::Difficulty);
        QVERIFY(tree.head().hash == chain.back().hash);
        QCOMPARE(tree.size(), std::size_t{11});
        Header otherFirst = tree.root().header;
        otherFirst.extraData = {1};
        QVERIFY(refusalOf(tree, hashed(otherFirst)).why == TreeRefusal::BelowRoot);
        const HashedHeader first = genesis(someRules());
        HeaderTree full = *HeaderTree::startingAt({0, first.hash, U256::max(), {}}, first, someRules());
        QVERIFY(refusalOf(full, chain[0]).why == TreeRefusal::Overflow);
    }

    void movesItsRoot()
    {
        HeaderTree tree = freshTree();
        const auto chain = chainOn(tree.root(), 30, 13, 0);
        const auto early = chainOn(chain[4], 20, 13, 1);
        const auto late = chainOn(chain[20], 3, 13, 2);
        addAll(tree, chain);
        addAll(tree, early);
        addAll(tree, late);
        const U256 total = tree.headTotalDifficulty();
        QVERIFY(!tree.moveRoot(31));
        QVERIFY(tree.moveRoot(15));
        QVERIFY(tree.root().hash == chain[14].hash && tree.head().hash == chain.back().hash);
        QVERIFY(tree.headTotalDifficulty() == total);
        QCOMPARE(tree.size(), std::size_t{16 + 3});
        QVERIFY(tree.find(early.back().hash) == nullptr && tree.find(late.back().hash) != nullptr);
        QVERIFY(tree.at(14) == nullptr && tree.at(16)->hash == chain[15].hash);
        QVERIFY(refusalOf(tree, early[10]).why != TreeRefusal::Overflow); // no way back below the root
        addAll(tree, chainOn(late.back(), 20, 1, 2));
        QVERIFY(tree.at(22)->hash == late.front().hash);
    }

    void checkpointsGoRoundTrip()
    {
        const Checkpoint checkpoint{12'000'000, Hash32::from(Bytes(32, 5)), U256(1) << 70, {}};
        QJsonObject object = checkpointJson(checkpoint);
        QVERIFY(*readCheckpoint(object) == checkpoint);
        object.insert(QStringLiteral("signature"), QStringLiteral("0x00"));
        QVERIFY(!readCheckpoint(object).ok());
        for (const char* key : {"number", "hash", "totalDifficulty"}) {
            object = checkpointJson(checkpoint);
            object.remove(QLatin1String(key));
            QCOMPARE(readCheckpoint(object).error().args.at(0), std::string(key));
        }
        object = checkpointJson(checkpoint);
        object.insert(QStringLiteral("number"), -1);
        QVERIFY(!readCheckpoint(object).ok());
    }

    void finalityGrowsWithTheValue()
    {
        const U256 reward = U256(2'000'000'000'000'000'000); // 2 coins
        const FinalityRules rules{12, reward, 2};
        const auto blocks = [&](const U256& value) { return neededDepth(value, U256(1'000), rules).blocks; };
        QCOMPARE(blocks(U256()), std::uint64_t{12});
        QCOMPARE(blocks(reward * U256(6)), std::uint64_t{12});
        QCOMPARE(blocks(reward * U256(6) + U256(1)), std::uint64_t{13});
        QCOMPARE(blocks(reward * U256(500)), std::uint64_t{1'000});
        QCOMPARE(blocks(U256::max()), kNever);
        QVERIFY(neededDepth(U256(), U256(1'000), rules).work == U256(12'000));
        QVERIFY(neededDepth(U256::max(), U256::max(), rules).work == U256::max());
        QCOMPARE(neededDepth(U256::max(), U256(1), {12, U256(), 2}).blocks, std::uint64_t{12});

        const Depth needed = neededDepth(U256(), U256(1'000), rules);
        QVERIFY(isFinal({12, U256(12'000)}, needed));
        QVERIFY(!isFinal({11, U256(50'000)}, needed)); // lucky blocks
        QVERIFY(!isFinal({40, U256(11'999)}, needed)); // the difficulty fell
    }
};

QTEST_GUILESS_MAIN(TestHeaderTree)
#include "tst_header_tree.moc"
