// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as PDF: what the pages say, that they are the same every time, and that no change of the file goes unseen.
// Read back with other people's programs (poppler, qpdf).
#include "bundles.h"
#include "crypto/hash.h"
#include "privacy/section.h"
#include "report/inflate.h"
#include "report/opened_sections.h"
#include "report/write_report.h"
#include "vehicle/error.h"
#include "vehicle/vin.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace autochain;
using namespace autochain::report;

namespace
{
ReportOptions options(Paper paper = Paper::A4)
{
    ReportOptions out;
    out.paper = paper;
    out.drawnAt = day(2026, 11, 30);
    out.network = QStringLiteral("Ethereum Classic");
    out.provenance = Provenance::Proven;
    out.body = QStringLiteral("estate");
    out.paint = QStringLiteral("5b7f67");
    out.drawnBy = QStringLiteral("tests");
    return out;
}

QByteArray drawn(const QByteArray& bundle, const ReportOptions& with = options())
{
    const auto pdf = drawReport({with, bundle, {}});
    return pdf.ok() ? *pdf : QByteArray();
}

// A car with two services, each with a private part, and what opens these.
struct Sealed {
    Story story;
    std::vector<OpenedSection> sections;

    explicit Sealed(const std::string& type = "text/plain")
    {
        constexpr auto kKind = vehicle::RecordKind::Service;
        Story probe; // who a repair shop is in these stories
        probe.tell(kKind, day(2026, 1, 1), 1, vehicle::ProviderRole::RepairShop);
        const Address shop = probe.bundle().records.back().provider;
        for (std::uint8_t i = 1; i <= 2; ++i) {
            SecretBytes key(32);
            key.data()[0] = i;
            const auto section = privacy::sealSection(
                probe.bundle().vehicleId, static_cast<std::uint8_t>(kKind), shop, privacy::SectionId{i}, key,
                {"invoice.txt", type, toBytes(std::string_view(i == 1 ? "Timing belt 481.20" : "Brake fluid 39.90"))});
            const Bytes block = privacy::encodeSection(*section);
            vehicle::RecordContent content;
            content.title = "Service with an invoice";
            content.privateSection = vehicle::PrivateSection{sha256(block), block.size(), "autochain-private/1"};
            const auto index = story.tell(kKind, day(2026, 1, i), i, vehicle::ProviderRole::RepairShop, content);
            sections.push_back({index, block, Bytes(key.view().begin(), key.view().end())});
        }
    }
    ReportPacket packet(std::size_t opened) const
    {
        return {options(), story.file(), writeOpened({sections.begin(), sections.begin() + static_cast<int>(opened)})};
    }
};

// Whether a file passes: it is what comes out when its own history is drawn again.
bool passes(const QByteArray& pdf)
{
    const auto again = drawAgain(pdf);
    return again.ok() && *again == pdf;
}
} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysTheSameAsBefore_data();
    void saysTheSameAsBefore();
    void everyPageIsNumbered_data();
    void everyPageIsNumbered();
    void isSoundPdfA();
    void isTheSameTwice();
    void misfitIsSaidAndGivesNoVerdict();
    void emptyHistoryIsNotClean();
    void staleAndOfflineAreSaid();
    void summaryLeavesRecordsOutAndSaysSo();
    void longTableRepeatsItsHead();
    void drivesAreCurvesWithAxes();
    void hostileDrivesAreDrawn();
    void olderDrivesAreToldWithoutCurves();
    void privatePartsArePrintedOnPurposeOnly();
    void privatePartsOfOthersAreRefused();
    void signsWithoutGlyphAreBoxes();
    void flippedBytesAreSeen();
    void changedPageIsSeen();
    void swappedHistoryIsSeen();
    void appendedUpdateIsSeen();
    void savedAgainKeepsTheHistory();
    void printedAgainHasNone();
    void stopsWhenAsked();

