// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, started by SignerProcess and asked over its pipe.
#include "await.h"
#include "base/hex.h"
#include "contracts/generated/auc.h"
#include "crypto/address.h"
#include "crypto/keystore.h"
#include "signing/signer_process.h"
#include "signing_fixture.h"
#include "vault/argon2id.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace autochain;
using namespace autochain::testing;

namespace
{

constexpr const char* kPassphrase = "practice makes perfect";

// Of kPassphrase, written by another implementation (hashlib.scrypt, AESGCM of Python's cryptography).
constexpr const char* kOldStoreKey =
    R"({"format":"autochain-vault/1","kdf":{"name":"scrypt","n":32768,"r":8,"p":1,"salt":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"},"cipher":{"name":"aes-256-gcm","nonce":"000102030405060708090a0b","ciphertext":"a9ace206a52ecdcd87aa4c641b50f961e5c6722400806f01643189775fe49683","tag":"6da4cfb9599ad2bbc3c41aa8c65710ba"}})";

SecretBytes secret(std::string_view text)
{
    return SecretBytes::copyOf(asBytes(text));
}

template <typename T>
Result<T> wait(QCoro::Task<Result<T>> task)
{
    return await(std::move(task));
}

Transaction transfer(std::uint64_t whole)
{
    return transaction(contracts::auc::transfer(network().contract("auc"), addressOf("Bob Keller"), auc(whole)));
}

} // namespace

class TestSignerConsole : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void createAndSign();
    void wordsRestoreTheAccount();
    void importKeystoreAndSignDocument();
    void importPrivateKey();
    void declinedWithoutTerminal();
    void lockedWithoutPassphrase();
    void wrongPassphrase();
    void refusals();
    void networkIsPinned();
    void renamed();
    void diesWithItsPipe();
    void restartsAfterKill();
    void garbageEndsIt();
    void missingProgram();
    void storeKeyIsTheSameEachTime();
    void storeKeyNeedsThePassphrase();
    void olderHomeMovesIntoAVault();
    void olderRecordsKeepTheirKey();
    void passphraseIsChanged();
    void desktopSlotUnlocks();
    void unlockCostsItsKdfAndLittleMore();
    void accountsByPath();
    void wordsOfAnyLength();
    void wordsSetANewPassphrase();
    void otherWordsSetNothing();
    void earlierVaultIsUpgraded();
    void keyLeavesInAFile();
    void anotherProgramsVaultIsLeftAlone();
    void wordsAreTested();
    void otherWordsAreTold_data();
    void otherWordsAreTold();
    void quietKeyAsksNobody();
    void lockAfterIsKept();

private:
    Result<SecretBytes> storeKey(SignerProcess& signer, wire::KeyPurpose purpose = wire::KeyPurpose::Database) const;
    void writeOldHome() const;
    SignerOptions options(bool yes = true, const char* passphrase = kPassphrase) const;
    void writeNetwork(const NetworkFile& file) const;
    QString keystoreOf(const char* name) const;
    SignerOptions typing(const char* lines, const char* passphrase = kPassphrase) const; // answers, a line each
    std::string newWallet() const;                                                       // its words
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSignerConsole::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeNetwork(network());
}

void TestSignerConsole::writeNetwork(const NetworkFile& file) const
{
    QFile out(m_folder->filePath(QStringLiteral("network.json")));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(QByteArray::fromStdString(writeNetworkFile(file, m_folder->path().toStdString())));
}

SignerOptions TestSignerConsole::options(bool yes, const char* passphrase) const
{
    SignerOptions out;
    out.program = QStringLiteral(SIGNER_PROGRAM);
    out.home = m_folder->filePath(QStringLiteral("home"));
    out.networkFile = m_folder->filePath(QStringLiteral("network.json"));
    out.console = true;
    out.yes = yes;
    if (passphrase != nullptr) {
        out.passphrase = secret(passphrase);
    }
    return out;
}

