// SPDX-License-Identifier: GPL-3.0-or-later
// The window over a network whose headers are verified: what is told in each state, and how a mark is asked.
#include "fake_light.h"
#include "viewmodels/settings/settingsviewmodel.h"
#include "window_fixture.h"

using namespace autochain;
using namespace autochain::desktop;

class TestWindowLight : public WindowTest
{
    Q_OBJECT

private:
    FakeLight* m_light = nullptr;

    void openNetwork()
    {
        NetworkFile network = sampleNetwork();
        network.kind = NetworkKind::Public;
        network.name = "Ethereum Classic";
        network.people.clear();
        m_sample = std::make_unique<SampleSession>(std::move(network));
        m_sample->setAuc(auc(212'850));
        m_sample->node->provenance = Provenance::Proven;
        m_sample->node->top = sampleHead();
        auto light = std::make_unique<FakeLight>();
        m_light = light.get();
        light::BlockKnowledge known;
        known.block = sampleHead();
        known.confirmations = 14;
        known.provedBy = {"https://rpc.northridge.example", "http://127.0.0.1:8545"};
        m_light->known = known;
        m_sample->session->lightFeed().use(std::move(light));
        m_app->adopt(std::move(m_sample->session));
    }
    void go(const char* route)
    {
        Navigation& navigation = *m_app->shell()->navigation();
        QVERIFY(navigation.open(QString::fromLatin1(route)));
        QTRY_VERIFY_WITH_TIMEOUT(navigation.viewModel(navigation.page())->loaded(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_app->shown(), App::Open, 10'000); // pages are made a little at a time
    }
    void now(light::Phase phase, bool stale, std::uint64_t head)
    {
        m_light->now.phase = phase;
        m_light->now.stale = stale;
        m_light->now.head->number = head;
        m_light->now.head->time = stale || phase == light::Phase::Offline ? kLightNow - 3 * 3'600 : kLightNow - 20;
        m_app->session()->lightFeed().refresh();
    }
    QAccessibleInterface* named(const QString& name, QAccessibleInterface* from = nullptr, int depth = 0)
    {
        QAccessibleInterface* node = depth == 0 ? QAccessible::queryAccessibleInterface(m_window) : from;
        if (node == nullptr || depth > 60 || node->state().invisible) {
            return nullptr;
        }
        if (node->text(QAccessible::Name) == name) {
            return node;
        }
        for (int i = 0; i < node->childCount(); ++i) {
            if (QAccessibleInterface* found = named(name, node->child(i), depth + 1)) {
                return found;
            }
        }
        return nullptr;
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void everyStateFitsEverySize_data() { sizes(); }
    void everyStateFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_appearance->setScale(scale);
        m_window->resize(size);
        openNetwork();
        go("home");
        look("light-home");
        go("settings/network");
        look("light-insync");
        now(light::Phase::Syncing, false, 25'897'000);
        m_light->now.checkpointSource = light::CheckpointSource::NetworkFile;
        look("light-syncing");
        now(light::Phase::Offline, false, 25'914'207);
        for (light::PeerStanding& peer : m_light->now.peers) {
            peer.state = peer.state == light::PeerState::ShutOut ? peer.state : light::PeerState::Away;
        }
        m_app->session()->lightFeed().refresh();
        look("light-offline");
        now(light::Phase::InSync, true, 25'914'207);
        look("light-stale");
        m_app->session()->lightFeed().use(nullptr);
        look("light-norules");
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }
    void darkPictures()
    {
        m_appearance->setTheme(QStringLiteral("dark"));
        m_window->resize(1440, 900);
        openNetwork();
        go("settings/network");
        look("light-dark");
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }
    void aMarkTellsHowItIsKnown_data() { sizes(); }
    void aMarkTellsHowItIsKnown()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_appearance->setScale(scale);
        m_window->resize(size);
        openNetwork();
        go("wallet");
        look("light-wallet");
        QAccessibleInterface* mark = named(QStringLiteral("Proven: Free to spend"));
        QVERIFY(mark != nullptr);
        QCOMPARE(mark->role(), QAccessible::Button);
        auto* item = qobject_cast<QQuickItem*>(mark->object());
        item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(m_window, Qt::Key_Return);
        const QString title = QStringLiteral("How do we know: Free to spend");
        QTRY_VERIFY(named(title) != nullptr);
        look("light-popover");
        QVERIFY(m_app->shell()->knowledge()->sentence().contains(QStringLiteral("25,914,207")));
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(named(title) == nullptr);
        QVERIFY(item->hasActiveFocus()); // where one was
        QTest::keyClick(m_window, Qt::Key_Space);
        QTRY_VERIFY(named(title) != nullptr);
        QTest::keyClick(m_window, Qt::Key_Return); // the link has the focus
        QTRY_COMPARE(m_app->shell()->navigation()->page(), QStringLiteral("settings"));
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }
    void whoLiedStandsAtTheFoot()
    {
        m_window->resize(1440, 900);
        openNetwork();
        go("wallet");
        const QString warning = m_app->shell()->status()->warning();
        QVERIFY(warning.contains(QStringLiteral("lavoie.example")));
        QAccessibleInterface* alarm = named(warning);
        QVERIFY2(alarm != nullptr, qPrintable(warning));
        QVERIFY2(alarm->actionInterface() != nullptr, qPrintable(QString::number(alarm->role())));
        alarm->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(m_app->shell()->navigation()->route(), QStringLiteral("settings/network"));
    }
    void anotherAccountStaysInTheSameSection()
    {
        openNetwork();
        go("settings/accounts");
        QCOMPARE(m_app->shell()->navigation()->routeForNext(), QStringLiteral("settings/accounts"));
        go("deal/0x01");
        QCOMPARE(m_app->shell()->navigation()->routeForNext(), QStringLiteral("deals"));
    }
};

QTEST_MAIN(TestWindowLight)
#include "tst_window_light.moc"
