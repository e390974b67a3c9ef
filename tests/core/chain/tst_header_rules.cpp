// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "codec/json.h"
#include "headers.h"
#endif

#include <QTest>

#include <functional>

using namespace autochain;
using namespace autochain::test;

namespace
{

ChainRules someRules()
{
    ChainRules rules;
    rules.homesteadBlock = 0;
    rules.uncleAdjustmentBlock = 0;
    rules.baseFee.fromBlock = 5;
    return rules;
}

using Change = std::function<void(Header&)>;

// What is wrong with the child once it is changed.
std::string verdict(const HashedHeader& parent, const ChainRules& rules, const Change& change)
{
    Header child = childOf(parent, rules);
    change(child);
    const auto broken = brokenRule(hashed(child), parent, rules);
    return broken ? nameOf(*broken) : "";
}

HashedHeader grown(const ChainRules& rules, int blocks)
{
    HashedHeader tip = genesis(rules);
    for (int i = 0; i < blocks; ++i) {
        tip = hashed(childOf(tip, rules));
    }
    return tip;
}

QJsonObject rulesJson()
{
    return *json::parseObject(asBytes(writeChainRules(shippedRules("ethereum"))));
}

Result<ChainRules> parse(const QJsonObject& object)
{
    return parseChainRules(asBytes(json::write(object)));
}

} // namespace

class TestHeaderRules : public QObject
{
    Q_OBJECT

private slots:
    void mainnetFollowsItsRules()
    {
        const auto bytes = mainnetHeaders();
        const ChainRules rules = shippedRules("ethereum");
        QCOMPARE(rules.chainId, std::uint64_t{1});
        for (std::size_t i = 0; i < bytes.size(); i += 2) {
            const auto parent = decodeHashed(bytes[i]);
            const auto child = decodeHashed(bytes[i + 1]);
            QVERIFY(parent.ok() && child.ok());
            const auto broken = brokenRule(*child, *parent, rules);
            QVERIFY2(!broken, broken ? nameOf(*broken) : "");
            QVERIFY(brokenRule(*parent, *child, rules) == HeaderRule::ParentHash);
        }
        // The last pair has Muir Glacier's difficulty neither before nor after its time.
        ChainRules later = rules;
        std::erase_if(later.bombDelays, [](const BombDelay& delay) { return delay.fromBlock == 7'280'000; });
        QVERIFY(brokenRule(*decodeHashed(bytes[5]), *decodeHashed(bytes[4]), later) == HeaderRule::Difficulty);
    }

    void everyRuleIsNamed()
    {
        const ChainRules rules = someRules();
        const HashedHeader parent = grown(rules, 7);
        const std::uint64_t bound = parent.header.gasLimit / 1024;
        const auto with = [&](const Change& change) { return verdict(parent, rules, change); };
        QCOMPARE(with([](Header&) {}), std::string());
        QCOMPARE(with([](Header& h) { h.parentHash.bytes[0] ^= 1; }), std::string("parentHash"));
        QCOMPARE(with([](Header& h) { ++h.number; }), std::string("number"));
        QCOMPARE(with([](Header& h) { --h.number; }), std::string("number"));
        QCOMPARE(with([](Header& h) { h.timestamp -= 13; }), std::string("timestamp"));
        QCOMPARE(with([](Header& h) { h.extraData.resize(32); }), std::string());
        QCOMPARE(with([](Header& h) { h.extraData.resize(33); }), std::string("extraData"));
        QCOMPARE(with([&](Header& h) { h.gasLimit += bound - 1; }), std::string());
        QCOMPARE(with([&](Header& h) { h.gasLimit += bound; }), std::string("gasLimit"));
        QCOMPARE(with([&](Header& h) { h.gasLimit -= bound - 1; }), std::string());
        QCOMPARE(with([&](Header& h) { h.gasLimit -= bound; }), std::string("gasLimit"));
        QCOMPARE(with([](Header& h) { h.gasUsed = h.gasLimit; }), std::string());
        QCOMPARE(with([](Header& h) { h.gasUsed = h.gasLimit + 1; }), std::string("gasUsed"));
        QCOMPARE(with([](Header& h) { *h.baseFeePerGas += U256(1); }), std::string("baseFee"));
        QCOMPARE(with([](Header& h) { h.baseFeePerGas.reset(); }), std::string("forkFields"));
        QCOMPARE(with([](Header& h) { h.withdrawalsRoot.emplace(); }), std::string("forkFields"));
        QCOMPARE(with([](Header& h) { h.difficulty += U256(1); }), std::string("difficulty"));
        QCOMPARE(with([](Header& h) { h.difficulty -= U256(1); }), std::string("difficulty"));
        QCOMPARE(with([](Header& h) { ++h.timestamp; }), std::string()); // the same span of seconds
        QCOMPARE(with([](Header& h) { h.timestamp += 9; }), std::string("difficulty"));
    }

