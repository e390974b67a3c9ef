// SPDX-License-Identifier: GPL-3.0-or-later
// The client against servers that drip, flood, lie and hang up.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "../await.h"
#include "bad_server.h"
#include "net/http_request.h"
#include "net/json_rpc_client.h"
#endif

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;
using namespace autochain::net;

namespace
{
Result<QJsonValue> callOnce(const BadServer& server, RpcLimits limits = {})
{
    JsonRpcClient client(server.url(), false, limits);
    RpcCall call{QStringLiteral("eth_chainId"), {}};
    return await(client.call(call));
}

BadServer::Behaviour raw(const QByteArray& answer)
{
    return [answer](QTcpSocket& socket, const QJsonValue&) { socket.write(answer); };
}

BadServer::Behaviour withJson(std::function<QJsonValue(const QJsonValue&)> make)
{
    return [make](QTcpSocket& socket, const QJsonValue& body) { socket.write(httpAnswer(textOf(make(body)))); };
}
} // namespace

class TestJsonRpcClient : public QObject
{
    Q_OBJECT

private slots:
    void goodAnswerAndKeepAlive()
    {
        BadServer server(withJson([](const QJsonValue& body) { return resultFor(body, QStringLiteral("0x7a69")); }));
        JsonRpcClient client(server.url());
        for (int i = 0; i < 5; ++i) {
            RpcCall call{QStringLiteral("eth_chainId"), {}};
            const auto answer = await(client.call(call));
            QVERIFY(answer.ok());
            QCOMPARE(answer->toString(), QStringLiteral("0x7a69"));
        }
        QCOMPARE(server.requests, 5);
        QCOMPARE(server.connections, 1);
        QVERIFY(server.lastHead.startsWith("POST / HTTP/1.1"));
    }

    void batchInAnyOrder()
    {
        BadServer server(withJson([](const QJsonValue& body) {
            QJsonArray answers;
            for (const auto& request : body.toArray()) { // last first
                answers.prepend(resultFor(request, request.toObject().value(QStringLiteral("method"))));
            }
            return QJsonValue(answers);
        }));
        JsonRpcClient client(server.url());
        std::vector<RpcCall> calls{{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}, {QStringLiteral("c"), {}}};
        const auto answers = await(client.batch(calls));
        QVERIFY(answers.ok());
        QCOMPARE(server.requests, 1);
        QCOMPARE((*answers)[0]->toString(), QStringLiteral("a"));
        QCOMPARE((*answers)[2]->toString(), QStringLiteral("c"));
    }

    void batchWithOneError()
    {
        BadServer server(withJson([](const QJsonValue& body) {
            const auto requests = body.toArray();
            return QJsonValue(
                QJsonArray{resultFor(requests[0], 1), errorFor(requests[1], -32000, QStringLiteral("no"))});
        }));
        JsonRpcClient client(server.url());
        std::vector<RpcCall> calls{{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}};
        const auto answers = await(client.batch(calls));
        QVERIFY(answers.ok());
        QVERIFY((*answers)[0].ok());
        QVERIFY((*answers)[1].error().is(ChainError::NodeRefused));
        QCOMPARE((*answers)[1].error().args.at(1), std::string("no"));
    }

