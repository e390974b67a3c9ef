// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_session.h"
#include "session/backupkeeper.h"
#include "viewmodels/backup/backupviewmodel.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
NetworkFile realNetwork()
{
    NetworkFile network = sampleNetwork();
    network.kind = NetworkKind::Private;
    return network;
}

SecretBytes keyOf(std::uint8_t who)
{
    SecretBytes key(32);
    key.data()[0] = who;
    return key;
}

// A home whose signer hands out key 1 and whose person types words as the test says.
struct Scene {
    SampleSession sample{realNetwork()};
    QTemporaryDir folder;
    Appearance appearance{folder.filePath(QStringLiteral("s.ini"))};
    ShellViewModel shell{*sample.session, nullptr, appearance};
    BackupViewModel& backup = *shell.backup();
    DrillViewModel& drill = *shell.backup()->drill();
    Result<SignerProcess::WordsTested> words = Error(SigningError::Declined);

    Scene()
    {
        sample.session->backups().setKeySource([](bool) -> QCoro::Task<Result<SecretBytes>> { co_return keyOf(1); });
        drill.setWordsSource(
            [this]() -> QCoro::Task<Result<SignerProcess::WordsTested>> { co_return std::move(words); });
        sample.signer->answer.hasWords = true;
        sample.signer->answer.lockAfter = 600;
    }
    ~Scene() { sample.end(); }
    void typeWords(int covered, int ofWords, int imported, std::uint8_t key)
    {
        SignerProcess::WordsTested tested;
        tested.covered = covered;
        tested.ofWords = ofWords;
        tested.imported = imported;
        tested.backupKey = keyOf(key);
        words = std::move(tested);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return sample.session->gate().running() == 0; }, 5'000);
    }
    QString said() const
    {
        QString all;
        for (const QVariant& finding : drill.findings()) {
            const QVariantMap map = finding.toMap();
            all += map.value(QStringLiteral("status")).toString() + QStringLiteral(": ") +
                   map.value(QStringLiteral("title")).toString() + QStringLiteral(". ") +
                   map.value(QStringLiteral("text")).toString() + QLatin1Char('\n');
        }
        return all;
    }
};
} // namespace

