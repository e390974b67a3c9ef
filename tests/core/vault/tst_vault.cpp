// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "crypto/mnemonic.h"
#include "store/backup.h"
#include "vault/old_store_key.h"
#include "vault/vault.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace autochain;
using namespace autochain::vault;

namespace
{

constexpr const char* kPassphrase = "vier alte Wörter, gut gemerkt";

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

bool same(const SecretBytes& a, const SecretBytes& b)
{
    return toBytes(a.view()) == toBytes(b.view());
}

SecretBytes sampleSeed()
{
    return seedFromMnemonic(
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about");
}

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    const auto at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
}

// Written by another implementation (hashlib.scrypt and AESGCM of Python's cryptography).
constexpr std::string_view kOldStoreKey =
    R"({"format":"autochain-vault/1","kdf":{"name":"scrypt","n":32768,"r":8,"p":1,"salt":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"},"cipher":{"name":"aes-256-gcm","nonce":"000102030405060708090a0b","ciphertext":"8bf8aa10425a1cb12862573ce365ce0382aa723883467d38d57eeefc365d652e","tag":"579abcb0034938f62f31e0906200ed47"}})";

} // namespace

class TestVault : public QObject
{
    Q_OBJECT

private slots:
    void argon2idVectors()
    {
        // test.c of the reference implementation, version 0x13, t = 2, p = 1.
        const auto small = argon2id(secret("password"), toBytes("somesalt"), {1 << 16, 2, 1});
        QVERIFY(small.ok());
        QCOMPARE(toHex(small->view()), "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        const auto large = argon2id(secret("password"), toBytes("somesalt"), {1 << 18, 2, 1});
        QCOMPARE(toHex(large->view()), "78fe1ec91fb3aa5657d72e710854e4c3d9b9198c742f9616c2f085bed95b2e8c");
    }

    void costsAreCapped()
    {
        QVERIFY(isPermitted({}) && isPermitted(kFastCost));
        for (const Argon2Cost cost : {Argon2Cost{4096, 1, 1}, Argon2Cost{2 << 20, 1, 1}, Argon2Cost{8192, 0, 1},
                                      Argon2Cost{8192, 13, 1}, Argon2Cost{8192, 1, 0}, Argon2Cost{8192, 1, 9}}) {
            QVERIFY(!isPermitted(cost));
            QVERIFY(!argon2id(secret("x"), toBytes("somesalt"), cost).ok());
        }
    }

    void hkdfVectors()
    {
        // RFC 5869, A.1 and A.3 (no salt, no info).
        const auto one = hkdf(Bytes(22, 0x0b), *fromHex("000102030405060708090a0b0c"),
                              "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9", 42);
        QVERIFY(one.ok());
        QCOMPARE(toHex(one->view()),
                 "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        const auto three = hkdf(Bytes(22, 0x0b), {}, {}, 42);
        QCOMPARE(toHex(three->view()),
                 "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    void opensWithThePassphraseAlone()
    {
        const auto made = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(made.ok());
        const auto file = readVault(writeVault(made->file));
        QVERIFY(file.ok());
        const auto master = openByPassphrase(*file, secret(kPassphrase));
        QVERIFY(master.ok() && same(*master, made->master));
        for (const char* wrong : {"", "vier alte Worter, gut gemerkt", "vier alte Wörter, gut gemerkt "}) {
            const auto no = openByPassphrase(*file, secret(wrong));
            QVERIFY(!no.ok() && no.error().is(StoreError::WrongPassphrase));
        }
        const auto another = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(!same(another->master, made->master) && another->file.id != made->file.id);
    }

    void changedPassphraseKeepsTheKeys()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(addSeed(made->file, made->master, sampleSeed()).ok());
        const auto before = databaseKey(made->file, made->master);
        QVERIFY(setPassphrase(made->file, made->master, secret("another one"), kFastCost).ok());
        const auto file = readVault(writeVault(made->file));
        QVERIFY(openByPassphrase(*file, secret(kPassphrase)).error().is(StoreError::WrongPassphrase));
        const auto master = openByPassphrase(*file, secret("another one"));
        QVERIFY(master.ok());
        QVERIFY(same(*databaseKey(*file, *master), *before));
        QCOMPARE(openAccounts(*file, *master)->size(), 1U);
    }

    void serviceSlotOpensAndCanBeLost()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(openBySlotKey(made->file, SecretBytes(32)).error().is(StoreError::WrongKey)); // no slot
        const auto slotKey = addServiceSlot(made->file, made->master);
        QVERIFY(slotKey.ok());
        auto file = readVault(writeVault(made->file));
        QVERIFY(same(*openBySlotKey(*file, *slotKey), made->master));
        QVERIFY(openBySlotKey(*file, SecretBytes(32)).error().is(StoreError::WrongKey));
        QVERIFY(openBySlotKey(*file, SecretBytes(5)).error().is(StoreError::WrongKey));
        // A slot of one vault does not fit into another, and none is needed.
        auto other = makeVault(secret(kPassphrase), kFastCost);
        other->file.service = file->service;
        QVERIFY(!openBySlotKey(other->file, *slotKey).ok());
        file->service.reset();
        QVERIFY(same(*openByPassphrase(*readVault(writeVault(*file)), secret(kPassphrase)), made->master));
    }

    void accountsOfSeedAndKeys()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        VaultFile& file = made->file;
        QVERIFY(addNextAccount(file, made->master).error().is(StoreError::Misuse));
        const auto first = addSeed(file, made->master, sampleSeed());
        QVERIFY(first.ok());
        // BIP-39's well-known test words, account 0 of Ethereum's path.
        QCOMPARE(toHex0x(first->view()), "0x9858effd232b4033e47d90003d41ec34ecaeda94");
        const auto second = addNextAccount(file, made->master);
        QCOMPARE(toHex0x(second->view()), "0x6fac4d18c912343bf86fa7049364dd4e424ab9c0");
        const auto key = PrivateKey::generate();
        QVERIFY(*addKey(file, made->master, *key) == key->address());
        QVERIFY(addKey(file, made->master, *key).error().is(StoreError::BadVault)); // twice
        QVERIFY(addSeed(file, made->master, sampleSeed()).error().is(StoreError::BadVault));
        const auto again = readVault(writeVault(file));
        const auto opened = openAccounts(*again, made->master);
        QVERIFY(opened.ok());
        QCOMPARE(opened->size(), 3U);
        for (const auto& account : *opened) {
            QVERIFY(account.key.address() == account.address);
        }
        QVERIFY(!openAccounts(*again, SecretBytes(32)).ok());
    }

    void everyKeyIsAnother()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        const auto database = databaseKey(made->file, made->master);
        const auto seed = seedKey(made->file, made->master);
        const auto backup = backupKey(made->file, made->master);
        QVERIFY(!same(*database, *seed) && !same(*database, *backup) && !same(*seed, *backup));
        QVERIFY(!same(*database, made->master));
        // With a seed the backup's key comes from the words alone, whatever the vault.
        QVERIFY(addSeed(made->file, made->master, sampleSeed()).ok());
        const auto ofWords = backupKey(made->file, made->master);
        QVERIFY(same(*ofWords, *store::backupKeyOfSeed(sampleSeed())) && !same(*ofWords, *backup));
        QVERIFY(same(*databaseKey(made->file, made->master), *database));
    }