QString TestSignerConsole::keystoreOf(const char* name) const
{
    const QString path = m_folder->filePath(QString::fromLatin1(name) + QStringLiteral(".json"));
    QFile out(path);
    if (out.open(QIODevice::WriteOnly)) {
        out.write(QByteArray::fromStdString(*encryptKeystore(keyOf(name), secret(kPassphrase), {1 << 10, 8, 1})));
    }
    return path;
}

SignerOptions TestSignerConsole::typing(const char* lines, const char* passphrase) const
{
    auto out = options(true, passphrase);
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) == 0 && write(ends[1], lines, strlen(lines)) > 0) {
        close(ends[1]);
        out.secretFd = ends[0];
    }
    return out;
}

void TestSignerConsole::createAndSign()
{
    auto o = options();
    std::array<int, 2> words{};
    QCOMPARE(pipe2(words.data(), O_CLOEXEC), 0);
    o.wordsFd = words[1];
    SignerProcess signer(std::move(o));
    const auto account = wait(signer.createAccount("Alice"));
    QVERIFY2(account.ok(), account.ok() ? "" : account.error().detail.c_str());
    QCOMPARE(account->name, std::string("Alice"));
    const auto status = wait(signer.status());
    QVERIFY(status.ok() && status->unlocked);
    QCOMPARE(status->accounts.size(), 1U);

    const auto tx = transfer(25);
    const auto raw = wait(signer.signTransaction(account->address, tx, {}));
    QVERIFY2(raw.ok(), raw.ok() ? "" : wire::errorName(static_cast<SigningError>(raw.error().code)));
    const auto back = decodeSigned(*raw);
    QVERIFY(back.ok() && back->tx == tx);
    QVERIFY(*recoverAddress(signingHash(tx), back->signature) == account->address);

    const QFileInfo vault(m_folder->filePath(QStringLiteral("home/vault.json")));
    QVERIFY(vault.exists());
    QVERIFY((vault.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) == 0);
    const auto second = wait(signer.createAccount("Savings")); // of the same words, so none are shown
    QVERIFY(second.ok() && second->address != account->address);
    QVERIFY(wait(signer.signTransaction(second->address, tx, {})).ok());
    close(words[0]);
    close(words[1]);
}

void TestSignerConsole::wordsRestoreTheAccount()
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
    o.home = m_folder->filePath(QStringLiteral("second"));
    o.secretFd = words[0]; // the words as the first signer wrote them
    SignerProcess signer(std::move(o));
    const auto restored = wait(signer.restoreWords("Alice again"));
    QVERIFY(restored.ok());
    QVERIFY(restored->address == made);
    close(words[0]);
    close(words[1]);
}

void TestSignerConsole::importKeystoreAndSignDocument()
{
    SignerProcess signer(options());
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")));
    QVERIFY(account.ok() && account->address == addressOf("Alice Brandt"));
    const auto again = wait(signer.importKeystore("Twice", keystoreOf("Alice Brandt")));
    QVERIFY(!again.ok() && again.error().is(SigningError::AccountExists));

    const auto book = network().contract("dealBook");
    const auto signature =
        wait(signer.signTypedData(account->address, contracts::typedDataJson(31337, book, terms()), hints()));
    QVERIFY(signature.ok());
    QVERIFY(*recoverAddress(contracts::termsDigest(31337, book, terms()), *signatureFromRsv(*signature)) ==
            account->address);
    const auto paid = wait(signer.signTransaction(
        account->address,
        transaction(contracts::auc::transferAndCall(network().contract("auc"), book, auc(200'000),
                                                    toBytes(contracts::hashTerms(terms()).view()))),
        hints()));
    QVERIFY(paid.ok());
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("home/signed-deals.json"))));
}

