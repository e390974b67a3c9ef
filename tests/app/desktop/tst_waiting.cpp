// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/address.h"
#include "sample_session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/wallet/feeviewmodel.h"
#include "viewmodels/wallet/waitingviewmodel.h"
#include "wallet/balances.h"

#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestWaiting : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SampleSession> m_sample; // its signer signs, and nothing gets into a block
    std::unique_ptr<WaitingViewModel> m_waiting;
    std::vector<wallet::Activity> m_list;

    static QCoro::Task<> doSubmit(Session& session, store::Purpose purpose)
    {
        wallet::Submission submission;
        submission.from = session.me();
        submission.call = wallet::sendAuc(session.network(), sampleAddress(2), auc(5)).value();
        submission.purpose = purpose;
        co_await session.outbox().submit(std::move(submission));
    }
    // 5 AUC to Bob.
    void submit(store::Purpose purpose)
    {
        const std::size_t before = m_sample->node->sent.size();
        m_sample->session->gate().start(doSubmit(*m_sample->session, purpose));
        QTRY_COMPARE(m_sample->node->sent.size(), before + 1);
    }
    static QCoro::Task<> doRead(TestWaiting* self, bool& done)
    {
        Session& session = *self->m_sample->session;
        auto all = co_await session.outbox().waiting(session.me());
        self->m_waiting->setWaiting(std::move(*all));
        wallet::ActivityQuery query;
        query.account = session.me();
        auto entries =
            co_await wallet::readActivity(session.node(), session.network(), session.outboxRows(), std::move(query));
        self->m_list = std::move(*entries);
        self->m_waiting->follow(self->m_list);
        done = true;
    }
    void read()
    {
        bool done = false;
        m_sample->session->gate().start(doRead(this, done));
        QTRY_VERIFY(done);
    }
    void openNewest()
    {
        read();
        m_waiting->open(m_list.front());
    }

