// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/address.h"
#include "wallet/watch_only.h"

#include <QTest>

using namespace autochain;
using namespace autochain::wallet;

namespace
{
// EIP-55, "Test Cases"
const std::string kAddress = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
} // namespace

class TestWatchOnly : public QObject
{
    Q_OBJECT

private slots:
    void addresses()
    {
        for (const std::string& text :
             {kAddress, "  " + kAddress + "\n", "ethereum:" + kAddress, "ethereum:" + kAddress + "@61?value=1"}) {
            const auto read = readWatchOnly(text);
            QVERIFY2(read.ok(), text.c_str());
            QCOMPARE(checksumAddress(std::get<Address>(*read)), kAddress);
        }
    }

    void extendedKeys()
    {
        const auto root = ExtendedPrivateKey::fromSeed(SecretBytes::copyOf(Bytes(32, 0x42)));
        const ExtendedPublicKey key = root->derive(*parseHdPath("m/44'/60'/0'"))->publicKey();
        const auto read = readWatchOnly(" " + key.text() + " ");
        QVERIFY(read.ok());
        QCOMPARE(std::get<ExtendedPublicKey>(*read), key);
    }

    void refused()
    {
        std::string changed = kAddress;
        changed[3] = 'a' ^ changed[3] ? 'a' : 'A';
        QVERIFY(readWatchOnly(changed).error().is(WalletError::BadChecksum));
        QVERIFY(readWatchOnly("0x" + std::string(40, '0')).error().is(WalletError::ZeroAddress));
        const auto root = ExtendedPrivateKey::fromSeed(SecretBytes::copyOf(Bytes(32, 0x42)));
        const SecretBytes xprv = root->text();
        for (const std::string& text :
             {std::string(), std::string("0x"), std::string(64, '4'),
              std::string(xprv.view().begin(), xprv.view().end()),
              std::string("test test test test test test test test test test test junk"), kAddress + "00"}) {
            const auto read = readWatchOnly(text);
            QVERIFY2(read.error().is(WalletError::BadAddress), text.c_str());
            QVERIFY(read.error().args.empty() && read.error().detail.empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestWatchOnly)
#include "tst_watch_only.moc"
