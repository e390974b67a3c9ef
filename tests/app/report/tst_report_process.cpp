// SPDX-License-Identifier: GPL-3.0-or-later
// The program as the suite runs it: draws, is checked, is stopped.
#include "../../core/await.h"
#include "bundles.h"
#include "report/report_packet.h"
#include "report/report_process.h"
#include "vehicle/error.h"

#include <QCoroTask>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace autochain;
using namespace autochain::report;

class TestReportProcess : public QObject
{
    Q_OBJECT

private slots:
    void drawsAndChecks();
    void saysWhatIsChanged();
    void drawsAnew();
    void previewIsAPicture();
    void stopsAndLeavesNoFile();
    void refusesWhatIsNoReport();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
    ReportProcess m_drawer{QStringLiteral(AUTOCHAIN_BINARY_DIR "/bin/autochain-report")};
};

namespace
{
ReportPacket packet(const Story& story)
{
    ReportPacket out;
    out.bundle = story.file();
    out.options.drawnAt = day(2026, 11, 30);
    out.options.network = QStringLiteral("Ethereum Classic");
    out.options.provenance = Provenance::Proven;
    return out;
}
} // namespace

void TestReportProcess::drawsAndChecks()
{
    int last = 0, pages = 0;
    const auto drawn = autochain::await(m_drawer.draw(packet(richStory()), path("a.pdf"), [&](int page, int all) {
        last = page;
        pages = all;
    }));
    QVERIFY(drawn.ok());
    QVERIFY(pages > 4 && last == pages);
    const auto check = autochain::await(m_drawer.check(path("a.pdf")));
    QVERIFY(check.ok());
    QVERIFY(check->same && check->comparable());
    QCOMPARE(check->pages, pages);
}

void TestReportProcess::saysWhatIsChanged()
{
    QFile file(path("a.pdf"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 2'000));
    QVERIFY(file.write("0000") == 4);
    file.close();
    const auto check = autochain::await(m_drawer.check(path("a.pdf")));
    QVERIFY(check.ok());
    QVERIFY(!check->same && check->comparable());
}

void TestReportProcess::drawsAnew()
{
    QVERIFY(autochain::await(m_drawer.redraw(path("a.pdf"), path("b.pdf"))).ok());
    const auto check = autochain::await(m_drawer.check(path("b.pdf")));
    QVERIFY(check.ok() && check->same);
}

void TestReportProcess::previewIsAPicture()
{
    const auto picture = autochain::await(m_drawer.preview(packet(richStory()), 400));
    QVERIFY(picture.ok());
    const QImage image = QImage::fromData(picture->data(), static_cast<int>(picture->size()));
    QCOMPARE(image.width(), 400);
    QVERIFY(image.height() > 500);
}

void TestReportProcess::stopsAndLeavesNoFile()
{
    QTimer::singleShot(400, this, [this] { m_drawer.cancel(); });
    const auto drawn =
        autochain::await(m_drawer.draw(packet(longStory(6'000)), path("long.pdf"), ReportPort::Progress()));
    QVERIFY(!drawn.ok());
    QCOMPARE(drawn.error().args.front(), std::string("cancelled"));
    QVERIFY(!QFile::exists(path("long.pdf")));
}

void TestReportProcess::refusesWhatIsNoReport()
{
    QFile file(path("c.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4\n" + QByteArray(100, 'x'));
    file.close();
    const auto check = autochain::await(m_drawer.check(path("c.pdf")));
    QVERIFY(!check.ok());
    QVERIFY(check.error().is(VehicleError::ReportUnreadable));
}

QTEST_GUILESS_MAIN(TestReportProcess)
#include "tst_report_process.moc"
