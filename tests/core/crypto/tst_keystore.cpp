// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/keystore.h"
#include "vectors.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autochain;
using test::unhex;

namespace
{

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

PrivateKey someKey()
{
    return PrivateKey::fromBytes(SecretBytes::copyOf(Bytes(32, 0x42))).value();
}

constexpr KeystoreCost kCheap{1 << 10, 8, 1};

std::string cheapFile()
{
    return encryptKeystore(someKey(), secret("pass"), kCheap).value();
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), with);
}

} // namespace

class TestKeystore : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip()
    {
        const std::string json = cheapFile();
        const auto key = decryptKeystore(json, secret("pass"));
        QVERIFY(key.ok());
        QCOMPARE(toBytes(key->secret32()), Bytes(32, 0x42));
        QCOMPARE(*keystoreAddress(json), someKey().address());
        QVERIFY(json.find("42424242") == std::string::npos); // the key is not in it
        QVERIFY(cheapFile() != json);                        // fresh salt, nonce and id
    }

    void emptyAndUnicodePassphrase()
    {
        for (const char* text : {"", "p\u00e4ssw\u00f6rt \u8eca"}) {
            const std::string json = encryptKeystore(someKey(), secret(text), kCheap).value();
            QVERIFY(decryptKeystore(json, secret(text)).ok());
            QVERIFY(decryptKeystore(json, secret("x")).error().is(CryptoError::WrongPassphrase));
        }
    }

    void wrongPassphrase()
    {
        QVERIFY(decryptKeystore(cheapFile(), secret("Pass")).error().is(CryptoError::WrongPassphrase));
        QVERIFY(decryptKeystore(cheapFile(), SecretBytes()).error().is(CryptoError::WrongPassphrase));
    }

    void changedCiphertextIsFound()
    {
        std::string json = cheapFile();
        const auto at = json.find("ciphertext") + 13;
        json[at] = json[at] == '0' ? '1' : '0';
        QVERIFY(decryptKeystore(json, secret("pass")).error().is(CryptoError::WrongPassphrase));
    }

    void foreignAddressIsFound()
    {
        const std::string json = replaced(cheapFile(), toHex(someKey().address().view()), std::string(40, 'a'));
        QCOMPARE(*keystoreAddress(json), *addressFromHex(std::string(40, 'a')));
        QVERIFY(decryptKeystore(json, secret("pass")).error().is(CryptoError::BadKeystore));
    }

    // For programs that read PBKDF2 alone.
    void writesPbkdf2()
    {
        const std::string json = encryptKeystore(someKey(), secret("pass"), {1 << 10, 8, 1, 1000}).value();
        QVERIFY(json.find("\"kdf\":\"pbkdf2\"") != std::string::npos && json.find("\"c\":1000,") != std::string::npos);
        QCOMPARE(decryptKeystore(json, secret("pass"))->address(), someKey().address());
        QVERIFY(decryptKeystore(json, secret("Pass")).error().is(CryptoError::WrongPassphrase));
        const auto tooDear = encryptKeystore(someKey(), secret("pass"), {1 << 10, 8, 1, 10'000'001});
        QVERIFY(tooDear.error().is(CryptoError::BadKeystore));
    }

    // go-ethereum accounts/keystore/testdata/v3_test_vector.json, "31_byte_key": leading zeros were cut off the key.
    void shortKey()
    {
        const char* json =
            R"({"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"e0c41130a323adc1446fc82f724bca2f"},)"
            R"("ciphertext":"9517cd5bdbe69076f9bf5057248c6c050141e970efa36ce53692d5d59a3984",)"
            R"("kdf":"scrypt","kdfparams":{"dklen":32,"n":2,"r":8,"p":1,)"
            R"("salt":"711f816911c92d649fb4c84b047915679933555030b3552c1212609b38208c63"},)"
            R"("mac":"d5e116151c6aa71470e67a7d42c9620c75c4d23229847dcc127794f0732b0db5"},)"
            R"("id":"fecfc4ce-e956-48fd-953b-30f8b52ed66c","version":3})";
        const auto key = decryptKeystore(json, secret("foo"));
        QVERIFY(key.ok());
        QCOMPARE(toBytes(key->secret32()), unhex("00fa7b3db73dc7dfdf8c5fbdb796d741e4488628c41fc4febd9160a866ba0f35"));
    }

    void addressIsOptional()
    {
        const std::string json = replaced(cheapFile(), "\"address\"", "\"other\"");
        QVERIFY(decryptKeystore(json, secret("pass")).ok());
        QVERIFY(keystoreAddress(json).error().is(CryptoError::BadKeystore));
    }

    void refusesAndDoesNotComputeFirst_data()
    {
        QTest::addColumn<QString>("json");
        const std::string good = cheapFile();
        const auto row = [&](const char* what, const char* with) {
            const std::string json = replaced(good, what, with);
            QVERIFY2(!json.empty(), what);
            QTest::addRow("%s", with) << QString::fromStdString(json);
        };
        row("\"version\":3", "\"version\":4");
        row("\"version\":3", "\"version\":\"3\"");
        row("aes-128-ctr", "aes-128-cbc");
        row("\"kdf\":\"scrypt\"", "\"kdf\":\"argon2\"");
        row("\"dklen\":32", "\"dklen\":16");
        row("\"dklen\":32", "\"dklen\":65");
        row("\"n\":1024", "\"n\":1025");
        row("\"n\":1024", "\"n\":1");
        row("\"n\":1024", "\"n\":0");
        row("\"n\":1024", "\"n\":-1024");
        row("\"n\":1024", "\"n\":2097152"); // 2 GiB with r = 8
        row("\"n\":1024", "\"n\":1e300");
        row("\"n\":1024", "\"n\":1024.5");
        row("\"r\":8", "\"r\":0");
        row("\"r\":8", "\"r\":16777216");
        row("\"p\":1", "\"p\":0");
        row("\"p\":1", "\"p\":1000000000");
        row("\"iv\":\"", "\"iv\":\"00");
        row("\"mac\":\"", "\"mac\":\"00");
        row("\"ciphertext\":\"", "\"ciphertext\":\"00");
        row("\"salt\":\"", "\"salt\":\"0g");
        row("\"crypto\":{", "\"cr\":{");
        row("\"address\":\"", "\"address\":\"0");
        QTest::newRow("empty") << QString();
        QTest::newRow("list") << QStringLiteral("[1]");
        QTest::newRow("deep") << QString(2000, QLatin1Char('['));
        QTest::newRow("large") << QString::fromStdString(good + std::string(70'000, ' '));
        QTest::newRow("pbkdf2 rounds")
            << QStringLiteral(
                   R"({"version":3,"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"00000000000000000000000000000000"},)"
                   R"("ciphertext":"%1","mac":"%1","kdf":"pbkdf2","kdfparams":{"dklen":32,"c":10000001,"prf":"hmac-sha256","salt":""}}})")
                   .arg(QString(64, QLatin1Char('0')));
    }
    void refusesAndDoesNotComputeFirst()
    {
        QFETCH(QString, json);
        QElapsedTimer timer;
        timer.start();
        const auto key = decryptKeystore(json.toStdString(), secret("pass"));
        QVERIFY(!key.ok());
        QVERIFY(key.error().is(CryptoError::BadKeystore));
        QVERIFY(timer.elapsed() < 4000);
    }

    void costThatScryptCannotRun()
    {
        QVERIFY(encryptKeystore(someKey(), secret("pass"), {1000, 8, 1}).error().is(CryptoError::BadKeystore));
        QVERIFY(encryptKeystore(someKey(), secret("pass"), {1024, 0, 1}).error().is(CryptoError::BadKeystore));
    }
};

QTEST_APPLESS_MAIN(TestKeystore)
#include "tst_keystore.moc"
