// SPDX-License-Identifier: GPL-3.0-or-later
// How to read a report: every mark with its word, and what a report does not say.
#include "report/sections.h"

namespace autochain::report
{
namespace
{
void addEntry(Book& book, const QString& mark, const QString& word, const QString& says)
{
    const QStringList lines = linesOf({9}, says, book.width() - 100);
    book.flow.add({lineHeight({9}) * static_cast<double>(lines.size()) + 4, [=](Canvas& canvas, double x, double y) {
                       if (mark.isEmpty()) {
                           canvas.hatched({x, y + 0.5, 11, 11});
                       } else {
                           canvas.mark(mark, {x, y + 0.5, 11, 11});
                       }
                       canvas.text(x + 18, y + 9.3, word, {9, Face::Strong});
                       canvas.lines(x + 100, y, lines, {9});
                   }});
}
} // namespace

void addGuide(Book& book)
{
    addHeading(book.flow, tr("How to read this"), 15);
    addParagraph(book.flow, tr("What it says about the car"), {9, Face::Medium, ink::soft});
    book.flow.space(3);
    addEntry(book, QStringLiteral("clean"), tr("Clean"), tr("Somebody able to know has looked, and found nothing."));
    addEntry(book, QStringLiteral("attention"), tr("Attention"),
             tr("Something a buyer should read: an accident, a gap, an open recall, a lien."));
    addEntry(book, QStringLiteral("problem"), tr("Problem"),
             tr("Something that changes what the car is worth: a rollback, a branded title, a theft."));
    addEntry(book, QStringLiteral("nodata"), tr("No data"),
             tr("Nobody able to know has looked or told. Never counted as clean."));
    addEntry(book, QString(), tr("Hatched"), tr("Time, years or parts of the car about which nobody said anything."));
    book.flow.space(4);
    addParagraph(book.flow, tr("How surely it stands"), {9, Face::Medium, ink::soft});
    book.flow.space(3);
    addEntry(book, QStringLiteral("proven"), tr("Proven"),
             tr("It follows from a block whose header was checked: the record is in the history, unaltered, and who "
                "wrote it had the role."));
    addEntry(book, QStringLiteral("local"), tr("Local"),
             tr("From a practice chain on one computer. Nothing on it is real."));
    addEntry(book, QStringLiteral("reported"), tr("Reported"),
             tr("Somebody’s word: the owner’s own entry, an insurer’s claim, or a block nobody checked."));
    addEntry(book, QStringLiteral("stale"), tr("Stale"), tr("Was good once; nothing newer was asked for."));
    book.flow.space(4);
    addParagraph(book.flow,
                 tr("A proven record is a record that stands unaltered as its issuer wrote it. It is no promise that "
                    "the issuer told the truth: look who said it. "
                    "Numbers of records count from 1. Dates are in UTC."),
                 {9});
}

} // namespace autochain::report
