// SPDX-License-Identifier: GPL-3.0-or-later
#include "../await.h"
#include "content_fixtures.h"

#include "content/content_reader.h"
#include "content/hamt_writer.h"

#include <QtTest>

#include <algorithm>

using namespace autochain;

namespace
{
dagpb::Node folderNode(std::vector<dagpb::Link> links)
{
    unixfs::Data data;
    data.kind = unixfs::Kind::Folder;
    return {std::move(links), unixfs::encode(data)};
}

std::vector<std::string> namesIn(const std::vector<FolderEntryFound>& entries)
{
    std::vector<std::string> out;
    for (const auto& entry : entries) {
        out.push_back(entry.name);
    }
    return out;
}

// A shard with this much of its data changed: kind, bits, hash and fanout as bytes of UnixFS.
Bytes shardData(const Bytes& bits, std::uint8_t hash = 0x22, std::uint8_t fanoutLow = 0x80, std::uint8_t fanoutHigh = 2)
{
    Bytes out{8, 5, 0x12, static_cast<std::uint8_t>(bits.size())};
    append(out, bits);
    append(out, Bytes{0x28, hash, 0x30, fanoutLow, fanoutHigh});
    return out;
}
const Cid kSome{kCodecRaw, sha256(asBytes("some block"))};
} // namespace

