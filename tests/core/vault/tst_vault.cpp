// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"
#include "crypto/mnemonic.h"
#include "store/backup.h"
#include "vault/old_store_key.h"
#include "vault/vault.h"
#include "vault/vault_storage.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
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

std::string fixture(int version)
{
    QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/core/vault/data/vault%1.json").arg(version));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
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
        QVERIFY(addKey(file, made->master, *key).error().is(StoreError::AlreadyExists)); // twice
        QVERIFY(addSeed(file, made->master, sampleSeed()).error().is(StoreError::AlreadyExists));
        const auto again = readVault(writeVault(file));
        const auto opened = openAccounts(*again, made->master);
        QVERIFY(opened.ok());
        QCOMPARE(opened->size(), 3U);
        for (const auto& account : *opened) {
            QVERIFY(account.key.address() == account.address);
        }
        QVERIFY(!openAccounts(*again, SecretBytes(32)).ok());
    }

    void accountsByTheirPath()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        VaultFile& file = made->file;
        const HdPath live = *parseHdPath("m/44'/60'/3'/0/0");
        QVERIFY(addAccount(file, made->master, live).error().is(StoreError::Misuse)); // no words yet
        QVERIFY(addSeed(file, made->master, sampleSeed()).ok());
        const std::vector<HdPath> paths{live, usualPath(1), usualPath(0)};
        const auto asked = addressesAt(file, made->master, paths);
        QVERIFY(asked.ok());
        QCOMPARE(asked->size(), 3U);
        QCOMPARE(toHex0x((*asked)[1].view()), "0x6fac4d18c912343bf86fa7049364dd4e424ab9c0");
        QCOMPARE(toHex0x((*asked)[2].view()), "0x9858effd232b4033e47d90003d41ec34ecaeda94");
        QVERIFY(*addAccount(file, made->master, live) == asked->front());
        QVERIFY(addAccount(file, made->master, live).error().is(StoreError::AlreadyExists));
        QVERIFY(addAccount(file, made->master, {}).error().is(StoreError::Misuse));
        QVERIFY(addAccount(file, made->master, HdPath(kMaxPathDepth + 1, 1)).error().is(StoreError::Misuse));
        QVERIFY(addAccount(file, made->master, usualPath(2)).ok());
        QVERIFY(*addNextAccount(file, made->master) == (*asked)[1]); // the gap before 2 is filled first
        // A key that happens to be an account of the words is passed over.
        QVERIFY(addKey(file, made->master, *accountKey(sampleSeed(), usualPath(3))).ok());
        QVERIFY(*addNextAccount(file, made->master) == accountKey(sampleSeed(), usualPath(4))->address());
        const auto opened = openAccounts(*readVault(writeVault(file)), made->master);
        QVERIFY(opened.ok());
        QCOMPARE(opened->size(), 6U);
    }

    void secondWordsAreChosenByAnAccount()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        const SecretBytes other = seedFromMnemonic("legal winner thank year wave sausage worth useful legal winner "
                                                   "thank yellow");
        QVERIFY(addSeed(made->file, made->master, sampleSeed()).ok());
        const auto theirs = addSeed(made->file, made->master, other);
        QVERIFY(theirs.ok());
        const auto next = addNextAccount(made->file, made->master, {*theirs});
        QVERIFY(*next == accountKey(other, usualPath(1))->address());
        QVERIFY(*addNextAccount(made->file, made->master) == accountKey(sampleSeed(), usualPath(1))->address());
        QVERIFY(addNextAccount(made->file, made->master, {Address()}).error().is(StoreError::Misuse));
        // The first words open the vault, others do not.
        QVERIFY(same(*openByWords(made->file, sampleSeed()), made->master));
        QVERIFY(openByWords(made->file, other).error().is(StoreError::WrongKey));
    }

    void wordsOpenItAndSetANewPassphrase()
    {
        auto made = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(openByWords(made->file, sampleSeed()).error().is(StoreError::NotFound));
        QVERIFY(addKey(made->file, made->master, *PrivateKey::generate()).ok());
        QVERIFY(openByWords(made->file, sampleSeed()).error().is(StoreError::NotFound));
        QVERIFY(addSeed(made->file, made->master, sampleSeed()).ok());
        const auto database = databaseKey(made->file, made->master);
        auto file = readVault(writeVault(made->file));
        const auto master = openByWords(*file, sampleSeed());
        QVERIFY(master.ok() && same(*master, made->master));
        QVERIFY(setPassphrase(*file, *master, secret("the new one"), kFastCost).ok());
        file = readVault(writeVault(*file));
        QVERIFY(openByPassphrase(*file, secret(kPassphrase)).error().is(StoreError::WrongPassphrase));
        const auto again = openByPassphrase(*file, secret("the new one"));
        QVERIFY(again.ok() && same(*databaseKey(*file, *again), *database));
        QCOMPARE(openAccounts(*file, *again)->size(), 2U);
        // A slot of one vault does not fit into another.
        auto stranger = makeVault(secret(kPassphrase), kFastCost);
        QVERIFY(addSeed(stranger->file, stranger->master, sampleSeed()).ok());
        stranger->file.words = file->words;
        QVERIFY(openByWords(stranger->file, sampleSeed()).error().is(StoreError::WrongKey));
    }

    // Both written by another implementation (Python's cryptography, after docs/store-format.md).
    void vaultsOfOthersOpen()
    {
        for (const int version : {2, 3}) {
            const auto file = readVault(fixture(version));
            QVERIFY(file.ok());
            QCOMPARE(file->format, version);
            QVERIFY(readVault(writeVault(*file)).ok());
            const auto master = openByPassphrase(*file, secret(kPassphrase));
            QVERIFY(master.ok());
            QCOMPARE(master->data()[0], 100);
            QCOMPARE(openAccounts(*file, *master)->size(), 3U);
            QCOMPARE(databaseKey(*file, *master)->data()[0], 200);
            QCOMPARE(file->words.has_value(), version == 3);
        }
        QVERIFY(openByWords(*readVault(fixture(3)), sampleSeed()).ok());
    }

    void earlierVersionIsUpgraded()
    {
        VaultFile file = *readVault(fixture(2));
        const auto master = openByPassphrase(file, secret(kPassphrase));
        QVERIFY(openByWords(file, sampleSeed()).error().is(StoreError::NotFound));
        QVERIFY(!upgrade(file, SecretBytes(32)).ok()); // a wrong master changes nothing
        QCOMPARE(file.format, 2);
        QVERIFY(upgrade(file, *master).ok());
        const std::string text = writeVault(file);
        QVERIFY(text.find("autochain-vault/3") != std::string::npos);
        const auto newer = readVault(text);
        QVERIFY(same(*openByPassphrase(*newer, secret(kPassphrase)), *master));
        QVERIFY(same(*openByWords(*newer, sampleSeed()), *master));
        QCOMPARE(openAccounts(*newer, *master)->size(), 3U);
        QCOMPARE(databaseKey(*newer, *master)->data()[0], 200);
        QVERIFY(newer->secrets.front().accounts[1].path == usualPath(1));
        SecretBytes slot(32);
        for (std::uint8_t i = 0; i < 32; ++i) {
            slot.data()[i] = static_cast<std::uint8_t>(7 + i);
        }
        QVERIFY(same(*openBySlotKey(*newer, slot), *master));
        VaultFile added = *readVault(fixture(2));
        QVERIFY(addNextAccount(added, *master).ok()); // a change upgrades by itself
        QCOMPARE(added.format, kNewestFormat);
        // Called version 2 again it opens nothing: what is sealed is bound to its form.
        QVERIFY(!readVault(replaced(text, "autochain-vault/3", "autochain-vault/2")).ok());
    }

    void isSavedAndNeverOverAnothers()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("vault.json")).toStdString();
        QVERIFY(loadVault(path).error().is(StoreError::NotFound));
        auto made = makeVault(secret(kPassphrase), kFastCost);
        std::string known;
        QVERIFY(saveVault(path, made->file, known).ok());
        QCOMPARE(known, writeVault(made->file));
        std::string nothing;
        QVERIFY(saveVault(path, made->file, nothing).error().is(StoreError::Conflict));
        auto stored = loadVault(path);
        QVERIFY(stored.ok() && stored->text == known);
        QVERIFY(addSeed(stored->file, made->master, sampleSeed()).ok());
        QVERIFY(saveVault(path, stored->file, stored->text).ok());
        QVERIFY(saveVault(path, made->file, known).error().is(StoreError::Conflict)); // somebody else wrote
        QCOMPARE(loadVault(path)->file.secrets.size(), 1U);
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
        const auto otherPath = readVault(replaced(text, "m/44'/60'/0'/0/0", "m/44'/60'/0'/0/7"));
        QVERIFY(otherPath.ok());
        QVERIFY(!openAccounts(*otherPath, made->master).ok());
    }

    void whatIsNoVaultIsSaid()
    {
        const auto made = makeVault(secret(kPassphrase), kFastCost);
        const std::string text = writeVault(made->file);
        const auto refused = [](const std::string& broken) {
            const auto file = readVault(broken);
            return !file.ok() && file.error().is(StoreError::BadVault);
        };
        QVERIFY(readVault(replaced(text, "vault/3", "vault/4")).error().is(StoreError::NewerVersion));
        QVERIFY(refused(replaced(text, "autochain-vault", "other-vault")));
        QVERIFY(refused(replaced(text, "8192", "4096")));
        QVERIFY(refused(replaced(text, "8192", "99999999")));
        QVERIFY(refused(replaced(text, "\"passes\":1", "\"passes\":1000")));
        QVERIFY(refused(replaced(text, "argon2id", "argon2i")));
        QVERIFY(refused(replaced(text, "\"kind\":\"passphrase\"", "\"kind\":\"magic\"")));
        QVERIFY(refused(text.substr(0, text.size() / 2)));
        const std::string whole = fixture(3);
        QVERIFY(readVault(whole).ok());
        QVERIFY(refused(replaced(whole, "m/44'/60'/0'/0/0", "m/44h/60'/0'/0/0")));
        QVERIFY(refused(replaced(whole, "m/44'/60'/0'/0/0", "m")));
        QVERIFY(refused(replaced(whole, "m/44'/60'/0'/0/0", "m/1/2/3/4/5/6/7/8/9/10/11")));
        QVERIFY(refused(replaced(whole, "\"path\"", "\"index\"")));
        QVERIFY(refused(replaced(whole, "\"kind\": \"seed\"", "\"kind\": \"key\""))); // words without a seed
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
