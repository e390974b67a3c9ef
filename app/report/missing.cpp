// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody said: stretches of time, topics, documents that are not here.
#include "report/sections.h"

#include "vehicle/vin.h"

#include <QDateTime>

#include <algorithm>

namespace autochain::report
{
namespace
{
using vehicle::RecordKind;
constexpr UnixTime kYear = 366 * 86'400;
constexpr UnixTime kMonth = 30 * 86'400 + 37'800;
constexpr std::size_t kMostListed = 20; // of one sort

struct Stretch {
    UnixTime from, to;
};

// Longer than a year without a record that `counts`, from the first such record (or the first of all) to the end.
template <typename Counts>
std::vector<Stretch> stretches(const Book& book, Counts counts)
{
    std::vector<Stretch> out;
    if (book.car().records.empty()) {
        return out;
    }
    UnixTime last = book.car().records.front().time;
    for (const auto& record : book.car().records) {
        if (counts(record)) {
            if (record.time - last > kYear) {
                out.push_back({last, record.time});
            }
            last = record.time;
        }
    }
    if (book.options.drawnAt - last > kYear) {
        out.push_back({last, book.options.drawnAt});
    }
    return out;
}

void addItem(Book& book, const QString& text)
{
    const QStringList lines = linesOf({9}, text, book.width() - 18);
    book.flow.add({lineHeight({9}) * static_cast<double>(lines.size()) + 4, [=](Canvas& canvas, double x, double y) {
                       canvas.mark(QStringLiteral("nodata"), {x, y + 1, 10, 10});
                       canvas.lines(x + 18, y, lines, {9});
                   }});
}

void addStretches(Book& book, const std::vector<Stretch>& list, const char* words)
{
    for (std::size_t i = 0; i < list.size() && i < kMostListed; ++i) {
        addItem(book, tr(words).arg(book.words.day(list[i].from), book.words.day(list[i].to),
                                    book.words.count((list[i].to - list[i].from) / kMonth)));
    }
    if (list.size() > kMostListed) {
        addItem(book, tr("and %1 more stretches of this sort").arg(list.size() - kMostListed));
    }
}

void addBeginning(Book& book)
{
    const auto analysis = vehicle::analyseVin(book.car().vin.value_or(""));
    if (book.car().records.empty()) {
        addItem(book, tr("Nobody has recorded anything about this car."));
        return;
    }
    const int first = QDateTime::fromSecsSinceEpoch(book.car().records.front().time, Qt::UTC).date().year();
    if (analysis.modelYear && first > *analysis.modelYear + 1) {
        addItem(
            book,
            tr("The car is of model year %1, its first record of %2: nobody recorded the years between on this chain.")
                .arg(*analysis.modelYear)
                .arg(first));
    }
    const auto has = [&](RecordKind kind) {
        return std::any_of(book.car().records.begin(), book.car().records.end(),
                           [&](const auto& r) { return r.kind == kind; });
    };
    if (!has(RecordKind::Production)) {
        addItem(book, tr("The maker did not record its production."));
    }
}

void addTopics(Book& book)
{
    for (const auto& verdict : book.assessment.verdicts) {
        if (verdict.status == vehicle::Status::NoData) {
            addItem(book,
                    topicWord(verdict.topic) + QStringLiteral(": ") + book.words.of(verdict).detail + QLatin1Char('.'));
        }
    }
}

void addContents(Book& book)
{
    QStringList missing, altered, hidden;
    for (const auto& record : book.car().records) {
        const QString number = QString::number(record.index + 1);
        if (record.contentState == vehicle::ContentState::Missing) {
            missing.append(number);
        } else if (record.contentState == vehicle::ContentState::Altered) {
            altered.append(number);
        } else if (record.content.privateSection && !book.source.opened.contains(record.index)) {
            hidden.append(number);
        }
    }
    const auto list = [](const QStringList& numbers) {
        return numbers.mid(0, 30).join(QStringLiteral(", ")) + (numbers.size() > 30 ? QStringLiteral(" …") : QString());
    };
    if (!missing.isEmpty()) {
        addItem(book,
                tr("The text of these records was not to be had: %1. What the chain itself holds of them is printed.")
                    .arg(list(missing)));
    }
    if (!altered.isEmpty()) {
        addItem(book, tr("The text given for these records is not the one the chain names, so it is not printed: %1.")
                          .arg(list(altered)));
    }
    if (!hidden.isEmpty()) {
        addItem(
            book,
            tr("These records have a private section that is not in this report: %1. Its owner can let you read it.")
                .arg(list(hidden)));
    }
}
} // namespace

void addMissing(Book& book)
{
    addHeading(book.flow, tr("What is missing"), 15);
    addParagraph(book.flow,
                 tr("A history holds what people chose to record. Nothing below means that nothing happened."),
                 {9, Face::Regular, ink::quiet}, true);
    addBeginning(book);
    addTopics(book);
    addStretches(book, stretches(book, [](const auto&) { return true; }),
                 "Nobody recorded anything between %1 and %2 (%3 months).");
    addStretches(
        book,
        stretches(book, [](const auto& r) { return r.kind == RecordKind::Service || r.kind == RecordKind::Repair; }),
        "Nobody reported service or repair between %1 and %2 (%3 months).");
    addStretches(book, stretches(book, [](const auto& r) { return r.kind == RecordKind::Inspection; }),
                 "Nobody reported an inspection between %1 and %2 (%3 months).");
    std::vector<Stretch> unread;
    for (const auto& gap : book.assessment.odometer.gaps) {
        unread.push_back({gap.from, gap.to});
    }
    addStretches(book, unread, "Nobody read the odometer between %1 and %2 (%3 months).");
    addContents(book);
    addItem(book, tr("Registers outside this chain were not asked: police, insurers, lenders and authorities that do "
                     "not record here."));
}

} // namespace autochain::report
