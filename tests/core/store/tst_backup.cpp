// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "crypto/hash.h"
#include "crypto/mnemonic.h"
#include "store/backup_folder.h"
#include "store/sealed_file.h"
#include "temp_store.h"
#include "whole_store.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <filesystem>

using namespace autochain;
using namespace autochain::store;

namespace
{
constexpr UnixTime kNow = 1'000'000;

std::string inFolder(const QTemporaryDir& folder, const char* name)
{
    return folder.filePath(QString::fromLatin1(name)).toStdString();
}
} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private slots:
    // RFC 5869, appendix A.1 and A.3: the first 32 of 42 bytes.
    void hkdf()
    {
        const Bytes secret(22, 0x0b);
        const Bytes salt = fromHex("000102030405060708090a0b0c").value();
        const Bytes info = fromHex("f0f1f2f3f4f5f6f7f8f9").value();
        const std::string_view infoText(reinterpret_cast<const char*>(info.data()), info.size());
        QCOMPARE(toHex(hkdf32(secret, salt, infoText)->view()),
                 std::string("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"));
        QCOMPARE(toHex(hkdf32(secret, {}, "")->view()),
                 std::string("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
    }

    void sealsAnySize_data()
    {
        QTest::addColumn<std::size_t>("size");
        for (const std::size_t size : {std::size_t(0), std::size_t(1), kSealedChunkBytes - 1, kSealedChunkBytes,
                                       kSealedChunkBytes + 1, 3 * kSealedChunkBytes, 3 * kSealedChunkBytes + 5}) {
            QTest::addRow("%zu", size) << size;
        }
    }
    void sealsAnySize()
    {
        QFETCH(std::size_t, size);
        Bytes plain(size);
        for (std::size_t i = 0; i < size; ++i) {
            plain[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
        }
        const Bytes file = seal(plain, testKey(1), kNow).value();
        QCOMPARE(toBytes(unseal(file, testKey(1))->view()), plain);
        QCOMPARE(sealedHeader(file)->madeAt, kNow);
        QVERIFY(seal(plain, testKey(1), kNow).value() != file); // a fresh salt
        const auto other = unseal(file, testKey(2));
        QVERIFY(!other.ok() && other.error().is(StoreError::ForeignBackup));
        // Cut anywhere, also between two chunks, or extended.
        const std::size_t sealedChunk = kSealedChunkBytes + 16;
        for (const std::size_t end : {std::size_t(0), std::size_t(50), kSealedHeaderBytes, kSealedHeaderBytes + 15,
                                      kSealedHeaderBytes + sealedChunk, file.size() - 16, file.size() - 1}) {
            if (end < file.size()) {
                const auto cut = unseal(BytesView(file).first(end), testKey(1));
                QVERIFY(!cut.ok() && cut.error().is(StoreError::BadBackup));
            }
        }
        Bytes longer = file;
        longer.push_back(0);
        QVERIFY(unseal(longer, testKey(1)).error().is(StoreError::BadBackup));
        longer.resize(file.size() + 16);
        QVERIFY(unseal(longer, testKey(1)).error().is(StoreError::BadBackup));
    }

    void chunksKeepTheirPlace()
    {
        const Bytes plain(3 * kSealedChunkBytes, 0x55);
        Bytes file = seal(plain, testKey(1), kNow).value();
        const auto chunk = [&](int i) {
            return file.begin() + static_cast<std::ptrdiff_t>(kSealedHeaderBytes) +
                   i * static_cast<std::ptrdiff_t>(kSealedChunkBytes + 16);
        };
        std::swap_ranges(chunk(0), chunk(1), chunk(1));
        QVERIFY(unseal(file, testKey(1)).error().is(StoreError::BadBackup));
    }

    void newerFormat()
    {
        Bytes file = seal(Bytes{1}, testKey(1), kNow).value();
        file[11] = 2;
        QVERIFY(sealedHeader(file).error().is(StoreError::BadBackup)); // its digest does not fit
        const Hash32 digest = sha256(BytesView(file).first(88));
        std::copy_n(digest.bytes.begin(), 16, file.begin() + 88);
        QVERIFY(sealedHeader(file).error().is(StoreError::NewerVersion));
        QCOMPARE(unseal(file, testKey(1)).error().args, (std::vector<std::string>{"2", "1"}));
    }

    void contentsRoundTrip()
    {
        const BackupContents contents{2,
                                      {{"setting", {"key", "value"}, {{std::string("a"), std::string()}}},
                                       {"draft", {"json"}, {{std::monostate()}, {std::int64_t(-5)}, {Bytes{1, 2}}}},
                                       {"contact", {"name"}, {}}}};
        const Bytes bytes = encodeContents(contents);
        QCOMPARE(decodeContents(bytes).value(), contents);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(decodeContents(BytesView(bytes).first(size)).error().is(StoreError::BadBackup));
        }
        Bytes longer = bytes;
        longer.push_back(0);
        QVERIFY(decodeContents(longer).error().is(StoreError::BadBackup));
    }

    void bringsEverythingBack()
    {
        TempStore store;
        QVERIFY(fillWholeStore(store.database, kNow).ok());
        const WholeStore before = readWholeStore(store.database, kNow).value();
        const Bytes file = writeBackup(store.database, testKey(3), kNow).value();
        QVERIFY(!QByteArray(reinterpret_cast<const char*>(file.data()), static_cast<qsizetype>(file.size()))
                     .contains("Bob"));

        const auto drill = drillBackup(file, testKey(3), kNow + 60);
        QVERIFY2(drill.ok(), drill.ok() ? "" : drill.error().detail.c_str());
        QCOMPARE(drill->ageSeconds, std::int64_t(60));
        QCOMPARE(drill->rowsOf("contact"), std::int64_t(2));
        QCOMPARE(drill->rowsOf("outbox"), std::int64_t(3)); // in flight, and what one of them replaces
        QCOMPARE(drill->rowsOf("grant_until"), std::int64_t(1));
        QVERIFY(readWholeStore(store.database, kNow).value() == before);

        const std::string path = inFolder(store.folder, "restored.db");
        const auto restored = restoreBackup(file, testKey(3), path, testKey(9), kNow + 60);
        QVERIFY2(restored.ok(), restored.ok() ? "" : restored.error().detail.c_str());
        auto again = openStore(path, testKey(9));
        QVERIFY(again.ok() && !again->recovery().unclean);
        QVERIFY(readWholeStore(*again, kNow).value() == before);
        for (const QString& name : QDir(store.folder.path()).entryList(QDir::Files)) {
            QVERIFY2(!name.contains(QLatin1String(".part")), qPrintable(name));
        }
    }

    void neverOverALiveStore()
    {
        TempStore store;
        const Bytes file = writeBackup(store.database, testKey(3), kNow).value();
        const auto over = restoreBackup(file, testKey(3), store.path, testKey(7), kNow);
        QVERIFY(!over.ok() && over.error().is(StoreError::AlreadyExists));
        const auto foreign = restoreBackup(file, testKey(4), inFolder(store.folder, "b.db"), testKey(7), kNow);
        QVERIFY(!foreign.ok() && foreign.error().is(StoreError::ForeignBackup));
        QVERIFY(!std::filesystem::exists(inFolder(store.folder, "b.db")));
    }

    // The words and the file are enough.
    void wordsOpenIt()
    {
        constexpr const char* kWords = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        TempStore store;
        const SecretBytes key = backupKeyOfSeed(seedFromMnemonic(kWords)).value();
        const Bytes file = writeBackup(store.database, key, kNow).value();
        const SecretBytes again = backupKeyOfSeed(seedFromMnemonic(kWords)).value();
        QVERIFY(drillBackup(file, again, kNow).ok());
        const SecretBytes other = backupKeyOfSeed(seedFromMnemonic(kWords, "another passphrase")).value();
        QVERIFY(drillBackup(file, other, kNow).error().is(StoreError::ForeignBackup));
        QVERIFY(backupKeyOfSeed(SecretBytes(32)).error().is(StoreError::Misuse));
    }

    void grantsThatAreOverStayOut()
    {
        TempStore store;
        QVERIFY(fillWholeStore(store.database, kNow).ok()); // one is over at kNow, one a week later
        const Bytes file = writeBackup(store.database, testKey(3), kNow).value();
        const auto late = drillBackup(file, testKey(3), kNow + 30 * 86'400);
        QCOMPARE(late->rowsOf("grant_until"), std::int64_t(0));
        QCOMPARE(late->expiredGrants, std::int64_t(1));
        const auto contents = readBackup(file, testKey(3)).value();
        for (const BackupTable& table : contents.tables) {
            QVERIFY(table.name != "grant_until" || table.rows.size() == 1);
        }
    }

    void olderSchema()
    {
        const BackupContents old{1, {{"setting", {"key", "value"}, {{std::string("a"), std::string("b")}}}}};
        const Bytes file = seal(encodeContents(old), testKey(3), kNow).value();
        const auto report = drillBackup(file, testKey(3), kNow);
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().detail.c_str());
        QCOMPARE(report->schema, 1);
        BackupContents newer = old;
        newer.schema = 99;
        QVERIFY(drillBackup(seal(encodeContents(newer), testKey(3), kNow).value(), testKey(3), kNow)
                    .error()
                    .is(StoreError::NewerVersion));
    }

    // Whoever holds the key can write any contents; none of it becomes SQL.
    void strangeContents()
    {
        const std::vector<BackupContents> strange = {
            {0, {}},
            {2, {{"sqlite_schema", {"sql"}, {}}}},
            {2, {{"setting", {"key) VALUES ('a'); DROP TABLE outbox; --", "value"}, {}}}},
            {2, {{"setting", {"key", "key"}, {{std::string("a"), std::string("a")}}}}},
            {2, {{"setting", {"key", "value"}, {{std::string("a"), std::monostate()}}}}},
            {2, {{"outbox", {"id"}, {{std::int64_t(1)}}}}},
            {2,
             {{"contact",
               {"address", "name", "note", "added_at"},
               {{Bytes(19), std::string(), std::string(), std::int64_t(0)}}}}},
        };
        for (const BackupContents& contents : strange) {
            const Bytes file = seal(encodeContents(contents), testKey(3), kNow).value();
            const auto report = drillBackup(file, testKey(3), kNow);
            QVERIFY(!report.ok());
            QVERIFY2(report.error().is(StoreError::BadBackup), report.error().detail.c_str());
        }
    }

    void schedule()
    {
        const BackupSchedule daily;
        QVERIFY(backupDue(kNow, std::nullopt, daily));
        QVERIFY(!backupDue(kNow, kNow - 86'399, daily));
        QVERIFY(backupDue(kNow, kNow - 86'400, daily));
        QVERIFY(backupDue(kNow, kNow + 5, daily)); // a clock that ran ahead stops nothing
        QCOMPARE(nextBackupAt(kNow, kNow - 10, daily).value(), kNow - 10 + 86'400);
        BackupSchedule off;
        off.enabled = false;
        QVERIFY(!backupDue(kNow, std::nullopt, off));
        TempStore store;
        QCOMPARE(backupSchedule(store.database)->keep, 7);
        QVERIFY(setBackupSchedule(store.database, {false, 3'600, 3, "/media/stick"}).ok());
        const auto set = backupSchedule(store.database).value();
        QVERIFY(!set.enabled && set.everySeconds == 3'600 && set.keep == 3 && set.folder == "/media/stick");
    }

    void theFolderChosen()
    {
        const TempStore store;
        BackupSchedule schedule;
        QCOMPARE(backupFolderOf(schedule, "/home/alice").value(), std::string("/home/alice/backups"));
        schedule.folder = inFolder(store.folder, "stick");
        QVERIFY(backupFolderOf(schedule, "/home/alice").error().is(StoreError::FolderGone));
        QVERIFY(std::filesystem::create_directory(schedule.folder));
        QCOMPARE(backupFolderOf(schedule, "/home/alice").value(), schedule.folder);
    }

    // Two people and one stick: neither takes the other's files for its own, or away.
    void twoStoresShareAFolder()
    {
        TempStore mine;
        TempStore theirs;
        const std::string path = inFolder(mine.folder, "stick");
        BackupFolder alice(path, mine.database);
        BackupFolder bob(path, theirs.database);
        for (int day = 0; day < 3; ++day) {
            QVERIFY(bob.make(testKey(4), kNow + day * 86'400, 3).ok());
        }
        QVERIFY(!alice.last(kNow + 9 * 86'400)->has_value());
        QVERIFY(alice.make(testKey(3), kNow + 86'400 + 5, 1).ok());
        QCOMPARE(alice.list()->size(), std::size_t(4));
        QCOMPARE(alice.last(kNow + 9 * 86'400)->value(), kNow + 86'400 + 5);
        QVERIFY(alice.make(testKey(3), kNow + 86'400 + 6, 1).ok());
        QCOMPARE(bob.list()->size(), std::size_t(4)); // one of alice's went, none of bob's
    }

    void rotation()
    {
        TempStore store;
        QVERIFY(fillWholeStore(store.database, kNow).ok());
        const std::string path = inFolder(store.folder, "backups");
        BackupFolder folder(path, store.database);
        QVERIFY(folder.list()->empty());
        QVERIFY(!folder.last(kNow)->has_value());
        for (int day = 0; day < 5; ++day) {
            const auto made = folder.make(testKey(3), kNow + day * 86'400, 3);
            QVERIFY2(made.ok(), made.ok() ? "" : made.error().detail.c_str());
        }
        auto files = folder.list().value();
        QCOMPARE(files.size(), std::size_t(3));
        QCOMPARE(files.front().madeAt, kNow + 4 * 86'400);
        QCOMPARE(files.front().verifiedAt.value(), kNow + 4 * 86'400);
        QCOMPARE(folder.last(kNow + 3 * 86'400)->value(), kNow + 3 * 86'400);
        // Two within one second, and one that claims to be from the future: the new one stays all the same.
        QVERIFY(folder.make(testKey(3), kNow, 1).ok());
        files = folder.list().value();
        QCOMPARE(files.size(), std::size_t(1));
        QCOMPARE(files.front().madeAt, kNow);
        QVERIFY(folder.make(testKey(3), kNow, 5).ok());
        QCOMPARE(folder.list()->size(), std::size_t(2));
        QCOMPARE(std::filesystem::status(files.front().path).permissions(),
                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        // Drills are noted; what cannot be read is listed as that, and left alone.
        QCOMPARE(folder.drill(files.front().path, testKey(3), kNow + 50)->ageSeconds, std::int64_t(50));
        QCOMPARE(folder.list()->at(1).verifiedAt.value(), kNow + 50);
        QFile broken(QString::fromStdString(path + "/autochain-5.acbackup"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("x") == 1);
        broken.close();
        QVERIFY(!folder.list()->back().readable);
        QVERIFY(folder.drill(path + "/autochain-5.acbackup", testKey(3), kNow).error().is(StoreError::BadBackup));
        QVERIFY(folder.drill(path + "/none", testKey(3), kNow).error().is(StoreError::NotFound));
        QVERIFY(folder.make(testKey(3), kNow + 9, 1).ok());
        QCOMPARE(folder.list()->size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