    void takesOverAnOlderDatabase()
    {
        const auto old = openOldStoreKey(kOldStoreKey, secret("vier alte Wörter"));
        QVERIFY(old.ok());
        QCOMPARE(toHex(old->view()), "6465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f80818283");
        QVERIFY(openOldStoreKey(kOldStoreKey, secret("vier")).error().is(StoreError::WrongPassphrase));
        QVERIFY(openOldStoreKey(replaced(std::string(kOldStoreKey), "32768", "65536"), secret("vier alte Wörter"))
                    .error()
                    .is(StoreError::WrongPassphrase));
        QVERIFY(openOldStoreKey(replaced(std::string(kOldStoreKey), "32768", "32769"), secret("x"))
                    .error()
                    .is(StoreError::BadVault));
        auto made = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(adoptDatabaseKey(made->file, made->master, *old).ok());
        QVERIFY(!adoptDatabaseKey(made->file, made->master, *old).ok());
        QVERIFY(same(*databaseKey(*readVault(writeVault(made->file)), made->master), *old));
    }

    void whatWasAlteredDoesNotOpen()
    {
        auto made = makeVault(secret(kPassphrase), {16 * 1024, 1, 1});
        QVERIFY(addSeed(made->file, made->master, sampleSeed()).ok());
        const std::string text = writeVault(made->file);
        const auto cheaper = readVault(replaced(text, "\"memoryKiB\":16384", "\"memoryKiB\":8192"));
        QVERIFY(cheaper.ok());
        QVERIFY(openByPassphrase(*cheaper, secret(kPassphrase)).error().is(StoreError::WrongPassphrase));
        const auto elsewhere = readVault(
            replaced(text, "0x9858EfFD232B4033E47d90003D41EC34EcaEda94", "0x6fac4d18c912343bf86fa7049364dd4e424ab9c0"));
        QVERIFY(elsewhere.ok());
        QVERIFY(!openAccounts(*elsewhere, made->master).ok());
    }

    void whatIsNoVaultIsSaid()
    {
        const auto made = makeVault(secret(kPassphrase), kFastCost);
        const std::string text = writeVault(made->file);
        const auto refused = [](const std::string& broken) {
            const auto file = readVault(broken);
            return !file.ok() && file.error().is(StoreError::BadVault);
        };
        QVERIFY(readVault(replaced(text, "vault/2", "vault/3")).error().is(StoreError::NewerVersion));
        QVERIFY(refused(replaced(text, "autochain-vault", "other-vault")));
        QVERIFY(refused(replaced(text, "8192", "4096")));
        QVERIFY(refused(replaced(text, "8192", "99999999")));
        QVERIFY(refused(replaced(text, "\"passes\":1", "\"passes\":1000")));
        QVERIFY(refused(replaced(text, "argon2id", "argon2i")));
        QVERIFY(refused(replaced(text, "\"kind\":\"passphrase\"", "\"kind\":\"magic\"")));
        QVERIFY(refused(text.substr(0, text.size() / 2)));
        QVERIFY(refused("") && refused("{}") && refused("[]"));
        QVERIFY(refused(text + std::string(kMaxVaultBytes, ' ')));
    }

    void defaultCostIsWorthIt()
    {
        QElapsedTimer watch;
        watch.start();
        QVERIFY(argon2id(secret(kPassphrase), Bytes(kSaltBytes, 7), {}).ok());
        const qint64 strong = watch.restart();
        QVERIFY(argon2id(secret(kPassphrase), Bytes(kSaltBytes, 7), kFastCost).ok());
        const qint64 fast = watch.elapsed();
        qInfo("Argon2id: %lld ms by default, %lld ms fast", strong, fast);
        QVERIFY(strong > 5 * fast);
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