private:
    // Output of a program on a file of these bytes.
    QByteArray run(const QString& program, const QStringList& before, const QByteArray& pdf,
                   const QStringList& after = {});
    QString textOf(const QByteArray& pdf)
    {
        return QString::fromUtf8(
            run(QStringLiteral("pdftotext"), {QStringLiteral("-layout")}, pdf, {QStringLiteral("-")}));
    }
    QTemporaryDir m_folder;
    QByteArray m_rich;
};

void TestReport::initTestCase()
{
    QVERIFY(prepareDrawing());
    m_rich = drawn(richStory().file());
    QVERIFY(m_rich.size() > 50'000);
}

QByteArray TestReport::run(const QString& program, const QStringList& before, const QByteArray& pdf,
                           const QStringList& after)
{
    const QString path = m_folder.filePath(QStringLiteral("in.pdf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) {
        return {};
    }
    file.close();
    QProcess process;
    process.start(program, before + QStringList{path} + after);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qWarning() << program << process.errorString() << process.readAllStandardError();
        return {};
    }
    return process.readAllStandardOutput();
}

void TestReport::saysTheSameAsBefore_data()
{
    QTest::addColumn<QByteArray>("bundle");
    QTest::addColumn<QString>("golden");
    QTest::newRow("rich") << richStory().file() << QStringLiteral("rich.txt");
    QTest::newRow("empty") << emptyStory().file() << QStringLiteral("empty.txt");
    QTest::newRow("misfit") << misfit() << QStringLiteral("misfit.txt");
}

// With AUTOCHAIN_WRITE_GOLDEN set the files are written instead; look at the difference before you keep it.
void TestReport::saysTheSameAsBefore()
{
    QFETCH(QByteArray, bundle);
    QFETCH(QString, golden);
    const QString text = textOf(drawn(bundle));
    QVERIFY(!text.isEmpty());
    QFile file(QStringLiteral(AUTOCHAIN_SOURCE_DIR "/tests/app/report/golden/") + golden);
    if (qEnvironmentVariableIsSet("AUTOCHAIN_WRITE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList was = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const QStringList is = text.split(QLatin1Char('\n'));
    for (qsizetype line = 0; line < std::max(was.size(), is.size()); ++line) {
        QVERIFY2(was.value(line) == is.value(line),
                 qPrintable(QStringLiteral("line %1:\n%2\n%3").arg(line + 1).arg(was.value(line), is.value(line))));
    }
}

void TestReport::everyPageIsNumbered_data()
{
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<QString>("size");
    QTest::newRow("A4") << Paper::A4 << QStringLiteral("595 x 842 pts (A4)");
    QTest::newRow("Letter") << Paper::Letter << QStringLiteral("612 x 792 pts (letter)");
}

void TestReport::everyPageIsNumbered()
{
    QFETCH(Paper, paper);
    QFETCH(QString, size);
    const QByteArray pdf = drawn(richStory().file(), options(paper));
    const QString info = QString::fromUtf8(run(QStringLiteral("pdfinfo"), {}, pdf));
    QVERIFY2(info.contains(size), qPrintable(info));
    const QStringList pages = textOf(pdf).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 4);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        QVERIFY(pages[page].contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size())));
    }
}

