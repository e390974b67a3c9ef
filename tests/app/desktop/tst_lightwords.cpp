// SPDX-License-Identifier: GPL-3.0-or-later
// What the light client knows, in words: every phase, every state of a node, every lie, every mark.
#include "fake_light.h"
#include "viewmodels/light/knowledge.h"
#include "viewmodels/light/lightwords.h"
#include "viewmodels/light/nodewords.h"

#include <QTest>

#include <set>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
const QString kNetwork = QStringLiteral("Ethereum Classic");

LightWords::Verdict verdictOf(const light::LightStatus& status)
{
    return LightWords::verdict(status, kNetwork, kLightNow);
}

Knowledge::Ground groundOf(const light::LightStatus& status)
{
    Knowledge::Ground ground;
    ground.network = kNetwork;
    ground.newest = *status.head;
    ground.light = status;
    ground.now = kLightNow;
    return ground;
}

light::BlockKnowledge knownWith(std::uint64_t confirmations)
{
    light::BlockKnowledge known;
    known.block = sampleHead();
    known.block.number -= confirmations;
    known.confirmations = confirmations;
    known.provedBy = {"https://rpc.northridge.example"};
    return known;
}

QString factOf(const Knowledge::Answer& answer, const char* key)
{
    for (const Knowledge::Fact& fact : answer.facts) {
        if (fact.key == QLatin1String(key)) {
            return fact.value;
        }
    }
    return {};
}
} // namespace

