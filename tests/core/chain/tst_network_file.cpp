// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "chain/network_file.h"
#include "codec/json.h"
#endif

#include <QFile>
#include <QTest>

#include <functional>

using namespace autochain;

namespace
{
constexpr const char* kKeys[] = {"auc",       "incentivePool", "treasury",        "privatePlacement",
                                 "team",      "participants",  "vehicleRegistry", "listingBoard",
                                 "dealBook",  "dealModule",    "dealGuard",       "appraisalDesk",
                                 "safeSetup", "safe",          "safeProxyFactory"};

NetworkFile sample()
{
    NetworkFile network;
    network.name = "Practice market";
    network.kind = NetworkKind::Practice;
    network.chainId = 31337;
    network.coin = "ETC";
    network.genesisHash.bytes[3] = 9;
    network.nodeUrls = {"http://127.0.0.1:8545", "https://node.example/rpc"};
    network.deployedAtBlock = 12;
    network.confirmations = 1;
    network.contentFolder = "/home/somebody/practice/content";
    std::uint8_t next = 1;
    for (const char* key : kKeys) {
        network.contracts[key].bytes[19] = next++;
    }
    Address alice;
    alice.bytes[0] = 7;
    network.people = {{"Alice Brandt", alice, "buyer", "/home/somebody/practice/keys/alice.json"}};
    return network;
}

const std::string kFolder = "/home/somebody/practice";

QJsonObject sampleJson()
{
    return *json::parseObject(asBytes(writeNetworkFile(sample(), kFolder)));
}

Result<NetworkFile> parse(const QJsonObject& object)
{
    return parseNetworkFile(asBytes(json::write(object)), kFolder);
}
} // namespace

class TestNetworkFile : public QObject
{
    Q_OBJECT

private slots:
    void goesRoundTrip()
    {
        const auto read = parse(sampleJson());
        QVERIFY(read.ok());
        const NetworkFile want = sample();
        QCOMPARE(read->name, want.name);
        QVERIFY(read->kind == want.kind && read->chainId == want.chainId && read->coin == want.coin);
        QVERIFY(read->genesisHash == want.genesisHash);
        QCOMPARE(read->nodeUrls, want.nodeUrls);
        QVERIFY(read->deployedAtBlock == 12 && read->confirmations == 1 && !read->allowPlainHttp);
        QCOMPARE(read->contentFolder, want.contentFolder);
        QVERIFY(read->contracts == want.contracts);
        QCOMPARE(read->people.size(), std::size_t{1});
        QCOMPARE(read->people[0].keystorePath, want.people[0].keystorePath);
        QVERIFY(read->people[0].address == want.people[0].address);
    }

    void rulesAndCheckpoint()
    {
        NetworkFile network = sample();
        ChainRules rules;
        rules.name = "Ours";
        rules.chainId = network.chainId;
        rules.genesisHash = network.genesisHash;
        rules.homesteadBlock = 0;
        rules.uncleAdjustmentBlock = 0;
        network.rules = rules;
        network.checkpoint = Checkpoint{5, Hash32::from(Bytes(32, 3)), U256(77), Bytes(65, 4)};
        network.foundation = network.people[0].address;
        network.finality = NetworkFinality{12, 90, 300, U256(2'000'000), 3};
        const auto text = [&] { return writeNetworkFile(network, kFolder); };
        const auto read = parseNetworkFile(asBytes(text()), kFolder);
        QVERIFY(read.ok());
        QVERIFY(read->rules == network.rules && read->checkpoint == network.checkpoint);
        QVERIFY(read->foundation == network.foundation && read->finality == network.finality);
        network.rules->chainId += 1;
        QCOMPARE(parseNetworkFile(asBytes(text()), kFolder).error().args.at(0), std::string("rules"));
        network.rules = rules;
        network.rules->genesisHash.bytes[0] ^= 1;
        QCOMPARE(parseNetworkFile(asBytes(text()), kFolder).error().args.at(0), std::string("rules"));
        network.rules.reset();
        QCOMPARE(parseNetworkFile(asBytes(text()), kFolder).error().args.at(0), std::string("checkpoint"));
        network.checkpoint.reset();
        QCOMPARE(parseNetworkFile(asBytes(text()), kFolder).error().args.at(0), std::string("finality"));
        network.finality.reset();
        QVERIFY(parseNetworkFile(asBytes(text()), kFolder).ok());
    }

