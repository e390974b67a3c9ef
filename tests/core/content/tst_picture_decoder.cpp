// SPDX-License-Identifier: GPL-3.0-or-later
// The real decoder with real bombs, and the client with programs that behave as a decoder taken over would.
#include "../await.h"
#include "picture_bombs.h"

#include "content/picture_decoder.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace autochain;

namespace
{
Result<Picture> decode(const Bytes& file, PictureLimits limits = {})
{
    return await(PictureDecoder(QStringLiteral(DECODER_PROGRAM)).decode(file, limits));
}

QImage painted(int width, int height, QImage::Format format = QImage::Format_ARGB32)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.setPixelColor(x, y, QColor(x * 255 / width, y * 255 / height, (x ^ y) & 255, 255 - (x & 63)));
        }
    }
    return image;
}

Bytes written(const QImage& image, const char* format)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return {out.begin(), out.end()};
}

QRgb pixelAt(const Picture& picture, int x, int y)
{
    const auto at = static_cast<std::size_t>(4 * (y * picture.width + x));
    return qRgba(picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2], picture.rgba[at + 3]);
}
} // namespace

class TestPictureDecoder : public QObject
{
    Q_OBJECT

private slots:
    void pixels()
    {
        const QImage image = painted(130, 70);
        const auto picture = decode(written(image, "PNG"));
        QVERIFY(picture.ok());
        QCOMPARE(QSize(picture->width, picture->height), QSize(130, 70));
        for (int y = 0; y < 70; ++y) {
            for (int x = 0; x < 130; ++x) {
                QCOMPARE(pixelAt(*picture, x, y), image.pixel(x, y));
            }
        }
    }

    void everyKind()
    {
        for (const auto format : {QImage::Format_RGB32, QImage::Format_Grayscale8, QImage::Format_RGBA64,
                                  QImage::Format_Mono, QImage::Format_Grayscale16}) {
            const QImage image = painted(64, 48).convertToFormat(format);
            const auto picture = decode(written(image, "PNG"));
            QVERIFY(picture.ok());
            QCOMPARE(pixelAt(*picture, 63, 47), image.convertToFormat(QImage::Format_ARGB32).pixel(63, 47));
        }
        const auto jpeg = decode(written(painted(640, 480), "JPEG"));
        QVERIFY(jpeg.ok());
        QCOMPARE(QSize(jpeg->width, jpeg->height), QSize(640, 480));
        QVERIFY(qAbs(qRed(pixelAt(*jpeg, 320, 240)) - 127) < 12);
        const auto gif = decode(makeGif(1, 1));
        QVERIFY(gif.ok());
        QCOMPARE(gif->rgba.size(), std::size_t(4));
    }

    void madeSmaller()
    {
        QImage image(4'000, 3'000, QImage::Format_RGB32);
        image.fill(Qt::red);
        for (int y = 0; y < 3'000; ++y) {
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
            std::fill(row + 2'000, row + 4'000, qRgb(0, 0, 200));
        }
        PictureLimits limits;
        limits.fitWidth = limits.fitHeight = 100;
        const auto picture = decode(written(image, "PNG"), limits);
        QVERIFY(picture.ok());
        QCOMPARE(QSize(picture->width, picture->height), QSize(100, 75));
        QCOMPARE(QSize(picture->originalWidth, picture->originalHeight), QSize(4'000, 3'000));
        QCOMPARE(pixelAt(*picture, 10, 40), qRgb(255, 0, 0));
        QCOMPARE(pixelAt(*picture, 90, 40), qRgb(0, 0, 200));
    }

