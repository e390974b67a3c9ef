// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and photos from the folder, a Kubo node and gateways, some of which are away or lie. What real ones do:
// tests/e2e/content.
#include "../../core/await.h"
#include "../../core/net/bad_server.h"
#include "sample_session.h"

#include "content/unixfs_importer.h"
#include "crypto/hash.h"
#include "viewmodels/base/attachmentsmodel.h"
#include "viewmodels/settings/storesviewmodel.h"
#include "viewmodels/vehicle/documentsmodel.h"
#include "viewmodels/vehicle/photosmodel.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTest>

#include <random>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
const Bytes kBlock = toBytes("odometer 119000 km");
const Hash32 kDigest = sha256(kBlock);

QByteArray raw(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// Whatever is asked for, this.
BadServer::Behaviour giving(const Bytes& bytes)
{
    return [answer = httpAnswer(raw(bytes))](QTcpSocket& socket, const QJsonValue&) { socket.write(answer); };
}

// A node that takes the one block and pins it.
BadServer::Behaviour takingTheBlock()
{
    const QByteArray key = "{\"Key\":\"" + QByteArray::fromStdString(cidText({kCodecRaw, kDigest})) + "\"}";
    return [answer = httpAnswer(key)](QTcpSocket& socket, const QJsonValue&) { socket.write(answer); };
}

Bytes severalBlocks()
{
    Bytes bytes(2 * kChunkBytes + 9, 'a');
    bytes[kChunkBytes] = 'b';
    return bytes;
}

// A file in blocks, and a gateway that has them one by one.
struct Large {
    Bytes file;
    vehicle::Attachment document;
    std::map<QByteArray, Bytes> blocks; // by CID

    explicit Large(const char* name = "invoice.txt", const char* type = "text/plain", Bytes bytes = severalBlocks())
        : file(std::move(bytes))
    {
        FileImporter importer([this](const Cid& cid, BytesView block) {
            blocks[QByteArray::fromStdString(cidText(cid))] = toBytes(block);
            return Result<>();
        });
        (void)importer.add(file);
        document = {importer.finish()->cid.digest, name, type, file.size(), true};
    }

    BadServer::Behaviour gateway(const BadServer& server) const
    {
        return [this, &server](QTcpSocket& socket, const QJsonValue&) {
            const QByteArray cid = server.lastHead.mid(10, server.lastHead.indexOf('?') - 10); // "GET /ipfs/"
            const auto block = blocks.find(cid);
            const bool has = block != blocks.end() && server.lastHead.contains("format=raw");
            socket.write(has ? httpAnswer(raw(block->second)) : httpAnswer("no", "404 Not Found"));
        };
    }
};

Bytes pngOf(const QImage& image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return toBytes(buffer.data().toStdString());
}

Bytes pngOf(const QColor& colour)
{
    QImage image(1'200, 800, QImage::Format_RGB32);
    image.fill(colour);
    return pngOf(image);
}

// Every pixel another: no way to write it in less than 8 MiB.
QImage noise()
{
    QImage image(1'800, 1'700, QImage::Format_RGB32);
    std::mt19937 random(1); // NOLINT: the same on every machine
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.setPixel(x, y, static_cast<QRgb>(random()) | 0xff000000U);
        }
    }
    return image;
}

vehicle::Record withDocuments(std::vector<vehicle::Attachment> documents)
{
    vehicle::Record record;
    record.kind = vehicle::RecordKind::Inspection;
    record.time = 1'700'000'000;
    record.content.documents = std::move(documents);
    return record;
}

RecordPeople nobody()
{
    return {[](const Address&) { return QString(); }};
}
} // namespace

class TestContentStores : public QObject
{
    Q_OBJECT

private slots:
    void whatAGatewayGivesIsHeldAgainstItsName()
    {
        BadServer liar(giving(toBytes("odometer 19000 km")));
        BadServer honest(giving(kBlock));
        SampleSession sample;
        ContentStores& stores = sample.session->content();
        QVERIFY(stores.choose({"", {liar.url(), honest.url()}}).ok());
        QCOMPARE(await(stores.get(kDigest)).value(), kBlock);
        QCOMPARE(stores.states()[0].lies, 1);
        QCOMPARE(stores.states()[1].lies, 0);
        // It is in the folder now: nobody is asked again.
        const int asked = honest.requests;
        QCOMPARE(await(stores.get(kDigest)).value(), kBlock);
        QCOMPARE(honest.requests, asked);

        StoresViewModel view(*sample.session);
        QCOMPARE(view.rows().size(), std::size_t(3));
        QCOMPARE(view.rows()[1].status, QStringLiteral("problem"));
        QVERIFY(view.rows()[1].meaning.contains(QStringLiteral("thrown away")));
        QCOMPARE(view.rows()[2].status, QStringLiteral("clean"));
        sample.end();
    }

