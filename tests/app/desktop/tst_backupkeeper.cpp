// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/backupkeeper.h"
#include "signing/error.h"
#include "store/migration.h"
#include "store/settings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
constexpr UnixTime kNow = 1'795'530'000; // 24 Nov 2026
constexpr std::int64_t kDay = 86'400;

// A home with a keeper; the signer is open or not, as the test says.
struct Home {
    QTemporaryDir folder;
    store::Database database =
        store::openStore(folder.filePath(QStringLiteral("store.db")).toStdString(), SecretBytes(32)).value();
    FixedClock clock{kNow};
    TaskGate gate;
    BackupKeeper keeper{folder.path(), database, gate, clock};
    bool open = true;
    int asked = 0;
    int askedPerson = 0;

    Home()
    {
        keeper.setKeySource([this](bool mayAsk) { return key(mayAsk); });
    }
    ~Home()
    {
        keeper.end();
        (void)QTest::qWaitFor([this] { return gate.running() == 0; }, 5'000);
    }
    QCoro::Task<Result<SecretBytes>> key(bool mayAsk)
    {
        ++asked;
        askedPerson += mayAsk ? 1 : 0;
        if (!open && !mayAsk) {
            co_return Error(SigningError::Locked);
        }
        co_return SecretBytes(32);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return gate.running() == 0; }, 5'000);
    }
    std::size_t files() { return keeper.files().value().size(); }
    void choose(const QString& path)
    {
        store::BackupSchedule schedule = keeper.schedule().value();
        schedule.folder = path.toStdString();
        QVERIFY(keeper.setSchedule(schedule).ok());
    }
};
} // namespace

class TestBackupKeeper : public QObject
{
    Q_OBJECT

private slots:
    void makesOneAtOpenAndWhenDue()
    {
        Home home;
        QVERIFY(store::Settings(home.database).set("ui.test", "kept").ok());
        home.keeper.begin();
        QVERIFY(home.settle());
        QCOMPARE(home.files(), std::size_t(1));
        const auto file = home.keeper.files().value().front();
        QCOMPARE(file.madeAt, kNow);
        QCOMPARE(file.verifiedAt.value(), kNow); // read back from the disk and restored in memory
        QCOMPARE(home.keeper.next().value().value(), kNow + kDay);
        const auto contents = store::readBackup(store::readBackupFile(file.path).value(), SecretBytes(32));
        QVERIFY(contents.ok());
        QCOMPARE(contents->tables.front().rows.size(), std::size_t(1));

        home.clock.set(kNow + kDay - 1);
        home.keeper.check();
        QVERIFY(home.settle());
        QCOMPARE(home.files(), std::size_t(1));
        QCOMPARE(home.asked, 1); // the signer is left alone until one is due
        home.clock.set(kNow + kDay);
        home.keeper.check();
        QVERIFY(home.settle());
        QCOMPARE(home.files(), std::size_t(2));
        QCOMPARE(home.askedPerson, 0);
    }

    void waitsForALockedSignerWithoutAWord()
    {
        Home home;
        home.open = false;
        QSignalSpy failures(&home.keeper, &BackupKeeper::failed);
        home.keeper.begin();
        QVERIFY(home.settle());
        QVERIFY(home.keeper.waitsForSigner());
        QVERIFY(!home.keeper.error().has_value());
        QCOMPARE(home.files(), std::size_t(0));
        home.open = true;
        home.keeper.check();
        QVERIFY(home.settle());
        QVERIFY(!home.keeper.waitsForSigner());
        QCOMPARE(home.files(), std::size_t(1));
        QCOMPARE(failures.count(), 0);
    }

    void aPersonMayBeAsked()
    {
        Home home;
        home.open = false;
        home.keeper.makeNow();
        QVERIFY(home.settle());
        QCOMPARE(home.askedPerson, 1);
        QCOMPARE(home.files(), std::size_t(1));
    }

    void keepsAsManyAsAreWanted()
    {
        Home home;
        QVERIFY(home.keeper.setSchedule({true, kDay, 2, {}}).ok());
        home.keeper.begin();
        QVERIFY(home.settle());
        for (int day = 1; day < 5; ++day) {
            home.clock.set(kNow + day * kDay);
            home.keeper.check();
            QVERIFY(home.settle());
        }
        QCOMPARE(home.files(), std::size_t(2));
        QCOMPARE(home.keeper.last().value().value(), kNow + 4 * kDay);
        QVERIFY(home.keeper.setSchedule({false, kDay, 2, {}}).ok());
        home.clock.set(kNow + 40 * kDay);
        home.keeper.check();
        QVERIFY(home.settle());
        QCOMPARE(home.files(), std::size_t(2)); // switched off
        QVERIFY(!home.keeper.next().value().has_value());
    }

    void aFolderThatWentAwayIsToldOnce()
    {
        Home home;
        const QString stick = home.folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkdir(stick));
        QSignalSpy failures(&home.keeper, &BackupKeeper::failed);
        home.choose(stick);
        home.keeper.begin();
        QVERIFY(home.settle());
        QCOMPARE(home.files(), std::size_t(1));
        QVERIFY(QDir(stick).removeRecursively());
        for (int i = 1; i < 4; ++i) {
            home.clock.set(kNow + i * kDay);
            home.keeper.check();
            QVERIFY(home.settle());
        }
        QVERIFY(home.keeper.error()->is(StoreError::FolderGone));
        QCOMPARE(failures.count(), 1);
        QVERIFY(!QFile::exists(stick)); // never made anew below a mount point
        QVERIFY(QDir().mkdir(stick));   // and it is plugged in again
        home.keeper.check();
        QVERIFY(home.settle());
        QVERIFY(!home.keeper.error().has_value());
        QCOMPARE(home.files(), std::size_t(1));
    }

    void whatFailsIsTriedLessOften()
    {
        Home home;
        // A file where the folder should be.
        QFile inTheWay(home.folder.filePath(QStringLiteral("backups")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        QSignalSpy failures(&home.keeper, &BackupKeeper::failed);
        home.keeper.check();
        QVERIFY(home.settle());
        QCOMPARE(failures.count(), 1);
        QVERIFY(home.keeper.error().has_value());
        const int asked = home.asked;
        home.clock.set(kNow + BackupKeeper::kRetrySeconds - 1);
        home.keeper.check();
        QVERIFY(home.settle());
        QCOMPARE(home.asked, asked);
        QVERIFY(inTheWay.remove());
        home.clock.set(kNow + BackupKeeper::kRetrySeconds);
        home.keeper.check();
        QVERIFY(home.settle());
        QCOMPARE(home.files(), std::size_t(1));
        QVERIFY(!home.keeper.error().has_value());
    }

    void drillsAreNoted()
    {
        Home home;
        home.keeper.makeNow();
        QVERIFY(home.settle());
        QVERIFY(!home.keeper.testedAt().value().has_value());
        home.clock.set(kNow + 60);
        QVERIFY(home.keeper.noteDrill(home.keeper.files().value().front().path).ok());
        QCOMPARE(home.keeper.testedAt().value().value(), kNow + 60);
        QCOMPARE(home.keeper.files().value().front().verifiedAt.value(), kNow + 60);
    }
};

QTEST_GUILESS_MAIN(TestBackupKeeper)
#include "tst_backupkeeper.moc"
