// SPDX-License-Identifier: GPL-3.0-or-later
#include "content_fixtures.h"

#include "content/dag_pb.h"
#include "content/folder_import.h"
#include "content/hamt_writer.h"
#include "content/unixfs.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

#include <sys/stat.h>
#include <unistd.h>

using namespace autochain;

namespace
{
const BlockSink kNowhere = [](const Cid&, BytesView) { return Result<>(); };

void write(const QString& path, const Bytes& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
}

// The tree of fixtures/make.py.
void makeTree(const QString& at)
{
    for (const char* folder : {"/sub/deep", "/empty", "/Größe 文書"}) {
        QVERIFY(QDir().mkpath(at + QString::fromUtf8(folder)));
    }
    write(at + QStringLiteral("/a.txt"), toBytes("hello"));
    write(at + QStringLiteral("/Z"), toBytes("z"));
    write(at + QStringLiteral("/.hidden"), toBytes("left out"));
    QVERIFY(symlink("a.txt", qUtf8Printable(at + QStringLiteral("/link"))) == 0);
    write(at + QStringLiteral("/sub/deep/x"), {});
    write(at + QStringLiteral("/sub/same"), toBytes("hello"));
    write(at + QString::fromUtf8("/Größe 文書/é.txt"), someContent(1'000));
}
} // namespace

class TestUnixfsImporter : public QObject
{
    Q_OBJECT

private slots:
    void asKuboNamesThem()
    {
        const auto cids = kuboCids();
        int looked = 0;
        for (const auto& [name, kubo] : cids) {
            bool isSize = false;
            const auto size = QString::fromStdString(name).toULongLong(&isSize);
            if (!isSize) {
                continue;
            }
            const Bytes bytes = someContent(size);
            FileImporter importer(kNowhere);
            QVERIFY(importer.add(bytes).ok());
            const auto made = importer.finish();
            QVERIFY(made.ok());
            QCOMPARE(cidText(made->cid), kubo.cid);
            QCOMPARE(made->fileBytes, size);
            ++looked;
        }
        QCOMPARE(looked, 9);
    }

    // However the pieces come: the blocks are the same, in the same order.
    void anyPieces()
    {
        const Bytes bytes = someContent(3 * kChunkBytes + 17);
        std::vector<Cid> expected;
        FileImporter whole([&](const Cid& cid, BytesView) {
            expected.push_back(cid);
            return Result<>();
        });
        QVERIFY(whole.add(bytes).ok());
        const auto root = whole.finish();
        QVERIFY(root.ok());
        QCOMPARE(expected.size(), std::size_t(5));
        for (const std::size_t step :
             {std::size_t(1'000), kChunkBytes - 1, kChunkBytes, kChunkBytes + 1, std::size_t(600'000)}) {
            std::vector<Cid> blocks;
            FileImporter importer([&](const Cid& cid, BytesView block) {
                blocks.push_back(cid);
                return block.size() <= kChunkBytes ? Result<>() : Result<>(ContentError::TooLarge);
            });
            for (std::size_t at = 0; at < bytes.size(); at += step) {
                QVERIFY(importer.add(BytesView(bytes).subspan(at, std::min(step, bytes.size() - at))).ok());
            }
            const auto made = importer.finish();
            QVERIFY(made.ok() && made->cid == root->cid);
            QCOMPARE(made->blocks, std::uint64_t(5));
            QVERIFY(blocks == expected);
        }
    }

    void theSinksErrorEndsIt()
    {
        FileImporter importer([](const Cid&, BytesView) { return Result<>(ContentError::DiskFull); });
        const auto added = importer.add(Bytes(kChunkBytes, 1));
        QVERIFY(!added.ok() && added.error().is(ContentError::DiskFull));
    }

    void fromADevice()
    {
        const Bytes bytes = someContent(5 * kChunkBytes);
        QByteArray raw(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        QBuffer buffer(&raw);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        std::uint64_t told = 0;
        const auto made = importDevice(buffer, "-", kNowhere, [&told](std::uint64_t done) { told = done; });
        FileImporter importer(kNowhere);
        QVERIFY(importer.add(bytes).ok());
        QVERIFY(made.ok() && made->cid == importer.finish()->cid);
        QCOMPARE(told, std::uint64_t(bytes.size()));
    }

    void folders()
    {
        QTemporaryDir scratch;
        const QString tree = scratch.filePath(QStringLiteral("tree"));
        makeTree(tree);
        const QString many = scratch.filePath(QStringLiteral("many"));
        QVERIFY(QDir().mkpath(many));
        for (int i = 0; i < 300; ++i) {
            write(many + QStringLiteral("/photo %1.jpg").arg(i, 3, 10, QLatin1Char('0')), toBytes(std::to_string(i)));
        }
        const auto cids = kuboCids();
        for (const auto& [path, name] : {std::pair(tree, "tree"), std::pair(many, "many")}) {
            const auto made = importPath(path.toStdString(), kNowhere);
            QVERIFY(made.ok());
            QCOMPARE(cidText(made->cid), cids.at(name).cid);
            QCOMPARE(made->fileBytes, cids.at(name).bytes);
        }
    }

    void refusedFolders()
    {
        for (const std::string& name : {std::string(".."), std::string("."), std::string(), std::string("a/b"),
                                        std::string("a\0b", 3), std::string("\xff"), std::string(256, 'x')}) {
            const auto made = importFolder({{name, {}}}, kNowhere);
            QVERIFY(!made.ok() && made.error().is(ContentError::UnsafeName));
        }
        const auto twice = importFolder({{"a", {}}, {"b", {}}, {"a", {}}}, kNowhere);
        QVERIFY(!twice.ok() && twice.error().is(ContentError::UnsafeName));
    }

    // The same file throughout, under names so long that the folder has exactly the size, or a byte less.
    void aLargeFolderIsSpreadAsKuboSpreadsIt()
    {
        const Imported file = *importFolder({}, kNowhere);
        std::vector<FolderEntry> entries;
        for (int i = 0; i < 2'048; ++i) { // 2,048 * (36 + 92) bytes
            entries.push_back({std::to_string(10'000 + i) + std::string(87, 'x'), file});
        }
        std::map<Cid, Bytes> blocks;
        const BlockSink keep = [&blocks](const Cid& cid, BytesView block) {
            blocks[cid] = toBytes(block);
            return Result<>();
        };
        const Imported spread = *importFolder(entries, keep);
        QVERIFY(blocks.size() > 1);
        QCOMPARE(spread.blocks, blocks.size() + entries.size() * file.blocks);
        const auto root = dagpb::decode(blocks.at(spread.cid));
        QCOMPARE(root->links.size(), std::size_t(256)); // 2,048 names leave no place free
        QCOMPARE(unixfs::decode(root->data)->kind, unixfs::Kind::HamtShard);
        entries.back().name.pop_back();
        blocks.clear();
        QVERIFY(importFolder(entries, keep).ok());
        QCOMPARE(blocks.size(), std::size_t(1));
    }

    void murmur3()
    {
        // Of the reference program (smhasher's MurmurHash3_x64_128, the first half), by its known values.
        QCOMPARE(murmur3x64({}), std::uint64_t(0));
        QCOMPARE(murmur3x64(toBytes("hello")), std::uint64_t(0xcbd8a7b341bd9b02));
        QCOMPARE(murmur3x64(toBytes("hello, world")), std::uint64_t(0x342fac623a5ebc8e));
        QCOMPARE(murmur3x64(toBytes("19 Jan 2038 at 3:14:07 AM")), std::uint64_t(0xb89e5988b737affc));
        QCOMPARE(murmur3x64(toBytes("The quick brown fox jumps over the lazy dog.")),
                 std::uint64_t(0xcd99481f9ee902c9));
    }

    void whatIsNoFile()
    {
        QTemporaryDir scratch;
        QVERIFY(mkfifo(qUtf8Printable(scratch.filePath(QStringLiteral("pipe"))), 0600) == 0);
        const auto made = importPath(scratch.path().toStdString(), kNowhere);
        QVERIFY(!made.ok() && made.error().is(ContentError::IoError));
        const auto gone = importPath(scratch.filePath(QStringLiteral("gone")).toStdString(), kNowhere);
        QVERIFY(!gone.ok() && gone.error().is(ContentError::IoError));
    }
};

QTEST_GUILESS_MAIN(TestUnixfsImporter)
#include "tst_unixfs_importer.moc"