    void gasLimitHasAFloor()
    {
        ChainRules rules = someRules();
        rules.baseFee.fromBlock = kNever;
        HashedHeader parent = genesis(rules);
        parent.header.gasLimit = 5'001;
        parent = hashed(parent.header);
        QCOMPARE(verdict(parent, rules, [](Header& h) { h.gasLimit = 5'000; }), std::string());
        QCOMPARE(verdict(parent, rules, [](Header& h) { h.gasLimit = 4'999; }), std::string("gasLimit"));
        parent.header.gasLimit = kMaxGasLimit;
        parent = hashed(parent.header);
        QCOMPARE(verdict(parent, rules, [](Header&) {}), std::string());
        QCOMPARE(verdict(parent, rules, [](Header& h) { ++h.gasLimit; }), std::string("gasLimit"));
    }

    void londonBeginsAtItsBlock()
    {
        const ChainRules rules = someRules();
        const HashedHeader before = grown(rules, 4);
        QVERIFY(!before.header.baseFeePerGas);
        const HashedHeader first = hashed(childOf(before, rules));
        QCOMPARE(first.header.gasLimit, 2 * before.header.gasLimit);
        QVERIFY(first.header.baseFeePerGas == U256(1'000'000'000));
        QCOMPARE(verdict(before, rules, [](Header&) {}), std::string());
        QCOMPARE(verdict(before, rules, [&](Header& h) { h.gasLimit = before.header.gasLimit; }),
                 std::string("gasLimit"));
        QCOMPARE(verdict(before, rules, [](Header& h) { h.baseFeePerGas.reset(); }), std::string("forkFields"));
    }

    // EIP-1559: up and down by at most an eighth, by one wei at least when up.
    void baseFeeFollowsTheGas()
    {
        const ChainRules rules = someRules();
        Header parent = grown(rules, 6).header;
        parent.baseFeePerGas = U256(800);
        parent.gasLimit = 2'000'000;
        const auto next = [&](std::uint64_t used) {
            parent.gasUsed = used;
            return nextBaseFee(parent, rules)->toU64();
        };
        QCOMPARE(next(1'000'000), std::uint64_t{800});
        QCOMPARE(next(2'000'000), std::uint64_t{900});
        QCOMPARE(next(0), std::uint64_t{700});
        QCOMPARE(next(1'000'001), std::uint64_t{801});
        QCOMPARE(next(999'999), std::uint64_t{800});
        parent.baseFeePerGas = U256();
        QCOMPARE(next(0), std::uint64_t{0});
        QCOMPARE(next(2'000'000), std::uint64_t{1});
        parent.baseFeePerGas = U256::max();
        parent.gasUsed = 2'000'000;
        QVERIFY(!nextBaseFee(parent, rules));
        parent.gasLimit = 1; // no target
        QVERIFY(!nextBaseFee(parent, rules));
    }

    void daoMarkForTenBlocks()
    {
        ChainRules rules = someRules();
        rules.daoBlock = 3;
        const Bytes mark = toBytes(std::string_view("dao-hard-fork"));
        HashedHeader tip = grown(rules, 2);
        for (int block = 3; block < 13; ++block) {
            QCOMPARE(verdict(tip, rules, [](Header&) {}), std::string("daoExtraData"));
            QCOMPARE(verdict(tip, rules, [&](Header& h) { h.extraData = mark; }), std::string());
            ChainRules stayed = rules;
            stayed.daoSupported = false;
            QCOMPARE(verdict(tip, stayed, [](Header&) {}), std::string());
            QCOMPARE(verdict(tip, stayed, [&](Header& h) { h.extraData = mark; }), std::string("daoExtraData"));
            Header next = childOf(tip, rules);
            next.extraData = mark;
            tip = hashed(next);
        }
        QCOMPARE(verdict(tip, rules, [](Header&) {}), std::string());
    }

    void knownBlocksAreThemselves()
    {
        ChainRules rules = someRules();
        const HashedHeader parent = grown(rules, 2);
        const HashedHeader child = hashed(childOf(parent, rules));
        rules.knownBlocks = {{3, child.hash}};
        QVERIFY(!brokenRule(child, parent, rules));
        QCOMPARE(verdict(parent, rules, [](Header& h) { h.extraData = {9}; }), std::string("knownBlock"));
    }

    void proofOfStakeHasNoWork()
    {
        ChainRules rules = someRules();
        rules.baseFee.fromBlock = 0;
        rules.proofOfStakeBlock = 3;
        const HashedHeader parent = grown(rules, 2);
        const auto stake = [](Header& h) { h.difficulty = U256(); };
        QCOMPARE(verdict(parent, rules, stake), std::string());
        QCOMPARE(verdict(parent, rules, [](Header&) {}), std::string("difficulty"));
        QCOMPARE(verdict(parent, rules,
                         [&](Header& h) {
                             stake(h);
                             h.nonce.bytes[7] = 1;
                         }),
                 std::string("nonce"));
        QCOMPARE(verdict(parent, rules,
                         [&](Header& h) {
                             stake(h);
                             h.unclesHash.bytes[7] ^= 1;
                         }),
                 std::string("unclesHash"));
    }

    // ECIP-1010 and 1041: paused from 3,000,000, resumed 2,000,000 blocks late at 5,000,000, removed at 5,900,000.
    void classicBombPausesResumesAndGoes()
    {
        const ChainRules classic = shippedRules("ethereum-classic");
        const DifficultyParent parent{1'000'000, U256(1) << 60, false};
        const auto bombAt = [&](std::uint64_t number) {
            // 10 to 19 seconds: nothing but the bomb changes it
            return *difficultyOf(number, parent.timestamp + 10, parent, classic) - parent.difficulty;
        };
        QVERIFY(bombAt(199'999).isZero() || classic.homesteadBlock > 199'999);
        QVERIFY(bombAt(2'999'999) == U256(1) << 27);
        QVERIFY(bombAt(3'000'000) == U256(1) << 28);
        QVERIFY(bombAt(4'999'999) == U256(1) << 28);
        QVERIFY(bombAt(5'000'000) == U256(1) << 28);
        QVERIFY(bombAt(5'100'000) == U256(1) << 29);
        QVERIFY(bombAt(5'899'999) == U256(1) << 36);
        QVERIFY(bombAt(5'900'000).isZero());
        QVERIFY(bombAt(8'000'000).isZero());
    }

    // In place of the formula, the floor and the bomb.
    void fixedDifficultyStays()
    {
        ChainRules rules = someRules();
        rules.chainId = 1;
        rules.fixedDifficulty = 3;
        const HashedHeader parent = grown(rules, 2);
        QVERIFY(parent.header.difficulty == U256(3));
        QCOMPARE(verdict(parent, rules, [](Header& h) { h.timestamp += 1'000; }), std::string());
        QCOMPARE(verdict(parent, rules, [](Header& h) { h.difficulty = U256(2); }), std::string("difficulty"));
        QCOMPARE(verdict(parent, rules, [](Header& h) { h.difficulty = U256(4); }), std::string("difficulty"));
        QVERIFY(difficultyOf(std::uint64_t{1} << 60, 20, {0, U256::max(), false}, rules) == U256(3));
        QVERIFY(*parseChainRules(asBytes(writeChainRules(rules))) == rules);
        rules.fixedDifficulty = 0;
        QVERIFY(difficultyOf(3, 20, {0, U256(), false}, rules) == U256(kMinDifficulty));
        QVERIFY(*parseChainRules(asBytes(writeChainRules(rules))) == rules);
    }

    void difficultyNeverWraps()
    {
        ChainRules rules;
        const DifficultyParent parent{0, U256::max(), false};
        QVERIFY(!difficultyOf(1, 1, parent, rules));
        QVERIFY(!difficultyOf(std::uint64_t{1} << 60, 20, {0, U256(131'072), false}, rules)); // the bomb alone
        rules.homesteadBlock = 0;
        QVERIFY(!difficultyOf(1, 1, parent, rules));
        QVERIFY(difficultyOf(1, kNever, {0, U256(1), false}, rules) == U256(kMinDifficulty));
    }

    void timely()
    {
        Header header;
        header.timestamp = 1'000;
        QVERIFY(isTimely(header, 985) && isTimely(header, 2'000) && !isTimely(header, 984));
        header.timestamp = kNever;
        QVERIFY(!isTimely(header, 0));
    }

    void shippedTables()
    {
        const ChainRules ethereum = shippedRules("ethereum");
        QCOMPARE(ethereum.bombDelays.size(), std::size_t{6});
        QCOMPARE(ethereum.baseFee.fromBlock, std::uint64_t{12'965'000});
        const ChainRules classic = shippedRules("ethereum-classic");
        QVERIFY(classic.chainId == 61 && classic.etchashBlock == 11'700'000 && classic.baseFee.fromBlock == kNever);
        const ChainRules mordor = shippedRules("mordor");
        QVERIFY(mordor.chainId == 63 && mordor.etchashBlock == 2'520'000 && mordor.bombRemovalBlock == 0);
        for (const ChainRules& rules : {ethereum, classic, mordor}) {
            QVERIFY(*parseChainRules(asBytes(writeChainRules(rules))) == rules);
        }
    }

    void hostileTables_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* name, const char* key, const QJsonValue& value) {
            QTest::newRow(name) << QString::fromLatin1(key) << value;
        };
        const auto delay = [](double from, double blocks) {
            return QJsonObject{{QStringLiteral("fromBlock"), from}, {QStringLiteral("blocks"), blocks}};
        };
        row("unknown key", "ecip1234", 5);
        row("other format", "format", QStringLiteral("autochain-rules/2"));
        row("chain id zero", "chainId", 0);
        row("below zero", "homestead", -1);
        row("fraction", "homestead", 0.5);
        row("too large", "etchash", 1e18);
        row("fixed at nothing", "fixedDifficulty", 0);
        row("fixed below zero", "fixedDifficulty", -1);
        row("fixed as text", "fixedDifficulty", QStringLiteral("0x1"));
        row("text", "homestead", QStringLiteral("0"));
        row("delays out of order", "bombDelays", QJsonArray{delay(5, 1), delay(5, 2)});
        row("delay of nothing", "bombDelays", QJsonArray{delay(5, 0)});
        row("delay is a number", "bombDelays", QJsonArray{5});
        row("pause beside delays", "bombPause",
            QJsonObject{{QStringLiteral("fromBlock"), 1}, {QStringLiteral("toBlock"), 2}});
        row("elasticity", "baseFee",
            QJsonObject{{QStringLiteral("fromBlock"), 1},
                        {QStringLiteral("initial"), 1},
                        {QStringLiteral("elasticity"), 0},
                        {QStringLiteral("changeDenominator"), 8}});
        row("uncles before Homestead", "uncleAdjustment", 5);
        row("dao without support", "dao", QJsonObject{{QStringLiteral("block"), 5}});
        row("known block without hash", "knownBlocks", QJsonArray{QJsonObject{{QStringLiteral("block"), 5}}});
    }

    void hostileTables()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        auto object = rulesJson();
        QVERIFY(parse(object).ok());
        object.insert(key, value);
        QVERIFY(parse(object).error().is(CodecError::BadJson));
    }
};

QTEST_GUILESS_MAIN(TestHeaderRules)
#include "tst_header_rules.moc"