void TestSignerConsole::importPrivateKey()
{
    std::array<int, 2> ends{};
    QCOMPARE(pipe2(ends.data(), O_CLOEXEC), 0);
    const std::string hex = toHex(keyOf("Bob Keller").secret32()) + "\n";
    QCOMPARE(write(ends[1], hex.data(), hex.size()), static_cast<ssize_t>(hex.size()));
    auto o = options();
    o.secretFd = ends[0];
    SignerProcess signer(std::move(o));
    const auto account = wait(signer.importPrivateKey("Bob"));
    QVERIFY(account.ok() && account->address == addressOf("Bob Keller"));
    close(ends[0]);
    close(ends[1]);
}

// Without --yes the question goes to the terminal; a test has none, so nobody says yes.
void TestSignerConsole::declinedWithoutTerminal()
{
    if (const int tty = open("/dev/tty", O_RDWR | O_CLOEXEC); tty >= 0) {
        close(tty);
        QSKIP("runs on a terminal, where a person would be asked");
    }
    SignerProcess signer(options(false));
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")));
    const auto raw = wait(signer.signTransaction(account->address, transfer(25), {}));
    QVERIFY(!raw.ok() && raw.error().is(SigningError::Declined));
}

void TestSignerConsole::lockedWithoutPassphrase()
{
    if (const int tty = open("/dev/tty", O_RDWR | O_CLOEXEC); tty >= 0) {
        close(tty);
        QSKIP("runs on a terminal, where a person would be asked");
    }
    SignerProcess signer(options());
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")));
    QVERIFY(wait(signer.lock()).ok());
    QVERIFY(!wait(signer.status())->unlocked);
    const auto raw = wait(signer.signTransaction(account->address, transfer(25), {}));
    QVERIFY(!raw.ok() && raw.error().is(SigningError::Locked));
}

