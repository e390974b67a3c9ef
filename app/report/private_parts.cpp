// SPDX-License-Identifier: GPL-3.0-or-later
// Private parts of records: as a rule only that there is one; its text where a reader of it wanted it in the report.
#include "report/sections.h"

#include "base/hex.h"
#include "crypto/hash.h"

#include <algorithm>

namespace autochain::report
{
namespace
{
constexpr qsizetype kMostSigns = 20'000; // of a text; the whole lies inside the file
constexpr qsizetype kChunk = 8;          // lines that stay together
constexpr double kBar = 6;               // the bar at its left side, and its distance

const Style kText{8, Face::Regular, ink::soft};
const Style kHead{8, Face::Strong, ink::attention};

// Nothing is guessed: what does not call itself text, or is none, is named and not printed.
QString textOf(const privacy::Document& document)
{
    const QByteArrayView bytes(reinterpret_cast<const char*>(document.content.data()),
                               static_cast<qsizetype>(document.content.size()));
    const bool text = document.type.starts_with("text/") || document.type == "application/json";
    return text && bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString();
}

void addMarked(Book& book, const QStringList& lines, const Style& style, double indent, const QString& mark = {})
{
    for (qsizetype from = 0; from < lines.size(); from += kChunk) {
        const QStringList chunk = lines.mid(from, kChunk);
        const double height = static_cast<double>(chunk.size()) * lineHeight(style);
        const QString here = from == 0 ? mark : QString();
        book.flow.add({height, [=](Canvas& canvas, double x, double y) {
                           canvas.fill({x + indent, y, 2, height}, ink::attention);
                           if (!here.isEmpty()) {
                               canvas.mark(here, {x + indent - 12, y + 1.5, 8, 8});
                           }
                           canvas.lines(x + indent + kBar, y, chunk, style);
                       }});
    }
}
} // namespace

void addPrivatePart(Book& book, const vehicle::Record& record, double indent)
{
    if (!record.content.privateSection) {
        return;
    }
    const auto found = book.source.opened.find(record.index);
    if (found == book.source.opened.end()) {
        const QStringList lines =
            linesOf(kText, tr("Has a private section, sealed; not in this report."), book.width() - indent);
        book.flow.add({static_cast<double>(lines.size()) * lineHeight(kText),
                       [=](Canvas& canvas, double x, double y) { canvas.lines(x + indent, y, lines, kText); }});
        return;
    }
    const privacy::Document& document = found->second;
    const double width = book.width() - indent - kBar;
    const QString head = tr("PRIVATE · %1 (%2, %3 bytes)")
                             .arg(qs(document.name), qs(document.type),
                                  book.words.count(static_cast<std::int64_t>(document.content.size())));
    addMarked(book, linesOf(kHead, head, width), kHead, indent, QStringLiteral("attention"));
    const QString text = textOf(document);
    if (text.isEmpty()) {
        const QString digest = qs(toHex0x(sha256(document.content))).mid(2);
        addMarked(book, linesOf(kText, tr("It is no text, so it is not printed. SHA-256 %1").arg(digest), width), kText,
                  indent);
        return;
    }
    addMarked(book, linesOf(kText, text.left(kMostSigns), width), kText, indent);
    if (text.size() > kMostSigns) {
        addMarked(book,
                  linesOf(kHead, tr("Here it is cut; it has %1 signs.").arg(book.words.count(text.size())), width),
                  kHead, indent);
    }
}

} // namespace autochain::report
