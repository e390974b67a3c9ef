// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/write_report.h"

#include "base/hex.h"
#include "crypto/hash.h"
#include "fonts.h"
#include "report/sections.h"
#include "report/specimen.h"
#include "vehicle/error.h"

#include <QBuffer>
#include <QDateTime>
#include <QHashSeed>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>

namespace autochain::report
{
namespace
{
constexpr char kCreator[] = "AutoChain";
constexpr char kDateMark[] = "/CreationDate (D:";
constexpr char kIdMark[] = "/ID [ <";
constexpr qsizetype kDateLength = 14, kIdLength = 32;

Page pageOf(Paper paper)
{
    Page page;
    page.size = QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter).size(QPageSize::Point);
    return page;
}

Book bookOf(const ReportSource& source, const ReportOptions& options, Flow& flow)
{
    const vehicle::TitleState title{!source.car.state.dealId.isZero(), !source.car.state.lender.isZero()};
    const Provenance chain = source.fits ? options.provenance : Provenance::Reported;
    return {source,
            options,
            Words(options.language),
            vehicle::assess(source.car.records, title, chain, options.drawnAt),
            vehicle::coverageOf(source.car.records, options.drawnAt),
            flow};
}

void addAll(Book& book)
{
    addCover(book);
    if (book.source.fits) { // else nothing is concluded from it
        addSummary(book);
        addMissing(book);
    }
    if (book.options.scope == Scope::Whole) {
        addRecords(book);
        book.flow.space(14);
    }
    addGuide(book);
    addProof(book);
}

// Head and foot of a page; the cover has no head.
void drawFrame(Canvas& canvas, const Book& book, int number, int pages)
{
    const Page& page = book.flow.page();
    const double right = page.size.width() - page.right;
    const Style quiet{8, Face::Regular, ink::quiet};
    if (number > 1) {
        canvas.text(page.left, 36, tr("Vehicle history report · %1").arg(book.vin()), quiet);
        const bool fits = book.source.fits;
        const QString state =
            fits ? provenanceWord(book.options.provenance) : tr("NOT PROVEN: the history does not fit its proof");
        canvas.text(right, 36, state, {8, Face::Strong, fits ? ink::quiet : ink::problem}, Align::Right);
        const double width = widthOf({8, Face::Strong}, state);
        canvas.mark(fits ? provenanceMark(book.options.provenance) : QStringLiteral("problem"),
                    {right - width - 13, 28.5, 9, 9});
        canvas.line({page.left, 43}, {right, 43}, ink::line);
    }
    const double foot = page.size.height() - 26;
    canvas.line({page.left, foot - 12}, {right, foot - 12}, ink::line);
    const QString block = tr("Block %1").arg(QString::number(book.car().block.number));
    canvas.text(page.left, foot,
                book.source.fits ? tr("%1 · fingerprint %2").arg(block, shortHex(book.car().state.history.head))
                                 : tr("%1 · nothing proven").arg(block),
                quiet);
    canvas.text(right, foot, tr("Page %1 of %2").arg(number).arg(pages), quiet, Align::Right);
}

DocumentInfo infoOf(const Book& book)
{
    return {
        tr("Vehicle history report %1").arg(book.car().vin ? qs(*book.car().vin) : qs(toHex0x(book.car().state.id))),
        QLatin1String(kCreator), QStringLiteral("Qt ") + QLatin1String(qVersion())};
}

// Qt writes the present time and a random name; both are made to follow from the content.
Result<QByteArray> withoutChance(QByteArray pdf, UnixTime drawnAt)
{
    const qsizetype date = pdf.indexOf(kDateMark);
    const qsizetype id = pdf.lastIndexOf(kIdMark);
    if (date < 0 || id < 0) {
        return Error(VehicleError::ReportUnreadable, {"drawing"});
    }
    const QByteArray when =
        QDateTime::fromSecsSinceEpoch(drawnAt, Qt::UTC).toString(QStringLiteral("yyyyMMddhhmmss")).toLatin1();
    pdf.replace(date + static_cast<qsizetype>(qstrlen(kDateMark)), kDateLength, when);
    const qsizetype first = id + static_cast<qsizetype>(qstrlen(kIdMark));
    const qsizetype second = first + kIdLength + 3; // "> <"
    pdf.replace(first, kIdLength, QByteArray(kIdLength, '0')).replace(second, kIdLength, QByteArray(kIdLength, '0'));
    const Hash32 digest =
        sha256(BytesView(reinterpret_cast<const std::uint8_t*>(pdf.constData()), static_cast<std::size_t>(pdf.size())));
    const QByteArray name = QByteArray::fromStdString(toHex0x(digest)).mid(2, kIdLength);
    pdf.replace(first, kIdLength, name).replace(second, kIdLength, name);
    return pdf;
}

Result<QByteArray> drawSource(const ReportSource& source, const ReportPacket& packet, const Progress& progress)
{
    Flow flow(pageOf(packet.options.paper));
    Book book = bookOf(source, packet.options, flow);
    addAll(book);
    const auto pages = flow.pages();
    const auto count = static_cast<int>(pages.size());

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        const DocumentInfo info = infoOf(book);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setTitle(info.title);
        writer.setCreator(info.creator);
        writer.setDocumentXmpMetadata(writeXmp(packet, info));
        writer.setPageSize(QPageSize(packet.options.paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(72 * kUnitsPerPoint);
        QPainter painter(&writer);
        Canvas canvas(painter);
        for (int page = 0; page < count; ++page) {
            if (page > 0) {
                writer.newPage();
            }
            flow.draw(canvas, pages[static_cast<std::size_t>(page)]);
            drawFrame(canvas, book, page + 1, count);
            if (progress && !progress(page + 1, count)) {
                return Error(VehicleError::ReportUnreadable, {"cancelled"});
            }
        }
    }
    return withoutChance(buffer.data(), packet.options.drawnAt);
}
} // namespace

void prepareProcess()
{
    QHashSeed::setDeterministicGlobalSeed();
    qputenv("TZ", "UTC");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("LC_ALL", "C.UTF-8");
    for (const char* name :
         {"QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS", "QT_AUTO_SCREEN_SCALE_FACTOR"}) {
        qunsetenv(name);
    }
}

bool prepareDrawing()
{
    return resources::loadFonts();
}

Result<QByteArray> drawReport(const ReportPacket& packet, const Progress& progress)
{
    AC_TRY(const ReportSource source, readSource(packet));
    return drawSource(source, packet, progress);
}

Result<QImage> drawPreview(const ReportPacket& packet, int width)
{
    AC_TRY(const ReportSource source, readSource(packet));
    Flow flow(pageOf(packet.options.paper));
    Book book = bookOf(source, packet.options, flow);
    addAll(book);
    const auto pages = flow.pages();
    const QSizeF points = flow.page().size;
    const int side = std::clamp(width, 100, 2000);
    QImage image(side, qRound(side * points.height() / points.width()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double scale = side / (points.width() * kUnitsPerPoint);
    painter.scale(scale, scale);
    Canvas canvas(painter);
    flow.draw(canvas, pages.front());
    drawFrame(canvas, book, 1, static_cast<int>(pages.size()));
    return image;
}

Result<QByteArray> drawAgain(const QByteArray& pdf, const Progress& progress)
{
    AC_TRY(const ReportPacket packet, findPacket(pdf));
    return drawReport(packet, progress);
}

QString drawnBy(const QString& version)
{
    const ReportSource source = specimen();
    ReportPacket packet;
    packet.options.drawnAt = specimenTime();
    const auto drawn = drawSource(source, packet, {});
    const QByteArray bytes = drawn.ok() ? *drawn : QByteArray();
    const Hash32 digest = sha256(
        BytesView(reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())));
    return QStringLiteral("AutoChain %1, Qt %2, %3")
        .arg(version, QLatin1String(qVersion()), qs(toHex0x(digest)).mid(2, 16));
}

} // namespace autochain::report