void TestSignerConsole::wrongPassphrase()
{
    {
        SignerProcess signer(options());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    SignerProcess signer(options(true, "not the right one"));
    const auto raw = wait(signer.signTransaction(addressOf("Alice Brandt"), transfer(25), {}));
    QVERIFY(!raw.ok() && (raw.error().is(SigningError::WrongPassphrase) || raw.error().is(SigningError::Declined)));
}

void TestSignerConsole::refusals()
{
    SignerProcess signer(options());
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")))->address;
    const auto unlimited = wait(signer.signTransaction(
        account, transaction(contracts::auc::approve(network().contract("auc"), addressOf("Bob Keller"), U256::max())),
        {}));
    QVERIFY(!unlimited.ok() && unlimited.error().is(SigningError::Refused));
    QCOMPARE(unlimited.error().args.front(), std::string("unlimited approval"));
    const auto unknown = wait(signer.signTransaction(account, transaction({addressOf("x"), {}, Bytes(36, 1)}), {}));
    QVERIFY(!unknown.ok() && unknown.error().is(SigningError::CannotDecode));
    const auto stranger = wait(signer.signTransaction(addressOf("Bob Keller"), transfer(1), {}));
    QVERIFY(!stranger.ok() && stranger.error().is(SigningError::UnknownAccount));
    QVERIFY(wait(signer.signTransaction(account, transfer(1), {})).ok()); // and it goes on
}

void TestSignerConsole::networkIsPinned()
{
    {
        SignerProcess signer(options());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    auto moved = network();
    moved.contracts["dealBook"] = addressOf("another book");
    writeNetwork(moved);
    SignerProcess signer(options());
    const auto raw = wait(signer.signTransaction(addressOf("Alice Brandt"), transfer(1), {}));
    QVERIFY(!raw.ok() && raw.error().is(SigningError::Refused));
    QCOMPARE(raw.error().args.front(), std::string("network changed"));
}

void TestSignerConsole::renamed()
{
    SignerProcess signer(options());
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")))->address;
    QVERIFY(wait(signer.changeName(account, "Alice, savings")).ok());
    QVERIFY(wait(signer.restart()).ok());
    QCOMPARE(wait(signer.status())->accounts.front().name, std::string("Alice, savings"));
    QVERIFY(!wait(signer.changeName(addressOf("Bob Keller"), "Bob")).ok());
}

void TestSignerConsole::diesWithItsPipe()
{
    QProcess process;
    process.start(QStringLiteral(SIGNER_PROGRAM),
                  {QStringLiteral("--home"), m_folder->filePath(QStringLiteral("home")), QStringLiteral("--network"),
                   m_folder->filePath(QStringLiteral("network.json")), QStringLiteral("--console")});
    QVERIFY(process.waitForStarted());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestSignerConsole::restartsAfterKill()
{
    SignerProcess signer(options());
    QVERIFY(wait(signer.start()).ok());
    const auto first = signer.processId();
    ::kill(static_cast<pid_t>(first), SIGKILL);
    QTRY_VERIFY(!signer.isRunning());
    QVERIFY(wait(signer.status()).ok());
    QVERIFY(signer.processId() != first);
}

void TestSignerConsole::garbageEndsIt()
{
    QProcess process;
    process.start(QStringLiteral(SIGNER_PROGRAM),
                  {QStringLiteral("--home"), m_folder->filePath(QStringLiteral("home")), QStringLiteral("--network"),
                   m_folder->filePath(QStringLiteral("network.json")), QStringLiteral("--console")});
    QVERIFY(process.waitForStarted());
    process.write("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(process.waitForFinished(10'000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY(said.size() > 4);
    const auto answer = wire::decodeAnswer(asBytes({said.constData() + 4, static_cast<std::size_t>(said.size() - 4)}));
    QVERIFY(answer.ok() && answer->error && answer->error->is(SigningError::BadMessage));
}

Result<SecretBytes> TestSignerConsole::storeKey(SignerProcess& signer, wire::KeyPurpose purpose) const
{
    SignerProcess::KeyWanted wanted;
    wanted.purpose = purpose;
    return wait(signer.storeKey(std::move(wanted)));
}

void TestSignerConsole::storeKeyIsTheSameEachTime()
{
    Bytes first;
    {
        SignerProcess signer(options());
        const auto key = storeKey(signer); // also makes the vault
        QVERIFY(key.ok());
        QCOMPARE(key->size(), 32U);
        first = toBytes(key->view());
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("home/vault.json"))));
        QCOMPARE(toBytes(storeKey(signer)->view()), first);
        QVERIFY(toBytes(storeKey(signer, wire::KeyPurpose::Backup)->view()) != first);
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    SignerProcess signer(options());
    QVERIFY(wait(signer.status())->hasVault);
    QCOMPARE(toBytes(storeKey(signer)->view()), first);
}

void TestSignerConsole::storeKeyNeedsThePassphrase()
{
    if (const int tty = open("/dev/tty", O_RDWR | O_CLOEXEC); tty >= 0) {
        close(tty);
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

// A home as earlier versions left it: a key file per account, names beside.
void TestSignerConsole::writeOldHome() const
{
    const QString keys = m_folder->filePath(QStringLiteral("home/keys"));
    QVERIFY(QDir().mkpath(keys));
    for (const char* name : {"Alice Brandt", "Bob Keller"}) {
        const QString address = QString::fromStdString(checksumAddress(addressOf(name)));
        QVERIFY(QFile::copy(keystoreOf(name), keys + QLatin1Char('/') + address + QStringLiteral(".json")));
    }
}

void TestSignerConsole::olderHomeMovesIntoAVault()
{
    writeOldHome();
    {
        SignerProcess signer(options());
        const auto status = wait(signer.status());
        QVERIFY(status.ok() && status->hasVault);
        QCOMPARE(status->accounts.size(), 2U);
        QVERIFY(wait(signer.signTransaction(addressOf("Bob Keller"), transfer(1), {})).ok());
    }
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("home/vault.json"))));
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("home/keys"))).isEmpty());
    SignerProcess signer(options());
    QCOMPARE(wait(signer.status())->accounts.size(), 2U);
    QVERIFY(wait(signer.signTransaction(addressOf("Alice Brandt"), transfer(1), {})).ok());
}

