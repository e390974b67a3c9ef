// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a vault, with the real program: they restore accounts, set a new passphrase and are tested.
#include "signer_home.h"

#include <QDir>
#include <QTest>

using namespace autochain;
using namespace autochain::testing;

namespace
{

// Of kWords, by another implementation (`cast wallet address --mnemonic … --mnemonic-derivation-path …`).
constexpr const char* kFirst = "0x58A57ed9d8d624cBD12e2C467D34787555bB1b25";

// Of twelve, so that they are another vault's for sure (BIP-39, the first of its test vectors).
constexpr const char* kOtherWords =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

} // namespace

class TestSignerWords : public QObject, private SignerHome
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void wordsRestoreTheAccount();
    void accountsByPath();
    void wordsOfAnyLength();
    void wordsSetANewPassphrase();
    void otherWordsSetNothing();
    void earlierVaultIsUpgraded();
    void wordsAreTested();
    void otherWordsAreTold_data();
    void otherWordsAreTold();
};

void TestSignerWords::wordsRestoreTheAccount()
{
    std::array<int, 2> words{};
    QCOMPARE(pipe2(words.data(), O_CLOEXEC), 0);
    Address made;
    {
        auto o = options();
        o.wordsFd = words[1];
        SignerProcess signer(std::move(o));
        made = wait(signer.createAccount("Alice"))->address;
    }
    auto o = options();
    o.home = path("second");
    o.secretFd = words[0]; // the words as the first signer wrote them
    SignerProcess signer(std::move(o));
    const auto restored = wait(signer.restoreWords("Alice again"));
    QVERIFY(restored.ok());
    QVERIFY(restored->address == made);
    close(words[0]);
    close(words[1]);
}

void TestSignerWords::accountsByPath()
{
    Address live;
    const HdPath path = *parseHdPath("m/44'/60'/3'/0/0");
    {
        SignerProcess signer(typing(kWords));
        const auto first = wait(signer.restoreWords("Main"));
        QVERIFY(first.ok());
        QCOMPARE(checksumAddress(first->address), std::string(kFirst));
        QCOMPARE(first->path, std::string("m/44'/60'/0'/0/0"));
        QVERIFY(first->kind == AccountKind::Words);
        const std::vector<HdPath> asked{path, *parseHdPath("m/44'/60'/0'/0/0")};
        const auto found = wait(signer.addresses(asked));
        QVERIFY(found.ok());
        QVERIFY(found->back() == first->address);
        live = found->front();
        const auto added = wait(signer.addAccount("Ledger", path));
        QVERIFY(added.ok() && added->address == live);
        QCOMPARE(added->path, std::string("m/44'/60'/3'/0/0"));
        QVERIFY(wait(signer.addAccount("again", path)).error().is(SigningError::AccountExists));
        const auto next = wait(signer.addAccount("Second"));
        QCOMPARE(next->path, std::string("m/44'/60'/0'/0/1"));
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
        const auto stranger = wait(signer.addresses(asked, addressOf("Alice Brandt"))); // a key has no words
        QVERIFY(stranger.error().is(SigningError::BadSecret));
    }
    SignerProcess signer(options());
    const auto status = wait(signer.status());
    QCOMPARE(status->accounts.size(), 4U);
    QVERIFY(status->hasWords);
    for (const auto& account : status->accounts) {
        QCOMPARE(account.path.empty(), account.kind == AccountKind::Key);
        QVERIFY(wait(signer.signTransaction(account.address, transfer(1), {})).ok());
    }
    QVERIFY(wait(signer.signTransaction(live, transfer(1), {})).ok());
}

void TestSignerWords::wordsOfAnyLength()
{
    // The first Japanese vector of BIP-39; then English words with a passphrase of their own.
    const char* const japanese = "\u3042\u3044\u3053\u304f\u3057\u3093 \u3042\u3044\u3053\u304f\u3057\u3093 "
                                 "\u3042\u3044\u3053\u304f\u3057\u3093 \u3042\u3044\u3053\u304f\u3057\u3093 "
                                 "\u3042\u3044\u3053\u304f\u3057\u3093 \u3042\u3044\u3053\u304f\u3057\u3093 "
                                 "\u3042\u3044\u3053\u304f\u3057\u3093 \u3042\u3044\u3053\u304f\u3057\u3093 "
                                 "\u3042\u3044\u3053\u304f\u3057\u3093 \u3042\u3044\u3053\u304f\u3057\u3093 "
                                 "\u3042\u3044\u3053\u304f\u3057\u3093 \u3042\u304a\u305e\u3089\n";
    SignerProcess one(typing(japanese));
    QVERIFY(wait(one.restoreWords("Main")).ok());
    auto o = typing("legal winner thank year wave sausage worth useful legal winner thank yellow\nTREZOR\n");
    o.home = path("second");
    SignerProcess two(std::move(o));
    const auto withExtra = wait(two.restoreWords("Main", true));
    QVERIFY(withExtra.ok());
    QVERIFY(checksumAddress(withExtra->address) != kFirst); // other accounts than without
    auto wrong = typing("legal winner thank year wave sausage worth useful legal winner thank thank\n");
    wrong.home = path("third");
    SignerProcess three(std::move(wrong));
    QVERIFY(wait(three.restoreWords("Main")).error().is(SigningError::BadSecret));
    QVERIFY(!QFile::exists(path("third/vault.json")));
}