// What PDF/A-1b asks for, as far as poppler and qpdf can tell; docs/report.md says how it was validated as a whole.
void TestReport::isSoundPdfA()
{
    QVERIFY(run(QStringLiteral("qpdf"), {QStringLiteral("--check")}, m_rich)
                .contains("No syntax or stream encoding errors"));
    const QString fonts = QString::fromUtf8(run(QStringLiteral("pdffonts"), {}, m_rich));
    const QStringList lines = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(lines.size() >= 3);
    for (const QString& line : lines) {
        QVERIFY2(line.contains(QStringLiteral("AutoChain")), qPrintable(line));   // no other font stepped in
        QVERIFY2(line.contains(QStringLiteral("yes no  yes")), qPrintable(line)); // embedded, with Unicode names
    }
    QByteArray open = run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable")},
                          m_rich, {QStringLiteral("-")});
    const qsizetype history = open.indexOf("<acr:history>"); // its base64 may hold any of these words by chance
    QVERIFY(history > 0);
    open.remove(history, open.indexOf("</acr:history>") - history);
    QVERIFY(open.contains("/S /GTS_PDFA1"));
    QVERIFY(open.contains("<pdfaid:part>1</pdfaid:part>"));
    for (const char* banned :
         {"/SMask <<", "/ca 0", "/CA 0", "/EmbeddedFile", "/JavaScript", "/Encrypt", "/Launch", "/URI"}) {
        QVERIFY2(!open.contains(banned), banned);
    }
    QVERIFY(m_rich.contains("/CreationDate (D:20261130100000Z)"));
    QVERIFY(m_rich.contains("<xmp:CreateDate>2026-11-30T10:00:00Z</xmp:CreateDate>"));
}

void TestReport::isTheSameTwice()
{
    QCOMPARE(drawn(richStory().file()), m_rich);
    QVERIFY(passes(m_rich));
}

void TestReport::misfitIsSaidAndGivesNoVerdict()
{
    const QByteArray pdf = drawn(misfit());
    const QStringList pages = textOf(pdf).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY(pages[0].contains(QStringLiteral("does not fit its proof")));
    QCOMPARE(pages[0].count(QStringLiteral("Not shown")), 6);
    QVERIFY(!textOf(pdf).contains(QStringLiteral("Rolled back")));
    for (const char* verdict : {"Rolled back", "None on the title", "Clean", "None recorded"}) {
        QVERIFY2(!pages[0].contains(QLatin1String(verdict)), verdict);
    }
    for (qsizetype page = 1; page < pages.size(); ++page) {
        QVERIFY(pages[page].contains(QStringLiteral("NOT PROVEN")));
    }
}

void TestReport::emptyHistoryIsNotClean()
{
    const QString text = textOf(drawn(emptyStory().file()));
    const QString cover = text.section(QLatin1Char('\f'), 0, 0);
    QVERIFY(cover.count(QStringLiteral("No data")) >= 3);
    QVERIFY(text.contains(QStringLiteral("The maker did not record its production.")));
}

void TestReport::staleAndOfflineAreSaid()
{
    ReportOptions with = options();
    with.provenance = Provenance::Stale;
    with.offline = true;
    const QStringList pages = textOf(drawn(richStory().file(), with)).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY(pages[0].contains(QStringLiteral("From memory: read on 31 Oct 2026, 10:00 UTC")));
    QVERIFY(pages[1].contains(QStringLiteral("Stale")));
    with.provenance = Provenance::Reported;
    with.offline = false;
    QVERIFY(textOf(drawn(richStory().file(), with))
                .section(QLatin1Char('\f'), 0, 0)
                .contains(QStringLiteral("was not checked")));
    with.provenance = Provenance::Local;
    QVERIFY(textOf(drawn(richStory().file(), with))
                .section(QLatin1Char('\f'), 0, 0)
                .contains(QStringLiteral("Practice chain")));
}

void TestReport::summaryLeavesRecordsOutAndSaysSo()
{
    ReportOptions with = options();
    with.scope = Scope::Summary;
    const QByteArray pdf = drawn(richStory().file(), with);
    const QString text = textOf(pdf);
    QVERIFY(!text.contains(QStringLiteral("Every record")));
    QVERIFY(text.contains(QStringLiteral("Not printed: the single records.")));
    const auto packet = findPacket(pdf);
    QVERIFY(packet.ok());
    QCOMPARE(packet->bundle, richStory().file()); // they are inside all the same
}

