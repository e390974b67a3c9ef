// SPDX-License-Identifier: GPL-3.0-or-later
// RpcNode against a small made-up chain: identity, retries, proofs, logs.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "bad_server.h"
#include "base/hex.h"
#include "codec/transaction.h"
#include "net/rpc_node.h"
#include "net/rpc_values.h"
#endif

#include <QTest>

using namespace autochain;
using namespace autochain::net;

namespace
{
const Address kContract = *addressFromHex("0x00000000000000000000000000000000000000aa");

QString hash(int n)
{
    return QStringLiteral("0x%1").arg(n, 64, 16, QLatin1Char('0'));
}

QJsonObject block(int number)
{
    return {{QStringLiteral("number"), QStringLiteral("0x%1").arg(number, 0, 16)},
            {QStringLiteral("hash"), hash(1000 + number)},
            {QStringLiteral("timestamp"), QStringLiteral("0x64")},
            {QStringLiteral("baseFeePerGas"), QStringLiteral("0x7")}};
}

// What the made-up chain does; tests bend it.
struct Chain {
    QString chainId = QStringLiteral("0x7a69");
    int genesis = 0; // number that goes into the genesis hash
    QString proofAddress;
    bool dropSlot = false;
    bool swapSlots = false;
    bool shortKeys = false;
    int refuseProofs = 0;
    int maxLogRange = 1 << 30;
    QString gasPrice = QStringLiteral("0xa");
    bool foreignLog = false;
    std::map<QString, int> counts;

    QJsonObject proof(const QJsonValue& request)
    {
        const auto params = request.toObject().value(QStringLiteral("params")).toArray();
        QJsonArray storage;
        for (const auto& key : params[1].toArray()) {
            const U256 number = U256::fromBigEndian(hash32FromHex(key.toString().toStdString())->view());
            const QString text = shortKeys ? quantityText(number) : key.toString();
            const QJsonObject entry{{QStringLiteral("key"), text},
                                    {QStringLiteral("value"), quantityText(number + U256(100))},
                                    {QStringLiteral("proof"), QJsonArray{QStringLiteral("0x80")}}};
            storage.append(entry);
        }
        if (dropSlot) {
            storage.removeLast();
        }
        if (swapSlots) {
            const auto first = storage.takeAt(0);
            storage.append(first);
        }
        return resultFor(request, QJsonObject{{QStringLiteral("address"),
                                               proofAddress.isEmpty() ? params[0] : QJsonValue(proofAddress)},
                                              {QStringLiteral("storageHash"), hash(5)},
                                              {QStringLiteral("accountProof"), QJsonArray{QStringLiteral("0x80")}},
                                              {QStringLiteral("storageProof"), storage}});
    }

    QJsonObject logs(const QJsonValue& request)
    {
        const auto filter = request.toObject().value(QStringLiteral("params")).toArray()[0].toObject();
        const auto from = quantityOf(filter.value(QStringLiteral("fromBlock")))->toU64();
        const auto to = quantityOf(filter.value(QStringLiteral("toBlock")))->toU64();
        if (to - from >= static_cast<std::uint64_t>(maxLogRange)) {
            return errorFor(request, -32005, QStringLiteral("query returned more than 10000 results"));
        }
        QJsonArray found;
        for (auto n = from; n <= to; ++n) {
            found.append(
                QJsonObject{{QStringLiteral("address"),
                             foreignLog ? QJsonValue(QStringLiteral("0x00000000000000000000000000000000000000bb"))
                                        : filter.value(QStringLiteral("address"))},
                            {QStringLiteral("topics"), QJsonArray{hash(1)}},
                            {QStringLiteral("data"), QStringLiteral("0x")},
                            {QStringLiteral("blockNumber"), quantityText(U256(n))},
                            {QStringLiteral("logIndex"), QStringLiteral("0x0")},
                            {QStringLiteral("transactionHash"), hash(2)}});
        }
        return resultFor(request, found);
    }

