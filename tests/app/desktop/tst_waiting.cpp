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

namespace
{
// Signs, and nothing gets into a block.
void letSignWithoutBlocks(SampleSession& sample)
{
    sample.signer->onSign = [](const Transaction& tx) -> Result<Bytes> {
        return encodeSigned(tx, sampleKey().sign(signingHash(tx)));
    };
}

void read(SampleSession& sample, WaitingViewModel& waiting, std::vector<wallet::Activity>& list)
{
    bool done = false;
    const auto task = [](SampleSession& s, WaitingViewModel& w, std::vector<wallet::Activity>& out,
                         bool& end) -> QCoro::Task<> {
        auto all = co_await s.session->outbox().waiting(s.session->me());
        w.setWaiting(std::move(*all));
        wallet::ActivityQuery query;
        query.account = s.session->me();
        auto entries = co_await wallet::readActivity(s.session->node(), s.session->network(), s.session->outboxRows(),
                                                     std::move(query));
        out = std::move(*entries);
        w.follow(out);
        end = true;
    };
    sample.session->gate().start(task(sample, waiting, list, done));
    QTRY_VERIFY(done);
}

void submit(SampleSession& sample, Call call, store::Purpose purpose)
{
    const std::size_t before = sample.node->sent.size();
    const auto task = [](SampleSession& s, Call c, store::Purpose p) -> QCoro::Task<> {
        wallet::Submission submission;
        submission.from = s.session->me();
        submission.call = std::move(c);
        submission.purpose = p;
        co_await s.session->outbox().submit(std::move(submission));
    };
    sample.session->gate().start(task(sample, std::move(call), purpose));
    QTRY_COMPARE(sample.node->sent.size(), before + 1);
}

Call toBob(SampleSession& sample)
{
    return wallet::sendAuc(sample.session->network(), sampleAddress(2), auc(5)).value();
}
} // namespace

