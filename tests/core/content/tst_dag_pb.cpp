// SPDX-License-Identifier: GPL-3.0-or-later
#include "content_fixtures.h"

#include "base/hex.h"

#include <QtTest>

using namespace autochain;

namespace
{
const Cid kSome{kCodecRaw, sha256(asBytes("some block"))};

Bytes join(std::initializer_list<Bytes> parts)
{
    Bytes out;
    for (const Bytes& part : parts) {
        append(out, part);
    }
    return out;
}
Bytes framed(std::uint8_t key, const Bytes& inner) // inner below 128 bytes
{
    return join({{key, static_cast<std::uint8_t>(inner.size())}, inner});
}
const Bytes kHash = framed(0x0a, cidBytes(kSome));
const Bytes kName = framed(0x12, toBytes("a"));
const Bytes kSize = {0x18, 5};
Bytes link(std::initializer_list<Bytes> parts)
{
    return framed(0x12, join(parts));
}
const Bytes kData = framed(0x0a, {8, 1});
} // namespace

class TestDagPb : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsWritten()
    {
        dagpb::Node node;
        node.links = {{kSome, "a", 5}, {{kCodecDagPb, sha256({})}, "b", 1'000'000}};
        node.data = toBytes("data");
        const auto read = dagpb::decode(dagpb::encode(node));
        QVERIFY(read.ok());
        QCOMPARE(read->links.size(), std::size_t(2));
        QVERIFY(read->links[1].cid == node.links[1].cid);
        QCOMPARE(read->links[0].name, std::string("a"));
        QCOMPARE(read->links[1].totalBytes, std::uint64_t(1'000'000));
        QVERIFY(read->data == node.data);
    }

    // Every block Kubo made is written again byte by byte, where its links are of CIDs of version 1.
    void kubosBlocks()
    {
        for (const char* car : {"tree.car", "hamt.car", "trickle.car"}) {
            MemoryBlocks blocks;
            QVERIFY(!blocks.load(car).digest.isZero());
            int nodes = 0;
            for (const auto& [cid, block] : blocks.blocks) {
                if (cid.codec == kCodecDagPb) {
                    const auto node = dagpb::decode(block);
                    QVERIFY(node.ok());
                    QVERIFY(dagpb::encode(*node) == block);
                    QVERIFY(unixfs::decode(node->data).ok());
                    ++nodes;
                }
            }
            QVERIFY(nodes > 1);
        }
    }

    void accepted()
    {
        QVERIFY(dagpb::decode({}).ok()); // no links, no data
        QVERIFY(dagpb::decode(join({kData, link({kHash, kName, kSize})})).ok());
        QVERIFY(dagpb::decode(link({kHash})).ok());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char* name, const Bytes& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(toHex(bytes));
        };
        const Bytes whole = join({link({kHash, kName, kSize}), kData});
        row("link without CID", link({kName, kSize}));
        row("name before CID", link({kName, kHash}));
        row("size before name", link({kHash, kSize, kName}));
        row("CID twice", link({kHash, kHash}));
        row("name twice", link({kHash, kName, kName}));
        row("size as bytes", link({kHash, framed(0x1a, {5})}));
        row("CID cut", link({framed(0x0a, {1, 0x55, 0x12, 0x20, 9})}));
        row("CID with more behind", link({framed(0x0a, join({cidBytes(kSome), {0}}))}));
        row("another hash", link({framed(0x0a, join({{1, 0x55, 0x13, 0x20}, Bytes(32, 1)}))}));
        row("data twice", join({kData, kData}));
        row("data between links", join({link({kHash}), kData, link({kHash})}));
        row("field 3", framed(0x1a, {1}));
        row("data as a number", {8, 1});
        row("unknown field of a link", link({kHash, {0x20, 1}}));
        row("wire type 5", {0x0d, 1, 2, 3, 4});
        row("length beyond the end", {0x0a, 9, 1});
        row("long number", join({link({kHash, {0x18, 0x85, 0x00}})}));
        row("endless number", link({kHash, {0x18, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1}}));
        row("cut", {whole.begin(), whole.end() - 1});
        row("more behind", join({whole, {0x0a}}));
        row("long name", join({{0x12, 0xa9, 0x02}, kHash, {0x12, 0x80, 0x02}, Bytes(259, 'x')}));
    }
    void refused()
    {
        QFETCH(QByteArray, hex);
        const auto node = dagpb::decode(*fromHex(hex.toStdString()));
        QVERIFY(!node.ok() && node.error().is(ContentError::BadBlock));
        QVERIFY(!node.error().detail.empty());
    }

    void caps()
    {
        Bytes block;
        for (std::size_t i = 0; i <= dagpb::kMaxLinks; ++i) {
            append(block, link({kHash}));
        }
        QVERIFY(!dagpb::decode(block).ok());
        block.resize(dagpb::kMaxLinks * link({kHash}).size());
        QVERIFY(dagpb::decode(block).ok());
        QVERIFY(!dagpb::decode(Bytes(dagpb::kMaxNodeBlockBytes + 1)).ok());
    }

    void unixfsRefused()
    {
        for (const Bytes& bytes : {Bytes{}, Bytes{8, 9}, Bytes{8, 2, 8, 2}, Bytes{0x18, 1}, Bytes{8, 2, 0x48, 1},
                                   Bytes{0x0a, 1, 2}, Bytes{8, 2, 0x10, 1}, Bytes{8, 2, 0x18}, Bytes{8}}) {
            QVERIFY(!unixfs::decode(bytes).ok());
        }
        // mode 0644 and a modification time are read over
        const auto read = unixfs::decode(Bytes{8, 2, 0x18, 0, 0x38, 0xa4, 3, 0x42, 2, 8, 1});
        QVERIFY(read.ok() && read->kind == unixfs::Kind::File && read->fileBytes == 0);
    }
};

QTEST_APPLESS_MAIN(TestDagPb)
#include "tst_dag_pb.moc"
