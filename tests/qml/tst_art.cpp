// SPDX-License-Identifier: GPL-3.0-or-later
#include "artrenderer.h"
#include "fonts.h"

#include <QDir>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTest>

using autochain::resources::loadFonts;
using autochain::resources::renderArt;

namespace
{

bool hasInk(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 200 && qAbs(pixel.red() - color.red()) < 8 && qAbs(pixel.green() - color.green()) < 8 &&
                qAbs(pixel.blue() - color.blue()) < 8)
                return true;
        }
    }
    return false;
}

} // namespace

class TestArt : public QObject
{
    Q_OBJECT

private slots:
    void everyIconDrawsInTheColourAsked()
    {
        const auto files = QDir(QStringLiteral(":/autochain/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 100);
        for (const QString& file : files) {
            const QString id = QStringLiteral("icon/%1?color=1f4fb8&stroke=1.75").arg(file.chopped(4));
            const QImage image = renderArt(id, QSize(96, 96));
            QCOMPARE(image.size(), QSize(96, 96));
            QVERIFY2(hasInk(image, QColor(0x1f, 0x4f, 0xb8)), qPrintable(id));
        }
    }

    void strokeWidthChangesTheDrawing()
    {
        const QImage thin = renderArt(QStringLiteral("icon/car?color=000000&stroke=1"), QSize(48, 48));
        const QImage thick = renderArt(QStringLiteral("icon/car?color=000000&stroke=3"), QSize(48, 48));
        QVERIFY(thin != thick);
    }

    void carsTakeTheirPaint()
    {
        for (const char* body : {"hatchback", "saloon", "estate", "suv", "coupe", "van", "pickup", "convertible"}) {
            const QString id =
                QStringLiteral(
                    "cars/%1?body=9c4a46&glass=cbaeae&line=b06a66&lamp=f6efdc&tyre=2b2f33&rim=a9aeb8&shadow=c6cacd")
                    .arg(QLatin1String(body));
            const QImage image = renderArt(id, QSize(240, 84));
            QVERIFY2(hasInk(image, QColor(0x9c, 0x4a, 0x46)), body);
            QVERIFY2(hasInk(image, QColor(0x2b, 0x2f, 0x33)), body);
        }
    }

    void refusesWhatIsNotShipped_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("unknown name") << QStringLiteral("icon/no-such-icon?color=000000");
        QTest::newRow("outside the folder") << QStringLiteral("../fonts/OFL-Inter");
        QTest::newRow("deeper outside") << QStringLiteral("icon/../art/hatch?line=000000");
        QTest::newRow("not a colour") << QStringLiteral("icon/car?color=\"/><script>");
        QTest::newRow("not a stroke") << QStringLiteral("icon/car?color=000000&stroke=99");
        QTest::newRow("empty") << QString();
    }

    void refusesWhatIsNotShipped()
    {
        QFETCH(QString, id);
        QVERIFY(renderArt(id, QSize(16, 16)).isNull());
    }

    void sizeIsCapped()
    {
        const QImage image = renderArt(QStringLiteral("hatch?line=000000&ground=ffffff"), QSize(100000, 100000));
        QVERIFY(image.width() <= 4096 && image.height() <= 4096);
    }

    void fontsHaveFiguresOfOneWidth()
    {
        QVERIFY(loadFonts());
        for (const char* family : {"AutoChain Inter", "AutoChain Mono"}) {
            QVERIFY2(QFontDatabase::families().contains(QLatin1String(family)), family);
            for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold, QFont::Bold}) {
                QFont font{QString::fromLatin1(family)};
                font.setPixelSize(13);
                font.setWeight(weight);
                const QFontMetricsF metrics(font);
                for (const QChar figure : QStringLiteral("123456789"))
                    QCOMPARE(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(QLatin1Char('0')));
            }
        }
    }
};

QTEST_MAIN(TestArt)
#include "tst_art.moc"
