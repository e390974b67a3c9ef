// SPDX-License-Identifier: GPL-3.0-or-later
// The real program's vault: locked and unlocked, the keys it derives, earlier homes, other programs, keys that leave.
#include "signer_home.h"

#include <QDir>
#include <QTest>

using namespace autochain;
using namespace autochain::testing;

namespace
{

// Of kPassphrase, written by another implementation (hashlib.scrypt, AESGCM of Python's cryptography).
constexpr const char* kOldStoreKey =
    R"({"format":"autochain-vault/1","kdf":{"name":"scrypt","n":32768,"r":8,"p":1,"salt":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"},"cipher":{"name":"aes-256-gcm","nonce":"000102030405060708090a0b","ciphertext":"a9ace206a52ecdcd87aa4c641b50f961e5c6722400806f01643189775fe49683","tag":"6da4cfb9599ad2bbc3c41aa8c65710ba"}})";

// A home as earlier versions left it: a key file per account, names beside.
bool writeOldHome(const SignerHome& home)
{
    const QString keys = home.path("home/keys");
    for (const char* name : {"Alice Brandt", "Bob Keller"}) {
        const QString file = QString::fromStdString(checksumAddress(addressOf(name))) + QStringLiteral(".json");
        if (!QDir().mkpath(keys) || !QFile::copy(home.keystoreOf(name), keys + QLatin1Char('/') + file)) {
            return false;
        }
    }
    return true;
}

} // namespace

class TestSignerVault : public QObject, private SignerHome
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void storeKeyIsTheSameEachTime();
    void storeKeyNeedsThePassphrase();
    void quietKeyAsksNobody();
    void olderHomeMovesIntoAVault();
    void olderRecordsKeepTheirKey();
    void passphraseIsChanged();
    void desktopSlotUnlocks();
    void passphraseServesOnce();
    void wrongPassphrase();
    void lockedWithoutPassphrase();
    void keyLeavesInAFile();
    void anotherProgramsVaultIsLeftAlone();
    void lockAfterIsKept();
};