void TestReport::longTableRepeatsItsHead()
{
    const QString text = textOf(drawn(longStory(300).file()));
    const QStringList pages = text.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    int tables = 0, rows = 0;
    for (const QString& page : pages) {
        const auto found =
            page.count(QStringLiteral("Service: Service")) + page.count(QStringLiteral("Inspection: Check"));
        rows += static_cast<int>(found);
        if (found > 0) {
            ++tables;
            QVERIFY(page.contains(QStringLiteral("Who said it")));
        }
        // A row is never the last thing on its page: what it says comes with it.
        const QStringList lines = page.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const qsizetype foot = lines.size() - 1;
        QVERIFY(foot < 1 || !lines[foot - 1].contains(QStringLiteral("Service: Service")));
    }
    QVERIFY(tables > 15);
    QCOMPARE(rows, 300);
}

void TestReport::drivesAreCurvesWithAxes()
{
    const QString text = textOf(m_rich);
    for (const char* words :
         {"Drive: begun 30 Oct 2026, 08:00 UTC, 30 min, 26 km", "Recorded by: DriveLog ELM327", "Speed, km/h",
          "Coolant, °C", "14.5 to 118.0, mean 84.6", "Measured as well: Fuel level: 38 to 42, mean 40 %",
          "Ran too hot: Coolant 118.0 °C, for 140 s"}) {
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    }
    // The order in which a mechanic looks, beside each other.
    QVERIFY(text.indexOf(QStringLiteral("Speed, km/h")) < text.indexOf(QStringLiteral("Coolant, °C")));
    QVERIFY(text.indexOf(QStringLiteral("Coolant, °C")) < text.indexOf(QStringLiteral("Long fuel trim, %")));
    // A curve is lines, no picture: as many as there are values, none over the stop.
    const QByteArray open =
        run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), QStringLiteral("--stream-data=uncompress")}, m_rich,
            {QStringLiteral("-")});
    QVERIFY(!open.contains("/Subtype /Image"));
    QVERIFY(open.count(" l\n") > 300);
}

void TestReport::hostileDrivesAreDrawn()
{
    Story story;
    vehicle::ObdSessionDetails drive;
    constexpr std::int64_t kFar = 1'000'000'000'000'000;
    drive.durationS = kFar;
    drive.device = std::string(200, 'W');
    for (int i = 0; i < 64; ++i) {
        vehicle::ObdSignal signal{std::string(64, 'W'), "mmmmmmmmmmmmmmmm", i % 10, -kFar, kFar, -kFar, kFar, {}, {}};
        for (std::int64_t at = 0; at < 30; ++at) {
            signal.atS.push_back(i % 2 == 0 ? 0 : at * 30'000'000'000'000);
            signal.values.push_back(i % 3 == 0 ? 7 : at % 2 == 0 ? kFar : -kFar);
        }
        drive.series.push_back(std::move(signal));
        drive.flags.push_back({std::string(64, 'W'), "nothing", kFar, kFar});
    }
    vehicle::RecordContent content;
    content.details = drive;
    story.tell(vehicle::RecordKind::ObdSession, day(2026, 1, 1), 5, vehicle::ProviderRole::ObdDevice, content);
    const QByteArray pdf = drawn(story.file());
    QVERIFY(passes(pdf));
    QVERIFY(textOf(pdf).contains(QStringLiteral("Measured as well")));
}

void TestReport::olderDrivesAreToldWithoutCurves()
{
    Story story;
    for (int i = 1; i <= 14; ++i) {
        vehicle::ObdSessionDetails drive;
        drive.durationS = 100;
        drive.series = {{"vehicleSpeed", "km/h", 0, 0, 5, 9, 3, {0, 50, 100}, {0, 9, 5}}};
        vehicle::RecordContent content;
        content.details = drive;
        story.tell(vehicle::RecordKind::ObdSession, day(2026, 1, i), static_cast<std::uint32_t>(i),
                   vehicle::ProviderRole::ObdDevice, content);
    }
    const QString text = textOf(drawn(story.file()));
    QCOMPARE(text.count(QStringLiteral("Speed, km/h")), 12);
    QCOMPARE(text.count(QStringLiteral("Measured: Speed: 0 to 9, mean 5")), 2);
    QCOMPARE(text.count(QStringLiteral("Its curves lie inside this file")), 2);
}

