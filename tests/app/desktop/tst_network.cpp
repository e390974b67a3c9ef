// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, Network: nodes come and go, the checkpoint is compared and replaced, how sure is sure enough.
#include "fake_light.h"
#include "sample_session.h"
#include "session/lightsettings.h"
#include "viewmodels/light/knowledgeviewmodel.h"
#include "viewmodels/settings/networkviewmodel.h"
#include "viewmodels/shell/statusviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
NetworkFile publicNetwork()
{
    NetworkFile network = sampleNetwork();
    network.kind = NetworkKind::Private;
    network.name = "Ethereum Classic";
    network.people.clear();
    return network;
}
} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<NetworkViewModel> m_network;
    FakeLight* m_light = nullptr;

    QString text(int row, int role) const
    {
        return m_network->nodes()->data(m_network->nodes()->index(row), role).toString();
    }

private slots:
    void init()
    {
        m_sample = std::make_unique<SampleSession>(publicNetwork());
        m_network = std::make_unique<NetworkViewModel>(*m_sample->session);
        auto light = std::make_unique<FakeLight>();
        m_light = light.get();
        m_sample->session->lightFeed().use(std::move(light));
    }
    void cleanup()
    {
        m_sample->end();
        m_network.reset();
        m_sample.reset();
    }

    void showsWhatIsKnown()
    {
        QVERIFY(m_network->verifies());
        QCOMPARE(m_network->level(), QStringLiteral("proven"));
        QCOMPARE(m_network->nodes()->rowCount(), 6);
        QCOMPARE(text(0, NodesModel::NameRole), QStringLiteral("This computer"));
        QCOMPARE(text(3, NodesModel::BlockRole), QStringLiteral("25,914,206"));
        QCOMPARE(text(5, NodesModel::StateRole), QStringLiteral("Proof was wrong"));
        QVERIFY(m_network->nodes()->data(m_network->nodes()->index(5), NodesModel::ShutOutRole).toBool());
    }
    void nodesAreKept()
    {
        QVERIFY(m_network->reasonNotToAdd({}).contains(QStringLiteral("https://")));
        QVERIFY(!m_network->reasonNotToAdd(QStringLiteral("ftp://a.example")).isEmpty());
        QVERIFY(!m_network->reasonNotToAdd(QStringLiteral("http://far.example")).isEmpty()); // read by anybody between
        QVERIFY(!m_network->reasonNotToAdd(QStringLiteral("https://rpc.northridge.example")).isEmpty()); // is there
        const QString url = QStringLiteral("https://new.example");
        QVERIFY(m_network->reasonNotToAdd(url).isEmpty());
        m_network->addNode(url, QStringLiteral("My own"));
        QCOMPARE(m_network->nodes()->rowCount(), 7);
        QCOMPARE(text(6, NodesModel::NameRole), QStringLiteral("My own"));
        m_network->removeNode(QStringLiteral("https://rpc.northridge.example"));
        QCOMPARE(m_network->nodes()->rowCount(), 6);
        NodeChoice choice = readNodeChoice(m_sample->session->settings());
        QCOMPARE(choice.added, std::vector<std::string>{"https://new.example"});
        QCOMPARE(choice.removed, std::vector<std::string>{"https://rpc.northridge.example"});
        QCOMPARE(m_sample->session->settings().get("light.addedNodes")->value(),
                 std::string("[\"https://new.example\"]"));
        m_network->removeNode(url);
        choice = readNodeChoice(m_sample->session->settings());
        QVERIFY(choice.added.empty() && choice.names.isEmpty());
        m_network->addNode(QStringLiteral("https://rpc.northridge.example"), {}); // back again
        QCOMPARE(readNodeChoice(m_sample->session->settings()).removed,
                 std::vector<std::string>{"https://new.example"});
    }
    void theLastNodeStays()
    {
        m_light->now.peers.resize(1);
        m_sample->session->lightFeed().refresh();
        QVERIFY(!m_network->nodes()->data(m_network->nodes()->index(0), NodesModel::RemovableRole).toBool());
        m_network->removeNode(QStringLiteral("http://127.0.0.1:8545"));
        QCOMPARE(m_network->nodes()->rowCount(), 1);
    }
    void whoLiedIsAskedAgainOnlyOnWish()
    {
        QVERIFY(m_light->forgiven.empty());
        m_network->askAgain(QStringLiteral("https://node.lavoie.example"));
        QCOMPARE(m_light->forgiven, std::vector<std::string>{"https://node.lavoie.example"});
    }
    void surenessIsKept()
    {
        SurenessViewModel& sure = *m_network->sureness();
        QVERIFY(sure.amountChoices()[sure.amountIndex()].startsWith(QStringLiteral("12 ")));
        QVERIFY(sure.dealChoices()[sure.dealIndex()].startsWith(QStringLiteral("90 ")));
        QVERIFY(sure.amountTime().startsWith(QStringLiteral("about 3 minute")));
        sure.chooseAmount(sure.amountIndex() + 1);
        QCOMPARE(m_light->now.sureness.amountBlocks, 30U);
        sure.chooseStale(99); // none of the choices
        QCOMPARE(m_light->now.sureness.staleAfterSeconds, std::int64_t(300));
        sure.chooseStale(sure.staleIndex() + 1);
        const light::Sureness kept = readSureness(m_sample->session->settings(), {});
        QVERIFY(kept == m_light->now.sureness);
        QCOMPARE(kept.staleAfterSeconds, std::int64_t(600));
        QVERIFY(m_sample->session->settings().set("light.amountBlocks", "-3").ok());
        QVERIFY(m_sample->session->settings().set("light.dealBlocks", "12 or so").ok());
        const light::Sureness odd = readSureness(m_sample->session->settings(), {});
        QCOMPARE(odd.amountBlocks, light::Sureness().amountBlocks);
        QCOMPARE(odd.dealBlocks, light::Sureness().dealBlocks);
    }
    void checkpointIsCompared()
    {
        CheckpointViewModel& point = *m_network->checkpoint();
        const QString same =
            QStringLiteral("0x") + QString(64, QLatin1Char('0')).replace(QStringLiteral("00"), QStringLiteral("0f"));
        QVERIFY(point.comparison({}).isEmpty());
        QCOMPARE(point.comparison(same), QStringLiteral("same"));
        QCOMPARE(point.comparison(point.hash()), QStringLiteral("same")); // in groups
        QCOMPARE(point.comparison(same.chopped(1) + QLatin1Char('e')), QStringLiteral("other"));
        QCOMPARE(point.comparison(same.chopped(2)), QStringLiteral("unclear"));
        QVERIFY(point.comparisonText(same.chopped(1) + QLatin1Char('e')).contains(QStringLiteral("do not pay")));
    }
    void anotherCheckpointIsAskedForFirst()
    {
        CheckpointViewModel& point = *m_network->checkpoint();
        const QString hash = QString(64, QLatin1Char('a'));
        QVERIFY(!point.reasonNot(QStringLiteral("soon"), hash).isEmpty());
        QVERIFY(!point.reasonNot(QStringLiteral("25,900,000"), QStringLiteral("abc")).isEmpty());
        QVERIFY(point.reasonNot(QStringLiteral("25,900,000"), hash).isEmpty());
        point.set(QStringLiteral("25,900,000"), hash); // the nodes have another one
        QTRY_VERIFY(!point.busy());
        QVERIFY(point.error().present() && point.done().isEmpty() && m_light->kept.empty());
        Hash32 there;
        there.bytes.fill(0xaa);
        m_light->elsewhere = there;
        point.set(QStringLiteral("25,900,000"), hash);
        QTRY_VERIFY(!point.done().isEmpty());
        QVERIFY(!point.error().present());
        QCOMPARE(m_light->kept.size(), std::size_t(1));
        QCOMPARE(m_light->kept.front().number, std::uint64_t(25'900'000));
        QVERIFY(point.own());
        point.drop();
        QVERIFY(m_light->kept.empty() && point.done().contains(QStringLiteral("network file")));
        m_light->elsewhere = Error(ChainError::NodeUnreachable, {"https://a.example"});
        point.set(QStringLiteral("25,900,001"), hash);
        QTRY_VERIFY(point.error().present());
        QVERIFY(m_light->kept.empty());
    }
    void growingOldIsNoticed()
    {
        QSignalSpy old(&m_sample->session->lightFeed(), &LightFeed::freshnessChanged);
        m_light->now.stale = true; // nothing but time passes
        QTRY_COMPARE(old.count(), 1);
        QCOMPARE(m_network->level(), QStringLiteral("stale"));
    }
    void theFootFollows()
    {
        StatusViewModel foot(*m_sample->session);
        QCOMPARE(foot.level(), QStringLiteral("proven"));
        QVERIFY(foot.block().startsWith(QStringLiteral("Block 25,914,207 verified")));
        QVERIFY(foot.warning().contains(QStringLiteral("lavoie.example")));
        QSignalSpy changed(&foot, &StatusViewModel::changed);
        m_light->now.phase = light::Phase::Syncing;
        m_light->now.peers.pop_back();
        m_sample->session->lightFeed().refresh();
        QVERIFY(changed.count() > 0);
        QCOMPARE(foot.level(), QStringLiteral("reported"));
        QVERIFY(foot.warning().isEmpty());
    }
    void aMarkIsExplained()
    {
        KnowledgeViewModel knowledge(*m_sample->session);
        knowledge.ask(QStringLiteral("Free to spend"), QStringLiteral("proven"), {}, {});
        QCOMPARE(knowledge.about(), QStringLiteral("Free to spend"));
        QCOMPARE(knowledge.level(), QStringLiteral("proven"));
        const QString general = knowledge.sentence();
        light::BlockKnowledge known;
        known.block = sampleHead();
        known.confirmations = 5;
        m_light->known = known;
        knowledge.ask(QStringLiteral("Free to spend"), QStringLiteral("proven"), {}, QVariant::fromValue(sampleHead()));
        QVERIFY(knowledge.sentence() != general && knowledge.sentence().contains(QStringLiteral("25,914,207")));
        QVERIFY(!knowledge.facts().isEmpty());
        QSignalSpy changed(&knowledge, &KnowledgeViewModel::changed);
        m_light->known->confirmations = 6;
        m_sample->session->lightFeed().refresh(); // follows while it is open
        QVERIFY(changed.count() > 0);
    }
    void withoutRulesTheNodeIsNamed()
    {
        m_sample->session->lightFeed().use(nullptr);
        QVERIFY(!m_network->verifies());
        m_network->noteAnswer(BlockRef{100, {}, kLightNow}, 12);
        QCOMPARE(m_network->nodes()->rowCount(), 1);
        QCOMPARE(text(0, NodesModel::StateRole), QStringLiteral("Answers"));
    }
};

QTEST_MAIN(TestNetwork)
#include "tst_network.moc"
