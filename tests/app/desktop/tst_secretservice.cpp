// SPDX-License-Identifier: GPL-3.0-or-later
// What can come of asking the desktop, with programs in the place of autochain-keyring that answer so. The real one is
// asked against a real service in tests/e2e/desktop/keyring.py.
#include "session/secretservice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace autochain;
using namespace autochain::desktop;

class TestSecretService : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString program(const char* script) const
    {
        QFile file(m_folder.filePath(QStringLiteral("keyring")));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            file.write("#!/bin/sh\n");
            file.write(script);
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    template <typename T>
    static T wait(QCoro::Task<T> task)
    {
        return QCoro::waitFor(std::move(task));
    }

private slots:
    void theKeyComesThroughThePipe()
    {
        SecretService service(
            program("printf '\\000\\000\\000\\000\\000\\000\\000\\0000123456789abcdef0123456789abcdef' >&$3\n"));
        const auto answer = wait(service.fetch(QStringLiteral("name")));
        QCOMPARE(answer.state, SlotState::Here);
        QVERIFY(answer.key);
        QCOMPARE(toBytes(answer.key->view()), toBytes("0123456789abcdef0123456789abcdef"));
    }

    void noKeyIsNoKey()
    {
        SecretService nothing(program("exit 0\n"));
        QCOMPARE(wait(nothing.fetch(QStringLiteral("name"))).state, SlotState::Wiped);
        SecretService wiped(program("exit 11\n"));
        QCOMPARE(wait(wiped.fetch(QStringLiteral("name"))).state, SlotState::Wiped);
        SecretService refused(program("exit 12\n"));
        QCOMPARE(wait(refused.fetch(QStringLiteral("name"))).state, SlotState::Refused);
        SecretService gone(program("exit 10\n"));
        QCOMPARE(wait(gone.fetch(QStringLiteral("name"))).state, SlotState::Gone);
        SecretService crashed(program("kill -9 $$\n"));
        QCOMPARE(wait(crashed.fetch(QStringLiteral("name"))).state, SlotState::Gone);
        SecretService missing(QStringLiteral("/nowhere/autochain-keyring"));
        QCOMPARE(wait(missing.fetch(QStringLiteral("name"))).state, SlotState::Gone);
    }

    void aSlowOneIsLeft()
    {
        SecretService slow(program("exec sleep 30\n"));
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(wait(slow.fetch(QStringLiteral("name"))).state, SlotState::Slow);
        const qint64 took = watch.elapsed(); // Qt's coarse timers are up to a twentieth early
        QVERIFY2(took >= SecretService::kPatienceMs * 9 / 10 && took < 2 * SecretService::kPatienceMs,
                 qPrintable(QString::number(took)));
    }

    void aPersonNeedNotWait()
    {
        SecretService slow(program("exec sleep 30\n"));
        QTimer::singleShot(300, [&slow] { slow.cancel(); });
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(wait(slow.fetch(QStringLiteral("name"))).state, SlotState::Given);
        QVERIFY(watch.elapsed() < SecretService::kPatienceMs);
    }

    void keepsWhatItIsGiven()
    {
        const QString copy = m_folder.filePath(QStringLiteral("copy"));
        SecretService service(program(("head -c 40 <&$3 > " + copy.toUtf8() + "\n").constData()));
        const SecretBytes key = SecretBytes::copyOf(asBytes("0123456789abcdef0123456789abcdef"));
        QCOMPARE(wait(service.keep(QStringLiteral("name"), key)), SlotState::Here);
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().mid(8), QByteArray("0123456789abcdef0123456789abcdef"));
    }
};

QTEST_GUILESS_MAIN(TestSecretService)
#include "tst_secretservice.moc"
