// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "crypto/aead.h"

#include <QtTest>

using namespace autochain;

namespace
{
Bytes hex(std::string_view text)
{
    return *fromHex(text);
}

std::string repeated(std::string_view pair, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i) {
        out += pair;
    }
    return out;
}

std::string counting(int from, int to)
{
    Bytes out;
    for (int i = from; i <= to; ++i) {
        out.push_back(static_cast<std::uint8_t>(i));
    }
    return toHex(out);
}
} // namespace

class TestAead : public QObject
{
    Q_OBJECT

private slots:
    // RFC 5869, appendix A.1 to A.3.
    void hkdfVectors_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("salt");
        QTest::addColumn<std::string>("info");
        QTest::addColumn<std::string>("want");
        QTest::newRow("A.1") << repeated("0b", 22) << counting(0x00, 0x0c) << counting(0xf0, 0xf9)
                             << std::string("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                                            "34007208d5b887185865");
        QTest::newRow("A.2") << counting(0x00, 0x4f) << counting(0x60, 0xaf) << counting(0xb0, 0xff)
                             << std::string("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                                            "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                                            "cc30c58179ec3e87c14c01d5c1f3434f1d87");
        QTest::newRow("A.3") << repeated("0b", 22) << std::string() << std::string()
                             << std::string("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                                            "9d201395faa4b61a96c8");
    }
    void hkdfVectors()
    {
        QFETCH(const std::string, key);
        QFETCH(const std::string, salt);
        QFETCH(const std::string, info);
        QFETCH(const std::string, want);
        const auto got = hkdfSha256(hex(key), hex(salt), hex(info), want.size() / 2);
        QCOMPARE(toHex(got.view()), want);
    }

    // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, test cases 13, 14 and 16.
    void gcmVectors_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("nonce");
        QTest::addColumn<std::string>("plain");
        QTest::addColumn<std::string>("extra");
        QTest::addColumn<std::string>("sealed");
        QTest::newRow("13") << repeated("00", 32) << repeated("00", 12) << std::string() << std::string()
                            << std::string("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("14") << repeated("00", 32) << repeated("00", 12) << repeated("00", 16) << std::string()
                            << std::string("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("16") << repeated("feffe9928665731c6d6a8f9467308308", 2)
                            << std::string("cafebabefacedbaddecaf888")
                            << std::string("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                           "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
                            << std::string("feedfacedeadbeeffeedfacedeadbeefabaddad2")
                            << std::string("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                           "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                           "76fc6ece0f4e1768cddf8853bb2d551b");
    }
    void gcmVectors()
    {
        QFETCH(const std::string, key);
        QFETCH(const std::string, nonce);
        QFETCH(const std::string, plain);
        QFETCH(const std::string, extra);
        QFETCH(const std::string, sealed);
        QCOMPARE(toHex(sealAes256Gcm(hex(key), hex(nonce), hex(plain), hex(extra))), sealed);
        Bytes back(plain.size() / 2);
        QVERIFY(openAes256Gcm(hex(key), hex(nonce), hex(sealed), hex(extra), back));
        QCOMPARE(toHex(back), plain);
    }

    void everyChangedBitIsCaught()
    {
        const Bytes key(32, 7);
        const Bytes nonce(12, 9);
        const Bytes extra{1, 2, 3};
        const Bytes sealed = sealAes256Gcm(key, nonce, toBytes("brake pads"), extra);
        Bytes plain(sealed.size() - kAeadTagBytes);
        for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
            Bytes changed = sealed;
            changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!openAes256Gcm(key, nonce, changed, extra, plain));
            QCOMPARE(plain, Bytes(plain.size())); // nothing of the text stays
        }
        QVERIFY(!openAes256Gcm(key, nonce, sealed, Bytes{1, 2}, plain));
        QVERIFY(!openAes256Gcm(Bytes(32, 8), nonce, sealed, extra, plain));
        QVERIFY(!openAes256Gcm(key, Bytes(12, 8), sealed, extra, plain));
        QVERIFY(!openAes256Gcm(Bytes(31, 7), nonce, sealed, extra, plain));
        QVERIFY(!openAes256Gcm(key, nonce, BytesView(sealed).first(15), extra, plain));
        Bytes longer(plain.size() + 1);
        QVERIFY(!openAes256Gcm(key, nonce, sealed, extra, longer));
        QVERIFY(openAes256Gcm(key, nonce, sealed, extra, plain));
    }
};

QTEST_APPLESS_MAIN(TestAead)
#include "tst_aead.moc"
