// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on fakes: every page at every size and theme without a warning, every control named.
#include "viewmodels/base/format.h"
#include "viewmodels/wallet/walletviewmodel.h"
#include "window_fixture.h"

using namespace autochain;
using namespace autochain::desktop;

class TestWindow : public WindowTest
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

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
        for (const char* route : {"home", "desk", "wallet", "wallet/receive", "wallet/send", "settings/appearance",
                                  "settings/accounts", "settings/network", "settings/signer", "settings/backup",
                                  "settings/book", "settings/practice", "settings/about"}) {
            QVERIFY(navigation.open(QString::fromLatin1(route)));
            QTRY_VERIFY_WITH_TIMEOUT(navigation.viewModel(navigation.page())->loaded(), 10'000);
            QTRY_COMPARE_WITH_TIMEOUT(m_app->shown(), App::Open, 10'000); // pages are made a little at a time
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
        QTRY_COMPARE_WITH_TIMEOUT(m_app->shown(), App::Open, 10'000); // pages are made a little at a time
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
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
