// SPDX-License-Identifier: GPL-3.0-or-later
// Gateways and Kubo nodes that lie, drip, flood and break off. What real ones do: tests/e2e/content.
#include "../await.h"
#include "bad_server.h"

#include "content/car_blocks.h"
#include "content/content_chain.h"
#include "content/content_reader.h"
#include "content/unixfs_importer.h"
#include "crypto/hash.h"
#include "net/gateway.h"
#include "net/kubo.h"

#include <QtTest>

using namespace autochain;
using namespace std::chrono_literals;

namespace
{
const Bytes kBlock = toBytes("odometer 119000 km");
const Cid kCid{kCodecRaw, sha256(kBlock)};

QByteArray raw(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// `piece` again and again until nobody listens.
void writeEvery(QTcpSocket& socket, int ms, const QByteArray& piece)
{
    auto* timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, piece] { socket.write(piece); });
    timer->start(ms);
}

const QByteArray kEndless = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n";

BadServer::Behaviour answering(const QByteArray& answer)
{
    return [answer](QTcpSocket& socket, const QJsonValue&) { socket.write(answer); };
}

// A file of three leaves as a CAR, depth first.
struct Car {
    Bytes file = Bytes(2 * kChunkBytes + 9, 'a');
    Cid root;
    Bytes car;
    std::vector<std::pair<Cid, Bytes>> blocks; // leaves, then the root
    Car()
    {
        file[kChunkBytes] = 'b';
        FileImporter importer([this](const Cid& cid, BytesView block) {
            blocks.emplace_back(cid, toBytes(block));
            return Result<>();
        });
        (void)importer.add(file);
        root = importer.finish()->cid;
        car = carHeader({root});
        putCarBlock(car, blocks.back().first, blocks.back().second);
        for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
            putCarBlock(car, blocks[i].first, blocks[i].second);
        }
    }
};
} // namespace

