// SPDX-License-Identifier: GPL-3.0-or-later
// Every record, oldest first: what, when, the reading, who said it and by which right, what the document says, and what
// others said about it since.
#include "report/detail_lines.h"
#include "report/drive_curves.h"
#include "report/sections.h"

#include "base/hex.h"
#include "crypto/address.h"

#include <algorithm>
#include <map>

namespace autochain::report
{
namespace
{
constexpr UnixTime kYear = 366 * 86'400;
constexpr UnixTime kMonth = 30 * 86'400 + 37'800;
constexpr double kRow = 13;
constexpr qsizetype kChunk = 5; // lines of a text that stay together
constexpr int kMostDrives = 12; // the newest ones are drawn; a device may have told of thousands

struct Columns {
    double number = 0, date = 26, what = 92, km, who, mark;
    explicit Columns(double width) : km(width - 178), who(width - 168), mark(width - 12) {}
};

const Style kHead{8, Face::Medium, ink::soft};
const Style kValue{8.5, Face::Regular, ink::text};
const Style kStrong{8.5, Face::Strong, ink::text};
const Style kQuiet{8, Face::Regular, ink::quiet};
const Style kDetail{8, Face::Regular, ink::soft};

Block tableHead(double width)
{
    return {20, [width](Canvas& canvas, double x, double y) {
                const Columns at(width);
                canvas.fill({x - 4, y, width + 8, 15}, ink::band);
                canvas.text(x + at.number, y + 10.5, tr("No."), kHead);
                canvas.text(x + at.date, y + 10.5, tr("Recorded"), kHead);
                canvas.text(x + at.what, y + 10.5, tr("What"), kHead);
                canvas.text(x + at.km, y + 10.5, tr("km"), kHead, Align::Right);
                canvas.text(x + at.who, y + 10.5, tr("Who said it"), kHead);
            }};
}

// What points at a record: corrections and statements, by the record's index.
using Remarks = std::map<std::uint64_t, std::vector<const vehicle::Record*>>;
Remarks remarksOf(const Book& book)
{
    Remarks out;
    for (const auto& record : book.car().records) {
        if (record.content.corrects && *record.content.corrects < record.index) {
            out[*record.content.corrects].push_back(&record);
        }
    }
    return out;
}

QString whoOf(const vehicle::Record& record, const Address& registry)
{
    if (record.provider == registry) {
        return tr("Registry");
    }
    return record.providerName.empty() ? qs(checksumAddress(record.provider)).left(6) + QChar(0x2026) +
                                             qs(checksumAddress(record.provider)).right(4)
                                       : qs(record.providerName);
}

void addGap(Book& book, UnixTime from, UnixTime to)
{
    const double width = book.width();
    const QString text = tr("Nobody recorded anything for %1 months").arg((to - from) / kMonth);
    const QString when = book.words.month(from) + QStringLiteral(" – ") + book.words.month(to);
    book.flow.add({kRow + 8, [=](Canvas& canvas, double x, double y) {
                       const Columns at(width);
                       const QRectF area(x - 4, y + 2, width + 8, kRow + 3);
                       canvas.hatched(area);
                       canvas.fill({x + at.date - 2, y + 4, widthOf(kQuiet, when) + 4, kRow - 1}, ink::white);
                       canvas.text(x + at.date, y + 12.5, when, {8, Face::Medium, ink::noData});
                       const double left = std::max(at.what, at.date + widthOf(kQuiet, when) + 14);
                       canvas.fill({x + left - 2, y + 4, widthOf(kQuiet, text) + 8, kRow - 1}, ink::white);
                       canvas.text(x + left, y + 12.5, text, {8, Face::Medium, ink::noData});
                   }});
}

struct Row {
    QString number, date, what, km, who, mark;
    bool struck = false, lower = false;
};

void addRow(Book& book, const Row& row, bool keep)
{
    const double width = book.width();
    book.flow.add({kRow + 3,
                   [=](Canvas& canvas, double x, double y) {
                       const Columns at(width);
                       canvas.line({x - 4, y}, {x + width + 4, y}, ink::thin, 0.5);
                       canvas.text(x + at.number, y + 11, row.number, kQuiet);
                       canvas.text(x + at.date, y + 11, row.date, kValue);
                       canvas.text(x + at.what, y + 11, row.what, kStrong);
                       canvas.text(x + at.km, y + 11, row.km,
                                   row.lower ? Style{8.5, Face::Strong, ink::problem} : kValue, Align::Right);
                       canvas.text(x + at.who, y + 11, row.who, kValue);
                       canvas.mark(row.mark, {x + at.mark, y + 3.5, 9, 9});
                       if (row.struck) {
                           canvas.line({x + at.what, y + 8.2}, {x + at.what + widthOf(kStrong, row.what), y + 8.2},
                                       ink::problem, 0.7);
                       }
                   },
                   keep});
}

void addLines(Book& book, const QStringList& lines, const Style& style, const QString& mark = {}, bool keep = false)
{
    for (qsizetype from = 0; from < lines.size(); from += kChunk) {
        const QStringList chunk = lines.mid(from, kChunk);
        const double indent = Columns(book.width()).what;
        const bool first = from == 0;
        book.flow.add(
            {static_cast<double>(chunk.size()) * lineHeight(style) + (from + kChunk >= lines.size() ? 1.5 : 0),
             [=](Canvas& canvas, double x, double y) {
                 if (first && !mark.isEmpty()) {
                     canvas.mark(mark, {x + indent - 12, y + 1.5, 8, 8});
                 }
                 canvas.lines(x + indent, y, chunk, style);
             },
             keep});
    }
}

class Records
{
public:
    explicit Records(Book& book)
        : m_book(book), m_withdrawn(vehicle::supersededRecords(book.car().records)), m_remarks(remarksOf(book)),
          m_textWidth(book.width() - Columns(book.width()).what)
    {
        for (const auto& reading : book.assessment.odometer.readings) {
            if (reading.lower) {
                m_lower.insert({reading.index, true});
            }
        }
        int drives = 0;
        const auto& all = book.car().records;
        for (auto record = all.rbegin(); record != all.rend() && drives < kMostDrives; ++record) {
            if (record->content.detailsAs<vehicle::ObdSessionDetails>() != nullptr) {
                m_drawnFrom = record->index;
                ++drives;
            }
        }
    }
    void add(const vehicle::Record& record);

private:
    void remarks(const vehicle::Record& record);
    void drive(const vehicle::Record& record);
    void text(const QString& words, const Style& style, const QString& mark = {}, bool keep = false)
    {
        addLines(m_book, linesOf(style, words, m_textWidth), style, mark, keep);
    }
    Row rowOf(const vehicle::Record& record) const;

