// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/u256.h"
#include "crypto/ecdsa.h"
#include "crypto/hash.h"
#include "crypto/message.h"
#include "vectors.h"

#include <QTest>

using namespace autochain;
using test::unhex;

namespace
{

const U256 kOrder = *U256::fromHexQuantity("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

PrivateKey someKey(std::uint8_t fill = 0x42)
{
    return PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, fill))).value();
}

EcdsaSignature someSignature(const Hash32& digest)
{
    const Signature signature = someKey().sign(digest);
    return {signature.r, signature.s};
}

EcdsaSignature withHighS(const EcdsaSignature& signature)
{
    return {signature.r, Hash32::from((kOrder - U256::fromBigEndian(signature.s.view())).toBigEndian())};
}

} // namespace

// The vectors of Project Wycheproof are checked by vectors_wycheproof.
class TestEcdsa : public QObject
{
    Q_OBJECT

private slots:
    void derReadsBack()
    {
        for (int i = 0; i < 200; ++i) {
            const Hash32 digest = keccak256(std::to_string(i));
            const EcdsaSignature signature = someSignature(digest);
            const Bytes der = ecdsaToDer(signature);
            QCOMPARE(*ecdsaFromDer(der), signature);
            QVERIFY(verifyEcdsa(PublicKey(someKey()), digest, signature));
            QVERIFY(!verifyEcdsa(PublicKey(someKey(1)), digest, signature));
            for (std::size_t length = 0; length < der.size(); ++length) {
                QVERIFY(!ecdsaFromDer(BytesView(der).first(length)).ok());
            }
            Bytes longer = der;
            longer.push_back(0);
            QVERIFY(!ecdsaFromDer(longer).ok());
        }
    }

    void onlyDer_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("needless zero") << QByteArray("300702020001020101");
        QTest::newRow("negative") << QByteArray("3006020181020101");
        QTest::newRow("zero r") << QByteArray("3006020100020101");
        QTest::newRow("no integer") << QByteArray("3005020002010100");
        QTest::newRow("long length") << QByteArray("308106020101020101");
        QTest::newRow("indefinite length") << QByteArray("30800201010201010000");
        QTest::newRow("other tag") << QByteArray("3106020101020101");
        QTest::newRow("three integers") << QByteArray("3009020101020101020101");
    }
    void onlyDer()
    {
        QFETCH(QByteArray, hex);
        QVERIFY(ecdsaFromDer(unhex(hex.constData())).error().is(CryptoError::BadSignature));
    }
    void smallestDer() { QVERIFY(ecdsaFromDer(unhex("3006020101020101")).ok()); }

    void p1363()
    {
        const Hash32 digest = keccak256("x");
        const EcdsaSignature signature = someSignature(digest);
        Bytes bytes = toBytes(signature.r.view());
        append(bytes, signature.s.view());
        QCOMPARE(*ecdsaFromP1363(bytes), signature);
        QVERIFY(!ecdsaFromP1363(BytesView(bytes).first(63)).ok());
        QVERIFY(!ecdsaFromP1363(Bytes(64)).ok());
        QVERIFY(!ecdsaFromP1363(Bytes(64, 0xff)).ok());
        bytes.push_back(0);
        QVERIFY(!ecdsaFromP1363(bytes).ok());
    }

    void highS()
    {
        const Hash32 digest = keccak256("x");
        const EcdsaSignature low = someSignature(digest);
        const EcdsaSignature high = withHighS(low);
        const PublicKey key(someKey());
        QVERIFY(hasLowS(low) && !hasLowS(high));
        QVERIFY(verifyEcdsa(key, digest, low, HighS::Allowed));
        QVERIFY(verifyEcdsa(key, digest, high, HighS::Allowed));
        QVERIFY(!verifyEcdsa(key, digest, high));
        QVERIFY(ecdsaFromDer(ecdsaToDer(high)).ok()); // the form is right
    }

    void publicKeys()
    {
        const PrivateKey key = someKey();
        Bytes full{0x04};
        append(full, key.publicKey64());
        const auto compressed = key.publicKeyCompressed();
        QCOMPARE(*PublicKey::fromBytes(full), *PublicKey::fromBytes(compressed));
        QCOMPARE(PublicKey(key).uncompressed64(), key.publicKey64());
        QCOMPARE(PublicKey(key).address(), key.address());
        Bytes mixed = full;
        mixed[0] = static_cast<std::uint8_t>(0x06 | (full.back() & 1));
        QVERIFY(PublicKey::fromBytes(mixed).error().is(CryptoError::BadPublicKey));
        full.back() ^= 1;
        QVERIFY(!PublicKey::fromBytes(full).ok()); // no point of the curve
        QVERIFY(!PublicKey::fromBytes({}).ok());
        QVERIFY(!PublicKey::fromSpki({}).ok());
        QVERIFY(!PublicKey::fromSpki(Bytes(56)).ok());
    }

    void sharedSecretIsTheSameOnBothSides()
    {
        const PrivateKey a = someKey(1);
        const PrivateKey b = someKey(2);
        const SecretBytes secret = sharedSecret(a, PublicKey(b));
        QCOMPARE(secret.size(), std::size_t(32));
        QCOMPARE(toBytes(secret.view()), toBytes(sharedSecret(b, PublicKey(a)).view()));
        QVERIFY(toBytes(secret.view()) != toBytes(sharedSecret(a, PublicKey(a)).view()));
    }

    // EIP-191, version 0x45: hash of "Hello World" as ethers' hashMessage documents it.
    void personalMessage()
    {
        QCOMPARE(toHex0x(personalMessageHash(asBytes("Hello World"))),
                 std::string("0xa1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2"));
        Bytes whole = toBytes(std::string_view("\x19"
                                               "Ethereum Signed Message:\n0"));
        QCOMPARE(personalMessageHash({}), keccak256(whole));
    }

    // EIP-191, version 0x00: 0x19 00 validator data
    void validatorMessage()
    {
        const Address validator = Address::from(Bytes(20, 0x11));
        Bytes whole{0x19, 0x00};
        append(whole, validator.view());
        append(whole, asBytes("data"));
        QCOMPARE(validatorMessageHash(validator, asBytes("data")), keccak256(whole));
    }

    void privateKeyOfHex()
    {
        const std::string hex(64, '1');
        const auto key = [](std::string_view text) { return PrivateKey::fromHex(text); };
        QCOMPARE(key(hex)->address(), key("0x" + hex)->address());
        QCOMPARE(key(" 0x" + hex + "\n")->address(), key(hex)->address());
        QVERIFY(key(std::string(64, 'A')).ok());
        for (const std::string& wrong :
             {std::string(), std::string("0x"), std::string(63, '1'), std::string(65, '1'), std::string(64, '0'),
              std::string(64, 'f'), std::string(63, '1') + "g", "0x0x" + std::string(60, '1'), hex + " " + hex}) {
            QVERIFY2(key(wrong).error().is(CryptoError::BadKey), wrong.c_str());
            QVERIFY(key(wrong).error().detail.find("1111") == std::string::npos); // nothing of a secret in a log
        }
    }
};

QTEST_APPLESS_MAIN(TestEcdsa)
#include "tst_ecdsa.moc"