void TestSignerVault::storeKeyIsTheSameEachTime()
{
    Bytes first;
    {
        SignerProcess signer(options());
        const auto key = storeKey(signer); // also makes the vault
        QVERIFY(key.ok());
        QCOMPARE(key->size(), 32U);
        first = toBytes(key->view());
        QVERIFY(QFile::exists(path("home/vault.json")));
        QCOMPARE(toBytes(storeKey(signer)->view()), first);
        QVERIFY(toBytes(storeKey(signer, wire::KeyPurpose::Backup)->view()) != first);
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    SignerProcess signer(options());
    QVERIFY(wait(signer.status())->hasVault);
    QCOMPARE(toBytes(storeKey(signer)->view()), first);
}

void TestSignerVault::storeKeyNeedsThePassphrase()
{
    if (hasTerminal()) {
        QSKIP("runs on a terminal, where a person would be asked");
    }
    {
        SignerProcess signer(options());
        QVERIFY(storeKey(signer).ok());
        QVERIFY(wait(signer.lock()).ok());
        const auto locked = storeKey(signer);
        QVERIFY(!locked.ok() && locked.error().is(SigningError::Locked));
    }
    SignerProcess wrong(options(true, "not the right one"));
    const auto refused = storeKey(wrong);
    QVERIFY(!refused.ok() && refused.error().is(SigningError::WrongPassphrase));
    SignerProcess without(options(true, nullptr));
    const auto nobody = storeKey(without);
    QVERIFY(!nobody.ok() && nobody.error().is(SigningError::Locked));
}

void TestSignerVault::quietKeyAsksNobody()
{
    QVERIFY(!newWallet().empty());
    const auto quiet = [] {
        SignerProcess::KeyWanted wanted;
        wanted.purpose = wire::KeyPurpose::Backup;
        wanted.quiet = true;
        return wanted;
    };
    SignerProcess nobody(options(true, nullptr));
    const auto refused = wait(nobody.storeKey(quiet()));
    QVERIFY(!refused.ok() && refused.error().is(SigningError::Locked));
    QVERIFY(refused.error().detail.empty()); // not "no terminal to ask on": nobody was to be asked
    SignerProcess unlocked(options());
    QVERIFY(wait(unlocked.unlock()).ok());
    QVERIFY(wait(unlocked.storeKey(quiet())).ok());
}

void TestSignerVault::olderHomeMovesIntoAVault()
{
    QVERIFY(writeOldHome(*this));
    {
        SignerProcess signer(options());
        const auto status = wait(signer.status());
        QVERIFY(status.ok() && status->hasVault);
        QCOMPARE(status->accounts.size(), 2U);
        QVERIFY(wait(signer.signTransaction(addressOf("Bob Keller"), transfer(1), {})).ok());
    }
    QVERIFY(QFile::exists(path("home/vault.json")));
    QVERIFY(QDir(path("home/keys")).isEmpty());
    SignerProcess signer(options());
    QCOMPARE(wait(signer.status())->accounts.size(), 2U);
    QVERIFY(wait(signer.signTransaction(addressOf("Alice Brandt"), transfer(1), {})).ok());
}

void TestSignerVault::olderRecordsKeepTheirKey()
{
    QVERIFY(writeOldHome(*this));
    const QString old = path("store.key");
    QFile out(old);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(kOldStoreKey);
    out.close();
    SignerProcess signer(options());
    SignerProcess::KeyWanted wanted;
    wanted.oldStoreKey = old;
    const auto key = wait(signer.storeKey(std::move(wanted)));
    QVERIFY2(key.ok(), key.ok() ? "" : key.error().detail.c_str());
    QCOMPARE(toHex(key->view()), std::string("6465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f80818283"));
    QVERIFY(wait(signer.restart()).ok());
    QCOMPARE(toBytes(storeKey(signer)->view()), toBytes(key->view())); // without the old file
}

void TestSignerVault::passphraseIsChanged()
{
    Bytes before;
    {
        SignerProcess signer(typing("another one now\n"));
        before = toBytes(storeKey(signer)->view());
        QVERIFY(wait(signer.changePassphrase()).ok());
    }
    SignerProcess signer(options(true, "another one now"));
    QCOMPARE(toBytes(storeKey(signer)->view()), before);
    SignerProcess old(options());
    QVERIFY(!storeKey(old).ok());
}

void TestSignerVault::desktopSlotUnlocks()
{
    SecretBytes slotKey;
    {
        SignerProcess signer(options());
        auto slot = wait(signer.keepSlot());
        QVERIFY(slot.ok());
        QCOMPARE(slot->key.size(), 32U);
        QCOMPARE(slot->name, wait(signer.status())->slot);
        slotKey = std::move(slot->key);
    }
    SignerProcess signer(options(true, nullptr)); // nobody to type
    QVERIFY(wait(signer.unlock({}, SlotState::Here, slotKey.clone())).ok());
    QVERIFY(wait(signer.status())->unlocked);
    QVERIFY(wait(signer.lock()).ok());
    QVERIFY(!wait(signer.status())->unlocked);
    QVERIFY(!wait(signer.unlock({}, SlotState::Here, SecretBytes(32))).ok()); // a wrong one opens nothing
    QVERIFY(!wait(signer.unlock({}, SlotState::Gone)).ok());
    QVERIFY(wait(signer.unlock({}, SlotState::Here, slotKey.clone())).ok());
    QVERIFY(wait(signer.dropSlot()).ok());
    QVERIFY(wait(signer.status())->slot.empty());
    QVERIFY(wait(signer.lock()).ok());
    QVERIFY(!wait(signer.unlock({}, SlotState::Here, slotKey.clone())).ok());
    SignerProcess typed(options());
    QVERIFY(wait(typed.unlock()).ok()); // the passphrase always does
}

void TestSignerVault::passphraseServesOnce()
{
    if (hasTerminal()) {
        QSKIP("runs on a terminal, where a person would be asked");
    }
    {
        SignerProcess signer(options());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    SignerProcess signer(options());
    QVERIFY(wait(signer.unlock()).ok());
    QVERIFY(wait(signer.status())->unlocked);
    QVERIFY(wait(signer.unlock()).ok()); // it is open: nobody is asked
    QVERIFY(wait(signer.lock()).ok());
    QVERIFY(!wait(signer.status())->unlocked);
    QVERIFY(!wait(signer.unlock()).ok());
    QVERIFY(!wait(signer.status())->unlocked);
}

void TestSignerVault::wrongPassphrase()
{
    {
        SignerProcess signer(options());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    SignerProcess signer(options(true, "not the right one"));
    const auto raw = wait(signer.signTransaction(addressOf("Alice Brandt"), transfer(25), {}));
    QVERIFY(!raw.ok() && (raw.error().is(SigningError::WrongPassphrase) || raw.error().is(SigningError::Declined)));
}

void TestSignerVault::lockedWithoutPassphrase()
{
    if (hasTerminal()) {
        QSKIP("runs on a terminal, where a person would be asked");
    }
    SignerProcess signer(options());
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")));
    QVERIFY(wait(signer.lock()).ok());
    QVERIFY(!wait(signer.status())->unlocked);
    const auto raw = wait(signer.signTransaction(account->address, transfer(25), {}));
    QVERIFY(!raw.ok() && raw.error().is(SigningError::Locked));
}

void TestSignerVault::keyLeavesInAFile()
{
    const QString file = path("alice-key.json");
    {
        SignerProcess signer(typing("the file's own\n"));
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
        QVERIFY(wait(signer.exportKey(addressOf("Alice Brandt"), file)).ok());
        const auto there = wait(signer.exportKey(addressOf("Alice Brandt"), file));
        QVERIFY(there.error().is(SigningError::BadSecret));
        QCOMPARE(there.error().args.front(), std::string("file exists"));
        QVERIFY(wait(signer.exportKey(addressOf("Bob Keller"), file)).error().is(SigningError::UnknownAccount));
    }
    QFile in(file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    QVERIFY((in.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    const std::string text = in.readAll().toStdString();
    const auto key = decryptKeystore(text, secret("the file's own"));
    QVERIFY(key.ok() && key->address() == addressOf("Alice Brandt"));
    QVERIFY(!decryptKeystore(text, secret(kPassphrase)).ok());
    const QString nowhere = path("none/alice-key.json");
    SignerProcess signer(typing("the file's own\n"));
    QVERIFY(wait(signer.exportKey(addressOf("Alice Brandt"), nowhere)).error().is(SigningError::BadSecret));
}

void TestSignerVault::anotherProgramsVaultIsLeftAlone()
{
    SignerProcess one(typing(kWords));
    QVERIFY(wait(one.restoreWords("Main")).ok());
    SignerProcess two(options());
    QVERIFY(wait(two.addAccount("By two")).ok());
    const auto late = wait(one.addAccount("By one"));
    QVERIFY(late.error().is(SigningError::BadSecret));
    QCOMPARE(late.error().args.front(), std::string("vault changed"));
    QVERIFY(wait(one.restart()).ok());
    QVERIFY(wait(one.addAccount("By one")).ok());
    QCOMPARE(wait(one.status())->accounts.size(), 3U);
}

void TestSignerVault::lockAfterIsKept()
{
    {
        SignerProcess signer(options());
        QCOMPARE(wait(signer.status())->lockAfter, 600);
        QVERIFY(wait(signer.setLockAfter(1800)).ok());
        QCOMPARE(wait(signer.status())->lockAfter, 1800);
        QVERIFY(!wait(signer.setLockAfter(10)).ok()); // out of the caps
    }
    SignerProcess signer(options());
    QCOMPARE(wait(signer.status())->lockAfter, 1800);
    if (hasTerminal()) {
        QSKIP("runs on a terminal, where a person would be asked");
    }
    SignerProcess nobody(options(true, nullptr)); // sooner may be wished by anybody, later only with the passphrase
    QVERIFY(wait(nobody.setLockAfter(60)).ok());
    const auto later = wait(nobody.setLockAfter(3600));
    QVERIFY(!later.ok() && later.error().is(SigningError::Locked));
    QCOMPARE(wait(nobody.status())->lockAfter, 60);
    QFile settings(path("home/signer-settings.json"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"format":"autochain-signer-settings/1","lockAfter":999999})");
    settings.close();
    SignerProcess nonsense(options(true, nullptr));
    QCOMPARE(wait(nonsense.status())->lockAfter, 600);
}

QTEST_GUILESS_MAIN(TestSignerVault)
#include "tst_signer_vault.moc"