    Book& m_book;
    std::vector<bool> m_withdrawn;
    Remarks m_remarks;
    double m_textWidth;
    std::map<std::uint64_t, bool> m_lower;
    std::uint64_t m_drawnFrom = 0; // drives before this record are told without curves
};

Row Records::rowOf(const vehicle::Record& record) const
{
    const Columns at(m_book.width());
    Row row;
    row.number = QString::number(record.index + 1);
    row.date = m_book.words.day(record.time);
    const QString title = qs(record.content.title);
    row.km = record.odometerKm == 0 ? QStringLiteral("–") : m_book.words.count(record.odometerKm);
    row.what = elided(kStrong, kindWord(record.kind) + (title.isEmpty() ? QString() : QStringLiteral(": ") + title),
                      at.km - at.what - widthOf(kValue, row.km) - 8);
    row.who = elided(kValue, whoOf(record, m_book.source.registry), at.mark - at.who - 6);
    row.mark = provenanceMark(vehicle::provenanceOf(record, m_book.provenance()));
    row.struck = m_withdrawn[record.index];
    row.lower = m_lower.contains(record.index);
    return row;
}

void Records::remarks(const vehicle::Record& record)
{
    if (record.content.corrects && *record.content.corrects < record.index) {
        const auto& original = m_book.car().records[*record.content.corrects];
        const bool correction = record.kind == vehicle::RecordKind::Correction;
        const bool own = original.provider == record.provider;
        const QString about =
            tr("record %1 (%2, %3%4)")
                .arg(QString::number(original.index + 1), m_book.words.day(original.time), kindWord(original.kind),
                     original.odometerKm == 0 ? QString()
                                              : QStringLiteral(", ") + m_book.words.km(original.odometerKm));
        text(correction && own ? tr("Corrects %1, which stays in the history.").arg(about)
             : correction      ? tr("Points at %1, but comes from somebody else and withdraws nothing.").arg(about)
                               : tr("Stands beside %1.").arg(about),
             {8, Face::Medium, ink::attention}, QStringLiteral("attention"));
    }
    const auto about = m_remarks.find(record.index);
    if (about == m_remarks.end()) {
        return;
    }
    for (const vehicle::Record* remark : about->second) {
        const bool correction = remark->kind == vehicle::RecordKind::Correction;
        const bool own = remark->provider == record.provider;
        const QString by =
            tr("record %1 of %2").arg(QString::number(remark->index + 1), m_book.words.day(remark->time));
        const QString said =
            qs(remark->content.title.empty() ? remark->content.notes.substr(0, 160) : remark->content.title);
        text((correction && own ? tr("Withdrawn and corrected by its issuer in %1: %2")
              : correction      ? tr("Disputed in %1: %2")
                                : tr("The owner’s statement in %1: %2"))
                 .arg(by, said),
             {8, Face::Medium, ink::attention}, QStringLiteral("attention"));
    }
}

void Records::drive(const vehicle::Record& record)
{
    const auto* drive = record.content.detailsAs<vehicle::ObdSessionDetails>();
    if (drive == nullptr) {
        return;
    }
    const bool drawn = record.index >= m_drawnFrom;
    const DriveParts parts = partsOf(*drive, drawn);
    const bool curves = !parts.curves.empty(); // they stay with the words about them
    for (const QString& line : driveLines(*drive, parts, m_book.words)) {
        text(line, kDetail, {}, curves);
    }
    if (!drawn && !drive->series.empty()) {
        text(tr("Its curves lie inside this file; drawn are those of the newest %1 drives.").arg(kMostDrives), kQuiet);
    }
    for (const QString& flag : driveFlags(*drive, m_book.words)) {
        text(flag, {8, Face::Medium, ink::attention}, QStringLiteral("attention"), curves);
    }
    addCurves(m_book.flow, *drive, parts, m_book.words, Columns(m_book.width()).what);
}

void Records::add(const vehicle::Record& record)
{
    const Row row = rowOf(record);
    addRow(m_book, row, true);
    const QString right = m_book.source.fits ? rightWord(record) : QString();
    QString who = qs(checksumAddress(record.provider));
    who = right.isEmpty() ? who : right + QStringLiteral(" · ") + who;
    if (row.lower) {
        text(tr("Lower than the reading before."), {8, Face::Strong, ink::problem}, QStringLiteral("problem"));
    }
    const std::string& title = record.content.title;
    if (row.what.endsWith(QChar(0x2026)) && !title.empty()) {
        text(qs(title), kDetail);
    }
    const QStringList content = contentLines(record, m_book.words);
    for (const QString& line : content) {
        text(line, kDetail);
    }
    drive(record);
    addPrivatePart(m_book, record, Columns(m_book.width()).what);
    if (m_book.source.fits) {
        for (const FaultLine& fault : faultLines(record)) {
            text(fault.text, {8, Face::Medium, fault.grave ? ink::problem : ink::noData},
                 fault.grave ? QStringLiteral("problem") : QStringLiteral("nodata"));
        }
    }
    remarks(record);
    text(who, {7.5, Face::Regular, ink::quiet});
    m_book.flow.space(2);
}
} // namespace

void addRecords(Book& book)
{
    book.flow.breakPage();
    addHeading(book.flow, tr("Every record"), 15);
    addParagraph(book.flow,
                 tr("Oldest first, as they stand on the chain. Nothing is ever deleted there: a correction stands "
                    "beside its original. Names are those the "
                    "registry of participants holds for the account."),
                 {9, Face::Regular, ink::quiet});
    if (book.car().records.empty()) {
        book.flow.space(6);
        addBox(book.flow, QStringLiteral("nodata"),
               tr("There is no record. Nobody has said anything about this car on this chain; that is not “clean”."),
               ink::frame, ink::white, ink::noData);
        return;
    }
    book.flow.space(6);
    Block head = tableHead(book.width());
    head.keepWithNext = true;
    book.flow.add(head);
    book.flow.setRunningHead(tableHead(book.width()));
    Records records(book);
    UnixTime last = book.car().records.front().time;
    for (const auto& record : book.car().records) {
        if (record.time - last > kYear) {
            addGap(book, last, record.time);
        }
        last = record.time;
        records.add(record);
    }
    if (book.options.drawnAt - last > kYear) {
        addGap(book, last, book.options.drawnAt);
    }
    book.flow.setRunningHead({});
}

} // namespace autochain::report
