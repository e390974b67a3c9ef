// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "crypto/address.h"
#include "crypto/hash.h"

#include <QTest>

using namespace autochain;

namespace
{
Address at(const char* hex)
{
    return addressFromHex(hex).value();
}
} // namespace

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void checksums()
    {
        // EIP-55, "Test Cases"
        for (const std::string text :
             {"0x52908400098527886E0F7030069857D2E4169EE7", "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
              "0xde709f2102306220921060314715629080e2fb77", "0x27b1fdb04752bbc536007a920d24acb045561c26",
              "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
              "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"}) {
            const auto address = parseAddress(text);
            QVERIFY2(address.ok(), text.c_str());
            QCOMPARE(checksumAddress(*address), text);
        }
    }

    void oneWrongCapitalIsFound()
    {
        const std::string good = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        for (std::size_t i = 2; i < good.size(); ++i) {
            std::string bad = good;
            bad[i] = static_cast<char>(QChar::isLower(static_cast<uint>(bad[i]))
                                           ? QChar::toUpper(static_cast<uint>(bad[i]))
                                           : QChar::toLower(static_cast<uint>(bad[i])));
            if (bad != good) {
                QVERIFY2(parseAddress(bad).error().is(CryptoError::BadChecksum), bad.c_str());
            }
        }
    }

    void oneCaseNeedsNoChecksum()
    {
        QVERIFY(parseAddress("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed").ok());
        QVERIFY(parseAddress("0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED").ok());
        QVERIFY(parseAddress("5aaeb6053f3e94c9b9a09f33669435e7ef1beaed").ok());
        QVERIFY(parseAddress("0x0000000000000000000000000000000000000000").ok());
    }

    void refusesWhatIsNoAddress()
    {
        for (const char* text :
             {"", "0x", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaedd",
              "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg", "vitalik.eth",
              " 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"}) {
            QVERIFY2(parseAddress(text).error().is(CryptoError::BadAddress), text);
        }
    }

    void contractsOfADeployer()
    {
        // go-ethereum, crypto/crypto_test.go, TestNewContractAddress
        const Address deployer = at("970e8128ab834e8eac17ab8e3812f010678cf791");
        QCOMPARE(createAddress(deployer, 0), at("333c3310824b7c685133f2bedb2ca4b8b4df633d"));
        QCOMPARE(createAddress(deployer, 1), at("8bda78331c916a08481428e4b07c96d3e916d165"));
        QCOMPARE(createAddress(deployer, 2), at("c9ddedf451bc62ce88bf9292afb13df35b670699"));
    }

    // The RLP of the nonce changes its form at 0x80 and at every full byte.
    void nonceForms()
    {
        const Address deployer = at("970e8128ab834e8eac17ab8e3812f010678cf791");
        const auto expect = [&](std::uint64_t nonce, const char* rlpOfNonce) {
            const Bytes tail = *fromHex(rlpOfNonce);
            Bytes rlp{static_cast<std::uint8_t>(0xc0 + 21 + tail.size()), 0x94};
            append(rlp, deployer.view());
            append(rlp, tail);
            QCOMPARE(createAddress(deployer, nonce), Address::from(keccak256(rlp).view().last(20)));
        };
        expect(0x7f, "7f");
        expect(0x80, "8180");
        expect(0xff, "81ff");
        expect(0x100, "820100");
        expect(UINT64_MAX, "88ffffffffffffffff");
    }

    void create2()
    {
        // EIP-1014, "Examples"
        const auto check = [](const char* deployer, const char* salt, const char* code, const char* expected) {
            const Bytes initCode = *fromHex(code);
            QCOMPARE(checksumAddress(create2Address(at(deployer), *hash32FromHex(salt), keccak256(initCode))),
                     std::string(expected));
        };
        const char* zeroSalt = "0000000000000000000000000000000000000000000000000000000000000000";
        check("0x0000000000000000000000000000000000000000", zeroSalt, "0x00",
              "0x4D1A2e2bB4F88F0250f26Ffff098B0b30B26BF38");
        check("0xdeadbeef00000000000000000000000000000000", zeroSalt, "0x00",
              "0xB928f69Bb1D91Cd65274e3c79d8986362984fDA3");
        check("0xdeadbeef00000000000000000000000000000000",
              "000000000000000000000000feed000000000000000000000000000000000000", "0x00",
              "0xD04116cDd17beBE565EB2422F2497E06cC1C9833");
        check("0x00000000000000000000000000000000deadbeef",
              "00000000000000000000000000000000000000000000000000000000cafebabe", "0xdeadbeef",
              "0x60f3f640a8508fC6a86d45DF051962668E1e8AC7");
        check("0x0000000000000000000000000000000000000000", zeroSalt, "0x",
              "0xE33C0C7F7df4809055C3ebA6c09CFe4BaF1BD9e0");
    }
};

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
