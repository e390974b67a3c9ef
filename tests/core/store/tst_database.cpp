// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"
#include "temp_store.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryFile>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace autochain;
using namespace autochain::store;

namespace
{
std::int64_t count(Database& database, const char* table)
{
    auto query = database.prepare(std::string("SELECT count(*) FROM ") + table);
    if (!query.ok() || !query->step().ok()) {
        return -1;
    }
    return query->integer(0);
}

void flipByte(const std::string& path, qint64 at)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > at);
    file.seek(at);
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    file.seek(at);
    QVERIFY(file.putChar(static_cast<char>(byte ^ 0x20)));
}

// Everything in the main file, nothing left in the write-ahead log.
void checkpoint(Database& database)
{
    QVERIFY(database.execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
}

Result<> addRows(Database& database, int rows, std::size_t bytes)
{
    return database.transaction([&]() -> Result<> {
        AC_TRY(Statement put,
               database.prepare("INSERT INTO draft (kind, id, json, updated_at) VALUES ('t', ?1, ?2, 0)"));
        for (int i = 0; i < rows; ++i) {
            AC_CHECK(put.bind(1, std::to_string(i)).bind(2, std::string(bytes, 'x')).run());
        }
        return {};
    });
}
} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void isEncrypted()
    {
        TempStore store;
        QVERIFY(addRows(store.database, 10, 500).ok());
        checkpoint(store.database);
        QFile file(QString::fromStdString(store.path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 8192);
        QVERIFY(!bytes.contains("SQLite format"));
        QVERIFY(!bytes.contains("CREATE TABLE"));
        QVERIFY(!bytes.contains("xxxxxxxx"));
    }

    void setsWhatItPromises()
    {
        TempStore store;
        const std::pair<const char*, std::string> expected[] = {
            {"PRAGMA journal_mode", "wal"},        {"PRAGMA synchronous", "2"},          {"PRAGMA foreign_keys", "1"},
            {"PRAGMA secure_delete", "1"},         {"PRAGMA locking_mode", "exclusive"}, {"PRAGMA temp_store", "2"},
            {"PRAGMA cipher_memory_security", "1"}};
        for (const auto& [pragma, value] : expected) {
            auto query = store.database.prepare(pragma);
            QVERIFY(query.ok());
            QVERIFY(query->step().ok());
            QCOMPARE(query->text(0), value);
        }
        auto version = store.database.prepare("PRAGMA cipher_version");
        QVERIFY(version->step().ok());
        QVERIFY2(version->text(0) >= "4.", version->text(0).c_str());
    }

    void wrongKey()
    {
        TempStore store;
        QVERIFY(addRows(store.database, 3, 10).ok());
        store.close();
        // Twice: SQLCipher answers "out of memory" to the second question after a wrong key.
        for (int i = 0; i < 2; ++i) {
            const auto opened = openStore(store.path, testKey(8));
            QVERIFY(!opened.ok());
            QVERIFY2(opened.error().is(StoreError::WrongKey), opened.error().detail.c_str());
        }
        const auto shortKey = Database::open(store.path, SecretBytes(16));
        QVERIFY(!shortKey.ok() && shortKey.error().is(StoreError::Misuse));
        QCOMPARE(count(store.reopen(), "draft"), 3);
    }

    // The right key and a damaged first page is another message than a wrong key, every time.
    void damagedFirstPage_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("salt") << 3;
        QTest::newRow("page") << 1000;
        QTest::newRow("its mac") << 4090;
    }
    void damagedFirstPage()
    {
        QFETCH(int, at);
        TempStore store;
        store.close();
        flipByte(store.path, at);
        for (int i = 0; i < 2; ++i) {
            const auto right = openStore(store.path, testKey(7));
            QVERIFY(!right.ok());
            QVERIFY2(right.error().is(StoreError::Corrupt), right.error().detail.c_str());
            const auto wrong = openStore(store.path, testKey(8));
            QVERIFY(!wrong.ok() && wrong.error().is(StoreError::WrongKey));
        }
        flipByte(store.path, at);
        QCOMPARE(count(store.reopen(), "draft"), 0);
        // Without the key check nobody knows; with the store opened it comes back.
        store.close();
        const QString check = QString::fromStdString(store.path) + QStringLiteral(".check");
        QVERIFY(QFile::remove(check));
        store.reopen();
        QVERIFY(QFile::exists(check));
    }

    void saysNothing()
    {
        TempStore store;
        QVERIFY(addRows(store.database, 2'000, 200).ok());
        store.close();
        flipByte(store.path, 40 * 4096 + 100);
        QTemporaryFile caught;
        QVERIFY(caught.open());
        const int before = dup(2);
        dup2(caught.handle(), 2);
        const bool wrongKey = openStore(store.path, testKey(8)).ok();
        auto damaged = openStore(store.path, testKey(7));
        const bool whole = damaged.ok() && damaged->checkIntegrity().ok();
        dup2(before, 2);
        ::close(before);
        QVERIFY(!wrongKey && !whole);
        QCOMPARE(caught.size(), qint64(0));
    }

    void notADatabase()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("x.db")).toStdString();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'A'));
        file.close();
        const auto opened = openStore(path, testKey(7));
        QVERIFY(!opened.ok());
        QVERIFY(opened.error().is(StoreError::WrongKey));
    }

    void missingAndForbidden()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("none.db")).toStdString();
        const auto missing = Database::open(path, testKey(7), {.create = false, .busyTimeoutMs = 10});
        QVERIFY(!missing.ok() && missing.error().is(StoreError::NotFound));
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
        const auto asFolder = Database::open(folder.path().toStdString(), testKey(7));
        QVERIFY(!asFolder.ok() && asFolder.error().is(StoreError::NoAccess));
        const auto nowhere = Database::open(path + "/deeper/x.db", testKey(7));
        QVERIFY(!nowhere.ok() && nowhere.error().is(StoreError::NoAccess));
    }

    void corruptPages_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("ofDrafts");
        QTest::newRow("second page") << 1 << false;
        QTest::newRow("in the middle") << 40 << true;
    }
    void corruptPages()
    {
        QFETCH(int, page);
        QFETCH(bool, ofDrafts);
        TempStore store;
        QVERIFY(addRows(store.database, 2'000, 200).ok());
        QVERIFY(store.database.checkIntegrity().ok());
        store.close();
        flipByte(store.path, page * 4096 + 100);
        Result<Database> again = Database::open(store.path, testKey(7));
        // A page is only looked at when it is needed, so opening may well succeed.
        if (again.ok()) {
            const auto found = again->checkIntegrity();
            QVERIFY(!found.ok());
            QVERIFY2(found.error().is(StoreError::Corrupt), found.error().detail.c_str());
            auto read = again->prepare("SELECT sum(length(json)) FROM draft");
            const auto row = read.ok() ? read->step() : Result<bool>(read.error());
            QCOMPARE(row.ok(), !ofDrafts); // a page with a wrong HMAC is never read
            QVERIFY2(row.ok() || row.error().is(StoreError::Corrupt), row.ok() ? "" : row.error().detail.c_str());
        } else {
            QVERIFY2(again.error().is(StoreError::Corrupt), again.error().detail.c_str());
        }
    }

    void oneWriter()
    {
        TempStore store;
        // In another process: refused while the first holds it, let in as soon as that one is gone.
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto there = Database::open(store.path, testKey(7), {.create = false, .busyTimeoutMs = 20});
            _exit(!there.ok() && there.error().is(StoreError::Busy) ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        QVERIFY(addRows(store.database, 3, 10).ok());
        QCOMPARE(count(store.reopen(), "draft"), 3);
    }

    // Within the process the file is shared: a session that is still finishing does not keep the next one out.
    void sharedWithinTheProcess()
    {
        TempStore store;
        auto second = std::make_optional(openStore(store.path, testKey(7)).value());
        QVERIFY(addRows(store.database, 3, 10).ok());
        QCOMPARE(count(*second, "draft"), 3);
        const auto wrong = Database::open(store.path, testKey(8), {.create = false, .busyTimeoutMs = 20});
        QVERIFY(!wrong.ok() && wrong.error().is(StoreError::WrongKey));
        store.close();
        QVERIFY(QFile::exists(QString::fromStdString(store.path) + QStringLiteral("-wal"))); // still open
        QCOMPARE(count(*second, "draft"), 3);
        // A store that was erased and made anew is another one.
        Database::removeStore(store.path);
        QCOMPARE(count(store.reopen(), "draft"), 0);
        QCOMPARE(count(*second, "draft"), 3);
        second.reset();
        QVERIFY(addRows(store.database, 1, 10).ok());
        QCOMPARE(count(store.reopen(), "draft"), 1);
    }

    void rollsBack()
    {
        TempStore store;
        const auto failed = store.database.transaction([&]() -> Result<> {
            AC_CHECK(store.database.execute("INSERT INTO setting VALUES ('a', 'b')"));
            return store.database.execute("INSERT INTO setting VALUES ('a', 'twice')");
        });
        QVERIFY(!failed.ok() && failed.error().is(StoreError::Conflict));
        QCOMPARE(count(store.database, "setting"), 0);
        // An inner transaction is part of the outer one.
        const auto nested = store.database.transaction([&]() -> Result<> {
            AC_CHECK(store.database.transaction(
                [&] { return store.database.execute("INSERT INTO setting VALUES ('inner', '1')"); }));
            return StoreError::NotFound;
        });
        QVERIFY(!nested.ok());
        QCOMPARE(count(store.database, "setting"), 0);
    }

    void fullDisk()
    {
        TempStore store;
        QVERIFY(addRows(store.database, 10, 100).ok());
        store.close();
        // A file-size limit is the nearest thing to a full disk that needs no rights: writes past it fail.
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const rlimit limit{256 * 1024, 256 * 1024};
            std::signal(SIGXFSZ, SIG_IGN);
            setrlimit(RLIMIT_FSIZE, &limit);
            auto database = Database::open(store.path, testKey(7));
            const auto outcome = database.ok() ? [&]() -> Result<> {
                return database->transaction([&]() -> Result<> {
                    return database->execute(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                        "INSERT INTO draft SELECT 'full', i, hex(randomblob(200)), 0 FROM n");
                });
            }()
                : Result<>(database.error());
            const bool told =
                !outcome.ok() && (outcome.error().is(StoreError::DiskFull) || outcome.error().is(StoreError::IoError));
            _exit(told ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        Database& again = store.reopen();
        QVERIFY(again.checkIntegrity().ok());
        QCOMPARE(count(again, "draft"), 10);
    }

    // A process killed at a moment of its own choosing leaves whole transactions and nothing else.
    void killedWhileWriting_data()
    {
        QTest::addColumn<int>("milliseconds");
        for (const int ms : {15, 40, 90, 160, 250}) {
            QTest::addRow("%d ms", ms) << ms;
        }
    }
    void killedWhileWriting()
    {
        QFETCH(int, milliseconds);
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("killed.db")).toStdString();
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            auto database = openStore(path, testKey(7));
            if (!database.ok() || write(ready[1], "r", 1) != 1) {
                _exit(2);
            }
            for (int i = 0;; ++i) { // until killed
                const auto done = database->transaction([&]() -> Result<> {
                    const std::string n = std::to_string(i);
                    AC_CHECK(database->execute(
                        ("INSERT INTO draft VALUES ('a', '" + n + "', hex(randomblob(2000)), 0)").c_str()));
                    return database->execute(
                        ("INSERT INTO draft VALUES ('b', '" + n + "', hex(randomblob(2000)), 0)").c_str());
                });
                if (!done.ok() || write(ready[1], "t", 1) != 1) {
                    _exit(3);
                }
            }
        }
        ::close(ready[1]);
        char first = 0;
        QCOMPARE(read(ready[0], &first, 1), ssize_t(1));
        usleep(static_cast<useconds_t>(milliseconds) * 1000);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        std::int64_t acknowledged = 0;
        for (char c = 0; read(ready[0], &c, 1) == 1;) {
            ++acknowledged;
        }
        ::close(ready[0]);
        auto again = openStore(path, testKey(7));
        QVERIFY2(again.ok(), again.ok() ? "" : again.error().detail.c_str());
        QVERIFY(again->recovery().unclean);
        QVERIFY(again->checkIntegrity().ok());
        auto halves = again->prepare("SELECT sum(kind = 'a'), sum(kind = 'b') FROM draft");
        QVERIFY(halves->step().ok());
        QCOMPARE(halves->integer(0), halves->integer(1));
        // Whatever was acknowledged before the kill is there.
        QVERIFY(halves->integer(0) >= acknowledged);
    }

    void tenThousandInserts()
    {
        TempStore store;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(addRows(store.database, 10'000, 100).ok());
        qInfo("10,000 inserts in one transaction: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(count(store.database, "draft"), 10'000);
        Database& again = store.reopen();
        QCOMPARE(count(again, "draft"), 10'000);
    }

    void migratesForward()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("m.db")).toStdString();
        const std::array steps = {Migration{1, "CREATE TABLE a (x)"}, Migration{2, "ALTER TABLE a ADD COLUMN y"},
                                  Migration{3, "INSERT INTO nowhere VALUES (1)"}};
        auto database = Database::open(path, testKey(7));
        QVERIFY(database.ok());
        QVERIFY(migrate(*database, testKey(7), std::span(steps).first(1)).ok());
        QVERIFY(database->execute("INSERT INTO a VALUES (41)").ok());
        const QString backup = QString::fromStdString(path) + QStringLiteral(".v1.bak");
        QVERIFY(!QFile::exists(backup)); // nothing to lose in an empty file

        QVERIFY(migrate(*database, testKey(7), std::span(steps).first(2)).ok());
        QCOMPARE(versionOf(*database).value(), 2);
        QVERIFY(database->execute("UPDATE a SET y = 1").ok());
        QVERIFY(QFile::exists(backup));
        auto copy = Database::open(backup.toStdString(), testKey(7), {.create = false, .busyTimeoutMs = 100});
        QVERIFY(copy.ok());
        QCOMPARE(versionOf(*copy).value(), 1);
        QCOMPARE(count(*copy, "a"), 1);
        QVERIFY(!Database::open(backup.toStdString(), testKey(9)).ok());

        const auto failed = migrate(*database, testKey(7), steps);
        QVERIFY(!failed.ok() && failed.error().is(StoreError::MigrationFailed));
        QCOMPARE(failed.error().args, std::vector<std::string>{"3"});
        QCOMPARE(versionOf(*database).value(), 2); // nothing of the failed step stays
        QCOMPARE(count(*database, "a"), 1);

        const auto newer = migrate(*database, testKey(7), std::span(steps).first(1));
        QVERIFY(!newer.ok() && newer.error().is(StoreError::NewerVersion));
        QCOMPARE(newer.error().args, (std::vector<std::string>{"2", "1"}));
    }

    void badSqlIsOurDefect()
    {
        TempStore store;
        const auto bad = store.database.prepare("SELEKT 1");
        QVERIFY(!bad.ok() && bad.error().is(StoreError::Misuse));
        auto statement = store.database.prepare("SELECT ?1");
        const auto range = statement->bind(2, std::int64_t{1}).step();
        QVERIFY(!range.ok() && range.error().is(StoreError::Misuse));
        QVERIFY(statement->bind(1, "text; DROP TABLE setting; --").step().ok());
        QCOMPARE(statement->text(0), std::string("text; DROP TABLE setting; --"));
    }

    void u256SortsAsNumber()
    {
        TempStore store;
        QVERIFY(store.database.execute("CREATE TABLE n (v BLOB)").ok());
        auto put = store.database.prepare("INSERT INTO n VALUES (?1)");
        for (const U256& v : {U256(300), U256(2), U256::max(), U256(1) << 130}) {
            QVERIFY(put->bind(1, v).run().ok());
        }
        auto query = store.database.prepare("SELECT v FROM n ORDER BY v");
        std::vector<U256> out;
        while (query->step().value()) {
            out.push_back(query->u256(0));
        }
        QVERIFY((out == std::vector<U256>{U256(2), U256(300), U256(1) << 130, U256::max()}));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