    void bombs()
    {
        // 30,000 x 30,000 in 110 kB, honest about it.
        auto picture = decode(makePng({30'000, 30'000}));
        QVERIFY(!picture.ok() && picture.error().is(ContentError::PictureTooLarge));
        QCOMPARE(picture.error().args, (std::vector<std::string>{"30000", "30000", "50000000"}));
        picture = decode(makePng({0x7fffffff, 0x7fffffff, 1, 0, 1'000}));
        QVERIFY(!picture.ok());
        picture = decode(makePng({100'000, 100, 1}));
        QVERIFY(!picture.ok() && picture.error().is(ContentError::PictureTooLarge));
        picture = decode(makeGif(65'535, 65'535));
        QVERIFY(!picture.ok() && picture.error().is(ContentError::PictureTooLarge));
        // 49 million pixels of eight bytes: as large as may be; the answer fits into what was asked for.
        picture = decode(makePng({7'000, 7'000, 16, 6}));
        QVERIFY(picture.ok());
        QCOMPARE(QSize(picture->width, picture->height), QSize(2'048, 2'048));
        // More image data than the size says: 300 MB behind 8 x 8 pixels.
        picture = decode(makePng({8, 8, 1, 0, 300'000'000}));
        QVERIFY(picture.ok() ? picture->width == 8 : picture.error().is(ContentError::PictureDamaged));
        // Half a gigabyte of text or colour profile.
        for (const PngBomb& bomb : {PngBomb{8, 8, 1, 0, 0, 500'000'000, 0}, PngBomb{8, 8, 1, 0, 0, 0, 500'000'000}}) {
            picture = decode(makePng(bomb));
            QVERIFY(picture.ok() ? picture->width == 8
                                 : picture.error().is(ContentError::PictureDamaged) ||
                                       picture.error().is(ContentError::PictureTooCostly));
        }
    }

    void memoryAndTimeAreCapped()
    {
        PictureLimits limits;
        limits.memoryMib = 300;
        auto picture = decode(makePng({7'000, 7'000, 16, 6}), limits);
        QVERIFY(!picture.ok() && picture.error().is(ContentError::PictureTooCostly));
        limits = {};
        limits.maxFileBytes = 1'000;
        picture = decode(Bytes(1'001), limits);
        QVERIFY(!picture.ok() && picture.error().is(ContentError::TooLarge));
    }

    void cutOff()
    {
        for (const char* format : {"PNG", "JPEG"}) {
            const Bytes whole = written(painted(300, 200), format);
            QVERIFY(decode(whole).ok());
            for (const std::size_t size :
                 {whole.size() - 1, whole.size() * 9 / 10, whole.size() / 2, whole.size() / 10}) {
                const auto picture = decode(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
                QVERIFY(!picture.ok());
                QVERIFY2(picture.error().is(ContentError::PictureDamaged), picture.error().detail.c_str());
            }
        }
    }

    void otherKindsOfFiles()
    {
        for (const std::string_view text :
             {"", "hello", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "%PDF-1.7", "II*", "BM",
              "/* XPM */\nstatic char*x[]={\"1 1 1 1\",\"a c red\",\"a\"};", "P6 1 1 255 abc"}) {
            const auto picture = decode(toBytes(text));
            QVERIFY(!picture.ok() && picture.error().is(ContentError::NotAPicture));
        }
        const auto picture = decode(toBytes("GIF89a"));
        QVERIFY(!picture.ok());
    }

    // Random damage never hangs and never gives a picture of another size than it says.
    void damaged()
    {
        const Bytes png = written(painted(60, 40), "PNG");
        const Bytes jpeg = written(painted(60, 40), "JPEG");
        std::uint32_t state = 1;
        for (int i = 0; i < 40; ++i) {
            Bytes file = i % 2 == 0 ? png : jpeg;
            for (int change = 0; change < 5; ++change) {
                state = state * 1'664'525 + 1'013'904'223;
                file[(state >> 8) % file.size()] ^= static_cast<std::uint8_t>(1U << (state >> 28) % 8);
            }
            const auto picture = decode(file);
            if (picture.ok()) {
                QCOMPARE(picture->rgba.size(), static_cast<std::size_t>(4 * picture->width * picture->height));
            }
        }
    }

    // It is in its cage while it works: it hangs at its full pipe, and the kernel tells what it may do.
    void theCageIsShut()
    {
        QProcess process;
        process.start(QStringLiteral(DECODER_PROGRAM),
                      {QStringLiteral("50000000"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("10"),
                       QStringLiteral("768")});
        QVERIFY(process.waitForStarted());
        const Bytes png = makePng({1'000, 1'000, 8, 0});
        process.write(reinterpret_cast<const char*>(png.data()), static_cast<qint64>(png.size()));
        process.closeWriteChannel();
        QVERIFY(process.waitForReadyRead());
        const auto proc = [&](const char* name) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QLatin1String(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(proc("status").contains("Seccomp:\t2"));
        QVERIFY(proc("status").contains("NoNewPrivs:\t1"));
        QVERIFY(proc("status").contains("Threads:\t1\n"));
        const QByteArray limits = proc("limits").simplified();
        QVERIFY(limits.contains("Max open files 0 0 "));
        QVERIFY(limits.contains("Max file size 0 0 "));
        QVERIFY(limits.contains("Max core file size 0 0 "));
        QVERIFY(limits.contains("Max cpu time 10 10 "));
        process.kill();
        process.waitForFinished();
    }

    void decodersThatMisbehave_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("error");
        const auto row = [](const char* name, const QByteArray& script, ContentError error) {
            QTest::newRow(name) << script << static_cast<int>(error);
        };
        const QByteArray head =
            R"(printf 'ACP1\000\000\000\000\002\000\000\000\001\000\000\000\002\000\000\000\001\000\000\000')";
        row("sleeps", "exec sleep 60", ContentError::PictureTooCostly);
        row("floods", "exec yes", ContentError::PictureDamaged);
        row("crashes", "kill -SEGV $$", ContentError::PictureDamaged);
        row("killed", "kill -KILL $$", ContentError::PictureTooCostly);
        row("says nothing", "exit 0", ContentError::PictureDamaged);
        row("too few pixels", head + "; printf abcdefg", ContentError::PictureDamaged);
        row("too many pixels", head + "; printf abcdefghi", ContentError::PictureDamaged);
        row("no pixels",
            R"(printf 'ACP1\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000')",
            ContentError::PictureDamaged);
        row("huge sizes",
            R"(printf 'ACP1\000\000\000\000\377\377\377\377\377\377\377\377\000\000\000\000\000\000\000\000')",
            ContentError::PictureDamaged);
        row("no sandbox",
            R"(printf 'ACP1\005\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000')",
            ContentError::DecoderGone);
    }
    void decodersThatMisbehave()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, error);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("decoder")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        PictureLimits limits;
        limits.timeout =
            std::chrono::milliseconds(error == static_cast<int>(ContentError::PictureTooCostly) ? 300 : 10'000);
        limits.fitWidth = limits.fitHeight = 64;
        const auto picture = await(PictureDecoder(file.fileName()).decode(toBytes("anything"), limits));
        QVERIFY(!picture.ok());
        QVERIFY2(picture.error().is(static_cast<ContentError>(error)), picture.error().detail.c_str());
    }

    void notThere()
    {
        for (const QString& program : {QString(), QStringLiteral("/nowhere/autochain-decoder")}) {
            const auto picture = await(PictureDecoder(program).decode(toBytes("x")));
            QVERIFY(!picture.ok() && picture.error().is(ContentError::DecoderGone));
        }
    }
};

QTEST_GUILESS_MAIN(TestPictureDecoder)
#include "tst_picture_decoder.moc"
