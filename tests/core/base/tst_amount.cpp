// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/amount.h"

#include <QTest>

using namespace autochain;

namespace
{
const U256 kAuc = U256(1'000'000'000'000'000'000U);
}

class TestAmount : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("smallest");
        const auto row = [](const char* text, const char* smallest) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(smallest);
        };
        row("0", "0");
        row("0.0", "0");
        row("00", "0");
        row("1", "1000000000000000000");
        row("200000", "200000000000000000000000");
        row("200,000.5", "200000500000000000000000");
        row("1'000", "1000000000000000000000");
        row("1_000", "1000000000000000000000");
        row("12 500", "12500000000000000000000");
        row("12\u00a0500", "12500000000000000000000");
        row("12\u202f500.25", "12500250000000000000000");
        row("12,34,567", "1234567000000000000000000");
        row("  7  ", "7000000000000000000");
        row(".5", "500000000000000000");
        row("5.", "5000000000000000000");
        row("0.000000000000000001", "1");
        row("0.0000000000000000010000", "1");
        row("115792089237316195423570985008687907853269984665640564039457.584007913129639935",
            "115792089237316195423570985008687907853269984665640564039457584007913129639935");
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, smallest);
        const auto amount = parseAmount(text.toStdString());
        QVERIFY(amount.ok());
        QCOMPARE(amount->toDecimal(), smallest.toStdString());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* text, BaseError code) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(code);
        };
        for (const char* text :
             {"",   " ",  ".",   ",",    "1.000,50", "12,5",   "1,2,3",    ",100",   "100,",    "1,,000", "1.2.3",
              "-1", "+1", "1e3", "0x10", "1.5 AUC",  "\u0663", "1000,000", "1,0000", "0.000 1", "1. 5",   "NaN"}) {
            row(text, BaseError::NotANumber);
        }
        row("0.0000000000000000001", BaseError::TooManyDecimals);
        row("115792089237316195423570985008687907853269984665640564039457.584007913129639936", BaseError::Overflow);
        row("999999999999999999999999999999999999999999999999999999999999999999999999999999999", BaseError::Overflow);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        const auto amount = parseAmount(text.toStdString());
        QVERIFY(!amount.ok());
        QCOMPARE(amount.error().code, code);
    }

    void otherDecimals()
    {
        QCOMPARE(*parseAmount("12.34", 2), U256(1234));
        QVERIFY(parseAmount("12.345", 2).error().is(BaseError::TooManyDecimals));
        QCOMPARE(*parseAmount("12", 0), U256(12));
        QCOMPARE(*parseAmount("12.", 0), U256(12));
        QCOMPARE(*parseAmount("12.0", 0), U256(12));
        QVERIFY(parseAmount("12.1", 0).error().is(BaseError::TooManyDecimals));
        QVERIFY(parseAmount("0", 0)->isZero());
    }

    void formats()
    {
        QCOMPARE(formatAmount(U256()), std::string("0"));
        QCOMPARE(formatAmount(U256(1)), std::string("0.000000000000000001"));
        QCOMPARE(formatAmount(kAuc), std::string("1"));
        QCOMPARE(formatAmount(kAuc, 18, 2), std::string("1.00"));
        QCOMPARE(formatAmount(U256(1'500'000'000'000'000'000U), 18, 1), std::string("1.5"));
        QCOMPARE(formatAmount(U256(1'500'000'000'000'000'000U), 18, 4), std::string("1.5000"));
        QCOMPARE(formatAmount(U256(1234), 2), std::string("12.34"));
        QCOMPARE(formatAmount(U256(1234), 0), std::string("1234"));
        QCOMPARE(formatAmount(U256::max(), 0),
                 std::string("115792089237316195423570985008687907853269984665640564039457584007913129639935"));
        QCOMPARE(formatAmount(auc(200'000)), std::string("200000"));
    }

    void formattedTextReadsBack()
    {
        U256 amount(1);
        for (int i = 0; i < 255; ++i) {
            amount = amount * U256(3) + U256(static_cast<std::uint64_t>(i));
            const int decimals = i % 30;
            QCOMPARE(*parseAmount(formatAmount(amount, decimals, i % 5), decimals), amount);
        }
    }

    void wholeUnits()
    {
        QCOMPARE(auc(1), kAuc);
        QCOMPARE(auc(0), U256());
        QCOMPARE(auc(UINT64_MAX) / kAuc, U256(UINT64_MAX));
    }
};

QTEST_APPLESS_MAIN(TestAmount)
#include "tst_amount.moc"
