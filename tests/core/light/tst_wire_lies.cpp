// SPDX-License-Identifier: GPL-3.0-or-later
// What a node can do wrong below JSON, over real sockets: nobody waits long, and the truth arrives from the honest one.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the library's concepts
#include "watch.h"
#endif

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;
using namespace autochain::light;
using namespace autochain::light::test;

namespace
{

using namespace std::chrono_literals;

Scene& scene()
{
    static Scene kScene;
    return kScene;
}

// A server for a lying node.
struct Served {
    explicit Served(test::Lie lie)
        : node(scene(), std::move(lie)), server([this](const QByteArray& question) { return node.overHttp(question); })
    {
    }
    LyingNode node;
    pow::PowServer server;
};

// Those of the wire, and some of the others, so that the whole way is gone at least once for each kind.
std::vector<test::Lie> chosen()
{
    std::vector<test::Lie> out = wireLies();
    for (test::Lie& lie : allLies()) {
        if (lie.name == "json-huge" || lie.name == "json-html" || lie.name == "json-cut" || lie.name == "slot-value" ||
            lie.name == "header-stateRoot" || lie.name == "receipt-status" || lie.name == "seal-work") {
            out.push_back(std::move(lie));
        }
    }
    return out;
}

} // namespace

class TestWireLies : public QObject
{
    Q_OBJECT

private slots:
    void overSockets_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("proofsOnly");
        const auto all = chosen();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::addRow("%s", all[i].name.c_str()) << static_cast<int>(i) << false;
            if (i < wireLies().size()) {
                QTest::addRow("%s for proofs", all[i].name.c_str()) << static_cast<int>(i) << true;
            }
        }
    }

    // `proofsOnly`: well-behaved until it is asked for a proof.
    void overSockets()
    {
        QFETCH(int, index);
        QFETCH(bool, proofsOnly);
        test::Lie lie = chosen()[static_cast<std::size_t>(index)];
        const bool slow = lie.name == "http-drip" || lie.name == "http-silence";
        Served liar(lie);
        if (proofsOnly) {
            liar.server.answerWith([&liar, wire = lie.wire](const QByteArray& question) {
                QByteArray answer = liar.node.node().answer(question);
                return question.contains("eth_getProof") ? wire(answer) : pow::WireAnswer{answer};
            });
        }
        Served good(honest());
        Watch watch(scene());
        watch.addServer(liar.server.url(), 400ms);
        watch.addServer(good.server.url(), 20s);
        watch.start();
        QElapsedTimer clock;
        clock.start();
        const auto findings = readEverything(watch, true);
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().c_str());
        QVERIFY2(clock.elapsed() < (slow ? 6'000 : 4'000), std::to_string(clock.elapsed()).c_str());
        QVERIFY(watch.standing(1).state == PeerState::Agrees);
        QTest::qWait(slow ? 500 : 0);
        const bool told = lie.verdict != Verdict::Free && !proofsOnly && liar.node.hasLied();
        QVERIFY(!told || watch.standing(0).state != PeerState::Agrees);
        QVERIFY(liar.server.requests() > 0);
    }

    void aSilentOneIsAskedOnce()
    {
        test::Lie silent;
        for (test::Lie& lie : wireLies()) {
            silent = lie.name == "http-silence" ? lie : silent;
        }
        Served liar(silent);
        liar.server.answerWith([&liar, wire = silent.wire](const QByteArray& question) {
            QByteArray answer = liar.node.node().answer(question);
            return question.contains("eth_getProof") ? wire(answer) : pow::WireAnswer{answer};
        });
        Served good(honest());
        Watch watch(scene());
        watch.addServer(liar.server.url(), 1'000ms);
        watch.addServer(good.server.url(), 20s);
        watch.start();
        [[maybe_unused]] const auto first = readSome(watch, Topic::Storage, true);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 10; ++i) {
            QVERIFY(readSome(watch, Topic::Storage, true).empty());
        }
        QVERIFY2(clock.elapsed() < 2'000, std::to_string(clock.elapsed()).c_str());
    }
};

QTEST_GUILESS_MAIN(TestWireLies)
#include "tst_wire_lies.moc"