void TestSignerWords::wordsSetANewPassphrase()
{
    Bytes records;
    {
        SignerProcess signer(typing(kWords));
        QVERIFY(wait(signer.restoreWords("Main")).ok());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
        records = toBytes(storeKey(signer)->view());
    }
    {
        const std::string lines = std::string(kWords) + "a new one at last\n";
        SignerProcess signer(typing(lines, "forgotten"));
        QVERIFY(wait(signer.recover()).ok());
        QVERIFY(wait(signer.status())->unlocked);
        QCOMPARE(toBytes(storeKey(signer)->view()), records); // and nobody is asked again
    }
    SignerProcess old(options());
    QVERIFY(!storeKey(old).ok());
    SignerProcess signer(options(true, "a new one at last"));
    QCOMPARE(toBytes(storeKey(signer)->view()), records);
    const auto status = wait(signer.status());
    for (const auto& account : status->accounts) {
        QVERIFY(wait(signer.signTransaction(account.address, transfer(1), {})).ok());
    }
}

void TestSignerWords::otherWordsSetNothing()
{
    const QString vault = path("home/vault.json");
    SignerProcess none(typing(kWords));
    QVERIFY(wait(none.recover()).error().is(SigningError::UnknownAccount)); // nothing to open
    {
        SignerProcess signer(typing(kWords));
        QVERIFY(wait(signer.restoreWords("Main")).ok());
    }
    QFile before(vault);
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray text = before.readAll();
    SignerProcess other(
        typing("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
               "about\nnew passphrase\n",
               nullptr));
    const auto refused = wait(other.recover());
    QVERIFY(refused.error().is(SigningError::BadSecret));
    QCOMPARE(refused.error().args.front(), std::string("other words"));
    QVERIFY(!wait(other.status())->unlocked);
    SignerProcess declined(typing(std::string(kWords) + "\n", nullptr)); // an empty new passphrase
    QVERIFY(wait(declined.recover()).error().is(SigningError::Declined));
    QVERIFY(!wait(declined.status())->unlocked);
    before.seek(0);
    QFile after(vault);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), text);
}

void TestSignerWords::earlierVaultIsUpgraded()
{
    const QString vault = path("home/vault.json");
    QVERIFY(QDir().mkpath(path("home")));
    QVERIFY(QFile::copy(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/core/vault/data/vault2.json"), vault));
    const char* const theirs = "vier alte W\xc3\xb6rter, gut gemerkt";
    SignerProcess recovering(typing(kWords, nullptr));
    QCOMPARE(wait(recovering.recover()).error().args.front(), std::string("no words"));
    SignerProcess signer(options(true, theirs));
    QVERIFY(wait(signer.unlock()).ok());
    QFile text(vault);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QVERIFY(text.readAll().contains("autochain-vault/3"));
    SignerProcess again(options(true, theirs));
    QCOMPARE(wait(again.status())->accounts.size(), 3U);
    const char* const words = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
                              "about\nfrom now on\n";
    SignerProcess now(typing(words, nullptr));
    QVERIFY(wait(now.recover()).ok());
}

void TestSignerWords::wordsAreTested()
{
    const std::string words = newWallet();
    QVERIFY(!words.empty());
    SignerProcess signer(typing(words + "\n", nullptr)); // nobody types the passphrase: the vault stays locked
    const auto tested = wait(signer.testWords());
    QVERIFY2(tested.ok(), tested.ok() ? "" : tested.error().detail.c_str());
    QCOMPARE(tested->covered, 2);
    QCOMPARE(tested->ofWords, 2);
    QCOMPARE(tested->imported, 1);
    QVERIFY(!wait(signer.status())->unlocked);
    QVERIFY(wait(signer.status())->hasWords);
    SignerProcess unlocked(options());
    QCOMPARE(toBytes(storeKey(unlocked, wire::KeyPurpose::Backup)->view()), toBytes(tested->backupKey.view()));
}

void TestSignerWords::otherWordsAreTold_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("why"); // empty: they are words, of another wallet
    const QString other = QLatin1String(kOtherWords);
    QTest::newRow("of another wallet") << other << QString();
    QTest::newRow("too few") << QStringLiteral("abandon abandon about") << QStringLiteral("words count 3");
    QTest::newRow("not in the list") << QString(other).replace(QStringLiteral("about"), QStringLiteral("autochain"))
                                     << QStringLiteral("words unknown 12");
    QTest::newRow("in another order") << QString(other).replace(QStringLiteral("about"), QStringLiteral("abandon"))
                                      << QStringLiteral("words order");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("Declined");
}

void TestSignerWords::otherWordsAreTold()
{
    QFETCH(QString, words);
    QFETCH(QString, why);
    QVERIFY(!newWallet().empty());
    SignerProcess signer(typing(words.toStdString() + "\n"));
    const auto own = storeKey(signer, wire::KeyPurpose::Backup);
    const auto tested = wait(signer.testWords());
    if (why.isEmpty()) {
        QVERIFY(tested.ok());
        QCOMPARE(tested->covered, 0);
        QCOMPARE(tested->ofWords, 2);
        QVERIFY(toBytes(tested->backupKey.view()) != toBytes(own->view()));
        return;
    }
    QVERIFY(!tested.ok());
    QStringList told;
    for (const std::string& arg : tested.error().args) {
        told << QString::fromStdString(arg);
    }
    if (tested.error().is(SigningError::Declined)) {
        told << QStringLiteral("Declined");
    }
    QCOMPARE(told.join(QLatin1Char(' ')), why);
}

QTEST_GUILESS_MAIN(TestSignerWords)
#include "tst_signer_words.moc"
