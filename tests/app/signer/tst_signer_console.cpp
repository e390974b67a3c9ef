// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, started by SignerProcess and asked over its pipe: accounts, signatures, refusals, its end.
#include "signer_home.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace autochain;
using namespace autochain::testing;

class TestSignerConsole : public QObject, private SignerHome
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void createAndSign();
    void importKeystoreAndSignDocument();
    void importPrivateKey();
    void declinedWithoutTerminal();
    void refusals();
    void networkIsPinned();
    void renamed();
    void diesWithItsPipe();
    void restartsAfterKill();
    void garbageEndsIt();
    void missingProgram();
};

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

    const QFileInfo vault(path("home/vault.json"));
    QVERIFY(vault.exists());
    QVERIFY((vault.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) == 0);
    const auto second = wait(signer.createAccount("Savings")); // of the same words, so none are shown
    QVERIFY(second.ok() && second->address != account->address);
    QVERIFY(wait(signer.signTransaction(second->address, tx, {})).ok());
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
    QVERIFY(QFile::exists(path("home/signed-deals.json")));
}

void TestSignerConsole::importPrivateKey()
{
    SignerProcess signer(typing(toHex(keyOf("Bob Keller").secret32()) + "\n"));
    const auto account = wait(signer.importPrivateKey("Bob"));
    QVERIFY(account.ok() && account->address == addressOf("Bob Keller"));
}

// Without --yes the question goes to the terminal; a test has none, so nobody says yes.
void TestSignerConsole::declinedWithoutTerminal()
{
    if (hasTerminal()) {
        QSKIP("runs on a terminal, where a person would be asked");
    }
    SignerProcess signer(options(false));
    const auto account = wait(signer.importKeystore("Alice Brandt", keystoreOf("Alice Brandt")));
    const auto raw = wait(signer.signTransaction(account->address, transfer(25), {}));
    QVERIFY(!raw.ok() && raw.error().is(SigningError::Declined));
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
    QVERIFY(writeNetwork(moved));
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
    process.start(QStringLiteral(SIGNER_PROGRAM), {QStringLiteral("--home"), path("home"), QStringLiteral("--network"),
                                                   path("network.json"), QStringLiteral("--console")});
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
    process.start(QStringLiteral(SIGNER_PROGRAM), {QStringLiteral("--home"), path("home"), QStringLiteral("--network"),
                                                   path("network.json"), QStringLiteral("--console")});
    QVERIFY(process.waitForStarted());
    process.write("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(process.waitForFinished(10'000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY(said.size() > 4);
    const auto answer = wire::decodeAnswer(asBytes({said.constData() + 4, static_cast<std::size_t>(said.size() - 4)}));
    QVERIFY(answer.ok() && answer->error && answer->error->is(SigningError::BadMessage));
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