    QJsonObject answer(const QJsonValue& request)
    {
        const QString method = request.toObject().value(QStringLiteral("method")).toString();
        const auto params = request.toObject().value(QStringLiteral("params")).toArray();
        ++counts[method];
        if (method == QLatin1String("eth_chainId")) {
            return resultFor(request, chainId);
        }
        if (method == QLatin1String("eth_getBlockByNumber")) {
            QJsonObject found = block(params[0] == QJsonValue(QStringLiteral("0x0")) ? 0 : 9);
            if (params[0] == QJsonValue(QStringLiteral("0x0"))) {
                found.insert(QStringLiteral("hash"), hash(1000 + genesis));
            }
            return resultFor(request, found);
        }
        if (method == QLatin1String("eth_getProof")) {
            return refuseProofs-- > 0 ? errorFor(request, -32000, QStringLiteral("missing trie node")) : proof(request);
        }
        if (method == QLatin1String("eth_getLogs")) {
            return logs(request);
        }
        if (method == QLatin1String("eth_sendRawTransaction")) {
            return resultFor(request, hash(77));
        }
        if (method == QLatin1String("eth_gasPrice")) {
            return resultFor(request, gasPrice);
        }
        if (method == QLatin1String("eth_getTransactionReceipt")) {
            return resultFor(request, QJsonValue());
        }
        return errorFor(request, -32601, QStringLiteral("no such method"));
    }

    BadServer::Behaviour behaviour()
    {
        return [this](QTcpSocket& socket, const QJsonValue& body) {
            if (!body.isArray()) {
                socket.write(httpAnswer(textOf(answer(body))));
                return;
            }
            QJsonArray answers;
            for (const auto& request : body.toArray()) {
                answers.append(answer(request));
            }
            socket.write(httpAnswer(textOf(answers)));
        };
    }
};

NodeOptions optionsFor(const BadServer& server)
{
    NodeOptions options;
    options.urls = {server.url()};
    options.chainId = 31337;
    options.genesisHash = *hash32FromHex(hash(1000).toStdString());
    options.kind = NetworkKind::Practice;
    options.backoff = std::chrono::milliseconds(5);
    options.limits.timeout = std::chrono::seconds(5);
    return options;
}

std::vector<StorageRequest> request(std::initializer_list<std::uint64_t> keys)
{
    StorageRequest wanted;
    wanted.contract = kContract;
    for (const auto key : keys) {
        wanted.slotKeys.push_back(Hash32::from(U256(key).toBigEndian()));
    }
    return {wanted};
}
} // namespace