class TestFolderVerifier : public QObject
{
    Q_OBJECT

private slots:
    void kubosTree()
    {
        MemoryBlocks blocks;
        const Cid root = blocks.load("tree.car");
        const auto entries = await(readFolder(blocks, root));
        QVERIFY(entries.ok());
        QVERIFY(namesIn(*entries) == (std::vector<std::string>{"Größe 文書", "Z", "a.txt", "empty", "link", "sub"}));
        QCOMPARE(await(inspectAt(blocks, (*entries)[0].cid))->kind, NodeKind::Folder);
        QCOMPARE(await(inspectAt(blocks, (*entries)[1].cid))->kind, NodeKind::File);
        const auto link = await(inspectAt(blocks, (*entries)[4].cid));
        QVERIFY(link.ok() && link->kind == NodeKind::Symlink);
        QCOMPARE(link->target, std::string("a.txt"));
        QVERIFY(await(readFolder(blocks, (*entries)[3].cid))->empty());
        const auto nested = await(readFolder(blocks, (*entries)[0].cid));
        QCOMPARE(await(readWhole(blocks, nested->front().cid, 2'000)).value(), someContent(1'000));
        const auto none = await(readFolder(blocks, (*entries)[2].cid));
        QVERIFY(!none.ok() && none.error().is(ContentError::UnknownCodec)); // a raw block has no entries
    }

    void kubosHamt()
    {
        MemoryBlocks blocks;
        const Cid root = blocks.load("hamt.car");
        QCOMPARE(await(inspectAt(blocks, root))->kind, NodeKind::HamtFolder);
        const auto entries = await(readFolder(blocks, root));
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), std::size_t(300));
        for (std::size_t i = 0; i < 300; ++i) {
            const std::string number = std::to_string(i);
            QCOMPARE((*entries)[i].name, "photo " + std::string(3 - number.size(), '0') + number + ".jpg");
            QCOMPARE(await(readWhole(blocks, (*entries)[i].cid, 10)).value(), toBytes(number));
        }
        ReadLimits limits;
        limits.maxEntries = 299;
        const auto capped = await(readFolder(blocks, root, limits));
        QVERIFY(!capped.ok() && capped.error().is(ContentError::TooManyEntries));
        limits = {};
        limits.maxDepth = 1;
        const auto deep = await(readFolder(blocks, root, limits));
        QVERIFY(!deep.ok() && deep.error().is(ContentError::TooDeep));
    }

    void kubosHamtIsWrittenAgain()
    {
        MemoryBlocks blocks;
        const Cid root = blocks.load("hamt.car");
        std::vector<FolderEntry> entries;
        const std::vector<FolderEntryFound> theirs = *await(readFolder(blocks, root));
        for (const FolderEntryFound& found : theirs) {
            const Bytes leaf = *await(blocks.fetch(found.cid));
            entries.push_back({found.name, {found.cid, leaf.size(), leaf.size(), 1}});
        }
        std::reverse(entries.begin(), entries.end());
        std::size_t nodes = 0;
        const BlockSink sink = [&](const Cid& cid, BytesView block) {
            ++nodes;
            const auto same = await(blocks.fetch(cid));
            return same.ok() && *same == toBytes(block) ? Result<>() : Result<>(ContentError::DigestMismatch);
        };
        const auto made = writeHamt(entries, sink);
        QVERIFY(made.ok());
        QCOMPARE(made->cid, root);
        QCOMPARE(made->blocks, nodes + entries.size());
    }

    void names()
    {
        MemoryBlocks blocks;
        for (const std::string& name : {std::string(".."), std::string("."), std::string(), std::string("/etc/passwd"),
                                        std::string("a/../../b"), std::string("a\0b", 3), std::string("\xc3\x28")}) {
            const Cid root = blocks.putNode(folderNode({{kSome, "fine", 1}, {kSome, name, 1}}));
            const auto entries = await(readFolder(blocks, root));
            QVERIFY(!entries.ok() && entries.error().is(ContentError::UnsafeName));
        }
        const Cid twice = blocks.putNode(folderNode({{kSome, "b", 1}, {kSome, "a", 1}, {kSome, "b", 1}}));
        const auto entries = await(readFolder(blocks, twice));
        QVERIFY(!entries.ok() && entries.error().is(ContentError::UnsafeName));
        QVERIFY(await(readFolder(blocks, blocks.putNode(folderNode({{kSome, "...", 1}, {kSome, "a\\..", 1}})))).ok());
    }

    void hamtsThatLie_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* what, const Bytes& data, const char* name) {
            QTest::newRow(what) << QByteArray(reinterpret_cast<const char*>(data.data()),
                                              static_cast<qsizetype>(data.size()))
                                << QByteArray(name);
        };
        row("a bit too many", shardData({7}), "00a");
        row("no bits", shardData({}), "00a");
        row("another bit", shardData({2}), "00a");
        row("another hash", shardData({1}, 0x12), "00a");
        row("a fanout of 3", shardData({1}, 0x22, 0x83, 0), "00a");
        row("lower case", shardData({0, 1}), "0aa");
        row("no digits", shardData({1}), "0");
        row("no number", shardData({1}), "xya");
        row("up and away", shardData({1}), "00..");
    }
    void hamtsThatLie()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, name);
        MemoryBlocks blocks;
        const Cid good = blocks.putNode({{{kSome, "00a", 1}}, shardData({1})});
        QVERIFY(await(readFolder(blocks, good)).ok());
        const Cid bad = blocks.putNode({{{kSome, name.toStdString(), 1}}, Bytes(data.begin(), data.end())});
        const auto entries = await(readFolder(blocks, bad));
        QVERIFY(!entries.ok());
        QVERIFY(entries.error().is(ContentError::BadBlock) || entries.error().is(ContentError::UnsafeName));
        const Cid above = blocks.putNode({{{bad, "00", 1}}, shardData({1})});
        QVERIFY(!await(readFolder(blocks, above)).ok());
    }

    // Each shard twice in the one above: 2^30 of them out of thirty blocks.
    void repeatedShards()
    {
        MemoryBlocks blocks;
        Cid root = blocks.putNode({{}, shardData({})});
        for (int i = 0; i < 30; ++i) {
            root = blocks.putNode({{{root, "00", 1}, {root, "01", 1}}, shardData({3})});
        }
        ReadLimits limits;
        limits.maxEntries = 1'000;
        const auto entries = await(readFolder(blocks, root, limits));
        QVERIFY(!entries.ok() && entries.error().is(ContentError::TooManyEntries));
        QVERIFY(blocks.fetched < 1'100);
        const Cid mixed = blocks.putNode({{{blocks.putNode(folderNode({})), "00", 1}}, shardData({1})});
        QVERIFY(await(readFolder(blocks, mixed)).error().is(ContentError::BadBlock));
    }
};

QTEST_GUILESS_MAIN(TestFolderVerifier)
#include "tst_folder_verifier.moc"
