// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sections.h"

#include <algorithm>

namespace autochain::report
{
namespace
{
constexpr qsizetype kChunk = 6; // lines that stay on one page
constexpr double kKeyWidth = 122;
} // namespace

QString Book::vin() const
{
    return car().vin ? qs(*car().vin) : shortHex(car().state.id);
}

void addHeading(Flow& flow, const QString& text, double size)
{
    const Style style{size, Face::Strong, ink::text};
    flow.space(10);
    flow.add({lineHeight(style) + 4, [=](Canvas& canvas, double x, double y) { canvas.text(x, y + size, text, style); },
              true});
}

void addParagraph(Flow& flow, const QString& text, const Style& style, bool keepWithNext)
{
    const QStringList lines = linesOf(style, text, flow.page().width());
    for (qsizetype at = 0; at < lines.size();) {
        // The last two chunks share what is left, so that no line stands alone.
        const qsizetype rest = lines.size() - at;
        const qsizetype take = rest == kChunk + 1 ? kChunk - 1 : std::min(kChunk, rest);
        const QStringList chunk = lines.mid(at, take);
        flow.add({static_cast<double>(take) * lineHeight(style),
                  [=](Canvas& canvas, double x, double y) { canvas.lines(x, y, chunk, style); }, keepWithNext});
        at += take;
    }
}

void addFact(Flow& flow, const QString& key, const QString& value, Face face)
{
    const Style keyStyle{9, Face::Regular, ink::quiet};
    const Style valueStyle{face == Face::Mono ? 8.5 : 9, face, ink::text};
    const QStringList lines = linesOf(valueStyle, value, flow.page().width() - kKeyWidth);
    const QStringList keys = linesOf(keyStyle, key, kKeyWidth - 8);
    const double height = lineHeight(valueStyle) * static_cast<double>(std::max(lines.size(), keys.size())) + 3;
    flow.add({height, [=](Canvas& canvas, double x, double y) {
                  canvas.lines(x, y, keys, keyStyle);
                  canvas.lines(x + kKeyWidth, y, lines, valueStyle);
              }});
}

void addBox(Flow& flow, const QString& mark, const QString& text, const QColor& edge, const QColor& ground,
            const QColor& color)
{
    const Style style{9.5, Face::Medium, color};
    const double width = flow.page().width();
    const QStringList lines = linesOf(style, text, width - 44);
    const double height = lineHeight(style) * static_cast<double>(lines.size()) + 14;
    flow.add({height + 8, [=](Canvas& canvas, double x, double y) {
                  canvas.fill({x, y, width, height}, ground, 4);
                  canvas.outline({x, y, width, height}, edge, 0.8, 4);
                  canvas.mark(mark, {x + 10, y + 6, 15, 15});
                  canvas.lines(x + 34, y + 7, lines, style);
              }});
}

} // namespace autochain::report
