// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_session.h"
#include "store/grants.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void followsTheHead()
    {
        SampleSession sample;
        QSignalSpy heads(sample.session.get(), &Session::headChanged);
        sample.session->begin();
        QTRY_COMPARE(sample.session->link(), Session::Link::Live);
        QTRY_COMPARE(heads.count(), 1);
        QCOMPARE(sample.session->head().number, std::uint64_t(100));
        sample.node->top.number = 101;
        sample.node->top.time += 7 * 86'400;
        QTRY_COMPARE(sample.session->head().number, std::uint64_t(101));
        QCOMPARE(sample.session->now(), sample.clock().now() + 7 * 86'400); // the practice clock was pushed
    }
    void grantsEndAtTheirDate()
    {
        SampleSession sample;
        store::Grants grants(sample.session->database());
        const UnixTime now = sample.clock().now();
        QVERIFY(grants.put({"key", {}, {}, {1}, now, now + 86'400}).ok());
        QVERIFY(grants.put({"key", {}, Address{{1}}, {1}, now, now + 30 * 86'400}).ok());
        sample.session->begin();
        QTRY_COMPARE(sample.session->link(), Session::Link::Live);
        QCOMPARE(grants.nextExpiry().value().value(), now + 86'400);
        sample.node->top.number = 101;
        sample.node->top.time += 7 * 86'400;
        QTRY_COMPARE(grants.nextExpiry().value().value(), now + 30 * 86'400);
    }
    void nodeThatGoesMakesThingsStaleAndComesBack()
    {
        SampleSession sample;
        sample.session->begin();
        QTRY_COMPARE(sample.session->link(), Session::Link::Live);
        QCOMPARE(sample.session->shown(Provenance::Local), Provenance::Local);
        for (int i = 0; i < 200; ++i) {
            sample.node->failures.push_back(Error(ChainError::NodeUnreachable, {"http://127.0.0.1:1"}));
        }
        QTRY_COMPARE(sample.session->link(), Session::Link::Gone);
        QCOMPARE(sample.session->shown(Provenance::Proven), Provenance::Stale);
        QVERIFY(sample.session->linkError().has_value());
        QCOMPARE(sample.session->head().number, std::uint64_t(100)); // what was read stays
        sample.node->failures.clear();
        QTRY_COMPARE(sample.session->link(), Session::Link::Live);
        QCOMPARE(sample.session->shown(Provenance::Local), Provenance::Local);
        QVERIFY(!sample.session->linkError().has_value());
    }
    void anotherReasonForBeingGoneIsTold()
    {
        SampleSession sample;
        sample.session->begin();
        QTRY_COMPARE(sample.session->link(), Session::Link::Live);
        QSignalSpy links(sample.session.get(), &Session::linkChanged);
        for (int i = 0; i < 3; ++i) {
            sample.node->failures.push_back(Error(ChainError::NodeUnreachable, {"http://127.0.0.1:1"}));
        }
        for (int i = 0; i < 200; ++i) {
            sample.node->failures.push_back(Error(ChainError::WrongChain, {"31337", "4242"}));
        }
        QTRY_VERIFY(sample.session->linkError() && sample.session->linkError()->is(ChainError::WrongChain));
        QCOMPARE(sample.session->link(), Session::Link::Gone);
        QCOMPARE(links.count(), 2); // once for each reason
    }
    void namesComeFromTheBookFirst()
    {
        SampleSession sample;
        QCOMPARE(sample.session->nameOf(sampleAddress(2)), QStringLiteral("Bob Keller"));
        QVERIFY(sample.session->addressBook().put({sampleAddress(2), "My brother", {}, 0}).ok());
        sample.session->reloadNames();
        QCOMPARE(sample.session->nameOf(sampleAddress(2)), QStringLiteral("My brother"));
        QVERIFY(sample.session->nameOf(sampleAddress(99)).isEmpty());
        QVERIFY(!sample.session->nameOf(sample.session->network().contract("listingBoard")).isEmpty());
    }
    void closingEndsEveryTask()
    {
        SampleSession sample;
        QTemporaryDir folder;
        Appearance appearance(folder.filePath(QStringLiteral("s.ini")));
        {
            ShellViewModel shell(*sample.session, nullptr, appearance);
            sample.session->begin();
            shell.navigation()->open(QStringLiteral("home"));
            QTRY_COMPARE(sample.session->link(), Session::Link::Live);
            sample.session->close();
            QTRY_COMPARE(sample.session->gate().running(), 0);
        }
        QTest::qWait(50); // nothing may touch the shell that is gone
    }
    void statusSaysItWhenTheNodeIsAway()
    {
        SampleSession sample;
        StatusViewModel status(*sample.session);
        sample.session->begin();
        QTRY_VERIFY(status.connected());
        QCOMPARE(status.level(), QStringLiteral("local"));
        QVERIFY(!status.problem().present());
        for (int i = 0; i < 200; ++i) {
            sample.node->failures.push_back(Error(ChainError::NodeTimeout, {"http://127.0.0.1:1"}));
        }
        QTRY_VERIFY(status.gone());
        QCOMPARE(status.level(), QStringLiteral("stale"));
        QVERIFY(status.problem().present());
        QVERIFY(!status.problem().money.isEmpty());
    }
    void aNetworkIsNeverCalledProven()
    {
        NetworkFile network = sampleNetwork();
        network.kind = NetworkKind::Public;
        SampleSession sample(std::move(network));
        StatusViewModel status(*sample.session);
        sample.session->begin();
        QTRY_VERIFY(status.connected());
        QCOMPARE(status.level(), QStringLiteral("reported"));
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
