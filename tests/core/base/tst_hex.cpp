// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"

#include <QTest>

using namespace autochain;

class TestHex : public QObject
{
    Q_OBJECT

private slots:
    void writesLowerCase()
    {
        const Bytes bytes{0x00, 0x0f, 0xab, 0xff};
        QCOMPARE(toHex(bytes), std::string("000fabff"));
        QCOMPARE(toHex0x(bytes), std::string("0x000fabff"));
        QCOMPARE(toHex0x(Bytes()), std::string("0x"));
    }

    void readsBothCases()
    {
        const Bytes expected{0x00, 0x0f, 0xab, 0xff};
        for (const char* text : {"000fabff", "0x000FABFF", "0X000fAbFf"}) {
            const auto read = fromHex(text);
            QVERIFY2(read.ok(), text);
            QCOMPARE(*read, expected);
        }
        QVERIFY(fromHex("")->empty());
        QVERIFY(fromHex("0x")->empty());
    }

    void refusesWhatIsNotHex()
    {
        for (const char* text : {"0", "0x0", "0g", "g0", " 00", "00 ", "0x0x00", "+1", "-1", "\xff\xff"}) {
            const auto read = fromHex(text);
            QVERIFY2(!read.ok(), text);
            QVERIFY(read.error().is(BaseError::BadHex));
        }
    }

    void roundTripsEveryByte()
    {
        Bytes all(256);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = static_cast<std::uint8_t>(i);
        }
        QCOMPARE(*fromHex(toHex(all)), all);
    }

    void fixedSizes()
    {
        const std::string digits(64, 'a');
        QVERIFY(hash32FromHex(digits).ok());
        QCOMPARE(toHex0x(*hash32FromHex(digits)), "0x" + digits);
        QVERIFY(hash32FromHex(digits.substr(2)).error().is(BaseError::WrongLength));
        QVERIFY(hash32FromHex(digits + "aa").error().is(BaseError::WrongLength));
        QVERIFY(hash32FromHex("0x" + digits + "aa").error().is(BaseError::WrongLength));
        QVERIFY(hash32FromHex(digits.substr(1)).error().is(BaseError::BadHex));
        QVERIFY(addressFromHex("0x" + digits.substr(0, 40)).ok());
        QVERIFY(addressFromHex(digits).error().is(BaseError::WrongLength));
        QVERIFY(addressFromHex("").error().is(BaseError::WrongLength));
    }

    void longInputIsNotReadForAFixedSize()
    {
        QVERIFY(addressFromHex(std::string(50'000'000, 'z')).error().is(BaseError::WrongLength));
    }
};

QTEST_APPLESS_MAIN(TestHex)
#include "tst_hex.moc"
