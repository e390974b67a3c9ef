// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and short lists: odometer, owners, accidents, recalls and liens, who recorded when.
#include "report/sections.h"

#include "crypto/address.h"
#include "vehicle/looked.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace autochain::report
{
namespace
{
constexpr std::size_t kMostListed = 8; // in the summary; the records have them all

struct Lines {
    QStringList text;
    QString mark;
};

// Texts under each other in a column, each behind its mark.
double drawList(Canvas& canvas, const std::vector<Lines>& list, double x, double y)
{
    const Style style{8.5};
    for (const Lines& entry : list) {
        canvas.mark(entry.mark, {x, y + 1.5, 8.5, 8.5});
        y = canvas.lines(x + 14, y, entry.text, style) + 3;
    }
    return y;
}

QString zonesOf(const vehicle::AccidentEntry& accident)
{
    QStringList zones;
    for (const auto zone : accident.zones) {
        zones.append(zoneWord(zone));
    }
    return zones.isEmpty() ? tr("where it was hit is not said") : zones.join(QStringLiteral(", "));
}

std::vector<Lines> accidentLines(const Book& book, const std::vector<vehicle::AccidentEntry>& accidents, double width)
{
    std::vector<Lines> out;
    for (std::size_t i = 0; i < accidents.size() && i < kMostListed; ++i) {
        const auto& accident = accidents[i];
        QString text = tr("%1  %2: %3").arg(QString::number(i + 1), book.words.day(accident.time), zonesOf(accident));
        if (accident.cost) {
            text += QStringLiteral(", ") + book.words.money(*accident.cost);
        }
        text += accident.repaired ? tr(", repaired") : tr(", no repair recorded");
        text += tr(" (record %1)").arg(accident.index + 1);
        out.push_back({linesOf({8.5}, text, width - 14),
                       accident.repaired ? QStringLiteral("attention") : QStringLiteral("problem")});
    }
    if (accidents.size() > kMostListed) {
        out.push_back(
            {{tr("and %1 more among the records").arg(accidents.size() - kMostListed)}, QStringLiteral("attention")});
    }
    return out;
}

void addAccidents(Book& book)
{
    const auto accidents = vehicle::accidentsOf(book.car().records);
    const auto& verdict = book.assessment.of(vehicle::Topic::Accidents);
    const bool looked = verdict.status != vehicle::Status::NoData;
    const double map = 220;
    auto list = accidentLines(book, accidents, book.width() - map - 24);
    if (list.empty()) {
        const auto words = book.words.of(verdict);
        list.push_back({linesOf({8.5}, words.fact + QStringLiteral(": ") + words.detail, book.width() - map - 38),
                        statusMark(verdict.status)});
    }
    addHeading(book.flow, tr("Accidents"), 11);
    double height = 0;
    for (const Lines& entry : list) {
        height += static_cast<double>(entry.text.size()) * lineHeight({8.5}) + 3;
    }
    book.flow.add({std::max(126.0, height + 4), [=](Canvas& canvas, double x, double y) {
                       drawBodyMap(canvas, accidents, looked, {x, y, map, 122});
                       drawList(canvas, list, x + map + 24, y + 4);
                   }});
}

// The verdict of a topic and the records it rests on, in a column.
std::vector<Lines> topicLines(const Book& book, vehicle::Topic topic, double width)
{
    const auto& verdict = book.assessment.of(topic);
    const auto words = book.words.of(verdict);
    std::vector<Lines> out = {
        {linesOf({8.5}, words.fact + QStringLiteral(": ") + words.detail, width - 14), statusMark(verdict.status)}};
    const auto wanted = [&](vehicle::RecordKind kind) {
        using K = vehicle::RecordKind;
        return topic == vehicle::Topic::Recalls ? kind == K::RecallOpened || kind == K::RecallClosed
                                                : kind == K::Lien || kind == K::LienRelease;
    };
    std::size_t listed = 0, all = 0;
    for (auto record = book.car().records.rbegin(); record != book.car().records.rend(); ++record) {
        if (!wanted(record->kind) || ++all > kMostListed) {
            continue;
        }
        ++listed;
        const QString named = qs(record->content.reference.empty() ? record->content.title : record->content.reference);
        out.push_back({linesOf({8.5},
                               tr("%1: %2 %3 (record %4)")
                                   .arg(book.words.day(record->time), kindWord(record->kind), named)
                                   .arg(record->index + 1),
                               width - 14),
                       provenanceMark(vehicle::provenanceOf(*record, book.provenance()))});
    }
    if (all > listed) {
        out.push_back({{tr("and %1 more among the records").arg(all - listed)}, QStringLiteral("reported")});
    }
    return out;
}

void addRecallsAndLiens(Book& book)
{
    const double column = (book.width() - 20) / 2;
    const auto recalls = topicLines(book, vehicle::Topic::Recalls, column);
    const auto liens = topicLines(book, vehicle::Topic::Liens, column);
    const auto heightOf = [](const std::vector<Lines>& list) {
        double height = 0;
        for (const Lines& entry : list) {
            height += static_cast<double>(entry.text.size()) * lineHeight({8.5}) + 3;
        }
        return height;
    };
    book.flow.space(10);
    book.flow.add({22 + std::max(heightOf(recalls), heightOf(liens)), [=](Canvas& canvas, double x, double y) {
                       canvas.text(x, y + 11, tr("Recalls"), {11, Face::Strong});
                       drawList(canvas, recalls, x, y + 18);
                       canvas.text(x + column + 20, y + 11, tr("Liens"), {11, Face::Strong});
                       drawList(canvas, liens, x + column + 20, y + 18);
                   }});
}

int yearOf(UnixTime time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).date().year();
}
} // namespace

