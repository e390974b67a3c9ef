// SPDX-License-Identifier: GPL-3.0-or-later
#include "../await.h"
#include "content_fixtures.h"

#include "content/content_reader.h"

#include <QtTest>

using namespace autochain;

namespace
{
Result<Bytes> readAll(BlockSource& from, const Cid& root, ReadLimits limits = {})
{
    Bytes out;
    const auto size = await(readFile(from, root, limits, [&out](BytesView piece) {
        append(out, piece);
        return Result<>();
    }));
    return size.ok() ? Result<Bytes>(std::move(out)) : Result<Bytes>(size.error());
}

Cid import(MemoryBlocks& blocks, const Bytes& bytes)
{
    FileImporter importer(blocks.sink());
    return importer.add(bytes).ok() ? importer.finish()->cid : Cid();
}
} // namespace

class TestFileVerifier : public QObject
{
    Q_OBJECT

private slots:
    void readsBack()
    {
        for (const std::size_t size : {0UL, 1UL, kChunkBytes, kChunkBytes + 1, 174 * kChunkBytes + 5}) {
            MemoryBlocks blocks;
            const Bytes bytes = someContent(size);
            const Cid root = import(blocks, bytes);
            const auto read = readAll(blocks, root);
            QVERIFY(read.ok());
            QVERIFY(*read == bytes);
        }
    }

    // Version 0 with its leaves in dag-pb, and a trickle tree: other ways of writing a file that Kubo knows.
    void othersLayouts()
    {
        const auto cids = kuboCids();
        for (const auto& [car, size] : {std::pair("v0.car", 1'000), std::pair("trickle.car", 2'000)}) {
            MemoryBlocks blocks;
            const Cid root = blocks.load(car);
            QVERIFY(root == *parseCid(cids.at(car).cid));
            const auto read = readAll(blocks, root);
            QVERIFY2(read.ok(), car);
            QVERIFY(*read == someContent(static_cast<std::size_t>(size)));
        }
    }

    // One bit anywhere, one byte more or less, one block for another: nothing wrong is ever handed on.
    void anyChangeIsCaught()
    {
        MemoryBlocks blocks;
        const Bytes bytes = someContent(3 * kChunkBytes + 100);
        const Cid root = import(blocks, bytes);
        const auto right = blocks.blocks;
        int changes = 0;
        for (const auto& [cid, block] : right) {
            const std::size_t step = block.size() / 7 + 1;
            for (std::size_t at = 0; at < block.size() + 2 * step; at += step) {
                blocks.blocks = right;
                Bytes& altered = blocks.blocks[cid];
                if (at < block.size()) {
                    altered[at] ^= static_cast<std::uint8_t>(1U << at % 8);
                } else if (at < block.size() + step) {
                    altered.pop_back();
                } else {
                    altered.push_back(0);
                }
                Bytes got;
                const auto read = await(readFile(blocks, root, {}, [&got](BytesView piece) {
                    append(got, piece);
                    return Result<>();
                }));
                QVERIFY(!read.ok() && read.error().is(ContentError::DigestMismatch));
                QVERIFY(got.size() < bytes.size() && std::equal(got.begin(), got.end(), bytes.begin()));
                ++changes;
            }
        }
        QVERIFY(changes > 30);
    }