void TestSignerConsole::olderRecordsKeepTheirKey()
{
    writeOldHome();
    const QString old = m_folder->filePath(QStringLiteral("store.key"));
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

void TestSignerConsole::passphraseIsChanged()
{
    std::array<int, 2> ends{};
    QCOMPARE(pipe2(ends.data(), O_CLOEXEC), 0);
    QCOMPARE(write(ends[1], "another one now\n", 16), 16);
    Bytes before;
    {
        auto o = options();
        o.secretFd = ends[0];
        SignerProcess signer(std::move(o));
        before = toBytes(storeKey(signer)->view());
        QVERIFY(wait(signer.changePassphrase()).ok());
    }
    close(ends[0]);
    close(ends[1]);
    SignerProcess signer(options(true, "another one now"));
    QCOMPARE(toBytes(storeKey(signer)->view()), before);
    SignerProcess old(options());
    QVERIFY(!storeKey(old).ok());
}

void TestSignerConsole::desktopSlotUnlocks()
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

void TestSignerConsole::unlockCostsItsKdfAndLittleMore()
{
    {
        SignerProcess signer(options());
        QVERIFY(wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt"))).ok());
    }
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) { // others use this computer too
        SignerProcess signer(options());
        QVERIFY(wait(signer.status()).ok()); // it runs
        QElapsedTimer watch;
        watch.start();
        QVERIFY(wait(signer.unlock()).ok());
        const qint64 unlocked = watch.restart();
        QVERIFY(vault::argon2id(secret(kPassphrase), Bytes(32, 7), vault::kFastCost).ok());
        const qint64 kdf = watch.elapsed();
        best = std::min(best, unlocked - kdf);
        qInfo("unlock %lld ms, of which Argon2id %lld ms", unlocked, kdf);
    }
    QVERIFY2(best <= 50, qPrintable(QString::number(best)));
}

namespace
{

constexpr const char* kWords = "legal winner thank year wave sausage worth useful legal winner thank yellow\n";

// Of kWords, by another implementation (`cast wallet address --mnemonic … --mnemonic-derivation-path …`).
constexpr const char* kFirst = "0x58A57ed9d8d624cBD12e2C467D34787555bB1b25";

} // namespace

void TestSignerConsole::accountsByPath()
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

void TestSignerConsole::wordsOfAnyLength()
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
    o.home = m_folder->filePath(QStringLiteral("second"));
    SignerProcess two(std::move(o));
    const auto withExtra = wait(two.restoreWords("Main", true));
    QVERIFY(withExtra.ok());
    QVERIFY(checksumAddress(withExtra->address) != kFirst); // other accounts than without
    auto wrong = typing("legal winner thank year wave sausage worth useful legal winner thank thank\n");
    wrong.home = m_folder->filePath(QStringLiteral("third"));
    SignerProcess three(std::move(wrong));
    QVERIFY(wait(three.restoreWords("Main")).error().is(SigningError::BadSecret));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("third/vault.json"))));
}

void TestSignerConsole::wordsSetANewPassphrase()
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
        SignerProcess signer(typing(lines.c_str(), "forgotten"));
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

void TestSignerConsole::otherWordsSetNothing()
{
    const QString vault = m_folder->filePath(QStringLiteral("home/vault.json"));
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
    SignerProcess declined(typing((std::string(kWords) + "\n").c_str(), nullptr)); // an empty new passphrase
    QVERIFY(wait(declined.recover()).error().is(SigningError::Declined));
    QVERIFY(!wait(declined.status())->unlocked);
    before.seek(0);
    QFile after(vault);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), text);
}