    void whoIsAwayIsLeftAloneForAWhile()
    {
        SampleSession sample;
        ContentStores& stores = sample.session->content();
        QVERIFY(stores.choose({"", {"http://127.0.0.1:1"}}).ok());
        QVERIFY(await(stores.get(kDigest)).error().is(ContentError::Unreachable));
        QVERIFY(stores.states()[0].trouble.has_value());
        StoresViewModel view(*sample.session);
        QCOMPARE(view.rows()[1].status, QStringLiteral("attention"));
        QVERIFY(await(stores.get(kDigest)).error().is(ContentError::Unreachable)); // at once, without a connection
        sample.end();
    }

    void whatIsPublishedGoesToTheKuboNodeAsSoonAsItAnswers()
    {
        BadServer kubo(takingTheBlock());
        QTemporaryDir folder;
        {
            NetworkFile network = sampleNetwork();
            network.kind = NetworkKind::Private; // in the practice market everybody reads from the one folder
            SampleSession sample(network, folder.path());
            ContentStores& stores = sample.session->content();
            QCOMPARE(await(stores.put(kBlock)).value(), kDigest);
            QCOMPARE(stores.waiting(), std::size_t(1)); // nobody to give it to
            StoresViewModel view(*sample.session);
            QVERIFY(!view.waiting().isEmpty());
            QVERIFY(view.reasonNotToAdd(QString::fromStdString(kubo.url()), true).isEmpty());
            QVERIFY(!view.reasonNotToAdd(QStringLiteral("http://gateway.example"), false).isEmpty());
            QVERIFY(!view.reasonNotToAdd(QStringLiteral("ftp://gateway.example"), false).isEmpty());
            kubo.behave([](QTcpSocket& socket, const QJsonValue&) { socket.write(httpAnswer("{}", "500 Oh")); });
            view.add(QString::fromStdString(kubo.url()), true);
            QTRY_VERIFY(kubo.requests > 0);
            QTRY_COMPARE(sample.session->gate().running(), 0);
            QCOMPARE(stores.waiting(), std::size_t(1));
            sample.end();
        }
        // Another day: what waited is still known, and goes.
        kubo.behave(takingTheBlock());
        SampleSession sample(sampleNetwork(), folder.path());
        ContentStores& stores = sample.session->content();
        QCOMPARE(stores.choice().kubo, kubo.url());
        QTRY_COMPARE(stores.waiting(), std::size_t(0));
        QVERIFY(kubo.lastHead.contains("pin/add"));
        sample.end();
    }

    void aLargeDocumentIsFetchedWhenAsked()
    {
        const Large large;
        BadServer server(giving({}));
        server.behave(large.gateway(server));
        SampleSession sample;
        QVERIFY(sample.session->content().choose({"", {server.url()}}).ok());
        DocumentsModel model(*sample.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::vector<vehicle::Record> records{withDocuments({large.document})};
        model.show(records, nobody());
        QTRY_COMPARE(model.rows()[0].state, QStringLiteral("large"));
        QCOMPARE(server.requests, 0); // nobody was asked before the person did
        model.fetch(model.rows()[0].key);
        QTRY_COMPARE(model.rows()[0].state, QStringLiteral("here"));
        QVERIFY(server.requests >= 4);

        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.txt"));
        model.save(model.rows()[0].key, QUrl::fromLocalFile(path));
        QTRY_VERIFY(!model.note().isEmpty());
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), raw(large.file));