private slots:
    void init()
    {
        m_sample = std::make_unique<SampleSession>();
        m_sample->signer->onSign = [](const Transaction& tx) -> Result<Bytes> {
            return encodeSigned(tx, sampleKey().sign(signingHash(tx)));
        };
        m_waiting = std::make_unique<WaitingViewModel>(*m_sample->session);
        m_list.clear();
    }
    void cleanup()
    {
        m_sample->end();
        m_waiting.reset();
        m_sample.reset();
    }
    void tellsWhatAndWhy()
    {
        submit(store::Purpose::SendAuc);
        m_sample->node->fee.gasPrice = U256(9'000'000'000ULL); // dearer since
        read();
        QCOMPARE(m_waiting->step(), WaitingViewModel::Closed);
        m_waiting->open(m_list.front());
        QCOMPARE(m_waiting->step(), WaitingViewModel::Look);
        QVERIFY(m_waiting->what().contains(QStringLiteral("Bob Keller")));
        QCOMPARE(m_waiting->address(), format::address(sampleAddress(2)));
        QCOMPARE(m_waiting->number(), QStringLiteral("0"));
        QVERIFY(m_waiting->offers().contains(gwei(U256(1'100'000'000))));
        QVERIFY(m_waiting->asked().contains(QStringLiteral("9")));
        QCOMPARE(m_waiting->whyKind(), QStringLiteral("attention"));
        QVERIFY(m_waiting->fasterReason().isEmpty() && m_waiting->goesFirst().isEmpty() &&
                m_waiting->story().isEmpty());
    }
    void speedsUpThroughTheSigner()
    {
        submit(store::Purpose::SendAuc);
        openNewest();
        m_waiting->speedUp();
        QTRY_COMPARE(m_waiting->step(), WaitingViewModel::Ask);
        QCOMPARE(m_sample->signer->asked, 1); // nothing is signed by looking
        QVERIFY(!m_waiting->newFee().isEmpty() && m_waiting->newFee() != m_waiting->oldFee());
        m_waiting->sign();
        QTRY_COMPARE(m_waiting->step(), WaitingViewModel::Done);
        QCOMPARE(m_sample->signer->asked, 2);
        const auto first = decodeSigned(m_sample->node->sent[0]);
        const auto second = decodeSigned(m_sample->node->sent[1]);
        QVERIFY(first->tx.nonce == second->tx.nonce && first->tx.data == second->tx.data);
        QVERIFY(second->tx.gasPrice > first->tx.gasPrice);
        read();
        QCOMPARE(m_list.size(), std::size_t(1)); // one story
        QCOMPARE(m_waiting->story().size(), 2);
    }
    void decliningLeavesItAsItWas()
    {
        submit(store::Purpose::SendAuc);
        openNewest();
        m_waiting->cancel();
        QTRY_COMPARE(m_waiting->step(), WaitingViewModel::Ask);
        QVERIFY(m_waiting->cancelling());
        QVERIFY(m_waiting->dealWarning().isEmpty());
        m_sample->signer->onSign = {};
        m_waiting->sign();
        QTRY_VERIFY(m_waiting->error().present());
        QCOMPARE(m_waiting->step(), WaitingViewModel::Ask);
        QCOMPARE(m_sample->node->sent.size(), std::size_t(1));
        m_waiting->back();
        QVERIFY(!m_waiting->error().present());
    }
    void minedMeanwhileSignsNothing()
    {
        submit(store::Purpose::SendAuc);
        openNewest();
        Receipt receipt;
        receipt.transactionHash = transactionHash(m_sample->node->sent.front());
        receipt.succeeded = true;
        receipt.block = m_sample->node->top;
        m_sample->node->receipts[receipt.transactionHash] = receipt;
        m_waiting->speedUp();
        QTRY_VERIFY(m_waiting->error().present());
        QCOMPARE(m_waiting->step(), WaitingViewModel::Look);
        QVERIFY(!m_waiting->isWaiting());
        QCOMPARE(m_sample->signer->asked, 1);
    }
    void theEarlierOneComesFirst()
    {
        submit(store::Purpose::SendAuc);
        submit(store::Purpose::FundDeal);
        openNewest();
        QCOMPARE(m_waiting->number(), QStringLiteral("1"));
        QVERIFY(!m_waiting->fasterReason().isEmpty());
        QVERIFY(m_waiting->goesFirst().contains(QStringLiteral("Bob Keller")));
        m_waiting->speedUp(); // nothing: it would not help
        QVERIFY(!m_waiting->busy());
        m_waiting->cancel();
        QTRY_COMPARE(m_waiting->step(), WaitingViewModel::Ask);
        QVERIFY(!m_waiting->dealWarning().isEmpty()); // a step of a deal
        m_waiting->back();
        m_waiting->openFirst();
        QCOMPARE(m_waiting->number(), QStringLiteral("0"));
        QVERIFY(m_waiting->fasterReason().isEmpty());
    }
    void ownPricesHaveBounds()
    {
        m_sample->node->fee.dynamic = true;
        m_sample->node->fee.baseFeePerGas = U256(1'000'000'000);
        m_sample->node->fee.maxPriorityFeePerGas = U256(1'000'000'000);
        FeeViewModel fee(*m_sample->session);
        fee.refresh();
        QTRY_VERIFY(!fee.network().isEmpty());
        const QString normal = fee.estimate();
        fee.setChoice(QStringLiteral("fast"));
        QVERIFY(fee.estimate() != normal);
        QVERIFY(fee.wait().contains(QStringLiteral("next block")));
        const QString fast = fee.wait();
        fee.setChoice(QStringLiteral("slow"));
        QVERIFY(!fee.wait().isEmpty() && fee.wait() != fast);
        fee.setChoice(QStringLiteral("own"));
        QVERIFY(fee.wait().isEmpty());                    // nobody knows; the warning speaks where it is too little
        QCOMPARE(fee.ownPrice(), QStringLiteral("3.00")); // begins with what would be offered
        QVERIFY(!fee.error().present() && fee.warning().isEmpty());
        fee.setOwnPrice(QStringLiteral("0.9"));
        fee.setOwnTip(QStringLiteral("0.5"));
        QVERIFY(!fee.error().present());
        QVERIFY(!fee.warning().isEmpty()); // below the base fee
        fee.setOwnPrice(QStringLiteral("41"));
        QVERIFY(fee.error().present()); // more than 20 times
        fee.setOwnPrice(QStringLiteral("3"));
        fee.setOwnTip(QStringLiteral("3.5"));
        QVERIFY(fee.error().present());
        fee.setOwnTip(QStringLiteral("0.0000000001")); // finer than a wei
        QVERIFY(fee.error().present());
        fee.setOwnTip(QStringLiteral("1.5"));
        QVERIFY(fee.fee()->maxPriorityFeePerGas == U256(1'500'000'000));
    }
};

QTEST_MAIN(TestWaiting)
#include "tst_waiting.moc"
