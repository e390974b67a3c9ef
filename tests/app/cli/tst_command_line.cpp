// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"
#include "exit_code.h"

#include "escrow/error.h"
#include "vehicle/error.h"

#include <QtTest>

using namespace autochain;
using namespace autochain::cli;

namespace
{
ParsedCommandLine parse(const char* line)
{
    return parseCommandLine(QStringLiteral("autochain-cli %1").arg(QLatin1String(line)).split(QLatin1Char(' ')));
}
} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void everyVerbHasHelp()
    {
        QSet<QString> seen;
        for (const Verb& verb : allVerbs()) {
            const QString name = verb.noun + QLatin1Char(' ') + verb.name;
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen.insert(name);
            const auto help =
                parseCommandLine({QStringLiteral("autochain-cli"), verb.noun, verb.name, QStringLiteral("--help")});
            QVERIFY2(help.help.contains(name), qPrintable(name));
            QVERIFY2(help.help.contains(verb.help), qPrintable(name));
            for (const OptionSpec& option : verb.options) {
                QVERIFY2(help.help.contains(QStringLiteral("--") + option.name), qPrintable(name));
            }
            QVERIFY(verb.run != nullptr);
        }
        QVERIFY(seen.size() > 35);
    }

    void docsNameEveryVerb()
    {
        QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/docs/cli.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const Verb& verb : allVerbs()) {
            QVERIFY2(text.contains(QStringLiteral("`%1 %2").arg(verb.noun, verb.name)),
                     qPrintable(verb.noun + verb.name));
        }
    }

    void argumentsAreTaken()
    {
        const auto parsed = parse(
            "--home /tmp/h deal offer JM1BPALM9K1134592 --price 200000 --json --appraiser 0x1 --substitute 0x2 --yes");
        QVERIFY2(parsed.invocation.has_value(), qPrintable(parsed.error));
        QVERIFY(parsed.invocation->global.json);
        QVERIFY(parsed.invocation->global.yes);
        QCOMPARE(parsed.invocation->arguments.positional(0), QStringLiteral("JM1BPALM9K1134592"));
        QCOMPARE(parsed.invocation->arguments.amount("price").value(), auc(200'000));
        QVERIFY(!parsed.invocation->arguments.addressOf("appraiser").ok());
    }

    void usageErrors()
    {
        QVERIFY(!parse("").error.isEmpty());
        QVERIFY(!parse("--home /tmp/h deal dance").error.isEmpty());
        QVERIFY(parse("deal list").error.contains(QStringLiteral("--home")));
        QVERIFY(parse("vehicle verify report.pdf").error.isEmpty()); // whoever is given one has no home
        QVERIFY(parse("record import jobs.csv").error.isEmpty());
        QVERIFY(parse("record import jobs.csv --append").error.contains(QStringLiteral("--home")));
        QVERIFY(parse("--home /tmp/h deal offer JM1BPALM9K1134592").error.contains(QStringLiteral("--price")));
        QVERIFY(parse("--home /tmp/h deal show").error.contains(QStringLiteral("DEAL")));
        QVERIFY(parse("--home /tmp/h deal show 0x1 0x2").error.contains(QStringLiteral("0x2")));
        QVERIFY(parse("--home /tmp/h deal propose 0x1 --outcome steal").error.contains(QStringLiteral("release")));
        QVERIFY(parse("--home /tmp/h wallet balance --passphrase secret").error.contains(QStringLiteral("passphrase")));
        QVERIFY(!parse("--home /tmp/h --passphrase-fd x wallet balance").error.isEmpty());
    }

    void accountVerbsTakeTheirOptions()
    {
        const auto restore = parse("--home /tmp/h wallet restore --no-scan --with-passphrase --secret-fd 7");
        QVERIFY2(restore.invocation.has_value(), qPrintable(restore.error));
        QVERIFY(restore.invocation->arguments.has("no-scan") && restore.invocation->arguments.has("with-passphrase"));
        QCOMPARE(restore.invocation->global.secretFd, 7);
        const auto add = parse("--home /tmp/h wallet add --path m/44'/60'/2'/0/0 --name Ledger");
        QVERIFY2(add.invocation.has_value(), qPrintable(add.error));
        QCOMPARE(add.invocation->arguments.text("path"), QStringLiteral("m/44'/60'/2'/0/0"));
        QVERIFY(parse("--home /tmp/h wallet rename").error.contains(QStringLiteral("--name")) ||
                parse("--home /tmp/h wallet rename").error.contains(QStringLiteral("ACCOUNT")));
        QVERIFY(parse("--home /tmp/h wallet export").error.contains(QStringLiteral("--out")));
        QVERIFY(parse("--home /tmp/h wallet recover --words secret").invocation == std::nullopt);
    }

    void exitCodes()
    {
        QCOMPARE(int(exitCodeOf(EscrowError::PriceIsZero)), 1);
        QCOMPARE(int(exitCodeOf(SigningError::Declined)), 3);
        QCOMPARE(int(exitCodeOf(ChainError::WrongChain)), 4);
        QCOMPARE(int(exitCodeOf(WalletError::NodeLostBefore)), 4);
        QCOMPARE(int(exitCodeOf(StoreError::WrongPassphrase)), 5);
        QCOMPARE(int(exitCodeOf(VehicleError::CheckDigit)), 6);
        QCOMPARE(int(exitCodeOf(BaseError::NotANumber)), 6);
        QCOMPARE(int(exitCodeOf(CryptoError::BadPath)), 6);
    }

    void tablesAlign()
    {
        Table table({QStringLiteral("Name"), QStringLiteral("AUC")}, {1});
        table.add({QStringLiteral("Alice"), QStringLiteral("5")});
        table.add({QStringLiteral("Bo"), QStringLiteral("12,000")});
        const QStringList lines = table.lines();
        QCOMPARE(lines[0], QStringLiteral("Name      AUC"));
        QCOMPARE(lines[1], QStringLiteral("Alice       5"));
        QCOMPARE(lines[2], QStringLiteral("Bo     12,000"));
        QCOMPARE(cli::auc(autochain::auc(1'234'567)), QStringLiteral("1,234,567 AUC"));
        QCOMPARE(plainAuc(U256(1)), QStringLiteral("0.000000000000000001"));
        QCOMPARE(cli::auc(U256(1)), QStringLiteral("0.000000000000000001 AUC"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