        // Seen again on another page: it is on this computer.
        DocumentsModel again(*sample.session);
        again.show(records, nobody());
        QTRY_COMPARE(again.rows()[0].state, QStringLiteral("here"));
        sample.end();
    }

    void aFetchCanBeStopped()
    {
        const Large large;
        BadServer server(giving({}));
        server.behave(large.gateway(server));
        SampleSession sample;
        QVERIFY(sample.session->content().choose({"", {server.url()}}).ok());
        DocumentsModel model(*sample.session);
        const std::vector<vehicle::Record> records{withDocuments({large.document})};
        model.show(records, nobody());
        QTRY_COMPARE(model.rows()[0].state, QStringLiteral("large"));
        model.fetch(model.rows()[0].key);
        model.stop(model.rows()[0].key);
        QTRY_COMPARE(model.rows()[0].state, QStringLiteral("large"));
        QVERIFY(model.error().cause.isEmpty()); // the person wanted it so
        sample.end();
    }

    void aPhotoThatIsPublishedIsSmallAndTellsNoPlace()
    {
        SampleSession sample;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("IMG_0001.png"));
        QImage noise(2'400, 1'800, QImage::Format_RGB32);
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x) {
                noise.setPixel(x, y, qRgb(x * y % 251, (x + y) % 256, (x * 7 + y * 13) % 256)); // hard to compress
            }
        }
        noise.setText(QStringLiteral("GPS"), QStringLiteral("43.65, -79.38"));
        QVERIFY(noise.save(path));
        QFile broken(folder.filePath(QStringLiteral("broken.jpg")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no pixels");
        broken.close();

        AttachmentsModel photos(*sample.session, AttachmentsModel::Kind::Photos);
        const QAbstractItemModelTester tester(&photos, QAbstractItemModelTester::FailureReportingMode::QtTest);
        photos.add({QUrl::fromLocalFile(path), QUrl::fromLocalFile(broken.fileName()),
                    QUrl(QStringLiteral("https://example.org/car.jpg"))});
        QVERIFY(!photos.refused().isEmpty()); // of the third
        QVERIFY(photos.busy());
        QTRY_VERIFY_WITH_TIMEOUT(!photos.busy(), 20'000);
        QCOMPARE(photos.count(), 2);
        QCOMPARE(photos.rows()[1].state, QStringLiteral("failed"));
        QVERIFY(!photos.rows()[1].note.isEmpty());
        const auto documents = photos.documents();
        QCOMPARE(documents.size(), std::size_t(1));
        QVERIFY(!documents[0].isFile && documents[0].bytes <= kMaxBlockBytes);
        const Bytes kept = await(sample.session->content().get(documents[0].digest)).value();
        QCOMPARE(kept.size(), documents[0].bytes);
        const QByteArray bytes = raw(kept);
        QVERIFY(bytes.startsWith("\xff\xd8"));
        QVERIFY(!bytes.contains("43.65") && !bytes.contains("Exif"));
        const QSize size = QImage::fromData(bytes).size();
        QVERIFY(size.width() <= 1'600 && size.width() >= 800 && size.width() * 3 == size.height() * 4);
        QCOMPARE(sample.session->content().waiting(), std::size_t(0)); // nothing is signed yet
        sample.session->content().publishAll(photos.roots());
        QTRY_COMPARE(sample.session->content().waiting(), std::size_t(1));

        AttachmentsModel later(*sample.session, AttachmentsModel::Kind::Photos);
        later.restore(photos.toJson());
        QCOMPARE(later.documents(), documents);
        QTRY_VERIFY(!later.rows()[0].picture.isNull());
        later.remove(later.rows()[0].key);
        QVERIFY(later.documents().empty());
        sample.end();
    }

    void aDocumentOfSeveralPiecesIsPublishedWhole()
    {
        const Large large;
        SampleSession sample;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("invoice.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(raw(large.file));
        file.close();
        AttachmentsModel files(*sample.session, AttachmentsModel::Kind::Documents);
        files.add({QUrl::fromLocalFile(file.fileName())});
        QTRY_VERIFY(!files.busy());
        QCOMPARE(files.documents(), std::vector<vehicle::Attachment>{large.document});
        const Cid gone{kCodecRaw, sha256(toBytes("no longer there"))};
        sample.session->content().publishAll({gone, files.roots().front()});
        QTRY_COMPARE(sample.session->content().waiting(), large.blocks.size());
        sample.end();
    }

    // KUBO_RPC and KUBO_GATEWAY: of a real node, as tests/e2e/content gives them.
    void aRealNodeTakesAndGives()
    {
        const std::string rpc = qEnvironmentVariable("KUBO_RPC").toStdString();
        const std::string gateway = qEnvironmentVariable("KUBO_GATEWAY").toStdString();
        if (rpc.empty() || gateway.empty()) {
            QSKIP("no Kubo node was named");
        }
        Large large;
        SampleSession sample;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("invoice.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(raw(large.file));
        file.close();
        StoresViewModel(*sample.session).add(QString::fromStdString(rpc), true);
        AttachmentsModel files(*sample.session, AttachmentsModel::Kind::Documents);
        files.add({QUrl::fromLocalFile(file.fileName())});
        QTRY_VERIFY(!files.busy());
        QVERIFY(await(sample.session->content().publish(files.roots().front())).ok());
        QTRY_COMPARE_WITH_TIMEOUT(sample.session->content().waiting(), std::size_t(0), 30'000);
        QVERIFY(await(sample.session->content().put(kBlock)).ok());
        QTRY_COMPARE_WITH_TIMEOUT(sample.session->content().waiting(), std::size_t(0), 30'000);

        // Somebody else, who has only the gateway, then only the node.
        for (const ContentChoice& choice : {ContentChoice{"", {gateway}}, ContentChoice{rpc, {}}}) {
            SampleSession other;
            QVERIFY(other.session->content().choose(choice).ok());
            QCOMPARE(await(other.session->content().get(kDigest)).value(), kBlock);
            DocumentsModel documents(*other.session);
            const std::vector<vehicle::Record> records{withDocuments(files.documents())};
            documents.show(records, nobody());
            QTRY_COMPARE(documents.rows()[0].state, QStringLiteral("large"));
            documents.fetch(documents.rows()[0].key);
            QTRY_COMPARE_WITH_TIMEOUT(documents.rows()[0].state, QStringLiteral("here"), 30'000);
            QVERIFY(!other.session->content().states()[0].trouble);
            other.end();
        }
        sample.end();
    }

    void aLargePhotoIsShownOnceItWasFetched()
    {
        const Large large("engine.png", "image/png", pngOf(noise()));
        QVERIFY(large.file.size() > 8 * 1024 * 1024);
        BadServer server(giving({}));
        server.behave(large.gateway(server));
        SampleSession sample;
        QVERIFY(sample.session->content().choose({"", {server.url()}}).ok());
        const std::vector<vehicle::Record> records{withDocuments({large.document})};
        DocumentsModel documents(*sample.session);
        PhotosModel photos(*sample.session);
        QObject::connect(&documents, &DocumentsModel::fetched, &photos, &PhotosModel::lookAgainFor);
        documents.show(records, nobody());
        photos.show(records, nobody(), nullptr);
        QTRY_COMPARE(photos.rows()[0].state, QStringLiteral("large"));
        QTRY_COMPARE(documents.rows()[0].state, QStringLiteral("large"));
        documents.fetch(documents.rows()[0].key);
        QTRY_COMPARE_WITH_TIMEOUT(photos.rows()[0].state, QStringLiteral("here"), 30'000);
        QVERIFY(!photos.shown().isNull());
        photos.enlarge();
        QTRY_COMPARE_WITH_TIMEOUT(photos.shown().size(), QSize(1'800, 1'700), 20'000);
        sample.end();
    }

    void photosAreDecodedElsewhere()
    {
        SampleSession sample;
        ContentStores& stores = sample.session->content();
        const Hash32 red = await(stores.put(pngOf(Qt::red))).value();
        const Hash32 words = await(stores.put(toBytes("these are no pixels"))).value();
        const Hash32 blue = await(stores.put(pngOf(Qt::blue))).value();
        const std::vector<vehicle::Record> records{
            withDocuments({{red, "left.png", "image/png", 0, false},
                           {words, "right.png", "image/png", 0, false},
                           {sha256(toBytes("elsewhere")), "rear.jpg", "image/jpeg", 0, false},
                           {words, "notes.txt", "text/plain", 0, false}})};
        market::ListingContent listing;
        listing.photoCids = {cidText({kCodecRaw, blue})};
        PhotosModel model(*sample.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(records, nobody(), &listing);
        QCOMPARE(model.count(), 4);
        QTRY_COMPARE(model.rows()[3].state, QStringLiteral("away"));
        QCOMPARE(model.rows()[2].state, QStringLiteral("broken"));
        QCOMPARE(model.rows()[1].state, QStringLiteral("here"));
        QCOMPARE(model.rows()[0].picture.pixelColor(10, 10), QColor(Qt::blue));
        QCOMPARE(model.rows()[0].picture.size(), QSize(640, 426));
        QCOMPARE(model.at(), 0);
        QCOMPARE(model.record(), -1);
        model.turn(1);
        QCOMPARE(model.record(), 0);
        QTRY_COMPARE(model.shown().size(), QSize(1'200, 800));
        QCOMPARE(model.shown().pixelColor(600, 400), QColor(Qt::red));
        model.turn(-2); // round the end
        QCOMPARE(model.at(), 3);
        QVERIFY(!model.stateText().isEmpty());
        sample.end();
    }
};

QTEST_MAIN(TestContentStores)
#include "tst_contentstores.moc"
