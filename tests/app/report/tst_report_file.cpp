// SPDX-License-Identifier: GPL-3.0-or-later
// Options and packet: what is written is read, and nothing else is.
#include "report/inflate.h"
#include "report/proof_code.h"
#include "report/report_packet.h"
#include "vehicle/error.h"

#include <QTest>

using namespace autochain;
using namespace autochain::report;

class TestReportFile : public QObject
{
    Q_OBJECT

private slots:
    void optionsComeBack();
    void optionsRefuse_data();
    void optionsRefuse();
    void packetComesBack();
    void packetInCompressedStream();
    void twoPacketsAreNone();
    void bombIsRefused();
    void noPacket();
    void proofCodeComesBack();
    void proofCodeRefuses();
};

namespace
{
ReportOptions options()
{
    ReportOptions out;
    out.paper = Paper::Letter;
    out.scope = Scope::Summary;
    out.drawnAt = 1'796'000'000;
    out.network = QStringLiteral("Ethereum Classic <&>");
    out.provenance = Provenance::Proven;
    out.body = QStringLiteral("estate");
    out.paint = QStringLiteral("5b7f67");
    return out;
}

QByteArray xmp(const QByteArray& bundle = "{\"a\":1}")
{
    return writeXmp({options(), bundle, {}},
                    {QStringLiteral("Title"), QStringLiteral("AutoChain"), QStringLiteral("Qt")});
}

QByteArray pdfWith(const QByteArray& stream)
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Metadata >>\nstream\n" + stream + "\nendstream\nendobj\n%%EOF\n";
}

std::string whatIsWrong(const QByteArray& pdf)
{
    const auto found = findPacket(pdf);
    return found.ok() ? "nothing" : (found.error().args.empty() ? "" : found.error().args.front());
}
} // namespace

void TestReportFile::optionsComeBack()
{
    const auto read = parseOptions(writeOptions(options()));
    QVERIFY(read.ok());
    QCOMPARE(*read, options());
}

void TestReportFile::optionsRefuse_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = writeOptions(options());
    const auto with = [&](const char* from, const char* to) { return QByteArray(good).replace(from, to); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("another paper") << with("Letter", "A0");
    QTest::newRow("a blank more") << with("{", "{ ");
    QTest::newRow("a key more") << with("{", "{\"a\":1,");
    QTest::newRow("path as body") << with("estate", "../../x");
    QTest::newRow("colour") << with("5b7f67", "zzzzzz");
    QTest::newRow("before time") << with("1796000000", "-1");
    QTest::newRow("after time") << with("1796000000", "999999999999999");
    QTest::newRow("half a second") << with("1796000000", "1796000000.5");
    QTest::newRow("number as text") << with("1796000000", "\"1796000000\"");
    QTest::newRow("language") << with("\"en\"", "\"en/../x\"");
    QTest::newRow("line feed in the name") << with("Classic", "Classic\\n");
    QTest::newRow("long") << with("Classic", QByteArray(5000, 'x').constData());
}

void TestReportFile::optionsRefuse()
{
    QFETCH(QByteArray, json);
    const auto read = parseOptions(json);
    QVERIFY(!read.ok());
    QVERIFY(read.error().is(VehicleError::ReportUnreadable));
}

void TestReportFile::packetComesBack()
{
    const auto found = findPacket(pdfWith(xmp()));
    QVERIFY(found.ok());
    QCOMPARE(found->bundle, QByteArray("{\"a\":1}"));
    QCOMPARE(found->options, options());
}

void TestReportFile::packetInCompressedStream()
{
    const auto found = findPacket(pdfWith(deflated(xmp())));
    QVERIFY(found.ok());
    QCOMPARE(found->bundle, QByteArray("{\"a\":1}"));
}

void TestReportFile::twoPacketsAreNone()
{
    QCOMPARE(whatIsWrong(pdfWith(xmp()) + pdfWith(xmp())), std::string("packets"));
    QCOMPARE(whatIsWrong(pdfWith(xmp()) + pdfWith(deflated(xmp()))), std::string("packets"));
    QCOMPARE(whatIsWrong(pdfWith(deflated(xmp())) + pdfWith(deflated(xmp()))), std::string("packets"));
}

void TestReportFile::bombIsRefused()
{
    const QByteArray zeros(kMaxBundleBytes + 1, '\0');
    QCOMPARE(whatIsWrong(pdfWith(xmp(zeros))), std::string("bundle"));
}

void TestReportFile::noPacket()
{
    QCOMPARE(whatIsWrong("%PDF-1.4\n"), std::string("size"));
    QCOMPARE(whatIsWrong(pdfWith(QByteArray(200, 'x'))), std::string("packet"));
    QCOMPARE(whatIsWrong(pdfWith(QByteArray(200, 'x')) + "/Encrypt 5 0 R"), std::string("encrypted"));
    QByteArray cut = xmp();
    cut.truncate(cut.indexOf("</acr:history>"));
    QCOMPARE(whatIsWrong(pdfWith(cut)), std::string("packet"));
    QCOMPARE(whatIsWrong(pdfWith(xmp().replace("<acr:history>\n", "<acr:history>\n!"))), std::string("packet"));
}

namespace
{
ProofCode code()
{
    ProofCode out;
    out.chainId = 61;
    out.registry.bytes.fill(0xee);
    out.vehicleId.bytes.fill(1);
    out.blockNumber = 25'914'207;
    out.blockHash.bytes.fill(2);
    out.count = 46;
    out.head.bytes.fill(3);
    return out;
}
} // namespace

void TestReportFile::proofCodeComesBack()
{
    const QByteArray text = writeProofCode(code());
    QVERIFY(looksLikeProofCode(text));
    const auto read = parseProofCode(" " + text + "\n"); // as scanners give it
    QVERIFY(read.ok());
    QCOMPARE(*read, code());
}

void TestReportFile::proofCodeRefuses()
{
    const QByteArray good = writeProofCode(code());
    for (qsizetype cut = 0; cut < good.size(); ++cut) {
        QVERIFY(!parseProofCode(good.left(cut)).ok());
    }
    for (const auto& [from, to] :
         {std::pair("chain=61", "chain=061"), std::pair("chain=61", "chain=-1"), std::pair("ee", "EE"),
          std::pair("&count=", "&more=1&count="), std::pair("proof:1", "proof:2")}) {
        QVERIFY2(!parseProofCode(QByteArray(good).replace(from, to)).ok(), to);
    }
    QVERIFY(!parseProofCode(good + "&head=0x").ok());
}

QTEST_GUILESS_MAIN(TestReportFile)
#include "tst_report_file.moc"
