// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/homefolder.h"
#include "session/opener.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestHomeFolder : public QObject
{
    Q_OBJECT

private slots:
    void aFreshHomeHasNothing()
    {
        QTemporaryDir folder;
        const HomeFolder home(folder.filePath(QStringLiteral("new/home")));
        QVERIFY(home.networks().empty());
        QVERIFY(!home.practiceExists());
        QVERIFY(home.lastNetwork().isEmpty());
        QVERIFY(!(QFileInfo(home.root()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
    void onlyFinishedNetworksCount()
    {
        QTemporaryDir folder;
        const HomeFolder home(folder.path());
        const QString path = home.newNetworkFolder(QStringLiteral("Ethereum Classic"));
        QVERIFY(path.endsWith(QStringLiteral("networks/ethereum-classic")));
        QDir().mkpath(path);
        QVERIFY(home.networks().empty());
        QVERIFY(writeProfile(
            path, {QStringLiteral("Ethereum Classic"), QStringLiteral("Alice"), QStringLiteral("0x11"), {}}));
        QVERIFY(home.networks().empty()); // no key yet: joining was not finished
        QFile key(path + QStringLiteral("/store.key"));
        QVERIFY(key.open(QIODevice::WriteOnly));
        QCOMPARE(home.networks().size(), std::size_t(1));
        QCOMPARE(home.networks().front().person, QStringLiteral("Alice"));
        QVERIFY(home.newNetworkFolder(QStringLiteral("Ethereum Classic")) != path);
    }
    void namesCannotLeaveTheFolder()
    {
        QTemporaryDir folder;
        const HomeFolder home(folder.path());
        for (const char* name : {"../../etc", "/", "", "..", "a/b\\c"}) {
            const QString path = home.newNetworkFolder(QString::fromLatin1(name));
            QCOMPARE(QFileInfo(path).dir().path(), folder.path() + QStringLiteral("/networks"));
            QVERIFY(!QFileInfo(path).fileName().contains(QLatin1Char('.')));
        }
    }
    void deadlinesAreKeptPerNetwork()
    {
        QTemporaryDir folder;
        HomeFolder home(folder.path());
        home.setNextDeadline(QStringLiteral("/x/networks/one"), 123);
        QCOMPARE(home.nextDeadline(QStringLiteral("/x/networks/one")), UnixTime(123));
        QCOMPARE(home.nextDeadline(QStringLiteral("/x/networks/two")), UnixTime(0));
    }
    void aNetworkFileThatIsNoneIsRefused()
    {
        QTemporaryDir folder;
        QVERIFY(readNetwork(folder.filePath(QStringLiteral("missing.json"))).error().is(StoreError::NoAccess));
        QFile large(folder.filePath(QStringLiteral("large.json")));
        QVERIFY(large.open(QIODevice::WriteOnly));
        large.write(QByteArray(300 * 1024, ' '));
        large.close();
        QVERIFY(readNetwork(large.fileName()).error().is(CodecError::TooLarge));
        QFile broken(folder.filePath(QStringLiteral("broken.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"format\": \"autochain-network/1\"}");
        broken.close();
        QVERIFY(!readNetwork(broken.fileName()).ok());
    }
};

QTEST_GUILESS_MAIN(TestHomeFolder)
#include "tst_homefolder.moc"
