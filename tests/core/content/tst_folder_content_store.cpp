// SPDX-License-Identifier: GPL-3.0-or-later
#include "../await.h"
#include "base/hex.h"
#include "content/folder_content_store.h"
#include "crypto/hash.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochain;

class TestFolderContentStore : public QObject
{
    Q_OBJECT

private slots:
    void writesUnderTheCid()
    {
        QTemporaryDir folder;
        FolderContentStore store(folder.filePath(QStringLiteral("content")).toStdString());
        const auto digest = await(store.put(toBytes("hello world")));
        QVERIFY(digest.ok());
        // Worked out apart, with Python's hashlib and base64.
        QCOMPARE(store.pathOf(*digest), folder.filePath(QStringLiteral("content")).toStdString() +
                                            "/bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
        QVERIFY(store.has(*digest));
        QCOMPARE(await(store.get(*digest)).value(), toBytes("hello world"));
        QCOMPARE(await(store.put(toBytes("hello world"))).value(), *digest);
        QCOMPARE(QDir(folder.filePath(QStringLiteral("content"))).entryList(QDir::Files).size(), 1);
    }

    void missing()
    {
        QTemporaryDir folder;
        FolderContentStore store(folder.path().toStdString());
        const auto block = store.read(sha256(asBytes("never written")));
        QVERIFY(!block.ok() && block.error().is(ContentError::NotFound));
    }

    void alteredIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("one bit") << QByteArray("odometer 119000 kn");
        QTest::newRow("cut") << QByteArray("odometer 119000 k");
        QTest::newRow("longer") << QByteArray("odometer 119000 km ");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("swollen") << QByteArray(1 << 20, 'x');
    }
    void alteredIsNoticed()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        FolderContentStore store(folder.path().toStdString());
        const Hash32 digest = store.write(asBytes("odometer 119000 km")).value();
        QFile file(QString::fromStdString(store.pathOf(digest)));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        const auto block = store.read(digest);
        QVERIFY(!block.ok() && block.error().is(ContentError::DigestMismatch));
        // Writing the right bytes again repairs the file.
        QVERIFY(store.write(asBytes("odometer 119000 km")).ok());
        QVERIFY(store.read(digest).ok());
    }

    void caps()
    {
        QTemporaryDir folder;
        FolderContentStore store(folder.path().toStdString());
        QVERIFY(store.write(Bytes(kMaxBlockBytes, 1)).ok());
        const auto large = store.write(Bytes(kMaxBlockBytes + 1, 1));
        QVERIFY(!large.ok() && large.error().is(ContentError::TooLarge));
        QVERIFY(store.write({}).ok());
        QCOMPARE(store.read(sha256({})).value(), Bytes());
    }

    void noFolder()
    {
        QTemporaryDir folder;
        QFile blocker(folder.filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        FolderContentStore store(blocker.fileName().toStdString() + "/sub");
        const auto written = store.write(asBytes("x"));
        QVERIFY(!written.ok() && written.error().is(ContentError::IoError));
    }
};

QTEST_GUILESS_MAIN(TestFolderContentStore)
#include "tst_folder_content_store.moc"