class TestContentSources : public QObject
{
    Q_OBJECT

private slots:
    void asksAsTheSpecificationSays()
    {
        BadServer server(answering(httpAnswer(raw(kBlock))));
        net::Gateway gateway(server.url() + "/behind/a/path/");
        QCOMPARE(await(gateway.fetch(kCid)).value(), kBlock);
        QVERIFY(server.lastHead.startsWith("GET /behind/a/path/ipfs/" + QByteArray::fromStdString(cidText(kCid)) +
                                           "?format=raw HTTP/1.1"));
        QVERIFY(server.lastHead.contains("Accept: application/vnd.ipld.raw"));
        QVERIFY(!server.lastHead.toLower().contains("cookie"));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("error");
        const auto row = [](const char* name, const QByteArray& answer, ContentError error) {
            QTest::newRow(name) << answer << static_cast<int>(error);
        };
        row("not there", httpAnswer("no", "404 Not Found"), ContentError::NotFound);
        row("gone", httpAnswer("no", "410 Gone"), ContentError::NotFound);
        row("broken", httpAnswer("no", "500 Internal Server Error"), ContentError::BadAnswer);
        row("busy", httpAnswer("no", "503 Service Unavailable"), ContentError::Unreachable);
        row("too many", httpAnswer("no", "429 Too Many Requests"), ContentError::Unreachable);
        row("elsewhere", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
            ContentError::BadAnswer);
        row("too large", httpAnswer(QByteArray(3 << 20, 'x')), ContentError::BadAnswer);
    }
    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, error);
        BadServer server(answering(answer));
        net::Gateway gateway(server.url());
        const auto block = await(gateway.fetch(kCid));
        QVERIFY(!block.ok() && block.error().is(static_cast<ContentError>(error)));
    }

    void endlessAndSlow()
    {
        BadServer server([](QTcpSocket& socket, const QJsonValue&) {
            socket.write(kEndless);
            writeEvery(socket, 0, QByteArray(1 << 18, 'x'));
        });
        net::Gateway gateway(server.url(), {5s});
        auto block = await(gateway.fetch(kCid));
        QVERIFY(!block.ok() && block.error().is(ContentError::BadAnswer));
        server.behave([](QTcpSocket& socket, const QJsonValue&) {
            socket.write(kEndless);
            writeEvery(socket, 20, "x");
        });
        net::Gateway patient(server.url(), {300ms});
        block = await(patient.fetch(kCid));
        QVERIFY(!block.ok() && block.error().is(ContentError::TimedOut));
        server.behave([](QTcpSocket& socket, const QJsonValue&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            socket.disconnectFromHost();
        });
        block = await(gateway.fetch(kCid));
        QVERIFY(!block.ok() && block.error().is(ContentError::Unreachable));
        server.close();
        block = await(gateway.fetch(kCid));
        QVERIFY(!block.ok() && block.error().is(ContentError::Unreachable));
    }

    void urls()
    {
        for (const char* url : {"http://example.org", "ftp://127.0.0.1", "file:///etc", "", "not a url", "//x"}) {
            net::Gateway gateway(url);
            net::Kubo kubo(url);
            QVERIFY(await(gateway.fetch(kCid)).error().is(ContentError::UrlNotAllowed));
            QVERIFY(await(gateway.openCar(kCid)->more()).error().is(ContentError::UrlNotAllowed));
            QVERIFY(await(kubo.fetch(kCid)).error().is(ContentError::UrlNotAllowed));
            QVERIFY(await(kubo.keep(kCid, kBlock)).error().is(ContentError::UrlNotAllowed));
        }
    }

    void aCarInOneRequest()
    {
        const Car car;
        BadServer server(answering(httpAnswer(raw(car.car))));
        net::Gateway gateway(server.url());
        CarBlocks blocks(gateway, car.root);
        QCOMPARE(await(readWhole(blocks, car.root, car.file.size())).value(), car.file);
        QCOMPARE(server.requests, 1);
        QVERIFY(server.lastHead.contains("?format=car&dag-scope=all HTTP/1.1"));
        QVERIFY(server.lastHead.contains("Accept: application/vnd.ipld.car; version=1; order=dfs; dups=y"));
    }

    // However a gateway spoils its CAR: nothing wrong is handed on, and another gateway's blocks mend it.
    void carsThatLie_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("altered leaf") << 0;
        QTest::newRow("cut off") << 1;
        QTest::newRow("other roots") << 2;
        QTest::newRow("a page for people") << 3;
        QTest::newRow("endless") << 4;
        QTest::newRow("drips") << 5;
        QTest::newRow("leaves in another order") << 6;
        QTest::newRow("breaks off") << 7;
    }
    void carsThatLie()
    {
        QFETCH(int, which);
        const Car car;
        Bytes bytes = car.car;
        if (which == 0) {
            bytes[bytes.size() - kChunkBytes] ^= 1;
        } else if (which == 1) {
            bytes.resize(bytes.size() - kChunkBytes);
        } else if (which == 2) {
            bytes[30] ^= 1;
        } else if (which == 3) {
            bytes = toBytes("<!doctype html>");
        } else if (which == 6) {
            bytes = carHeader({car.root});
            for (const auto& [cid, block] : car.blocks) {
                putCarBlock(bytes, cid, block);
            }
        }
        BadServer liar([&](QTcpSocket& socket, const QJsonValue&) {
            if (!liar.lastHead.contains("format=car")) {
                socket.write(httpAnswer("a lie"));
            } else if (which == 4 || which == 5) {
                socket.write(kEndless);
                socket.write(raw(carHeader({car.root})));
                writeEvery(socket, which == 4 ? 0 : 20, QByteArray(which == 4 ? 100'000 : 1, '\x40'));
            } else if (which == 7) {
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + raw(bytes).left(1'000));
                socket.disconnectFromHost();
            } else {
                socket.write(httpAnswer(raw(bytes)));
            }
        });
        BadServer honest([&](QTcpSocket& socket, const QJsonValue&) {
            for (const auto& [cid, block] : car.blocks) {
                if (honest.lastHead.contains(QByteArray::fromStdString(cidText(cid)))) {
                    socket.write(httpAnswer(raw(block)));
                }
            }
        });
        net::Gateway first(liar.url(), {400ms});
        net::Gateway second(honest.url());
        CarBlocks blocks(first, car.root);
        ContentChain alone(nullptr, {&blocks});
        Bytes got;
        const auto sink = [&got](BytesView piece) {
            append(got, piece);
            return Result<>();
        };
        const auto read = await(readFile(alone, car.root, {}, sink));
        QVERIFY(!read.ok());
        QVERIFY(got.size() < car.file.size() && std::equal(got.begin(), got.end(), car.file.begin()));
        CarBlocks again(first, car.root);
        ContentChain both(nullptr, {&again, &second});
        QCOMPARE(await(readWhole(both, car.root, car.file.size())).value(), car.file);
        QVERIFY(both.lies(0) > 0);
        QCOMPARE(both.lies(1), 0);
    }

    void kuboThatLies()
    {
        BadServer server(
            answering(httpAnswer(R"({"Key":"bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku","Size":0})")));
        net::Kubo kubo(server.url());
        auto kept = await(kubo.keep(kCid, kBlock));
        QVERIFY(!kept.ok() && kept.error().is(ContentError::BadAnswer)); // another block's name
        QVERIFY(server.lastHead.startsWith("POST /api/v0/block/put?cid-codec=raw&mhtype=sha2-256"));
        server.behave(answering(httpAnswer("no JSON")));
        kept = await(kubo.keep(kCid, kBlock));
        QVERIFY(!kept.ok() && kept.error().is(ContentError::BadAnswer));
        server.behave(answering(httpAnswer(QByteArray(1 << 20, ' '))));
        kept = await(kubo.keep(kCid, kBlock));
        QVERIFY(!kept.ok() && kept.error().is(ContentError::BadAnswer));
        server.behave(answering(httpAnswer(R"json({"Message":"block was not found locally (offline)","Code":0})json",
                                           "500 Internal Server Error")));
        QVERIFY(await(kubo.fetch(kCid)).error().is(ContentError::NotFound));
        server.behave(answering(httpAnswer("a lie")));
        QCOMPARE(await(kubo.fetch(kCid)).value(), toBytes("a lie")); // a source; the chain is what checks
        ContentChain chain(nullptr, {&kubo});
        QVERIFY(await(chain.fetch(kCid)).error().is(ContentError::DigestMismatch));
    }
};

QTEST_GUILESS_MAIN(TestContentSources)
#include "tst_content_sources.moc"
