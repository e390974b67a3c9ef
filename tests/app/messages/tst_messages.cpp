// SPDX-License-Identifier: GPL-3.0-or-later
// Every error has its three parts, every state its words. The enumerators are counted twice: as the compiler knows them
// and as they stand in the headers.
#include "messages/discovery_text.h"
#include "messages/enum_names.h"
#include "messages/placeholders.h"
#include "messages/state_text.h"
#include "messages/tables.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <set>

using namespace autochain;
using namespace autochain::messages;

namespace
{
// Enumerators of `enum class <name>` in a header, comments stripped.
QStringList enumeratorsIn(const QString& header, const QString& name)
{
    QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/") + header);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QRegularExpression(QStringLiteral("//[^\n]*")));
    const QRegularExpression body(QStringLiteral("enum class %1[^{]*\\{([^}]*)\\}").arg(name));
    QStringList out;
    for (const QString& word : body.match(text).captured(1).split(QLatin1Char(','))) {
        if (!word.trimmed().isEmpty()) {
            out.append(word.trimmed());
        }
    }
    return out;
}

template <typename E>
void checkErrors(const char* header, const char* name)
{
    const QStringList inHeader = enumeratorsIn(QLatin1String(header), QLatin1String(name));
    QVERIFY2(!inHeader.isEmpty(), name);
    QCOMPARE(static_cast<qsizetype>(enumCount<E>()), inHeader.size());
    for (qsizetype i = 0; i < inHeader.size(); ++i) {
        const Error error(static_cast<E>(i), {"1", "2", "3"});
        const ErrorText text = describe(error);
        const QByteArray which = QByteArray(name) + "::" + inHeader[i].toLatin1();
        QCOMPARE(codeName(error), inHeader[i]);
        for (const QString& part : {text.cause, text.money, text.next}) {
            QVERIFY2(part.trimmed().size() > 10, which.constData());
            QVERIFY2(!part.contains(QLatin1Char('%')), which.constData());
            QVERIFY2(!part.contains(QStringLiteral("went wrong"), Qt::CaseInsensitive) ||
                         error.domain == Domain::Practice,
                     which.constData());
        }
        const ErrorText bare = describe(Error(static_cast<E>(i)));
        QVERIFY2(!bare.cause.contains(QLatin1Char('%')), which.constData());
    }
    QCOMPARE(describe([] {
                 Error e;
                 e.domain = domainOf(E{});
                 e.code = 10'000;
                 return e;
             }())
                 .cause,
             QStringLiteral("This program does not know this error."));
}

template <typename E>
void checkTexts(const char* header, const char* name)
{
    const QStringList inHeader = enumeratorsIn(QLatin1String(header), QLatin1String(name));
    QCOMPARE(static_cast<qsizetype>(enumCount<E>()), inHeader.size());
    QSet<QString> seen;
    for (qsizetype i = 0; i < inHeader.size(); ++i) {
        QVERIFY2(!text(static_cast<E>(i)).isEmpty(), qPrintable(inHeader[i]));
    }
}
} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void errorsHaveThreeParts()
    {
        checkErrors<BaseError>("core/base/error.h", "BaseError");
        checkErrors<CryptoError>("core/crypto/error.h", "CryptoError");
        checkErrors<CodecError>("core/codec/error.h", "CodecError");
        checkErrors<ChainError>("core/chain/error.h", "ChainError");
        checkErrors<ContractsError>("core/contracts/error.h", "ContractsError");
        checkErrors<StoreError>("core/store/error.h", "StoreError");
        checkErrors<ContentError>("core/content/error.h", "ContentError");
        checkErrors<SigningError>("core/signing/error.h", "SigningError");
        checkErrors<VehicleError>("core/vehicle/error.h", "VehicleError");
        checkErrors<WalletError>("core/wallet/error.h", "WalletError");
        checkErrors<MarketError>("core/market/error.h", "MarketError");
        checkErrors<EscrowError>("core/escrow/error.h", "EscrowError");
        checkErrors<AppraisalError>("core/appraisal/error.h", "AppraisalError");
        checkErrors<PracticeError>("core/practice/error.h", "PracticeError");
        checkErrors<PrivacyError>("core/privacy/error.h", "PrivacyError");
    }

    // A module that gets an error enum must come into the list above.
    void noModuleIsForgotten()
    {
        const QStringList known = {QStringLiteral("base"),      QStringLiteral("crypto"),    QStringLiteral("codec"),
                                   QStringLiteral("chain"),     QStringLiteral("contracts"), QStringLiteral("store"),
                                   QStringLiteral("content"),   QStringLiteral("signing"),   QStringLiteral("vehicle"),
                                   QStringLiteral("wallet"),    QStringLiteral("market"),    QStringLiteral("escrow"),
                                   QStringLiteral("appraisal"), QStringLiteral("practice"),  QStringLiteral("privacy")};
        const QDir core(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/core"));
        for (const QString& module : core.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (QFile::exists(core.filePath(module + QStringLiteral("/error.h")))) {
                QVERIFY2(known.contains(module), qPrintable(module));
            }
        }
    }

    void statesHaveWords()
    {
        checkTexts<Provenance>("core/chain/provenance.h", "Provenance");
        checkTexts<escrow::Party>("core/escrow/rules.h", "Party");
        checkTexts<escrow::Outcome>("core/escrow/deal.h", "Outcome");
        checkTexts<escrow::DealStage>("core/escrow/rules.h", "DealStage");
        checkTexts<escrow::ActionKind>("core/escrow/rules.h", "ActionKind");
        checkTexts<escrow::WhyNot>("core/escrow/rules.h", "WhyNot");
        checkTexts<escrow::Consequence>("core/escrow/rules.h", "Consequence");
        checkTexts<escrow::Warning>("core/escrow/rules.h", "Warning");
        checkTexts<market::ListingState>("core/market/listing.h", "ListingState");
        checkTexts<market::Finding>("core/market/listing.h", "Finding");
        checkTexts<appraisal::TaskKind>("core/appraisal/tasks.h", "TaskKind");
        for (std::size_t i = 0; i < enumCount<escrow::DealStage>(); ++i) {
            QVERIFY(!explain(static_cast<escrow::DealStage>(i)).isEmpty());
        }
        for (std::size_t i = 0; i < enumCount<escrow::Consequence>(); ++i) {
            QVERIFY(!explain(static_cast<escrow::Consequence>(i)).isEmpty());
        }
    }

    void aScanNeverSaysEmptyAlone()
    {
        using namespace wallet;
        DiscoveryPlan plan(usualPathSchemes(), {2, 4});
        const auto ask = [&plan](bool used, bool answers) {
            while (const auto probe = plan.next()) {
                AccountUse use;
                use.nonce = used && probe->scheme == 0 && probe->index == 0 ? 1 : 0;
                Address address;
                address.bytes[0] = static_cast<std::uint8_t>(1 + probe->scheme * 8 + probe->index);
                answers || probe->scheme < 3 ? plan.answered(*probe, address, use)
                                             : plan.failed(*probe, Error(ChainError::NodeTimeout));
            }
            return plan.result();
        };
        std::set<QString> all;
        for (const auto& [used, answers] : {std::pair(false, true), {true, true}, {false, false}, {true, false}}) {
            plan = DiscoveryPlan(usualPathSchemes(), {2, 4});
            const Discovery d = ask(used, answers);
            const ErrorText text = verdictOf(d);
            QVERIFY(text.cause.contains(QString::number(d.asked())));
            QVERIFY(text.cause.contains(answers ? QStringLiteral("6 paths") : QStringLiteral("3 paths")));
            QVERIFY(!text.money.isEmpty() && !text.next.isEmpty());
            QVERIFY(!text.cause.contains(QStringLiteral("empty")));
            all.insert(verdictName(d.verdict()));
            for (const SchemeScan& scan : d.scans) {
                QVERIFY(!endOf(scan).isEmpty() && schemeName(scan.scheme.id) != QString::fromStdString(scan.scheme.id));
            }
        }
        QCOMPARE(all.size(), std::size_t(4));
    }

    void whatIsWrongWithASecret()
    {
        const auto cause = [](const char* what) { return describe(Error(SigningError::BadSecret, {what})).cause; };
        std::set<QString> all;
        for (const char* what :
             {"words", "other words", "no words", "key", "keystore", "vault", "vault changed", "file", "file exists"}) {
            all.insert(cause(what));
        }
        QCOMPARE(all.size(), std::size_t(9));
        QVERIFY(cause("other words").contains(QStringLiteral("do not belong")));
    }

    void placeholdersAreFilledOnce()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(fillIn(QStringLiteral("%1 and %2"), {"%2", "b"}), QStringLiteral("%2 and b"));
        QCOMPARE(fillIn(QStringLiteral("%1, %3"), {"a"}), QStringLiteral("a, ") + QChar(0x2026));
        QCOMPARE(fillIn(QStringLiteral("%1:auc"), {"1234567.5"}), QStringLiteral("1,234,567.5 AUC"));
        QCOMPARE(fillIn(QStringLiteral("%1:units"), {"200000000000000000000000"}), QStringLiteral("200,000"));
        QCOMPARE(fillIn(QStringLiteral("%1:who"), {"0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"}),
                 QStringLiteral("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
        QCOMPARE(fillIn(QStringLiteral("%1"), {"a\x1b[31mb\n"}), QStringLiteral("a[31mb"));
        QCOMPARE(fillIn(QStringLiteral("%1"), {std::string(5'000, 'x')}).size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