    void beginningsComeWithTheProgram_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Ethereum Classic") << QStringLiteral("ethereum-classic");
        QTest::newRow("Mordor") << QStringLiteral("mordor");
    }

    void beginningsComeWithTheProgram()
    {
        QFETCH(QString, name);
        const auto read = [&](const char* kind) {
            QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/resources/networks/") + name + QLatin1String(kind));
            [[maybe_unused]] const bool open = file.open(QIODevice::ReadOnly);
            return file.readAll().toStdString();
        };
        const std::string text = read(".network.json");
        QVERIFY(!parseNetworkFile(asBytes(text), kFolder).ok()); // no program may take it for a whole one
        const auto network = parseNetworkFile(asBytes(text), kFolder, Contracts::MayBeMissing);
        QVERIFY(network.ok());
        QVERIFY(!network->hasContracts() && network->nodeUrls.empty() && network->finality);
        const auto rules = parseChainRules(asBytes(read(".rules.json")));
        QVERIFY(rules.ok());
        QVERIFY(network->rules == *rules);
    }

    void foldersAreWhereTheFileIs()
    {
        const auto read = parseNetworkFile(asBytes(writeNetworkFile(sample(), kFolder)), "/mnt/copy");
        QVERIFY(read.ok());
        QCOMPARE(read->people[0].keystorePath, std::string("/mnt/copy/keys/alice.json"));
    }

    void optionalPartsMayBeMissing()
    {
        auto object = sampleJson();
        object.remove(QStringLiteral("content"));
        object.remove(QStringLiteral("people"));
        object.insert(QStringLiteral("allowPlainHttp"), true);
        object.insert(QStringLiteral("somethingNew"), 5);
        const auto read = parse(object);
        QVERIFY(read.ok());
        QVERIFY(read->people.empty() && read->contentFolder.empty() && read->allowPlainHttp);
    }

    void everyRequiredFieldIsRequired()
    {
        for (const char* key : {"format", "name", "kind", "chainId", "coin", "genesisHash", "nodes", "deployedAtBlock",
                                "confirmations", "contracts"}) {
            auto object = sampleJson();
            object.remove(QLatin1String(key));
            const auto read = parse(object);
            QVERIFY2(read.error().is(CodecError::BadJson), key);
            QCOMPARE(read.error().args.at(0), std::string(key));
        }
        for (const char* key : kKeys) {
            auto object = sampleJson();
            auto contracts = object.value(QStringLiteral("contracts")).toObject();
            contracts.remove(QLatin1String(key));
            object.insert(QStringLiteral("contracts"), contracts);
            QVERIFY2(parse(object).error().is(CodecError::BadJson), key);
        }
    }

    // Networks of before private sections have no contract for their grants.
    void laterContractsMayBeMissing()
    {
        QVERIFY(!parse(sampleJson())->contracts.contains("sectionGrants"));
        auto object = sampleJson();
        auto contracts = object.value(QStringLiteral("contracts")).toObject();
        contracts.insert(QStringLiteral("sectionGrants"), QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        object.insert(QStringLiteral("contracts"), contracts);
        const auto read = parse(object);
        QVERIFY(read.ok());
        QVERIFY(!read->contract("sectionGrants").isZero());
        const auto again =
            parseNetworkFile(asBytes(writeNetworkFile(*read, "/home/somebody/practice")), "/home/somebody/practice");
        QVERIFY(again.ok() && again->contracts == read->contracts);
        for (const char* bad : {"0x0000000000000000000000000000000000000000", "0x12", "no"}) {
            contracts.insert(QStringLiteral("sectionGrants"), QLatin1String(bad));
            object.insert(QStringLiteral("contracts"), contracts);
            QVERIFY2(parse(object).error().is(CodecError::BadJson), bad);
        }
    }

    void hostileValues_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* name, const char* key, const QJsonValue& value) {
            QTest::newRow(name) << QString::fromLatin1(key) << value;
        };
        row("other format", "format", QStringLiteral("autochain-network/2"));
        row("empty name", "name", QString());
        row("long name", "name", QString(5000, QLatin1Char('x')));
        row("kind", "kind", QStringLiteral("Practice"));
        row("chain id zero", "chainId", 0);
        row("chain id below zero", "chainId", -1);
        row("chain id a fraction", "chainId", 1.5);
        row("chain id text", "chainId", QStringLiteral("1"));
        row("confirmations", "confirmations", 4e9);
        row("short genesis", "genesisHash", QStringLiteral("0x00"));
        row("no nodes", "nodes", QJsonArray());
        row("node is a number", "nodes", QJsonArray{5});
        row("node is a file", "nodes", QJsonArray{QStringLiteral("file:///etc/passwd")});
        row("node with a line break", "nodes", QJsonArray{QStringLiteral("http://a\r\nHost: b")});
        row("node far too long", "nodes", QJsonArray{QStringLiteral("http://") + QString(3000, QLatin1Char('a'))});
        QJsonArray many;
        for (int i = 0; i < 17; ++i) {
            many.append(QStringLiteral("https://node.example"));
        }
        row("too many nodes", "nodes", many);
        row("contracts a list", "contracts", QJsonArray());
        row("content outside", "content", QJsonObject{{QStringLiteral("folder"), QStringLiteral("../..")}});
        row("content outside by detour", "content",
            QJsonObject{{QStringLiteral("folder"), QStringLiteral("a/../../b")}});
        row("content absolute", "content", QJsonObject{{QStringLiteral("folder"), QStringLiteral("/etc")}});
        row("content empty", "content", QJsonObject{{QStringLiteral("folder"), QString()}});
        row("people a number", "people", 3);
        row("person a number", "people", QJsonArray{3});
        row("plain http a text", "allowPlainHttp", QStringLiteral("yes"));
    }

    void hostileValues()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        auto object = sampleJson();
        object.insert(key, value);
        QVERIFY(!parse(object).ok());
    }

    void hostileContractsAndPeople()
    {
        auto object = sampleJson();
        auto contracts = object.value(QStringLiteral("contracts")).toObject();
        contracts.insert(QStringLiteral("dealBook"), QStringLiteral("0x0000000000000000000000000000000000000000"));
        object.insert(QStringLiteral("contracts"), contracts);
        QCOMPARE(parse(object).error().args.at(0), std::string("dealBook"));
        // A wrong letter case is a wrong checksum.
        contracts.insert(QStringLiteral("dealBook"), QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        object.insert(QStringLiteral("contracts"), contracts);
        QVERIFY(parse(object).ok());
        contracts.insert(QStringLiteral("dealBook"), QStringLiteral("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeaEd"));
        object.insert(QStringLiteral("contracts"), contracts);
        QVERIFY(!parse(object).ok());

        object = sampleJson();
        auto person = object.value(QStringLiteral("people")).toArray().at(0).toObject();
        person.insert(QStringLiteral("keystore"), QStringLiteral("../../.ssh/id_rsa"));
        object.insert(QStringLiteral("people"), QJsonArray{person});
        QCOMPARE(parse(object).error().args.at(0), std::string("keystore"));
    }

    void onlyPracticeMarketsHavePeople()
    {
        auto object = sampleJson();
        object.insert(QStringLiteral("kind"), QStringLiteral("public"));
        QCOMPARE(parse(object).error().args.at(0), std::string("people"));
        object.remove(QStringLiteral("people"));
        QVERIFY(parse(object).ok());
    }

    void notJsonAtAll()
    {
        QVERIFY(!parseNetworkFile({}, kFolder).ok());
        QVERIFY(!parseNetworkFile(asBytes("[]"), kFolder).ok());
        QVERIFY(!parseNetworkFile(asBytes(std::string(300 * 1024, ' ') + "{}"), kFolder).ok());
        QVERIFY(!parseNetworkFile(asBytes(std::string(100'000, '[')), kFolder).ok());
        const std::string whole = writeNetworkFile(sample(), kFolder);
        for (std::size_t cut = 1; cut < whole.size(); cut += 37) {
            QVERIFY(
                !parseNetworkFile(asBytes(std::string_view(whole).substr(0, whole.size() - 1 - cut)), kFolder).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestNetworkFile)
#include "tst_network_file.moc"