class TestRpcNode : public QObject
{
    Q_OBJECT

private slots:
    void readsHeadAndFees()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        const auto head = await(node.head());
        QVERIFY(head.ok());
        QCOMPARE(head->number, std::uint64_t{9});
        QCOMPARE(head->time, std::int64_t{100});
        const auto fees = await(node.fees()); // the node doesn't offer a tip by itself
        QVERIFY(fees.ok() && fees->dynamic);
        QVERIFY(fees->baseFeePerGas == U256(7) && fees->maxPriorityFeePerGas == U256(3));
        QVERIFY(!await(node.receipt({}))->has_value());
        QCOMPARE(chain.counts[QStringLiteral("eth_chainId")], 3); // to show itself, with the head, with the fees
    }

    void chainThatChangesInUseIsNoticed()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        QVERIFY(await(node.head()).ok());
        chain.chainId = QStringLiteral("0x3d"); // the connection stays: another node behind the same address
        QVERIFY(await(node.fees()).error().is(ChainError::WrongChain));
        QVERIFY(await(node.account({})).error().is(ChainError::WrongChain)); // from here on nothing is believed
        QVERIFY(await(node.sendRaw(Bytes{1})).error().is(ChainError::WrongChain));
        QCOMPARE(chain.counts[QStringLiteral("eth_sendRawTransaction")], 0);
        chain.chainId = QStringLiteral("0x7a69");
        QVERIFY(await(node.head()).ok());
        chain.chainId = QStringLiteral("0x3d");
        QVERIFY(await(node.sendRaw(Bytes{1})).error().is(ChainError::WrongChain));
        QCOMPARE(chain.counts[QStringLiteral("eth_sendRawTransaction")], 0);
    }

    void wrongChainIdAndGenesis()
    {
        Chain chain;
        chain.chainId = QStringLiteral("0x1");
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        const auto refused = await(node.head());
        QVERIFY(refused.error().is(ChainError::WrongChain));
        QCOMPARE(refused.error().args, (std::vector<std::string>{"31337", "1"}));
        chain.chainId = QStringLiteral("0x7a69");
        chain.genesis = 3;
        QVERIFY(await(node.sendRaw(Bytes{1})).error().is(ChainError::WrongChain));
        QCOMPARE(chain.counts[QStringLiteral("eth_sendRawTransaction")], 0);
        chain.genesis = 0;
        QVERIFY(await(node.head()).ok());
    }

    void comesBackAndIsAskedWhoItIsAgain()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        auto options = optionsFor(server);
        options.readAttempts = 1;
        RpcNode node(options);
        QVERIFY(await(node.head()).ok());
        server.close();
        QVERIFY(await(node.head()).error().is(ChainError::NodeUnreachable));
        QVERIFY(server.open());
        QVERIFY(await(node.head()).ok());
        QCOMPARE(chain.counts[QStringLiteral("eth_chainId")], 4); // twice to show itself, twice with the head
        server.close();
        QVERIFY(!await(node.head()).ok());
        chain.chainId = QStringLiteral("0x3d"); // another chain took the port meanwhile
        QVERIFY(server.open());
        QVERIFY(await(node.head()).error().is(ChainError::WrongChain));
    }

    void readsAreTriedAgain()
    {
        Chain chain;
        int failures = 2;
        const auto good = chain.behaviour();
        BadServer server([&](QTcpSocket& socket, const QJsonValue& body) {
            if (failures-- > 0) {
                socket.write(httpAnswer("", "503 Service Unavailable"));
            } else {
                good(socket, body);
            }
        });
        RpcNode node(optionsFor(server));
        QVERIFY(await(node.head()).ok());
    }

    void transactionsAreSentOnce()
    {
        Chain chain;
        const auto good = chain.behaviour();
        int sends = 0;
        BadServer server([&](QTcpSocket& socket, const QJsonValue& body) {
            if (body.toObject().value(QStringLiteral("method")) ==
                QJsonValue(QStringLiteral("eth_sendRawTransaction"))) {
                ++sends;
                socket.write(httpAnswer("", "503 Service Unavailable"));
            } else {
                good(socket, body);
            }
        });
        RpcNode node(optionsFor(server));
        QVERIFY(await(node.sendRaw(Bytes{1, 2})).error().is(ChainError::NodeUnreachable));
        QCOMPARE(sends, 1);
    }

    void whatTheNodeHasIsSent()
    {
        Chain chain;
        const auto good = chain.behaviour();
        QString words = QStringLiteral("already known");
        BadServer server([&](QTcpSocket& socket, const QJsonValue& body) {
            if (body.toObject().value(QStringLiteral("method")) ==
                QJsonValue(QStringLiteral("eth_sendRawTransaction"))) {
                socket.write(httpAnswer(textOf(errorFor(body, -32000, words))));
            } else {
                good(socket, body);
            }
        });
        RpcNode node(optionsFor(server));
        const Bytes raw{1, 2, 3};
        const auto sent = await(node.sendRaw(raw));
        QVERIFY(sent.ok());
        QVERIFY(*sent == transactionHash(raw));
        words = QStringLiteral("nonce too low");
        QVERIFY(await(node.sendRaw(raw)).error().is(ChainError::UnderpricedOrKnown));
    }

    void nextNodeTakesOver()
    {
        Chain chain;
        BadServer dead(chain.behaviour());
        BadServer alive(chain.behaviour());
        auto options = optionsFor(alive);
        options.urls = {"http://127.0.0.1:1", alive.url()};
        RpcNode node(options);
        QVERIFY(await(node.head()).ok());
        const auto sent = await(node.sendRaw(Bytes{1}));
        QVERIFY(sent.ok());
        QVERIFY(*sent == *hash32FromHex(hash(77).toStdString()));
    }

    void storageComesInOrder()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        auto wanted = request({5, 1, 5});
        wanted.push_back(wanted[0]);
        wanted[1].slotKeys = {Hash32::from(U256(2).toBigEndian())};
        for (const bool shortKeys : {false, true}) {
            chain.shortKeys = shortKeys;
            const auto read = await(node.storage(wanted));
            QVERIFY(read.ok());
            QVERIFY((read->value == std::vector<std::vector<U256>>{{U256(105), U256(101), U256(105)}, {U256(102)}}));
            QVERIFY(read->provenance == Provenance::Local);
            QCOMPARE(read->block.number, std::uint64_t{9});
        }
        QCOMPARE(chain.counts[QStringLiteral("eth_getProof")], 2); // one contract, one proof
    }

    void manySlotsAreSplit()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        auto wanted = request({});
        for (std::uint64_t i = 0; i < 1100; ++i) {
            wanted[0].slotKeys.push_back(Hash32::from(U256(i).toBigEndian()));
        }
        const auto read = await(node.storage(wanted));
        QVERIFY(read.ok());
        QVERIFY(read->value[0][1099] == U256(1199));
        QCOMPARE(chain.counts[QStringLiteral("eth_getProof")], 3);
    }

    void proofsOfOtherThingsAreRefused()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        chain.dropSlot = true;
        QVERIFY(await(node.storage(request({1, 2}))).error().is(ChainError::BadAnswer));
        chain.dropSlot = false;
        chain.swapSlots = true;
        QVERIFY(await(node.storage(request({1, 2}))).error().is(ChainError::BadAnswer));
        chain.swapSlots = false;
        chain.proofAddress = QStringLiteral("0x00000000000000000000000000000000000000bb");
        QVERIFY(await(node.storage(request({1, 2}))).error().is(ChainError::BadAnswer));
    }

    void droppedStateIsPinnedAnew()
    {
        Chain chain;
        chain.refuseProofs = 2;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        QVERIFY(await(node.storage(request({1}))).ok());
        chain.refuseProofs = 100;
        QVERIFY(await(node.storage(request({1}))).error().is(ChainError::NodeRefused));
    }

    void onlyPracticeOnThisComputerIsLocal()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        auto options = optionsFor(server);
        options.kind = NetworkKind::Public;
        RpcNode elsewhere(options);
        QVERIFY(await(elsewhere.storage(request({1})))->provenance == Provenance::Reported);
        options.kind = NetworkKind::Practice;
        RpcNode practice(options);
        QVERIFY(await(practice.storage(request({1})))->provenance == Provenance::Local);
    }

    void pricesThatRunOverAreNone()
    {
        Chain chain;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        chain.gasPrice = quantityText(U256(1) << 96);
        QVERIFY(await(node.fees()).ok());
        chain.gasPrice = quantityText(U256::max());
        QVERIFY(await(node.fees()).error().is(ChainError::BadAnswer));
    }

    void logRangesAreHalvedWhereTooLarge()
    {
        Chain chain;
        chain.maxLogRange = 10;
        BadServer server(chain.behaviour());
        RpcNode node(optionsFor(server));
        LogFilter filter;
        filter.address = kContract;
        filter.toBlock = 99;
        const auto logs = await(node.logs(filter));
        QVERIFY(logs.ok());
        QCOMPARE(logs->size(), std::size_t{100});
        for (std::size_t i = 0; i < 100; ++i) {
            QCOMPARE((*logs)[i].blockNumber, static_cast<std::uint64_t>(i));
        }
        chain.foreignLog = true;
        QVERIFY(await(node.logs(filter)).error().is(ChainError::BadAnswer));
    }
};

QTEST_GUILESS_MAIN(TestRpcNode)
#include "tst_rpc_node.moc"