class TestWaiting : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAndWhy()
    {
        SampleSession sample;
        letSignWithoutBlocks(sample);
        WaitingViewModel waiting(*sample.session);
        std::vector<wallet::Activity> list;
        submit(sample, toBob(sample), store::Purpose::SendAuc);
        sample.node->fee.gasPrice = U256(9'000'000'000ULL); // dearer since
        read(sample, waiting, list);
        QCOMPARE(waiting.step(), WaitingViewModel::Closed);
        waiting.open(list.front());
        QCOMPARE(waiting.step(), WaitingViewModel::Look);
        QVERIFY(waiting.what().contains(QStringLiteral("Bob Keller")));
        QCOMPARE(waiting.address(), format::address(sampleAddress(2)));
        QCOMPARE(waiting.number(), QStringLiteral("0"));
        QVERIFY(waiting.offers().contains(gwei(U256(1'100'000'000))));
        QVERIFY(waiting.asked().contains(QStringLiteral("9")));
        QCOMPARE(waiting.whyKind(), QStringLiteral("attention"));
        QVERIFY(waiting.fasterReason().isEmpty() && waiting.goesFirst().isEmpty() && waiting.story().isEmpty());
    }
    void speedsUpThroughTheSigner()
    {
        SampleSession sample;
        letSignWithoutBlocks(sample);
        WaitingViewModel waiting(*sample.session);
        std::vector<wallet::Activity> list;
        submit(sample, toBob(sample), store::Purpose::SendAuc);
        read(sample, waiting, list);
        waiting.open(list.front());
        waiting.speedUp();
        QTRY_COMPARE(waiting.step(), WaitingViewModel::Ask);
        QCOMPARE(sample.signer->asked, 1); // nothing is signed by looking
        QVERIFY(!waiting.newFee().isEmpty() && waiting.newFee() != waiting.oldFee());
        waiting.sign();
        QTRY_COMPARE(waiting.step(), WaitingViewModel::Done);
        QCOMPARE(sample.signer->asked, 2);
        const auto first = decodeSigned(sample.node->sent[0]);
        const auto second = decodeSigned(sample.node->sent[1]);
        QVERIFY(first->tx.nonce == second->tx.nonce && first->tx.data == second->tx.data);
        QVERIFY(second->tx.gasPrice > first->tx.gasPrice);
        read(sample, waiting, list);
        QCOMPARE(list.size(), std::size_t(1)); // one story
        QCOMPARE(waiting.story().size(), 2);
    }
    void decliningLeavesItAsItWas()
    {
        SampleSession sample;
        letSignWithoutBlocks(sample);
        WaitingViewModel waiting(*sample.session);
        std::vector<wallet::Activity> list;
        submit(sample, toBob(sample), store::Purpose::SendAuc);
        read(sample, waiting, list);
        waiting.open(list.front());
        waiting.cancel();
        QTRY_COMPARE(waiting.step(), WaitingViewModel::Ask);
        QVERIFY(waiting.cancelling());
        QVERIFY(waiting.dealWarning().isEmpty());
        sample.signer->onSign = {};
        waiting.sign();
        QTRY_VERIFY(waiting.error().present());
        QCOMPARE(waiting.step(), WaitingViewModel::Ask);
        QCOMPARE(sample.node->sent.size(), std::size_t(1));
        waiting.back();
        QVERIFY(!waiting.error().present());
    }
    void minedMeanwhileSignsNothing()
    {
        SampleSession sample;
        letSignWithoutBlocks(sample);
        WaitingViewModel waiting(*sample.session);
        std::vector<wallet::Activity> list;
        submit(sample, toBob(sample), store::Purpose::SendAuc);
        read(sample, waiting, list);
        waiting.open(list.front());
        Receipt receipt;
        receipt.transactionHash = transactionHash(sample.node->sent.front());
        receipt.succeeded = true;
        receipt.block = sample.node->top;
        sample.node->receipts[receipt.transactionHash] = receipt;
        waiting.speedUp();
        QTRY_VERIFY(waiting.error().present());
        QCOMPARE(waiting.step(), WaitingViewModel::Look);
        QVERIFY(!waiting.isWaiting());
        QCOMPARE(sample.signer->asked, 1);
    }
    void theEarlierOneComesFirst()
    {
        SampleSession sample;
        letSignWithoutBlocks(sample);
        WaitingViewModel waiting(*sample.session);
        std::vector<wallet::Activity> list;
        submit(sample, toBob(sample), store::Purpose::SendAuc);
        submit(sample, toBob(sample), store::Purpose::FundDeal);
        read(sample, waiting, list);
        waiting.open(list.front());
        QCOMPARE(waiting.number(), QStringLiteral("1"));
        QVERIFY(!waiting.fasterReason().isEmpty());
        QVERIFY(waiting.goesFirst().contains(QStringLiteral("Bob Keller")));
        waiting.speedUp(); // nothing: it would not help
        QVERIFY(!waiting.busy());
        waiting.cancel();
        QTRY_COMPARE(waiting.step(), WaitingViewModel::Ask);
        QVERIFY(!waiting.dealWarning().isEmpty()); // a step of a deal
        waiting.back();
        waiting.openFirst();
        QCOMPARE(waiting.number(), QStringLiteral("0"));
        QVERIFY(waiting.fasterReason().isEmpty());
    }
    void ownPricesHaveBounds()
    {
        SampleSession sample;
        sample.node->fee.dynamic = true;
        sample.node->fee.baseFeePerGas = U256(1'000'000'000);
        sample.node->fee.maxPriorityFeePerGas = U256(1'000'000'000);
        FeeViewModel fee(*sample.session);
        fee.refresh();
        QTRY_VERIFY(!fee.network().isEmpty());
        const QString normal = fee.estimate();
        fee.setChoice(QStringLiteral("fast"));
        QVERIFY(fee.estimate() != normal);
        fee.setChoice(QStringLiteral("own"));
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
