// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/address.h"
#include "sample_session.h"
#include "viewmodels/base/format.h"
#include "viewmodels/wallet/sendviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace autochain;
using namespace autochain::desktop;

class TestSend : public QObject
{
    Q_OBJECT

private:
    static QString bob() { return format::address(sampleAddress(2)); }
    static void goOn(SendViewModel& send)
    {
        send.next();
        QTRY_VERIFY(!send.busy());
    }

private slots:
    void wrongAddressesStayOnTheFirstStep()
    {
        SampleSession sample;
        SendViewModel send(*sample.session);
        QString misspelt = bob();
        misspelt.replace(10, 1, misspelt[10] == QLatin1Char('1') ? QStringLiteral("2") : QStringLiteral("1"));
        for (const QString& typed : {QStringLiteral("bob"), QStringLiteral("0x12"), format::address(sampleMe()),
                                     format::address(Address()), QString()}) {
            send.setRecipient(typed);
            goOn(send);
            QCOMPARE(send.step(), SendViewModel::ToWhom);
            QVERIFY2(!send.recipientError().cause.isEmpty(), qPrintable(typed));
            QVERIFY(!send.recipientError().money.isEmpty());
            QVERIFY(!send.recipientError().next.isEmpty());
            QCOMPARE(send.recipient(), typed); // nothing typed is lost
        }
    }
    void checksAreShownForAGoodAddress()
    {
        SampleSession sample;
        SendViewModel send(*sample.session);
        QAbstractItemModelTester tester(send.checks(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        send.setRecipient(bob());
        goOn(send);
        QCOMPARE(send.step(), SendViewModel::HowMuch);
        QCOMPARE(send.recipientName(), QStringLiteral("Bob Keller"));
        QVERIFY(send.checks()->rowCount() >= 3);
    }
    void amountsAreCheckedAgainstTheBalance()
    {
        SampleSession sample;
        sample.setAuc(auc(100));
        SendViewModel send(*sample.session);
        send.setRecipient(bob());
        goOn(send);
        for (const char* typed : {"", "0", "abc", "-1", "100.01", "1e2"}) {
            send.setAmount(QString::fromLatin1(typed));
            goOn(send);
            QCOMPARE(send.step(), SendViewModel::HowMuch);
            QVERIFY2(send.amountError().present(), typed);
            QVERIFY(!send.amountError().money.isEmpty());
        }
        send.setAmount(QStringLiteral("100"));
        goOn(send);
        QCOMPARE(send.step(), SendViewModel::Review);
        QCOMPARE(send.after(), format::money(U256()));
        QVERIFY(!send.fee().isEmpty());
    }
    void decliningInTheSignerLosesNothing()
    {
        SampleSession sample;
        sample.setAuc(auc(100));
        SendViewModel send(*sample.session);
        send.setRecipient(bob());
        goOn(send);
        send.setAmount(QStringLiteral("40"));
        send.setNote(QStringLiteral("for the tyres"));
        goOn(send);
        goOn(send); // asks the signer, which declines
        QCOMPARE(sample.signer->asked, 1);
        QCOMPARE(send.step(), SendViewModel::Review);
        QVERIFY(send.error().present());
        QCOMPARE(send.amount(), QStringLiteral("40"));
        QCOMPARE(send.note(), QStringLiteral("for the tyres"));
        QVERIFY(sample.node->sent.empty());
    }
    void sendsWhatWasReviewed()
    {
        SampleSession sample;
        sample.setAuc(auc(100));
        sample.letSign();
        SendViewModel send(*sample.session);
        QSignalSpy sent(&send, &SendViewModel::sent);
        send.setRecipient(bob());
        goOn(send);
        send.setAmount(QStringLiteral("12.5"));
        send.setRemember(QStringLiteral("Bob from work"));
        goOn(send);
        QCOMPARE(send.step(), SendViewModel::Review);
        goOn(send);
        QCOMPARE(send.step(), SendViewModel::Done);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sample.node->sent.size(), std::size_t(1));
        const auto tx = decodeSigned(sample.node->sent.front());
        QVERIFY(tx.ok());
        const auto transfer = contracts::auc::decodeTransfer(tx->tx.data);
        QVERIFY(transfer.ok());
        QCOMPARE(*tx->tx.to, sample.session->network().contract("auc"));
        QVERIFY(tx->tx.value.isZero());
        QVERIFY(transfer->to == sampleAddress(2));
        QCOMPARE(transfer->value, *parseAmount("12.5"));
        QCOMPARE(sample.session->nameOf(sampleAddress(2)), QStringLiteral("Bob from work"));
    }
    void whatIsTypedOutlivesTheProgram()
    {
        SampleSession sample;
        {
            SendViewModel send(*sample.session);
            send.setRecipient(bob());
            send.setAmount(QStringLiteral("40"));
            send.setNote(QStringLiteral("half"));
        }
        const SendViewModel again(*sample.session);
        QCOMPARE(again.recipient(), bob());
        QCOMPARE(again.amount(), QStringLiteral("40"));
        QCOMPARE(again.note(), QStringLiteral("half"));
    }
};

QTEST_MAIN(TestSend)
#include "tst_send.moc"