class TestLightWords : public QObject
{
    Q_OBJECT

private slots:
    void inSyncSaysSo()
    {
        const light::LightStatus status = sampleLight();
        QCOMPARE(verdictOf(status).level, QStringLiteral("proven"));
        QCOMPARE(verdictOf(status).headline,
                 QStringLiteral("In sync and verified: Ethereum Classic, block 25,914,207"));
        QCOMPARE(LightWords::block(status, kLightNow), QStringLiteral("Block 25,914,207 verified 9 s ago"));
        QCOMPARE(LightWords::agreement(status), QStringLiteral("4 of 4 nodes agree"));
        const LightWords::Headers headers = LightWords::headers(status);
        QCOMPARE(headers.done, QStringLiteral("34,207"));
        QCOMPARE(headers.of, QStringLiteral("of 34,207 since the checkpoint"));
        QCOMPARE(headers.part, 1.0);
        QCOMPARE(headers.checkpoint, QStringLiteral("25,880,000 checkpoint"));
        QCOMPARE(headers.settled, QStringLiteral("25,914,195 final"));
    }
    void syncingShowsHowFar()
    {
        light::LightStatus status = sampleLight();
        status.phase = light::Phase::Syncing;
        status.head->number = 25'897'000;
        QCOMPARE(verdictOf(status).level, QStringLiteral("reported"));
        QCOMPARE(verdictOf(status).headline, QStringLiteral("Checking headers: 17,000 of 34,207"));
        QVERIFY(LightWords::headers(status).part > 0.49 && LightWords::headers(status).part < 0.5);
        QCOMPARE(LightWords::block(status, kLightNow), QStringLiteral("Checking headers: 17,000 of 34,207"));
        status.head.reset(); // not even the checkpoint's header
        QCOMPARE(verdictOf(status).headline, QStringLiteral("Checking headers: 0 of 34,207"));
        QCOMPARE(LightWords::headers(status).part, 0.0);
    }
    void offlineAndStaleAreNotProven()
    {
        light::LightStatus status = sampleLight();
        status.phase = light::Phase::Offline;
        status.head->time = kLightNow - 3 * 3'600;
        QCOMPARE(verdictOf(status).level, QStringLiteral("stale"));
        QVERIFY(verdictOf(status).headline.startsWith(
            QStringLiteral("No node answers; last verified block 25,914,207, 3 hour")));
        QCOMPARE(LightWords::block(status, kLightNow), QStringLiteral("Nobody answers; last verified 25,914,207"));
        QVERIFY(LightWords::agreement(status).isEmpty());
        status.phase = light::Phase::InSync;
        status.stale = true;
        QCOMPARE(LightWords::level(status), QStringLiteral("stale"));
        QVERIFY(verdictOf(status).headline.startsWith(QStringLiteral("No fresh block")));
        QCOMPARE(LightWords::answer(status, kLightNow).headline, QStringLiteral("Not fresh"));
        status.phase = light::Phase::Offline;
        status.head.reset();
        QCOMPARE(verdictOf(status).headline, QStringLiteral("No node answers; nothing is verified yet"));
    }
    void startingPromisesNothing()
    {
        light::LightStatus status;
        QCOMPARE(verdictOf(status).level, QStringLiteral("reported"));
        QCOMPARE(LightWords::level(status), QStringLiteral("reported"));
        QCOMPARE(LightWords::answer(status, kLightNow).headline, QStringLiteral("Not yet"));
        QCOMPARE(LightWords::headers(status).part, 0.0);
    }
    void withoutRulesNothingIsVerified()
    {
        const auto one = LightWords::unverified(kNetwork, 0, 0);
        QCOMPARE(one.level, QStringLiteral("reported"));
        QCOMPARE(one.headline, QStringLiteral("Nothing is verified here: Ethereum Classic has no proof-of-work rules"));
        QVERIFY(LightWords::unverified(kNetwork, 3, 4).headline.endsWith(QStringLiteral("; 3 of 4 nodes agree")));
    }
    void oneNodeIsNobodyToCompareWith()
    {
        light::LightStatus status = sampleLight();
        status.peers.resize(1);
        QVERIFY(LightWords::agreement(status).contains(QStringLiteral("nobody to compare")));
        status.peers = {samplePeer("https://a.example", light::PeerState::Agrees, 9, 1),
                        samplePeer("https://b.example", light::PeerState::OtherFork, 9, 1),
                        samplePeer("https://c.example", light::PeerState::Away, 0, 0),
                        samplePeer("https://d.example", light::PeerState::WrongChain, 9, 1)};
        QCOMPARE(LightWords::agreement(status), QStringLiteral("1 of 3 nodes agree"));
    }
    void everyStateHasItsWords()
    {
        using light::PeerState;
        const light::LightStatus all = sampleLight();
        std::set<QString> words;
        for (const PeerState state : {PeerState::Unknown, PeerState::Agrees, PeerState::Behind, PeerState::OtherFork,
                                      PeerState::Away, PeerState::Refuses, PeerState::WrongChain, PeerState::ShutOut}) {
            const auto said = NodeWords::state(samplePeer("https://a.example", state, 5, 1), all, kLightNow);
            QVERIFY(words.insert(said.word).second);
            QVERIFY(!said.status.isEmpty() && !said.usedFor.isEmpty());
            const bool needsWords = state == PeerState::OtherFork || state == PeerState::Refuses ||
                                    state == PeerState::WrongChain || state == PeerState::ShutOut;
            QCOMPARE(said.meaning.isEmpty(), !needsWords);
        }
        QCOMPARE(NodeWords::state(all.peers[0], all, kLightNow).usedFor, QStringLiteral("everything"));
        QCOMPARE(NodeWords::state(all.peers[1], all, kLightNow).usedFor, QStringLiteral("headers, proofs"));
        QCOMPARE(NodeWords::state(all.peers[3], all, kLightNow).usedFor, QStringLiteral("headers"));
        QVERIFY(NodeWords::state(all.peers[4], all, kLightNow).word.startsWith(QStringLiteral("6 day")));
        QCOMPARE(NodeWords::state(all.peers[5], all, kLightNow).word, QStringLiteral("Proof was wrong"));
        QVERIFY(NodeWords::state(all.peers[5], all, kLightNow).usedFor.contains(QStringLiteral("21 Nov")));
    }
    void everyLieIsNamed()
    {
        using light::Lie;
        light::LightStatus all = sampleLight();
        std::set<QString> sentences;
        for (const Lie lie :
             {Lie::BadAnswer, Lie::BadHeader, Lie::BrokenRule, Lie::BadSeal, Lie::BadProof, Lie::BadReceipt}) {
            all.peers[5].lie = lie;
            const auto said = NodeWords::state(all.peers[5], all, kLightNow);
            QVERIFY(sentences.insert(said.meaning).second);
            QVERIFY(NodeWords::liars(all, {}).contains(said.word));
        }
        all.peers[5].lieDetail = "difficulty of block 7";
        QVERIFY(
            NodeWords::state(all.peers[5], all, kLightNow).meaning.contains(QStringLiteral("difficulty of block 7")));
        QVERIFY(NodeWords::liars(all, {}).startsWith(QStringLiteral("lavoie.example")));
        all.peers.pop_back();
        QVERIFY(NodeWords::liars(all, {}).isEmpty());
    }
    void nodesHaveNames()
    {
        const light::LightStatus all = sampleLight();
        QCOMPARE(NodeWords::name(all.peers[0], {}), QStringLiteral("This computer"));
        QCOMPARE(NodeWords::name(all.peers[1], {}), QStringLiteral("northridge.example"));
        QCOMPARE(NodeWords::name(all.peers[4], {}), QStringLiteral("Local network"));
        QCOMPARE(NodeWords::name(all.peers[4], {{QStringLiteral("http://10.0.4.12:8545"), QStringLiteral("Office")}}),
                 QStringLiteral("Office"));
        QCOMPARE(NodeWords::address("http://10.0.4.12:8545"), QStringLiteral("10.0.4.12:8545"));
        QCOMPARE(NodeWords::address("https://rpc.northridge.example"), QStringLiteral("rpc.northridge.example"));
    }
    void provenTellsBlockWorkAndNode()
    {
        Knowledge::Ground ground = groundOf(sampleLight());
        ground.known = knownWith(14);
        Knowledge::Question question;
        question.provenance = Provenance::Proven;
        question.block = ground.known->block;
        const auto answer = Knowledge::explain(question, ground);
        QVERIFY(answer.sentence.contains(QStringLiteral("25,914,193")));
        QVERIFY(factOf(answer, "On top of it").startsWith(QStringLiteral("14 block")));
        QVERIFY(factOf(answer, "On top of it").contains(QStringLiteral("about 3 minute")));
        QCOMPARE(factOf(answer, "Proof given by"), QStringLiteral("northridge.example"));
        QVERIFY(factOf(answer, "Unchanged").contains(QStringLiteral("12 block"))); // the smaller of 12 and 90
        ground.known = knownWith(0);
        QVERIFY(factOf(Knowledge::explain(question, ground), "On top of it").contains(QStringLiteral("newest")));
        ground.known.reset(); // a page that does not say which block
        const auto general = Knowledge::explain(question, ground);
        QVERIFY(factOf(general, "Newest verified block").contains(QStringLiteral("25,914,207")));
    }
    void reportedSaysWhy()
    {
        Knowledge::Ground ground = groundOf(sampleLight());
        Knowledge::Question question;
        question.block = sampleHead();
        ground.known = knownWith(2); // proven, but not for long enough
        QVERIFY(Knowledge::explain(question, ground).sentence.startsWith(QStringLiteral("Proven in block")));
        QVERIFY(Knowledge::explain(question, ground).advice.contains(QStringLiteral("about 3 minute")));
        ground.known.reset();
        QVERIFY(Knowledge::explain(question, ground).sentence.contains(QStringLiteral("word")));
        ground.light->phase = light::Phase::Syncing;
        QVERIFY(Knowledge::explain(question, ground).sentence.contains(QStringLiteral("still being checked")));
        ground.light.reset();
        QVERIFY(Knowledge::explain(question, ground).sentence.contains(QStringLiteral("no proof-of-work rules")));
        question.detail = QStringLiteral("the seller's own words");
        QVERIFY(Knowledge::explain(question, ground).sentence.contains(question.detail));
    }
    void whatSeveralNodesSay()
    {
        Knowledge::Ground ground;
        ground.network = kNetwork;
        ground.now = kLightNow;
        ground.quorum = light::QuorumStatus{4, 3, std::nullopt, {}};
        QVERIFY(Knowledge::explain({}, ground).sentence.contains(QStringLiteral("fewer than 3 of the 4 nodes")));
        ground.quorum->agreed = light::AgreedBlock{sampleHead(), {}, {"a", "b", "c"}, {"d"}};
        const auto answer = Knowledge::explain({}, ground);
        QVERIFY(answer.sentence.contains(QStringLiteral("3 of 4 nodes")));
        QVERIFY(answer.sentence.contains(QStringLiteral("not proven")));
        QVERIFY(factOf(answer, "Block").startsWith(QStringLiteral("25,914,207")));
    }
    void staleSaysHowOldAndWhatToDo()
    {
        light::LightStatus status = sampleLight();
        status.stale = true;
        status.head->time = kLightNow - 40 * 60;
        Knowledge::Ground ground = groundOf(status);
        Knowledge::Question question;
        question.provenance = Provenance::Stale;
        QVERIFY(Knowledge::explain(question, ground).sentence.contains(QStringLiteral("40 minute")));
        QVERIFY(!Knowledge::explain(question, ground).advice.isEmpty());
        ground.light.reset();
        QVERIFY(Knowledge::explain(question, ground).sentence.contains(QStringLiteral("25,914,207")));
    }
    void localHasNothingAtStake()
    {
        Knowledge::Ground ground;
        ground.practice = true;
        ground.newest.number = 100;
        Knowledge::Question question;
        question.provenance = Provenance::Local;
        const auto answer = Knowledge::explain(question, ground);
        QVERIFY(answer.sentence.contains(QStringLiteral("practice chain")));
        QVERIFY(factOf(answer, "Block").startsWith(QStringLiteral("100")));
        QVERIFY(answer.advice.isEmpty());
    }
    void spansAndHashes()
    {
        QCOMPARE(LightWords::span(9), QStringLiteral("9 s"));
        QCOMPARE(LightWords::span(-4), QStringLiteral("0 s"));
        QVERIFY(LightWords::timeOf(12, 0).isEmpty());
        Hash32 hash;
        hash.bytes.fill(0x0f);
        QVERIFY(LightWords::grouped(hash).startsWith(QStringLiteral("0f0f0f0f 0f0f0f0f ")));
        QCOMPARE(LightWords::grouped(hash).size(), 71);
    }
};

QTEST_MAIN(TestLightWords)
#include "tst_lightwords.moc"
