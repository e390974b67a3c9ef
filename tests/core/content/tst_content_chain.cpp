// SPDX-License-Identifier: GPL-3.0-or-later
#include "../await.h"
#include "content_fixtures.h"

#include "content/content_chain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;

namespace
{
class Away : public BlockSource
{
public:
    QCoro::Task<Result<Bytes>> fetch(Cid) override
    {
        co_return Error(ContentError::Unreachable, {"https://away.example"});
    }
};
} // namespace

class TestContentChain : public QObject
{
    Q_OBJECT

private slots:
    void theFirstRightOneIsKept()
    {
        QTemporaryDir folder;
        FolderContentStore local(folder.path().toStdString());
        MemoryBlocks liar;
        MemoryBlocks honest;
        Away away;
        const Cid cid = honest.put(kCodecDagPb, toBytes("a node"));
        liar.blocks[cid] = toBytes("a lie");
        ContentChain chain(&local, {&away, &liar, &honest});
        QCOMPARE(await(chain.fetch(cid)).value(), toBytes("a node"));
        QCOMPARE(chain.lies(1), 1);
        QCOMPARE(chain.lies(2), 0);
        QCOMPARE(local.readBlock(cid).value(), toBytes("a node"));
        QCOMPARE(await(chain.fetch(cid)).value(), toBytes("a node"));
        QCOMPARE(honest.fetched, 1); // then from the folder
    }

    void theWorstErrorIsTold()
    {
        MemoryBlocks none;
        MemoryBlocks liar;
        Away away;
        const Cid cid{kCodecRaw, sha256(asBytes("what nobody has"))};
        ContentChain nobody(nullptr, {&none});
        QVERIFY(await(nobody.fetch(cid)).error().is(ContentError::NotFound));
        ContentChain one(nullptr, {&away, &none});
        QVERIFY(await(one.fetch(cid)).error().is(ContentError::Unreachable));
        liar.blocks[cid] = toBytes("a lie");
        ContentChain two(nullptr, {&liar, &away, &none});
        QVERIFY(await(two.fetch(cid)).error().is(ContentError::DigestMismatch));
        liar.blocks[cid] = Bytes(kMaxAnyBlockBytes + 1);
        QVERIFY(await(two.fetch(cid)).error().is(ContentError::TooLarge));
    }

    void asTheSuitesStore()
    {
        QTemporaryDir folder;
        FolderContentStore local(folder.path().toStdString());
        MemoryBlocks other;
        ContentChain chain(&local, {&other});
        const auto digest = await(chain.put(toBytes("a record")));
        QVERIFY(digest.ok());
        QCOMPARE(await(chain.get(*digest)).value(), toBytes("a record"));
        const Cid remote = other.put(kCodecRaw, toBytes("a record of somebody else"));
        QCOMPARE(await(chain.get(remote.digest)).value(), toBytes("a record of somebody else"));
        QVERIFY(local.has(remote.digest));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2); // no scraps
        const Cid large = other.put(kCodecRaw, Bytes(kMaxBlockBytes + 1));
        QVERIFY(await(chain.get(large.digest)).error().is(ContentError::TooLarge));
    }

    void anAlteredFileIsFetchedAgain()
    {
        QTemporaryDir folder;
        FolderContentStore local(folder.path().toStdString());
        MemoryBlocks other;
        const Cid cid = other.put(kCodecRaw, toBytes("odometer 119000 km"));
        QFile file(QString::fromStdString(local.pathOf(cid)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("odometer 19000 km");
        file.close();
        ContentChain alone(&local);
        QVERIFY(await(alone.fetch(cid)).error().is(ContentError::DigestMismatch));
        ContentChain chain(&local, {&other});
        QCOMPARE(await(chain.fetch(cid)).value(), toBytes("odometer 119000 km"));
        QCOMPARE(await(alone.fetch(cid)).value(), toBytes("odometer 119000 km")); // and put in its place
    }

    // A folder that cannot be written to is no reason not to read.
    void nowhereToKeep()
    {
        FolderContentStore local("/dev/null/content");
        MemoryBlocks other;
        const Cid cid = other.put(kCodecRaw, toBytes("read all the same"));
        ContentChain chain(&local, {&other});
        QVERIFY(await(chain.fetch(cid)).ok());
    }
};

QTEST_GUILESS_MAIN(TestContentChain)
#include "tst_content_chain.moc"
