// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on fakes: every page at every size and theme without a warning, every control named.
#include "artprovider.h"
#include "sample_session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/firstrun/app.h"
#include "viewmodels/wallet/walletviewmodel.h"

#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
QStringList g_warnings;

void collect(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    Q_UNUSED(context)
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        g_warnings.append(text);
    }
}

bool isActive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::PageTab:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

// Names of everything one can act on, with their roles; an empty name is put in as "(role)".
void gather(QAccessibleInterface* node, std::multiset<QString>& names, int depth = 0)
{
    if (node == nullptr || depth > 60 || node->state().invisible) {
        return;
    }
    if (isActive(node->role())) {
        const QString name = node->text(QAccessible::Name);
        names.insert(QStringLiteral("%1|%2").arg(static_cast<int>(node->role())).arg(name));
    }
    for (int i = 0; i < node->childCount(); ++i) {
        gather(node->child(i), names, depth + 1);
    }
}
} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const SystemClock m_system;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SampleSession> m_sample; // its clock and node outlive the app
    std::unique_ptr<App> m_app;
    QQuickWindow* m_window = nullptr;

    void load(App& app)
    {
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        // A static plugin serves the first engine of a process only; the program has one.
        m_engine->addImageProvider(QStringLiteral("art"), new resources::ArtProvider);
        m_engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
        m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/AutoChain/Desktop/Main.qml")));
        QVERIFY(!m_engine->rootObjects().isEmpty());
        m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().front());
    }

