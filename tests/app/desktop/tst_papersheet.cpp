// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/backup/sheetviewmodel.h"

#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace autochain::desktop;

namespace
{
SheetFacts facts()
{
    return {QStringLiteral("Ethereum Classic"), QStringLiteral("Alice Brandt"),
            QStringLiteral("0x4d024A352D19619d13e4a052a3381616C719AE8e"), QDate(2026, 11, 24), QStringLiteral("1.0.0")};
}

// Two pixels per point. Left in the build folder to be looked at.
QImage picture(QPageSize::PageSizeId size, const SheetFacts& on, const QString& name)
{
    const QSizeF points = QPageSize(size).size(QPageSize::Point);
    QImage image((points * 2).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(2.0 / kSheetUnitsPerPoint, 2.0 / kSheetUnitsPerPoint);
    paintSheet(painter, points * kSheetUnitsPerPoint, on);
    painter.end();
    image.save(QStringLiteral(AUTOCHAIN_BINARY_DIR "/") + name);
    return image;
}

// Rows of the picture, from 0 to 1 of its height, that hold anything but the colour at their left edge.
bool isInked(const QImage& image, double from, double to)
{
    for (int y = static_cast<int>(from * image.height()); y < static_cast<int>(to * image.height()); ++y) {
        for (int x = 1; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(0, y)) {
                return true;
            }
        }
    }
    return false;
}

// Horizontal lines to write on: runs of the line's colour that are at least 100 points long.
int writingLines(const QImage& image)
{
    int lines = 0;
    for (int y = 1; y < image.height(); ++y) {
        int run = 0;
        for (int x = 0; x < image.width(); ++x) {
            const bool grey = qGray(image.pixel(x, y)) < 252 && qGray(image.pixel(x, y - 1)) == 255;
            run = grey ? run + 1 : 0;
            lines += run == 200 ? 1 : 0;
        }
    }
    return lines;
}
} // namespace

class TestPaperSheet : public QObject
{
    Q_OBJECT

private slots:
    void hasALineForEveryWord_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("a4") << static_cast<int>(QPageSize::A4);
        QTest::newRow("letter") << static_cast<int>(QPageSize::Letter);
    }
    void hasALineForEveryWord()
    {
        QFETCH(int, size);
        const QString name = QStringLiteral("sheet-%1.png").arg(QLatin1String(QTest::currentDataTag()));
        const QImage image = picture(static_cast<QPageSize::PageSizeId>(size), facts(), name);
        QVERIFY(writingLines(image) >= 24);
        for (const double part : {0.0, 0.12, 0.3, 0.5, 0.7, 0.85, 0.92}) {
            QVERIFY2(isInked(image, part, part + 0.08), qPrintable(QString::number(part)));
        }
        SheetFacts blank = facts();
        blank.address.clear();
        QVERIFY(picture(static_cast<QPageSize::PageSizeId>(size), blank, QStringLiteral("sheet-blank.png")) != image);
    }
    void isOnePage()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
        SheetViewModel sheet(facts(), folder.path());
        sheet.save(QUrl::fromLocalFile(path));
        QVERIFY(sheet.note().contains(path));
        QVERIFY(!sheet.error().present());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF-"));
        const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b(?!s)"));
        QCOMPARE(QString::fromLatin1(pdf).count(page), 1);
    }
    void aFolderThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        SheetViewModel sheet(facts(), folder.path());
        sheet.save(QUrl::fromLocalFile(folder.filePath(QStringLiteral("none/sheet.pdf"))));
        QVERIFY(sheet.note().isEmpty());
        QVERIFY(sheet.error().cause.contains(QStringLiteral("none/sheet.pdf")));
    }
};

QTEST_MAIN(TestPaperSheet)
#include "tst_papersheet.moc"