void drawOwners(Canvas& canvas, const Book& book, const QRectF& area)
{
    const auto& owners = book.car().owners;
    if (owners.empty()) {
        canvas.hatched(area.adjusted(0, 0, 0, -14));
        const QString words = tr("No data: the chain of owners has a hole, so none is shown.");
        canvas.fill({area.x() + 6, area.y() + 3, widthOf({8.5}, words) + 8, 14}, ink::white);
        canvas.text(area.x() + 10, area.y() + 13, words, {8.5, Face::Regular, ink::noData});
        return;
    }
    const UnixTime now = book.options.drawnAt;
    const double whole = static_cast<double>(std::max<UnixTime>(1, now - owners.front().from));
    double x = area.x(), labelEnd = area.x();
    for (std::size_t i = 0; i < owners.size(); ++i) {
        const UnixTime until = std::max(owners[i].until.value_or(now), owners[i].from);
        const double width = area.width() * static_cast<double>(until - owners[i].from) / whole;
        const QRectF bar(x, area.y(), std::max(1.0, width - 2), 20);
        canvas.fill(bar, i % 2 == 0 ? ink::accentTint : ink::band, 3);
        canvas.outline(bar, ink::frame, 0.4, 3);
        const QString words = book.words.span(until - owners[i].from);
        if (widthOf({8.5, Face::Medium}, words) + 6 < bar.width()) {
            canvas.text(bar.center().x(), bar.y() + 13, words, {8.5, Face::Medium, ink::accent}, Align::Center);
        }
        if (x >= labelEnd) {
            labelEnd = x + 24;
            canvas.text(x, area.y() + 31, QString::number(yearOf(owners[i].from)), {7.5, Face::Regular, ink::quiet});
        }
        x += width;
    }
}

void drawCoverage(Canvas& canvas, const Book& book, const QRectF& area)
{
    const auto& coverage = book.coverage;
    if (coverage.lastYear < coverage.firstYear) {
        canvas.hatched(area.adjusted(0, 0, 0, -14));
        return;
    }
    const double names = 78;
    const int last = coverage.lastYear;
    const int first = std::max(coverage.firstYear, last - 24);
    const double cell = std::min(22.0, (area.width() - names) / (last - first + 1));
    for (int year = first; year <= last; ++year) {
        if ((last - year) % 2 == 0) {
            canvas.text(area.x() + names + (year - first + 0.5) * cell, area.y() + 8,
                        QString::number(year % 100).rightJustified(2, QLatin1Char('0')), {7, Face::Regular, ink::quiet},
                        Align::Center);
        }
    }
    for (std::size_t row = 0; row < coverage.counts.size(); ++row) {
        const double y = area.y() + 12 + static_cast<double>(row) * 16;
        canvas.text(area.x(), y + 10, coverageWord(row), {8.5, Face::Regular, ink::soft});
        for (int year = first; year <= last; ++year) {
            const auto at = static_cast<std::size_t>(year - coverage.firstYear);
            const int count = at < coverage.counts[row].size() ? coverage.counts[row][at] : 0;
            const QRectF box(area.x() + names + (year - first) * cell, y, cell - 2, 14);
            if (count == 0) {
                canvas.hatched(box);
            } else {
                canvas.fill(box, ink::accent, 2);
                canvas.text(box.center().x(), box.y() + 9.8,
                            count > 99 ? QStringLiteral("99+") : QString::number(count),
                            {cell < 16 ? 5.5 : 7.0, Face::Strong, ink::white}, Align::Center);
            }
        }
    }
}

void addSummary(Book& book)
{
    Book* self = &book;
    const double width = book.width();
    book.flow.breakPage();
    addHeading(book.flow, tr("Summary"), 15);
    addHeading(book.flow, tr("Odometer"), 11);
    book.flow.add({196, [=](Canvas& canvas, double x, double y) { drawOdometer(canvas, *self, {x, y, width, 190}); }});
    const auto words = book.words.of(book.assessment.of(vehicle::Topic::Odometer));
    addParagraph(book.flow, words.fact + QStringLiteral(": ") + words.detail + QLatin1Char('.'), {9, Face::Medium});
    const auto owners = book.car().owners.size();
    addHeading(book.flow, owners == 0 ? tr("Holders of the title") : tr("Holders of the title: %1").arg(owners), 11);
    book.flow.add({36, [=](Canvas& canvas, double x, double y) { drawOwners(canvas, *self, {x, y, width, 34}); }});
    addAccidents(book);
    addRecallsAndLiens(book);
    addHeading(book.flow, tr("Who recorded, and when"), 11);
    book.flow.add({112,
                   [=](Canvas& canvas, double x, double y) {
                       drawCoverage(canvas, *self, {x, y, width, 110});
                   },
                   true});
    addParagraph(book.flow,
                 tr("A number: so many records of that year. Hatched: nobody of that kind recorded anything. That is "
                    "not “clean”."),
                 {8, Face::Regular, ink::quiet});
}

} // namespace autochain::report