void TestReport::privatePartsArePrintedOnPurposeOnly()
{
    const Sealed sealed;
    const auto without = drawReport(sealed.packet(0));
    QVERIFY(without.ok());
    QVERIFY(!without->contains("acr:private"));
    QVERIFY(!textOf(*without).contains(QStringLiteral("Timing belt")));
    QCOMPARE(textOf(*without).count(QStringLiteral("Has a private section, sealed; not in this report.")), 2);

    const auto with = drawReport(sealed.packet(1));
    QVERIFY(with.ok() && passes(*with));
    const QString text = textOf(*with);
    QVERIFY(text.section(QLatin1Char('\f'), 0, 0).contains(QStringLiteral("Private: 1 private part of its records")));
    QVERIFY(text.contains(QStringLiteral("PRIVATE · invoice.txt (text/plain, 18 bytes)")));
    QVERIFY(text.contains(QStringLiteral("Timing belt 481.20")));
    QVERIFY(!text.contains(QStringLiteral("Brake fluid")));
    QCOMPARE(text.count(QStringLiteral("Has a private section, sealed; not in this report.")), 1);
    const auto packet = findPacket(*with);
    QVERIFY(packet.ok());
    QCOMPARE(*parseOpened(packet->opened), (std::vector<OpenedSection>{sealed.sections[0]}));

    const auto picture = drawReport(Sealed("image/png").packet(2));
    QVERIFY(picture.ok());
    QCOMPARE(textOf(*picture).count(QStringLiteral("It is no text, so it is not printed.")), 2);
}

// Nothing may stand beside proven things that is not the record's own.
void TestReport::privatePartsOfOthersAreRefused()
{
    const Sealed sealed;
    const auto refused = [](ReportPacket packet, std::vector<OpenedSection> opened) {
        packet.opened = writeOpened(opened);
        const auto drawn = drawReport(packet);
        return !drawn.ok() && drawn.error().is(VehicleError::ReportUnreadable) && drawn.error().args[0] == "private";
    };
    const ReportPacket good = sealed.packet(0);
    QVERIFY(!refused(good, {sealed.sections[0]}));
    OpenedSection other = sealed.sections[0];
    other.key = sealed.sections[1].key;
    QVERIFY(refused(good, {other}));
    other = sealed.sections[0];
    other.block = sealed.sections[1].block;
    other.key = sealed.sections[1].key;
    QVERIFY(refused(good, {other}));
    other = sealed.sections[0];
    other.block.back() ^= 1;
    QVERIFY(refused(good, {other}));
    other = sealed.sections[0];
    other.record = 4'000'000'000'000;
    QVERIFY(refused(good, {other}));
    other.record = sealed.sections[1].record;
    QVERIFY(refused(good, {other}));
    QVERIFY(refused(good, {sealed.sections[1], sealed.sections[0]})); // in order, each once
    QVERIFY(refused(good, {sealed.sections[0], sealed.sections[0]}));
    ReportPacket summary = good;
    summary.options.scope = Scope::Summary;
    QVERIFY(refused(summary, {sealed.sections[0]}));
    ReportPacket unproven = good;
    unproven.bundle = misfit();
    QVERIFY(refused(unproven, {sealed.sections[0]}));
    QVERIFY(!parseOpened("[]").ok());
    QVERIFY(!parseOpened(writeOpened({sealed.sections[0]}).replace("[{", "[ {")).ok());
    QVERIFY(!parseOpened(QByteArray("{")).ok());
}

void TestReport::signsWithoutGlyphAreBoxes()
{
    const QString text = textOf(m_rich);
    QVERIFY(text.contains(QStringLiteral("Жук")));
    QVERIFY(!text.contains(QStringLiteral("中")));
    QVERIFY(text.contains(QStringLiteral("□□")));
}

