// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: which car, what the six topics say in words and shapes, and how to check it.
#include "report/sections.h"

#include "base/hex.h"
#include "crypto/address.h"
#include "vehicle/vin.h"

#include <algorithm>

namespace autochain::report
{
namespace
{
constexpr double kBand = 58;
constexpr double kCell = 78;
constexpr double kGap = 8;

void band(Canvas& canvas, const Book& book)
{
    const double width = book.flow.page().size.width();
    const double left = book.flow.page().left;
    canvas.fill({0, 0, width, kBand}, ink::accent);
    canvas.art(QStringLiteral("marks/brand?color=ffffff&cut=1f4fb8"), {left, 16, 26, 26});
    canvas.text(left + 36, 35, QStringLiteral("AutoChain"), {15, Face::Strong, ink::white});
    canvas.text(width - left, 28, tr("Vehicle history report"), {12, Face::Strong, ink::white}, Align::Right);
    canvas.text(width - left, 43, printable(book.options.network), {9, Face::Regular, ink::white}, Align::Right);
}

// What must be known before anything else is read; empty: nothing.
struct Warning {
    QString mark, text;
    QColor edge, ground, color;
};
std::vector<Warning> warnings(const Book& book)
{
    std::vector<Warning> out;
    if (!book.source.fits) {
        out.push_back(
            {QStringLiteral("problem"),
             tr("This history does not fit its proof. Something in it was altered, added or left out. Nothing in "
                "this report is proven, and no verdict is given. Do not rely on it."),
             ink::problem, ink::problemTint, ink::problem});
    }
    if (book.options.provenance == Provenance::Stale || book.options.offline) {
        out.push_back(
            {QStringLiteral("stale"),
             tr("From memory: read on %1. Nobody was asked again before this was drawn, so what happened since is "
                "not in it.")
                 .arg(book.words.moment(book.car().block.time)),
             ink::attention, ink::attentionTint, ink::attention});
    } else if (book.source.fits && book.options.provenance == Provenance::Reported) {
        out.push_back(
            {QStringLiteral("reported"),
             tr("The block this history is proven against was named by a node and was not checked when this was "
                "drawn. Check the report before you rely on it (last page)."),
             ink::attention, ink::attentionTint, ink::attention});
    }
    if (!book.source.opened.empty()) {
        const auto count = static_cast<std::int64_t>(book.source.opened.size());
        out.push_back({QStringLiteral("attention"),
                       (count == 1 ? tr("Private: %1 private part of its records is printed here, because somebody who "
                                        "may read it wanted it so. Whoever has this file has it, too.")
                                   : tr("Private: %1 private parts of its records are printed here, because somebody "
                                        "who may read them wanted it so. Whoever has this file has them, too."))
                           .arg(book.words.count(count)),
                       ink::attention, ink::attentionTint, ink::attention});
    }
    if (book.options.provenance == Provenance::Local) {
        out.push_back({QStringLiteral("local"), tr("Practice chain: people, cars and money in it are not real."),
                       ink::practice, ink::practiceTint, ink::practice});
    }
    return out;
}

void addIdentity(Book& book)
{
    const double width = book.width();
    const QString title = book.title();
    const QString vin = book.vin();
    const auto analysis = vehicle::analyseVin(book.car().vin.value_or(""));
    const QString digit = !book.car().vin          ? tr("the VIN was not learned; this is the title’s number")
                          : analysis.checkRequired ? tr("check digit %1, correct").arg(QLatin1Char(analysis.checkFound))
                                                   : tr("check digit not used by this maker");
    const QString body = book.options.body;
    const QString paint = book.options.paint.isEmpty() ? QStringLiteral("8a929c") : book.options.paint;
    const QString holder = book.source.fits ? qs(checksumAddress(book.car().state.holder)) : tr("somebody; not proven");
    const QString drawn = tr("Drawn %1 from block %2 of %3")
                              .arg(book.words.moment(book.options.drawnAt),
                                   book.words.count(static_cast<std::int64_t>(book.car().block.number)),
                                   book.words.day(book.car().block.time));
    const QString records =
        book.car().records.size() == 1
            ? tr("1 record")
            : tr("%1 records").arg(book.words.count(static_cast<std::int64_t>(book.car().records.size())));
    const double tile = 190;
    book.flow.add({128, [=](Canvas& canvas, double x, double y) {
                       const double text = width - tile - 16;
                       const QStringList name = linesOf({20, Face::Strong}, title, text).mid(0, 2);
                       canvas.lines(x, y + (name.size() == 1 ? 16 : 0), name, {20, Face::Strong});
                       canvas.text(x, y + 66, vin, {13, Face::Mono});
                       canvas.text(x, y + 80, digit, {8.5, Face::Regular, ink::quiet});
                       canvas.text(x, y + 97, records, {9, Face::Medium});
                       canvas.text(x + widthOf({9, Face::Medium}, records) + 8, y + 97, tr("title held by"),
                                   {9, Face::Regular, ink::quiet});
                       canvas.text(x, y + 110, holder, {8, Face::Mono, ink::soft});
                       canvas.text(x, y + 123, drawn, {8.5, Face::Regular, ink::quiet});
                       const QRectF area(x + width - tile, y, tile, 112);
                       canvas.fill(area, ink::band, 6);
                       const QString colors =
                           QStringLiteral(
                               "?body=%1&glass=f4f6f8&line=3c434c&lamp=f3e3b0&tyre=2d3238&rim=d5d9de&shadow=c3c9d0")
                               .arg(paint);
                       canvas.art(QStringLiteral("cars/") + (body.isEmpty() ? QStringLiteral("saloon") : body) + colors,
                                  area.adjusted(12, 10, -12, -18));
                       canvas.text(area.center().x(), area.bottom() - 6, tr("drawing, no photo"),
                                   {7, Face::Regular, ink::quiet}, Align::Center);
                   }});
    book.flow.space(14);
}

struct Cell {
    QString topic, mark, fact, provenance;
    QStringList detail;
    QString rests;
    QColor edge, ground, color;
    bool hatched = false;
};

QString restsOn(const vehicle::Verdict& verdict)
{
    QStringList numbers;
    for (std::size_t i = 0; i < verdict.records.size() && i < 6; ++i) {
        numbers.append(QString::number(verdict.records[i] + 1));
    }
    return numbers.isEmpty()
               ? QString()
               : (numbers.size() == 1 ? tr("record %1") : tr("records %1")).arg(numbers.join(QStringLiteral(", "))) +
                     (verdict.records.size() > 6 ? QStringLiteral(" …") : QString());
}

Cell cellOf(const Book& book, const vehicle::Verdict& verdict, double width)
{
    const auto words = book.words.of(verdict);
    Cell out;
    out.topic = topicWord(verdict.topic);
    out.hatched = verdict.status == vehicle::Status::NoData || !book.source.fits;
    out.mark = statusMark(book.source.fits ? verdict.status : vehicle::Status::NoData);
    out.fact = book.source.fits ? words.fact : tr("Not shown");
    out.detail = linesOf({8.5}, book.source.fits ? words.detail : tr("the history does not fit its proof"), width - 20)
                     .mid(0, 3);
    out.rests = book.source.fits ? restsOn(verdict) : QString();
    out.provenance = out.hatched ? QString() : provenanceMark(std::max(book.provenance(), verdict.provenance));
    const bool problem = verdict.status == vehicle::Status::Problem && book.source.fits;
    const bool attention = verdict.status == vehicle::Status::Attention && book.source.fits;
    out.edge = problem ? ink::problem : attention ? ink::attention : ink::frame;
    out.ground = problem ? ink::problemTint : attention ? ink::attentionTint : ink::white;
    out.color = out.hatched ? ink::noData : problem ? ink::problem : attention ? ink::attention : ink::clean;
    return out;
}

void drawCell(Canvas& canvas, const Cell& cell, const QRectF& area)
{
    if (cell.hatched) {
        canvas.hatched(area);
        canvas.fill(area.adjusted(5, 5, -5, -5), ink::white, 3);
    } else {
        canvas.fill(area, cell.ground, 4);
    }
    canvas.outline(area, cell.edge, 0.8, 4, cell.hatched);
    const double x = area.x() + 10, y = area.y();
    canvas.text(x, y + 16, cell.topic, {8.5, Face::Regular, ink::soft});
    if (!cell.provenance.isEmpty()) {
        canvas.mark(cell.provenance, {area.right() - 19, y + 8.5, 9, 9});
    }
    canvas.mark(cell.mark, {x, y + 22, 12, 12});
    canvas.text(x + 17, y + 32, cell.fact, {11, Face::Strong, cell.color});
    const double below = canvas.lines(x, y + 38, cell.detail, {8.5, Face::Regular, ink::text});
    if (below < area.bottom() - 12) {
        canvas.text(x, area.bottom() - 6, cell.rests, {7.5, Face::Regular, ink::quiet});
    }
}

int weight(vehicle::Status status)
{
    return status == vehicle::Status::Problem     ? 0
           : status == vehicle::Status::Attention ? 1
           : status == vehicle::Status::Clean     ? 2
                                                  : 3;
}

void addVerdicts(Book& book)
{
    std::vector<vehicle::Verdict> sorted(book.assessment.verdicts.begin(), book.assessment.verdicts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return weight(a.status) < weight(b.status); });
    const double width = (book.width() - 2 * kGap) / 3;
    std::vector<Cell> cells;
    for (const auto& verdict : sorted) {
        cells.push_back(cellOf(book, verdict, width));
    }
    book.flow.add(
        {2 * kCell + kGap + 6, [=](Canvas& canvas, double x, double y) {
             for (std::size_t i = 0; i < cells.size(); ++i) {
                 const auto column = static_cast<double>(i % 3), row = static_cast<double>(i / 3);
                 drawCell(canvas, cells[i], {x + column * (width + kGap), y + row * (kCell + kGap), width, kCell});
             }
         }});
    addParagraph(book.flow,
                 tr("“No data” means that nobody able to know has looked or told. It is never counted as clean."),
                 {8, Face::Regular, ink::quiet});
}

void addFirstThings(Book& book)
{
    if (!book.source.fits) {
        return;
    }
    const auto& odometer = book.assessment.odometer;
    if (odometer.rolledBack()) {
        book.flow.space(6);
        addBox(book.flow, QStringLiteral("problem"),
               tr("Likely true distance today: about %1, not %2.")
                   .arg(book.words.km(odometer.likelyTrueKm), book.words.km(odometer.lastKm)),
               ink::problem, ink::problemTint, ink::problem);
    }
}

void addContents(Book& book)
{
    addHeading(book.flow, tr("In this report"), 11);
    QStringList parts;
    if (book.source.fits) {
        parts.append(tr("Summary: odometer, owners, accidents on the body, recalls and liens, who recorded when"));
        parts.append(tr("What is missing: stretches and topics about which nobody said anything"));
    }
    if (book.options.scope == Scope::Whole) {
        parts.append(
            tr("Every record: what, when, who said it and by which right, corrections beside their originals"));
    } else {
        parts.append(
            tr("Not printed: the single records. They are inside this file all the same, and in the whole report."));
    }
    parts.append(tr("How to read this, and the proof anybody can check again"));
    for (const QString& part : parts) {
        const QStringList lines = linesOf({9}, part, book.width() - 14);
        book.flow.add(
            {lineHeight({9}) * static_cast<double>(lines.size()) + 3, [=](Canvas& canvas, double x, double y) {
                 canvas.disc({x + 4, y + 6}, 1.6, ink::accent);
                 canvas.lines(x + 14, y, lines, {9});
             }});
    }
}

void addCheckBox(Book& book)
{
    const double width = book.width();
    const bool fits = book.source.fits;
    const QByteArray code = proofCode(book.source);
    const QString head = tr("Check it yourself");
    const QString text =
        book.source.fits
            ? tr("The whole history lies inside this file together with its proof. The program AutoChain draws "
                 "the report again from it and compares every byte:\n    autochain-cli vehicle verify FILE.pdf\n"
                 "On paper: the square holds the chain, the block and the history’s fingerprint. Compare them with "
                 "any node of the network; the last page says how.")
            : tr("What lies inside this file does not hold. Ask whoever gave it to you for another one, or ask the "
                 "chain yourself.");
    const QStringList lines = linesOf({9}, text, width - 140);
    book.flow.space(12);
    book.flow.add({124, [=](Canvas& canvas, double x, double y) {
                       canvas.outline({x, y, width, 122}, ink::accent, 0.8, 6);
                       if (fits) {
                           canvas.qr(code, {x + 6, y + 6, 110, 110});
                       } else {
                           canvas.mark(QStringLiteral("problem"), {x + 41, y + 41, 40, 40});
                       }
                       canvas.text(x + 126, y + 22, head, {11, Face::Strong, ink::accent});
                       canvas.lines(x + 126, y + 30, lines, {9});
                   }});
}
} // namespace

QString Book::title() const
{
    const auto analysis = vehicle::analyseVin(car().vin.value_or(""));
    QString out = analysis.maker.empty() ? tr("Car") : printable(qs(analysis.maker));
    return analysis.modelYear ? out + QStringLiteral(", %1").arg(*analysis.modelYear) : out;
}

void addCover(Book& book)
{
    const double top = book.flow.page().top;
    const double left = book.flow.page().left;
    const Book* self = &book;
    book.flow.add({kBand - top + 26, [=](Canvas& canvas, double x, double) {
                       Q_UNUSED(x)
                       Q_UNUSED(left)
                       band(canvas, *self);
                   }});
    for (const Warning& warning : warnings(book)) {
        addBox(book.flow, warning.mark, warning.text, warning.edge, warning.ground, warning.color);
    }
    addIdentity(book);
    addVerdicts(book);
    addFirstThings(book);
    addContents(book);
    addCheckBox(book);
}

} // namespace autochain::report
