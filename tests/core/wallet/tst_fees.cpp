// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/fees.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::wallet;

class TestFees : public QObject
{
    Q_OBJECT

private slots:
    void dynamic()
    {
        FeeSuggestion suggestion;
        suggestion.baseFeePerGas = 1'000;
        suggestion.maxPriorityFeePerGas = 100;
        const FeeQuote quote = quoteFee(suggestion, 50'000, {});
        QCOMPARE(quote.type, TxType::DynamicFee);
        QCOMPARE(quote.gasLimit, std::uint64_t(60'000));
        QVERIFY(quote.maxFeePerGas == U256(2'100));
        QVERIFY(quote.likelyWei == U256(50'000) * U256(1'100));
        QVERIFY(quote.mostWei == U256(60'000) * U256(2'100));
        FeeChoice fast;
        fast.speed = Speed::Fast;
        QVERIFY(quoteFee(suggestion, 50'000, fast).maxFeePerGas == U256(3'200));
        FeeChoice own;
        own.maxFeePerGas = U256(50); // the tip may not be above the whole
        QVERIFY(quoteFee(suggestion, 50'000, own).maxPriorityFeePerGas == U256(50));
    }

    void legacy()
    {
        FeeSuggestion suggestion;
        suggestion.dynamic = false;
        suggestion.gasPrice = 1'000;
        const FeeQuote quote = quoteFee(suggestion, 21'000, {});
        QCOMPARE(quote.type, TxType::Legacy);
        QVERIFY(quote.gasPrice == U256(1'100));
        QVERIFY(quote.mostWei == U256(25'200) * U256(1'100));
        Transaction transaction;
        applyFee(quote, transaction);
        QCOMPARE(transaction.type, TxType::Legacy);
        QVERIFY(transaction.gasPrice == U256(1'100) && transaction.maxFeePerGas.isZero());
    }

    void replacementIsAlwaysAccepted()
    {
        for (const bool dynamicNow : {true, false}) {
            for (const TxType was : {TxType::DynamicFee, TxType::Legacy}) {
                Transaction old;
                old.type = was;
                old.gasPrice = old.maxFeePerGas = U256(9'999);
                old.maxPriorityFeePerGas = U256(333);
                FeeSuggestion suggestion;
                suggestion.dynamic = dynamicNow;
                suggestion.baseFeePerGas = suggestion.gasPrice = suggestion.maxPriorityFeePerGas = 1;
                const FeeQuote raised = raisedFee(old, quoteFee(suggestion, 21'000, {}));
                // geth asks for 10 % on both.
                QVERIFY(raised.maxFeePerGas * U256(10) >= U256(9'999) * U256(11));
                QVERIFY(!dynamicNow || raised.maxPriorityFeePerGas * U256(10) >= U256(333) * U256(11));
                QVERIFY(raised.maxPriorityFeePerGas <= raised.maxFeePerGas);
            }
        }
    }

    void ownPricesAreBounded()
    {
        FeeSuggestion now;
        now.baseFeePerGas = 900;
        now.maxPriorityFeePerGas = 100;
        FeeChoice own;
        QVERIFY(checkOwnPrices(now, own).ok());
        own.maxFeePerGas = U256(20'000);
        own.maxPriorityFeePerGas = U256(20'000);
        QVERIFY(checkOwnPrices(now, own).ok());
        own.maxFeePerGas = U256(20'001);
        const auto absurd = checkOwnPrices(now, own);
        QVERIFY(absurd.error().is(WalletError::FeeAbsurd));
        QCOMPARE(absurd.error().args, (std::vector<std::string>{"20001", "20000", "1000"}));
        own.maxPriorityFeePerGas = U256(20'002);
        QVERIFY(checkOwnPrices(now, own).error().is(WalletError::TipAboveMost));
        own.maxFeePerGas.reset();
        QVERIFY(checkOwnPrices(now, own).error().is(WalletError::FeeAbsurd)); // the tip alone
        own.maxFeePerGas = U256();
        QVERIFY(checkOwnPrices(now, own).error().is(WalletError::ZeroPrice));
        FeeSuggestion legacy;
        legacy.dynamic = false;
        legacy.gasPrice = U256::max();
        FeeChoice price;
        price.gasPrice = U256::max();
        QVERIFY(checkOwnPrices(legacy, price).ok()); // no wrapping of 20 times
        legacy.gasPrice = 10;
        price.gasPrice = U256(201);
        QVERIFY(checkOwnPrices(legacy, price).error().is(WalletError::FeeAbsurd));
    }

    void hugeEstimateDoesNotWrap() { QVERIFY(quoteFee({}, UINT64_MAX, {}).gasLimit == UINT64_MAX); }
};

QTEST_GUILESS_MAIN(TestFees)
#include "tst_fees.moc"