void TestReport::flippedBytesAreSeen()
{
    const auto original = findPacket(m_rich);
    QVERIFY(original.ok());
    std::mt19937_64 random(7);
    int redrawn = 0;
    for (int i = 0; i < 2'000; ++i) {
        QByteArray changed = m_rich;
        const auto at = static_cast<qsizetype>(random() % static_cast<std::uint64_t>(changed.size()));
        changed[at] = static_cast<char>(changed[at] ^ static_cast<char>(1U << (random() % 8)));
        const auto packet = findPacket(changed);
        if (!packet.ok()) {
            continue; // unreadable, and said so
        }
        // The same packet gives the same pages, which isTheSameTwice() shows; anything else is drawn.
        if (packet->options == original->options && packet->bundle == original->bundle) {
            QVERIFY(changed != m_rich);
            continue;
        }
        ++redrawn;
        QVERIFY2(!passes(changed), qPrintable(QStringLiteral("byte %1").arg(at)));
    }
    qInfo("%d of 2000 were drawn again", redrawn);
}

// One sign of a page's text exchanged, neatly: the stream unpacked, changed and packed again.
void TestReport::changedPageIsSeen()
{
    int changes = 0;
    for (qsizetype at = m_rich.indexOf("stream\n"); at >= 0; at = m_rich.indexOf("stream\n", at + 7)) {
        qsizetype budget = 10'000'000;
        auto content = inflatedBeginning(QByteArrayView(m_rich).sliced(at + 7), budget);
        const qsizetype text = content ? content->indexOf("Tj") : -1;
        if (text < 0) {
            continue;
        }
        const qsizetype end = m_rich.indexOf("\nendstream", at);
        QByteArray other = *content;
        const qsizetype glyph = other.lastIndexOf('>', text) - 1; // <00120034> Tj
        other[glyph] = other[glyph] == '1' ? '2' : '1';
        QByteArray changed = m_rich;
        changed.replace(at + 7, end - at - 7, deflated(other));
        QVERIFY(findPacket(changed).ok());
        QVERIFY(!passes(changed));
        ++changes;
    }
    QVERIFY(changes >= 6);
}

void TestReport::swappedHistoryIsSeen()
{
    const QByteArray other = drawn(emptyStory().file());
    const auto part = [](const QByteArray& pdf) {
        const qsizetype from = pdf.indexOf("<acr:history>");
        return pdf.mid(from, pdf.indexOf("</acr:history>") - from);
    };
    QByteArray changed = m_rich;
    changed.replace(part(m_rich), part(other));
    QVERIFY(findPacket(changed).ok());
    QVERIFY(!passes(changed));
}

void TestReport::appendedUpdateIsSeen()
{
    const QByteArray changed = m_rich + "\n4 0 obj\n<< >>\nendobj\n%%EOF\n";
    QVERIFY(findPacket(changed).ok());
    QVERIFY(!passes(changed));
}

void TestReport::savedAgainKeepsTheHistory()
{
    const QByteArray saved =
        run(QStringLiteral("qpdf"), {QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate")},
            m_rich, {QStringLiteral("-")});
    QVERIFY(!saved.isEmpty());
    const auto packet = findPacket(saved);
    QVERIFY(packet.ok());
    QCOMPARE(packet->bundle, richStory().file());
    QVERIFY(!passes(saved)); // its pages are no longer comparable, so they are not passed
}

void TestReport::printedAgainHasNone()
{
    const QByteArray printed =
        run(QStringLiteral("pdftocairo"), {QStringLiteral("-pdf")}, m_rich, {QStringLiteral("-")});
    QVERIFY(!printed.isEmpty());
    const auto packet = findPacket(printed);
    QVERIFY(!packet.ok());
    QCOMPARE(packet.error().args.front(), std::string("packet"));
}

void TestReport::stopsWhenAsked()
{
    const auto stopped = drawReport({options(), richStory().file(), {}}, [](int page, int) { return page < 3; });
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.error().args.front(), std::string("cancelled"));
}

int main(int argc, char** argv)
{
    prepareProcess();
    QGuiApplication app(argc, argv);
    TestReport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_report.moc"