class TestBackupView : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowItStands()
    {
        Scene scene;
        QCOMPARE(scene.backup.status(), QStringLiteral("attention"));
        QCOMPARE(scene.backup.files()->rowCount(), 0);
        QCOMPARE(scene.backup.wordsStatus(), QStringLiteral("nodata")); // nobody asked the signer yet
        scene.backup.refresh();
        QVERIFY(scene.settle());
        QVERIFY(scene.backup.hasWords());
        QCOMPARE(scene.backup.wordsStatus(), QStringLiteral("attention"));
        QVERIFY(scene.backup.wordsTitle().contains(QStringLiteral("not tested yet")));
        scene.backup.backUpNow();
        QVERIFY(scene.settle());
        QVERIFY(scene.backup.note().contains(QStringLiteral("whole")));
        QCOMPARE(scene.backup.status(), QStringLiteral("clean"));
        QCOMPARE(scene.backup.files()->rowCount(), 1);
        scene.sample.clock().set(scene.sample.clock().now() + 5 * 86'400);
        QCOMPARE(scene.backup.status(), QStringLiteral("attention")); // daily, and five days old
    }

    void scheduleAndFolder()
    {
        Scene scene;
        scene.backup.setRhythm(1);
        scene.backup.setKeep(3);
        QCOMPARE(scene.backup.rhythm(), 1);
        QCOMPARE(scene.sample.session->backups().schedule()->everySeconds, std::int64_t(7 * 86'400));
        QCOMPARE(scene.backup.keep(), 3);
        scene.backup.setRhythm(2);
        QCOMPARE(scene.backup.nextText(), QStringLiteral("switched off"));
        QVERIFY(scene.backup.ownFolder());
        const QString stick = scene.folder.filePath(QStringLiteral("stick"));
        scene.backup.chooseFolder(QUrl::fromLocalFile(stick));
        QVERIFY(scene.backup.error().cause.contains(stick)); // there is none: nothing changes
        QVERIFY(scene.backup.ownFolder());
        QVERIFY(QDir().mkdir(stick));
        scene.backup.chooseFolder(QUrl::fromLocalFile(stick));
        QCOMPARE(scene.backup.folder(), stick);
        scene.backup.backUpNow();
        QVERIFY(scene.settle());
        QCOMPARE(QDir(stick).entryList(QDir::Files).size(), 1);
        QVERIFY(QDir(stick).removeRecursively());
        scene.backup.refresh();
        QCOMPARE(scene.backup.status(), QStringLiteral("problem"));
        QVERIFY(!scene.backup.error().next.isEmpty());
        scene.backup.useOwnFolder();
        QVERIFY(!scene.backup.error().present());
    }

    void rightWordsAndFile()
    {
        Scene scene;
        QVERIFY(scene.sample.session->addressBook().put({sampleAddress(7), "Garage Lavoie", {}, 0}).ok());
        QVERIFY(scene.sample.session->drafts().put({"offer", "1", "{}", 0}).ok());
        scene.backup.backUpNow();
        QVERIFY(scene.settle());
        scene.typeWords(2, 2, 1, 1);
        scene.sample.clock().set(scene.sample.clock().now() + 7'200);
        scene.shell.backup()->testWords();
        QCOMPARE(scene.shell.navigation()->route(), QStringLiteral("settings/backup"));
        QVERIFY(scene.settle());
        const QString said = scene.said();
        QVERIFY2(said.contains(QStringLiteral("clean: Your words are right")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("clean: The file is whole")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("2 h ago")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("1 name")) && said.contains(QStringLiteral("1 draft")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("attention: 1 account")), qPrintable(said)); // the imported one
        scene.backup.refresh();
        QVERIFY(scene.settle());
        QVERIFY(scene.backup.wordsText().contains(QStringLiteral("Last tested")));
        QCOMPARE(scene.backup.wordsStatus(), QStringLiteral("clean"));
        scene.sample.signer->answer.accounts.push_back({sampleAddress(8), "Old", AccountKind::Key, {}});
        scene.backup.refresh();
        QVERIFY(scene.settle());
        QCOMPARE(scene.backup.wordsStatus(), QStringLiteral("attention")); // an imported key is in no words
        QVERIFY(scene.backup.wordsText().contains(QStringLiteral("Imported accounts")));
        QCOMPARE(scene.sample.session->backups().files()->front().verifiedAt.value(), scene.sample.clock().now());
        scene.drill.dismiss();
        QVERIFY(!scene.drill.done());
    }

    void otherWords()
    {
        Scene scene;
        scene.backup.backUpNow();
        QVERIFY(scene.settle());
        scene.typeWords(0, 2, 0, 9);
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        const QString said = scene.said();
        QVERIFY2(said.contains(QStringLiteral("problem: These are the words of another wallet")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("brings nothing back")), qPrintable(said));
        QCOMPARE(scene.drill.status(), QStringLiteral("problem"));
        scene.backup.refresh();
        QVERIFY(scene.settle());
        QCOMPARE(scene.backup.wordsStatus(), QStringLiteral("problem")); // never green above such a report
        QVERIFY(!scene.sample.session->backups().testedAt().value().has_value());
    }

    void misspeltWords()
    {
        Scene scene;
        scene.words = Error(SigningError::BadSecret, {"words", "unknown", "7"});
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        QVERIFY2(scene.said().contains(QStringLiteral("Word 7")), qPrintable(scene.said()));
        QVERIFY(!scene.drill.error().present());
        scene.words = Error(SigningError::BadSecret, {"words", "count", "23"});
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        QVERIFY2(scene.said().contains(QStringLiteral("23 words")), qPrintable(scene.said()));
    }

    void damagedFileAndNoFile()
    {
        Scene scene;
        scene.typeWords(1, 1, 0, 1);
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        QVERIFY2(scene.said().contains(QStringLiteral("no backup file yet")), qPrintable(scene.said()));
        QVERIFY(scene.sample.session->backups().testedAt().value().has_value()); // the words are right all the same
        scene.backup.backUpNow();
        QVERIFY(scene.settle());
        const QString path = QString::fromStdString(scene.sample.session->backups().files()->front().path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 3) && file.write("x") == 1);
        file.close();
        const auto before = scene.sample.session->backups().testedAt().value();
        scene.sample.clock().set(scene.sample.clock().now() + 60);
        scene.typeWords(1, 1, 0, 1);
        scene.backup.testFile(path);
        QVERIFY(scene.settle());
        QCOMPARE(scene.drill.status(), QStringLiteral("problem"));
        QVERIFY(scene.said().contains(QStringLiteral("clean: Your words are right")));
        QCOMPARE(scene.sample.session->backups().testedAt().value(), before);
    }

    void aStickInADrawerIsNotNoBackup()
    {
        Scene scene;
        const QString stick = scene.folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkdir(stick));
        scene.backup.chooseFolder(QUrl::fromLocalFile(stick));
        QVERIFY(QDir(stick).removeRecursively());
        scene.typeWords(1, 1, 0, 1);
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        QVERIFY2(scene.said().contains(QStringLiteral("Plug in the stick")), qPrintable(scene.said()));
        QVERIFY(!scene.sample.session->backups().testedAt().value().has_value());
    }

    void declinedSaysNothing()
    {
        Scene scene;
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        QVERIFY(!scene.drill.done() && !scene.drill.error().present() && !scene.drill.busy());
        scene.words = Error(SigningError::SignerGone);
        scene.backup.testFile({});
        QVERIFY(scene.settle());
        QVERIFY(scene.drill.error().present());
    }

    void failureIsAToastOnce()
    {
        Scene scene;
        QSignalSpy toasts(scene.shell.toasts(), &Toasts::shown);
        const QString stick = scene.folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkdir(stick));
        scene.backup.chooseFolder(QUrl::fromLocalFile(stick));
        QVERIFY(QDir(stick).removeRecursively());
        scene.sample.session->backups().check();
        QVERIFY(scene.settle());
        scene.sample.session->backups().check();
        QVERIFY(scene.settle());
        QCOMPARE(toasts.count(), 1);
        QVERIFY(toasts.front().front().toString().contains(stick));
        QVERIFY(scene.backup.error().present());
    }
};

QTEST_MAIN(TestBackupView)
#include "tst_backupview.moc"