    void sizesThatLie_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("child longer than declared") << 0;
        QTest::newRow("child shorter than declared") << 1;
        QTest::newRow("file size is not the sum") << 2;
        QTest::newRow("a link without a size") << 3;
        QTest::newRow("a size without a link") << 4;
        QTest::newRow("sizes above 64 bits") << 5;
        QTest::newRow("an empty child") << 6;
        QTest::newRow("a subtree of another size") << 7;
    }
    void sizesThatLie()
    {
        QFETCH(int, which);
        MemoryBlocks blocks;
        const Cid ten = blocks.put(kCodecRaw, Bytes(10, 7));
        const Cid none = blocks.put(kCodecRaw, {});
        dagpb::Node node = fileNode({{ten, 10}, {ten, 10}});
        const auto reworked = [&](auto change) {
            auto data = *unixfs::decode(node.data);
            change(data);
            node.data = unixfs::encode(data);
        };
        switch (which) {
        case 0:
            node = fileNode({{ten, 9}, {ten, 10}});
            break;
        case 1:
            node = fileNode({{ten, 10}, {ten, 11}});
            break;
        case 2:
            reworked([](unixfs::Data& data) { data.fileBytes = 21; });
            break;
        case 3:
            reworked([](unixfs::Data& data) { data.blockBytes.pop_back(); });
            break;
        case 4:
            reworked([](unixfs::Data& data) { data.blockBytes.push_back(10); });
            break;
        case 5:
            reworked([](unixfs::Data& data) {
                data.blockBytes = {1ULL << 62, 1ULL << 62, 1ULL << 62, 1ULL << 62, 20};
                data.fileBytes = 20;
            });
            node.links.resize(5, node.links.front());
            break;
        case 6:
            node = fileNode({{ten, 10}, {none, 0}});
            break;
        default:
            node = fileNode({{blocks.putNode(node), 30}, {ten, 10}});
        }
        const auto honest = readAll(blocks, blocks.putNode(fileNode({{ten, 10}, {ten, 10}})));
        QVERIFY(honest.ok());
        const auto read = readAll(blocks, blocks.putNode(node));
        QVERIFY(!read.ok());
        QVERIFY(read.error().is(ContentError::SizesDisagree));
    }

    void tooDeep()
    {
        MemoryBlocks blocks;
        Cid root = blocks.put(kCodecRaw, Bytes(10, 7));
        for (int depth = 0; depth < 32; ++depth) {
            root = blocks.putNode(fileNode({{root, 10}}));
        }
        QVERIFY(readAll(blocks, root).ok());
        const auto read = readAll(blocks, blocks.putNode(fileNode({{root, 10}})));
        QVERIFY(!read.ok() && read.error().is(ContentError::TooDeep));
    }

    // The same block again and again: 160 levels above one leaf would be 2^160 bytes out of 16 kB.
    void repeats()
    {
        MemoryBlocks blocks;
        Cid root = blocks.put(kCodecRaw, Bytes(1, 7));
        std::uint64_t size = 1;
        for (int depth = 0; depth < 20; ++depth) {
            root = blocks.putNode(fileNode({{root, size}, {root, size}}));
            size *= 2;
        }
        ReadLimits limits;
        limits.maxFileBytes = size - 1;
        auto read = readAll(blocks, root, limits);
        QVERIFY(!read.ok() && read.error().is(ContentError::TooLarge));
        QCOMPARE(blocks.fetched, 1); // the root's own word was enough

        blocks.fetched = 0;
        limits.maxFileBytes = size;
        limits.spareBlocks = 100;
        read = readAll(blocks, root, limits); // a million leaves of one byte
        QVERIFY(!read.ok() && read.error().is(ContentError::TooManyBlocks));
        QVERIFY(blocks.fetched < 5'000);
    }

    void otherKinds()
    {
        MemoryBlocks blocks;
        const Cid cbor = blocks.put(0x71, Bytes{0xa0});
        auto read = readAll(blocks, cbor);
        QVERIFY(!read.ok() && read.error().is(ContentError::UnknownCodec));
        read = readAll(blocks, blocks.putNode(fileNode({{cbor, 1}})));
        QVERIFY(!read.ok() && read.error().is(ContentError::UnknownCodec));
        const auto data = [&](unixfs::Kind kind) {
            unixfs::Data out;
            out.kind = kind;
            dagpb::Node node;
            node.data = unixfs::encode(out);
            return blocks.putNode(node);
        };
        for (const auto kind : {unixfs::Kind::Folder, unixfs::Kind::HamtShard, unixfs::Kind::Symlink}) {
            read = readAll(blocks, data(kind));
            QVERIFY(!read.ok() && read.error().is(ContentError::NotAFile));
        }
        read = readAll(blocks, data(unixfs::Kind::Metadata));
        QVERIFY(!read.ok() && read.error().is(ContentError::UnknownCodec));
        read = readAll(blocks, blocks.put(kCodecDagPb, toBytes("no dag-pb")));
        QVERIFY(!read.ok() && read.error().is(ContentError::BadBlock));
        read = readAll(blocks, blocks.put(kCodecDagPb, {}));
        QVERIFY(!read.ok() && read.error().is(ContentError::BadBlock));
    }

    void blocksHaveACap()
    {
        MemoryBlocks blocks;
        const auto read = readAll(blocks, blocks.put(kCodecRaw, Bytes(kMaxAnyBlockBytes + 1)));
        QVERIFY(!read.ok() && read.error().is(ContentError::TooLarge));
        QVERIFY(readAll(blocks, blocks.put(kCodecRaw, Bytes(kMaxAnyBlockBytes))).ok());
    }

    void whole()
    {
        MemoryBlocks blocks;
        const Cid root = import(blocks, someContent(kChunkBytes + 1));
        QCOMPARE(await(readWhole(blocks, root, kChunkBytes + 1))->size(), kChunkBytes + 1);
        const auto read = await(readWhole(blocks, root, kChunkBytes));
        QVERIFY(!read.ok() && read.error().is(ContentError::TooLarge));
    }
};

QTEST_GUILESS_MAIN(TestFileVerifier)
#include "tst_file_verifier.moc"
