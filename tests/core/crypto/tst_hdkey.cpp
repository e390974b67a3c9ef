// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/base58.h"
#include "crypto/hdkey.h"
#include "vectors.h"

#include <QTest>

using namespace autochain;
using test::unhex;

namespace
{

ExtendedPrivateKey someRoot(HdNetwork network = HdNetwork::Main)
{
    return ExtendedPrivateKey::fromSeed(SecretBytes::copyOf(Bytes(32, 0x42)), network).value();
}

std::string text(const SecretBytes& bytes)
{
    return {bytes.view().begin(), bytes.view().end()};
}

} // namespace

// The vectors of BIP-32 are checked by vectors_bip32.
class TestHdKey : public QObject
{
    Q_OBJECT

private slots:
    void paths()
    {
        QCOMPARE(*parseHdPath("m"), HdPath());
        QCOMPARE(*parseHdPath("m/44'/60h/0H/0/7"), (HdPath{44 | kHardened, 60 | kHardened, 0 | kHardened, 0, 7}));
        for (const char* path : {"m", "m/0", "m/44'/60'/0'/0/0", "m/2147483647'/2147483647"}) {
            QCOMPARE(hdPathText(*parseHdPath(path)), std::string(path));
        }
        for (const char* path :
             {"", "M", "m/", "m//0", "m/2147483648", "m/-1", "m/0''", "m/+1", "m/1 ", "/0", "mm/0"}) {
            QVERIFY2(parseHdPath(path).error().is(CryptoError::BadPath), path);
        }
    }

    void publicDerivationFollowsPrivate()
    {
        const ExtendedPrivateKey root = someRoot();
        const ExtendedPrivateKey account = root.derive(*parseHdPath("m/44'/60'/0'")).value();
        const ExtendedPublicKey watched = ExtendedPublicKey::parse(account.publicKey().text()).value();
        for (std::uint32_t i = 0; i < 10; ++i) {
            const auto secret = account.derive({0, i});
            const auto open = watched.derive({0, i});
            QVERIFY(secret.ok() && open.ok());
            QCOMPARE(*open, secret->publicKey());
            QCOMPARE(open->key().address(), secret->key().address());
            QCOMPARE(open->position().depth, std::uint8_t(5));
        }
        QVERIFY(watched.child(kHardened).error().is(CryptoError::BadPath));
    }

    void textReadsBack()
    {
        for (const HdNetwork network : {HdNetwork::Main, HdNetwork::Test}) {
            const ExtendedPrivateKey node = someRoot(network).derive(*parseHdPath("m/7'/3")).value();
            const std::string secret = text(node.text());
            const std::string open = node.publicKey().text();
            QCOMPARE(secret.substr(0, 4), std::string(network == HdNetwork::Main ? "xprv" : "tprv"));
            QCOMPARE(open.substr(0, 4), std::string(network == HdNetwork::Main ? "xpub" : "tpub"));
            QCOMPARE(text(ExtendedPrivateKey::parse(secret)->text()), secret);
            QCOMPARE(*ExtendedPublicKey::parse(open), node.publicKey());
            QVERIFY(ExtendedPrivateKey::parse(open).error().is(CryptoError::BadKey));
            QVERIFY(ExtendedPublicKey::parse(secret).error().is(CryptoError::BadKey));
        }
    }

    // Every change of one character is noticed: the checksum is 32 bits.
    void changedTextIsRefused()
    {
        const std::string good = someRoot().publicKey().text();
        for (std::size_t i = 0; i < good.size(); ++i) {
            std::string changed = good;
            changed[i] = changed[i] == 'x' ? 'y' : 'x';
            QVERIFY(!ExtendedPublicKey::parse(changed).ok());
            QVERIFY(!ExtendedPublicKey::parse(good.substr(0, i)).ok());
        }
        for (const char* wrong : {"", "0", "xpub0", "\u00e9"}) {
            QVERIFY(!ExtendedPublicKey::parse(wrong).ok());
        }
        QVERIFY(!ExtendedPublicKey::parse(std::string(100'000, 'x')).ok());
    }

    void depthEnds()
    {
        ExtendedPrivateKey node = someRoot();
        for (int i = 0; i < 255; ++i) {
            node = node.child(0).value();
        }
        QVERIFY(node.child(0).error().is(CryptoError::BadPath));
        QVERIFY(node.publicKey().child(0).error().is(CryptoError::BadPath));
        QCOMPARE(text(ExtendedPrivateKey::parse(text(node.text()))->text()), text(node.text()));
    }

    void base58Check()
    {
        for (const std::size_t size : {0U, 1U, 21U, 78U, 128U}) {
            for (const std::uint8_t fill : {0x00, 0x01, 0xff}) {
                const Bytes payload(size, fill);
                const auto encoded = base58CheckEncode(payload);
                QCOMPARE(toBytes(base58CheckDecode(text(*encoded))->view()), payload);
            }
        }
        // Bitcoin's first block pays to the hash 62e907b1….
        QCOMPARE(text(*base58CheckEncode(unhex("0062e907b15cbf27d5425399ebf6f0fb50ebb88f18"))),
                 std::string("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"));
        QVERIFY(base58CheckEncode(Bytes(129)).error().is(CryptoError::BadKey));
        QVERIFY(base58CheckDecode("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb").error().is(CryptoError::BadKey));
        QVERIFY(base58CheckDecode("11").error().is(CryptoError::BadKey));
    }
};

QTEST_APPLESS_MAIN(TestHdKey)
#include "tst_hdkey.moc"
