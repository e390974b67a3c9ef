// SPDX-License-Identifier: GPL-3.0-or-later
// A report through the print dialog: into a file without any printer, and to a printing system that is a script.
#include "../../core/await.h"
#include "bundles.h"
#include "print/printhost.h"
#include "report/opened_sections.h"
#include "sample_session.h"
#include "viewmodels/vehicle/reportviewmodel.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QtTest>

using namespace autochain;
using namespace autochain::desktop;

namespace
{
Result<CarReport> richReport()
{
    CarReport out;
    out.bundle = report::richStory().file();
    out.records = 25;
    return out;
}

QCoro::Task<Result<CarReport>> richCar(Hash32 id)
{
    Q_UNUSED(id)
    co_return richReport();
}

// A session with a report that is ready to be printed.
struct Scene {
    SampleSession sample;
    ReportViewModel report{*sample.session, nullptr, &richCar};

    Scene()
    {
        report.begin();
        (void)QTest::qWaitFor([this] { return !report.busy() && report.preview().isValid(); }, 60'000);
    }
    ~Scene() { sample.end(); }
    bool ended()
    {
        return QTest::qWaitFor([this] { return !report.busy(); }, 60'000);
    }
};

// In place of `lp`: notes its arguments and keeps the file.
class FakePrinting
{
public:
    explicit FakePrinting(const QByteArray& end = "exit 0")
    {
        QFile script(m_folder.filePath(QStringLiteral("lp")));
        (void)script.open(QIODevice::WriteOnly);
        script.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > " + args().toUtf8() + "\nfor last; do :; done\ncp \"$last\" " +
                     pdf().toUtf8() + "\n" + end + "\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toUtf8() + ':' + m_path);
    }
    ~FakePrinting() { qputenv("PATH", m_path); }
    QString args() const { return m_folder.filePath(QStringLiteral("args")); }
    QString pdf() const { return m_folder.filePath(QStringLiteral("printed.pdf")); }

private:
    QTemporaryDir m_folder;
    QByteArray m_path;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

report::PagesCheck checked(const QString& pdf)
{
    report::ReportProcess drawer;
    const auto found = autochain::await(drawer.check(pdf));
    return found.ok() ? *found : report::PagesCheck();
}
} // namespace

class TestPrint : public QObject
{
    Q_OBJECT

private slots:
    void dialogPrintsToFile()
    {
        QTemporaryDir folder;
        Scene scene;
        QVERIFY(scene.report.preview().isValid());
        const QSignalSpy wanted(&scene.report, &ReportViewModel::printWanted);
        scene.report.print();
        QCOMPARE(wanted.size(), 1);
        QPrintDialog* dialog = askForPrinter(scene.report, nullptr);
        auto* printers = dialog->findChild<QComboBox*>(QStringLiteral("printers"));
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("filename"));
        QVERIFY(printers != nullptr && name != nullptr);
        printers->setCurrentIndex(printers->count() - 1); // "Print to File (PDF)", after all printers
        const QString file = folder.filePath(QStringLiteral("report.pdf"));
        name->setText(file);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY(!scene.report.note().isEmpty() || scene.report.error().present());
        QVERIFY2(scene.report.note().contains(file), qPrintable(scene.report.error().cause));
        // The very report that can be checked, no print of it.
        const auto pages = checked(file);
        QVERIFY(pages.same);
        QVERIFY(pages.pages > 4);
        QVERIFY(scene.report.saved());
    }

    void printerGetsThePagesAsDrawn()
    {
        const FakePrinting printing;
        Scene scene;
        PrintWish wish;
        wish.printer = QStringLiteral("Office_Laser");
        wish.paper = report::Paper::Letter;
        wish.copies = 2;
        wish.options = QStringList{QStringLiteral("sides=two-sided-long-edge")};
        scene.report.printTo(wish);
        QVERIFY(scene.ended());
        QVERIFY2(scene.report.note().contains(QStringLiteral("Office_Laser")), qPrintable(scene.report.error().cause));
        QVERIFY(!scene.report.saved()); // nothing was kept here
        const QByteArray args = contentOf(printing.args());
        QVERIFY2(args.startsWith("-d\nOffice_Laser\n-t\nVehicle history report\n-n\n2\n-o\nmedia=Letter\n"
                                 "-o\nsides=two-sided-long-edge\n--\n"),
                 args.constData());
        QVERIFY(checked(printing.pdf()).same);
    }

    void refusalIsSaid()
    {
        const FakePrinting printing("echo 'lp: The printer does not exist.' >&2; exit 1");
        Scene scene;
        PrintWish wish;
        wish.printer = QStringLiteral("Gone");
        scene.report.printTo(wish);
        QVERIFY(scene.ended());
        QVERIFY(scene.report.error().cause.contains(QStringLiteral("Gone")));
        QVERIFY(scene.report.error().cause.contains(QStringLiteral("does not exist")));
        QVERIFY(scene.report.note().isEmpty());
    }

    void otherPaperIsScaled()
    {
        QPrinter printer;
        printer.setOutputFileName({});
        printer.setPageSize(QPageSize(QPageSize::A5));
        PrintWish wish = wishOf(printer);
        QCOMPARE(wish.paper, report::Paper::A4);
        QCOMPARE(wish.scaledTo, QStringLiteral("A5"));
        wish.printer = QStringLiteral("p");
        const QStringList args = printArguments(wish, QStringLiteral("f.pdf"), QStringLiteral("t"));
        QVERIFY(args.contains(QStringLiteral("media=A5")));
        QVERIFY(args.contains(QStringLiteral("fit-to-page")));
        printer.setPageSize(QPageSize(QPageSize::Letter));
        QCOMPARE(wishOf(printer).paper, report::Paper::Letter);
        QVERIFY(wishOf(printer).scaledTo.isEmpty());
    }

    void privatePartsAreAskedForEachTime()
    {
        Scene scene;
        int asked = 0;
        scene.report.discloseWith([&]() -> QCoro::Task<Result<QByteArray>> {
            ++asked;
            co_return Result<QByteArray>(Error(SigningError::Declined));
        });
        scene.report.setWithPrivate(true); // none is open
        QCOMPARE(asked, 0);
        scene.report.setPrivateParts(1);
        QVERIFY(!scene.report.withPrivate());
        scene.report.setWithPrivate(true);
        QVERIFY(scene.ended());
        QCOMPARE(asked, 1);
        QVERIFY(!scene.report.withPrivate()); // the signer's person said no
        QVERIFY(scene.report.error().present());
        scene.report.discloseWith([&]() -> QCoro::Task<Result<QByteArray>> {
            // Not of this car: no page is drawn with it.
            report::OpenedSection section;
            section.key = Bytes(32, 7);
            std::vector<report::OpenedSection> sections(1, section);
            co_return Result<QByteArray>(report::writeOpened(sections));
        });
        scene.report.setWithPrivate(true);
        QVERIFY(scene.ended());
        QVERIFY(scene.report.withPrivate());
        QVERIFY(scene.report.error().present());
        scene.report.begin(); // opened again
        QVERIFY(!scene.report.withPrivate());
        QVERIFY(scene.ended());
        QVERIFY(!scene.report.error().present());
    }

    void onlyOptionsAreOptions()
    {
        PrintWish wish;
        wish.printer = QStringLiteral("p");
        wish.options = QStringList{QStringLiteral("number-up=2"), QStringLiteral("a=b; rm"), QStringLiteral("-o"),
                                   QStringLiteral("x=y\n--"), QStringLiteral("job-hold-until=23:00:00")};
        const QStringList args = printArguments(wish, QStringLiteral("f.pdf"), QStringLiteral("t"));
        QCOMPARE(args.mid(6), (QStringList{QStringLiteral("-o"), QStringLiteral("media=A4"), QStringLiteral("-o"),
                                           QStringLiteral("number-up=2"), QStringLiteral("-o"),
                                           QStringLiteral("job-hold-until=23:00:00"), QStringLiteral("--"),
                                           QStringLiteral("f.pdf")}));
    }
};

QTEST_MAIN(TestPrint)
#include "tst_print.moc"