void TestSignerConsole::earlierVaultIsUpgraded()
{
    const QString vault = m_folder->filePath(QStringLiteral("home/vault.json"));
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("home"))));
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

void TestSignerConsole::keyLeavesInAFile()
{
    const QString file = m_folder->filePath(QStringLiteral("alice-key.json"));
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
    const QString nowhere = m_folder->filePath(QStringLiteral("none/alice-key.json"));
    SignerProcess signer(typing("the file's own\n"));
    QVERIFY(wait(signer.exportKey(addressOf("Alice Brandt"), nowhere)).error().is(SigningError::BadSecret));
}

void TestSignerConsole::anotherProgramsVaultIsLeftAlone()
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

namespace
{

// The reading end of a pipe with one line in it.
int lineIn(const std::string& text)
{
    std::array<int, 2> ends{-1, -1};
    const std::string line = text + "\n";
    if (pipe2(ends.data(), O_CLOEXEC) != 0 ||
        write(ends[1], line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        return -1;
    }
    close(ends[1]);
    return ends[0];
}

// Of twelve, so that they are another vault's for sure (BIP-39, the first of its test vectors).
constexpr const char* kOtherWords =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

} // namespace

std::string TestSignerConsole::newWallet() const
{
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return {};
    }
    auto o = options();
    o.wordsFd = ends[1];
    std::string words(512, '\0');
    {
        SignerProcess signer(std::move(o));
        if (!wait(signer.createAccount("Alice")).ok() || !wait(signer.createAccount("Savings")).ok() ||
            !wait(signer.importKeystore("Bob Keller", keystoreOf("Bob Keller"))).ok()) {
            return {};
        }
        words.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(ends[0], words.data(), words.size()))));
    }
    close(ends[0]);
    close(ends[1]);
    return words.substr(0, words.find('\n'));
}

void TestSignerConsole::wordsAreTested()
{
    const std::string words = newWallet();
    QVERIFY(!words.empty());
    auto o = options(true, nullptr); // nobody types the passphrase: the vault stays locked
    o.secretFd = lineIn(words);
    SignerProcess signer(std::move(o));
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

void TestSignerConsole::otherWordsAreTold_data()
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

void TestSignerConsole::otherWordsAreTold()
{
    QFETCH(QString, words);
    QFETCH(QString, why);
    QVERIFY(!newWallet().empty());
    auto o = options();
    o.secretFd = lineIn(words.toStdString());
    SignerProcess signer(std::move(o));
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

void TestSignerConsole::quietKeyAsksNobody()
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

void TestSignerConsole::lockAfterIsKept()
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
    if (const int tty = open("/dev/tty", O_RDWR | O_CLOEXEC); tty >= 0) {
        close(tty);
        QSKIP("runs on a terminal, where a person would be asked");
    }
    SignerProcess nobody(options(true, nullptr)); // sooner may be wished by anybody, later only with the passphrase
    QVERIFY(wait(nobody.setLockAfter(60)).ok());
    const auto later = wait(nobody.setLockAfter(3600));
    QVERIFY(!later.ok() && later.error().is(SigningError::Locked));
    QCOMPARE(wait(nobody.status())->lockAfter, 60);
    QFile settings(m_folder->filePath(QStringLiteral("home/signer-settings.json")));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"format":"autochain-signer-settings/1","lockAfter":999999})");
    settings.close();
    SignerProcess nonsense(options(true, nullptr));
    QCOMPARE(wait(nonsense.status())->lockAfter, 600);
}

void TestSignerConsole::missingProgram()
{
    auto o = options();
    o.program = QStringLiteral("/nowhere/autochain-signer");
    SignerProcess signer(std::move(o));
    const auto status = wait(signer.status());
    QVERIFY(!status.ok() && status.error().is(SigningError::SignerGone));
}

QTEST_GUILESS_MAIN(TestSignerConsole)
#include "tst_signer_console.moc"