    void wrongBatches_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("one missing") << 0;
        QTest::newRow("one twice") << 1;
        QTest::newRow("foreign id") << 2;
        QTest::newRow("object") << 3;
        QTest::newRow("numbers") << 4;
    }

    void wrongBatches()
    {
        QFETCH(int, kind);
        BadServer server(withJson([kind](const QJsonValue& body) -> QJsonValue {
            const auto requests = body.toArray();
            const QJsonObject first = resultFor(requests[0], 1);
            QJsonObject foreign = resultFor(requests[1], 1);
            foreign.insert(QStringLiteral("id"), 4711);
            const QJsonValue answers[] = {QJsonArray{first}, QJsonArray{first, first}, QJsonArray{first, foreign},
                                          QJsonValue(first), QJsonArray{1, 2}};
            return answers[kind];
        }));
        JsonRpcClient client(server.url());
        std::vector<RpcCall> calls{{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}};
        QVERIFY(await(client.batch(calls)).error().is(ChainError::BadAnswer));
    }

    void slowDripMeetsTheTimeout()
    {
        BadServer server([](QTcpSocket& socket, const QJsonValue&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{");
            auto* timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
            timer->start(20);
        });
        QElapsedTimer timer;
        timer.start();
        RpcLimits limits;
        limits.timeout = std::chrono::milliseconds(400);
        QVERIFY(callOnce(server, limits).error().is(ChainError::NodeTimeout));
        QVERIFY(timer.elapsed() < 5000);
    }

    void silenceMeetsTheTimeout()
    {
        BadServer server([](QTcpSocket&, const QJsonValue&) {});
        RpcLimits limits;
        limits.timeout = std::chrono::milliseconds(200);
        QVERIFY(callOnce(server, limits).error().is(ChainError::NodeTimeout));
    }

    void hugeAnswersAreCut()
    {
        BadServer server([](QTcpSocket& socket, const QJsonValue&) {
            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n";
            for (int i = 0; i < 64; ++i) { // 4 MiB and no end
                socket.write(chunk);
            }
        });
        RpcLimits limits;
        limits.maxAnswerBytes = 1 << 20;
        const auto answer = callOnce(server, limits);
        QVERIFY(answer.error().is(ChainError::BadAnswer));
        QCOMPARE(answer.error().args.at(1), std::string("size"));
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("error");
        const auto bad = static_cast<int>(ChainError::BadAnswer);
        const auto away = static_cast<int>(ChainError::NodeUnreachable);
        QTest::newRow("html") << httpAnswer("<html><body>It works!</body></html>") << bad;
        QTest::newRow("not found page") << httpAnswer("<html>404</html>", "404 Not Found") << bad;
        QTest::newRow("empty") << httpAnswer("") << bad;
        QTest::newRow("garbage json") << httpAnswer("{\"jsonrpc\":\"2.0\",,}") << bad;
        QTest::newRow("number") << httpAnswer("5") << bad;
        QTest::newRow("deep") << httpAnswer(QByteArray(5000, '[')) << bad;
        QTest::newRow("no result") << httpAnswer("{\"jsonrpc\":\"2.0\",\"id\":1}") << bad;
        QTest::newRow("wrong id") << httpAnswer("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"0x1\"}") << bad;
        QTest::newRow("id as text") << httpAnswer("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":\"0x1\"}") << bad;
        QTest::newRow("redirect") << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
                                                "Content-Length: 0\r\n\r\n")
                                  << bad;
        QTest::newRow("busy") << httpAnswer("later", "429 Too Many Requests") << away;
        QTest::newRow("gateway") << httpAnswer("bad gateway", "502 Bad Gateway") << away;
    }

    void brokenAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, error);
        BadServer server(raw(answer));
        const auto got = callOnce(server);
        QVERIFY(!got.ok());
        QVERIFY(got.error().domain == Domain::Chain);
        QCOMPARE(got.error().code, error);
        QCOMPARE(got.error().args.at(0), server.url());
    }

    void hangingUpIsUnreachable_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("at once") << QByteArray();
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nConte");
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"jsonrpc\"");
    }

    void hangingUpIsUnreachable()
    {
        QFETCH(QByteArray, before);
        BadServer server([before](QTcpSocket& socket, const QJsonValue&) {
            socket.write(before);
            socket.disconnectFromHost();
        });
        RpcLimits limits;
        limits.timeout = std::chrono::seconds(5);
        QVERIFY(callOnce(server, limits).error().is(ChainError::NodeUnreachable));
    }

    void nobodyListens()
    {
        BadServer server([](QTcpSocket&, const QJsonValue&) {});
        server.close();
        JsonRpcClient client("http://127.0.0.1:1");
        RpcCall call{QStringLiteral("x"), {}};
        QVERIFY(await(client.call(call)).error().is(ChainError::NodeUnreachable));
    }

    void errorsKeepTheirMeaning_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("error");
        const auto refused = static_cast<int>(ChainError::NodeRefused);
        const auto known = static_cast<int>(ChainError::UnderpricedOrKnown);
        const auto reverted = static_cast<int>(ChainError::Reverted);
        QTest::newRow("unknown method") << -32601 << QStringLiteral("the method x does not exist") << refused;
        QTest::newRow("nonce") << -32000 << QStringLiteral("nonce too low: next nonce 5") << known;
        QTest::newRow("again") << -32000 << QStringLiteral("already known") << known;
        QTest::newRow("price") << -32000 << QStringLiteral("replacement transaction underpriced") << known;
        QTest::newRow("revert by code") << 3 << QStringLiteral("VM error") << reverted;
        QTest::newRow("revert by words") << -32000 << QStringLiteral("execution reverted") << reverted;
    }

    void errorsKeepTheirMeaning()
    {
        QFETCH(int, code);
        QFETCH(QString, message);
        QFETCH(int, error);
        BadServer server(withJson([&](const QJsonValue& body) {
            return QJsonValue(errorFor(body, code, message, QStringLiteral("0x08c379a0")));
        }));
        const auto got = callOnce(server);
        QVERIFY(!got.ok());
        QCOMPARE(got.error().code, error);
        if (got.error().is(ChainError::Reverted)) {
            QCOMPARE(got.error().detail, std::string("0x08c379a0"));
        }
    }

    void whichUrlsAreAllowed()
    {
        const auto allowed = [](const char* url, bool plain) {
            return isAllowedUrl(QUrl(QString::fromLatin1(url)), plain);
        };
        QVERIFY(allowed("http://127.0.0.1:8545", false));
        QVERIFY(allowed("http://localhost:8545", false));
        QVERIFY(allowed("http://[::1]:8545", false));
        QVERIFY(allowed("https://node.example", false));
        QVERIFY(!allowed("http://node.example", false));
        QVERIFY(!allowed("http://127.0.0.1.example", false));
        QVERIFY(!allowed("http://localhost.example", false));
        QVERIFY(allowed("http://node.example", true));
        QVERIFY(!allowed("file:///etc/passwd", true));
        QVERIFY(!allowed("ftp://node.example", true));
        QVERIFY(!allowed("", true));
        JsonRpcClient client("http://192.0.2.1:8545"); // never tried: TEST-NET-1
        RpcCall call{QStringLiteral("x"), {}};
        QVERIFY(await(client.call(call)).error().is(ChainError::NodeUnreachable));
    }
};

QTEST_GUILESS_MAIN(TestJsonRpcClient)
#include "tst_json_rpc_client.moc"