private slots:
    void init()
    {
        g_warnings.clear();
        qInstallMessageHandler(collect);
        m_appearance = std::make_unique<Appearance>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_appearance->setTheme(QStringLiteral("light"));
        m_appearance->setScale(1.0);
        m_app = std::make_unique<App>(HomeFolder(m_folder.path()), m_system, *m_appearance);
        load(*m_app);
    }
    void cleanup()
    {
        m_engine.reset();
        m_app.reset();
        m_sample.reset();
        qInstallMessageHandler(nullptr);
    }

    void firstRunFitsEverySize_data() { sizes(); }
    void firstRunFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_appearance->setScale(scale);
        m_window->resize(size);
        m_app->start({});
        QTest::qWait(100);
        QCOMPARE(m_app->stage(), App::FirstRun);
        m_app->firstRun()->join();
        QTest::qWait(100);
        QCOMPARE(m_app->stage(), App::Join);
        checkNames();
        checkInside(m_window->contentItem());
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }
    void pagesFitEverySize_data() { sizes(); }
    void pagesFitEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_appearance->setScale(scale);
        m_window->resize(size);
        m_sample = std::make_unique<SampleSession>();
        m_sample->setAuc(auc(212'850));
        m_app->adopt(std::move(m_sample->session));
        Navigation& navigation = *m_app->shell()->navigation();
        for (const char* route : {"home", "wallet", "wallet/receive", "wallet/send", "settings/appearance",
                                  "settings/accounts", "settings/network", "settings/signer", "settings/backup",
                                  "settings/book", "settings/practice", "settings/about"}) {
            QVERIFY(navigation.open(QString::fromLatin1(route)));
            QTRY_VERIFY_WITH_TIMEOUT(navigation.viewModel(navigation.page())->loaded(), 10'000);
            QTest::qWait(60);
            checkNames();
            checkInside(m_window->contentItem());
        }
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

    void waitingPaymentFitsEverySize_data() { sizes(); }
    void waitingPaymentFitsEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_appearance->setScale(scale);
        m_window->resize(size);
        m_sample = std::make_unique<SampleSession>();
        m_sample->setAuc(auc(212'850));
        letTwoWait();
        m_app->adopt(std::move(m_sample->session));
        Navigation& navigation = *m_app->shell()->navigation();
        QVERIFY(navigation.open(QStringLiteral("wallet")));
        auto* wallet = qobject_cast<WalletViewModel*>(navigation.viewModel(navigation.page()));
        QTRY_VERIFY_WITH_TIMEOUT(wallet->loaded() && wallet->activity()->count() == 2, 10'000);
        QTRY_COMPARE(m_window->contentItem()->width(), m_window->width()); // the first window comes up slowly
        look("list");
        wallet->openEntry(wallet->activity()->rows()[0].key); // behind the other
        look("behind");
        wallet->waiting()->openFirst();
        look("first");
        wallet->waiting()->cancel();
        QTRY_COMPARE(wallet->waiting()->step(), WaitingViewModel::Ask);
        look("cancel");
        wallet->waiting()->close();
        wallet->send()->setRecipient(format::address(sampleAddress(2)));
        wallet->setPanel(QStringLiteral("send"));
        wallet->send()->next();
        QTRY_COMPARE(wallet->send()->step(), SendViewModel::HowMuch);
        wallet->send()->feeChoice()->setChoice(QStringLiteral("own"));
        wallet->send()->feeChoice()->setOwnPrice(QStringLiteral("0.5"));
        look("fee");
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(QLatin1Char(10))));
    }

private:
    // Two payments, signed and sent, on a chain that takes nothing.
    void letTwoWait()
    {
        m_sample->signer->onSign = [](const Transaction& tx) -> Result<Bytes> {
            return encodeSigned(tx, sampleKey().sign(signingHash(tx)));
        };
        Session& session = *m_sample->session;
        for (int i = 0; i < 2; ++i) {
            wallet::Submission payment;
            payment.from = session.me();
            payment.call = wallet::sendAuc(session.network(), sampleAddress(2), auc(1'850)).value();
            payment.purpose = store::Purpose::SendAuc;
            session.gate().start(submit(session, std::move(payment)));
            QTRY_COMPARE(m_sample->node->sent.size(), static_cast<std::size_t>(i + 1));
        }
        m_sample->clock().set(m_sample->clock().now() + 780);
        m_sample->node->fee.gasPrice = U256(4'000'000'000);
    }
    static QCoro::Task<> submit(Session& session, wallet::Submission payment)
    {
        co_await session.outbox().submit(std::move(payment));
    }
    // AUTOCHAIN_SHOTS: a folder for pictures of what is looked at.
    void look(const char* name)
    {
        QTest::qWait(260);
        checkNames();
        checkInside(m_window->contentItem());
        const QString folder = qEnvironmentVariable("AUTOCHAIN_SHOTS");
        if (!folder.isEmpty()) {
            m_window->grabWindow().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(folder, QLatin1String(name))
                    .arg(QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(' '))));
        }
    }
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("1440x900") << QSize(1440, 900) << 1.0;
        QTest::newRow("1024x700") << QSize(1024, 700) << 1.0;
        QTest::newRow("720x560") << QSize(720, 560) << 1.0;
        QTest::newRow("200 %") << QSize(1440, 900) << 2.0;
        QTest::newRow("300 %") << QSize(1440, 900) << 3.0;
    }
    // No text runs out of the window at the side, where nothing scrolls.
    void checkInside(QQuickItem* item)
    {
        // After a change of size the layouts need a turn or two, more of them on a busy machine.
        QTRY_VERIFY2(textOutside(item).isEmpty(), qPrintable(QStringLiteral("outside: ") + textOutside(item)));
    }
    // The first such text; empty: none.
    QString textOutside(QQuickItem* item) const
    {
        if (!item->isVisible() || item->opacity() == 0) {
            return {};
        }
        const QString text = item->inherits("QQuickText") ? item->property("text").toString() : QString();
        const QRectF box = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (!text.isEmpty() && (box.left() < -1 || box.right() > m_window->width() + 1)) {
            return text;
        }
        for (QQuickItem* child : item->childItems()) {
            if (const QString found = textOutside(child); !found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
    // Everything one can act on has a name, and no two of a role share one.
    void checkNames()
    {
        std::multiset<QString> names;
        gather(QAccessible::queryAccessibleInterface(m_window), names);
        QVERIFY(!names.empty());
        for (const QString& name : names) {
            QVERIFY2(!name.endsWith(QLatin1Char('|')), qPrintable(QStringLiteral("without a name: ") + name));
            QVERIFY2(names.count(name) == 1, qPrintable(QStringLiteral("twice: ") + name));
        }
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
