// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing on a page, lengths in points from its upper left corner. Colours are those of the light theme, for paper.
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QStringList>

namespace autochain::report
{

inline constexpr int kUnitsPerPoint = 10; // the painter's

namespace ink
{
inline const QColor text(0x1a, 0x1c, 0x1f);
inline const QColor soft(0x48, 0x4b, 0x52);
inline const QColor quiet(0x5f, 0x63, 0x6b);
inline const QColor line(0xd8, 0xd8, 0xd2);
inline const QColor thin(0xe6, 0xe6, 0xe1);
inline const QColor frame(0x84, 0x86, 0x8c);
inline const QColor band(0xf0, 0xf0, 0xec);
inline const QColor accent(0x1f, 0x4f, 0xb8);
inline const QColor accentTint(0xe6, 0xed, 0xfb);
inline const QColor clean(0x17, 0x63, 0x3c);
inline const QColor attention(0x7a, 0x49, 0x00);
inline const QColor attentionTint(0xfb, 0xef, 0xd6);
inline const QColor problem(0xa3, 0x22, 0x1a);
inline const QColor problemTint(0xfb, 0xe8, 0xe6);
inline const QColor noData(0x53, 0x56, 0x5d);
inline const QColor hatch(0xb4, 0xb4, 0xac); // darker than on a screen: printers lose thin light lines
inline const QColor hatchGround(0xf4, 0xf4, 0xf1);
inline const QColor practice(0x52, 0x34, 0x88);
inline const QColor practiceTint(0xec, 0xe6, 0xf7);
inline const QColor white(0xff, 0xff, 0xff);
} // namespace ink

enum class Face { Regular, Medium, Strong, Mono };

struct Style {
    double size = 9; // points
    Face face = Face::Regular;
    QColor color = ink::text;
};

enum class Align { Left, Center, Right };

// Text as our typefaces can show it: line breaks kept, other controls blank, invisible directions dropped, a sign
// without a glyph becomes "□". No other font ever steps in: it would not be the same on the next computer.
QString printable(const QString& text);
double widthOf(const Style& style, const QString& text);
// Breaks at line ends, then at words, then anywhere. Never empty.
QStringList linesOf(const Style& style, const QString& text, double width);
// One line that fits, with "…" at its end where something is missing.
QString elided(const Style& style, const QString& text, double width);
double lineHeight(const Style& style);

class Canvas
{
public:
    explicit Canvas(QPainter& painter);

    void text(double x, double baseline, const QString& words, const Style& style, Align align = Align::Left);
    // Lines under each other from `top`; gives the y below the last.
    double lines(double x, double top, const QStringList& words, const Style& style);
    void fill(const QRectF& area, const QColor& color, double radius = 0);
    void outline(const QRectF& area, const QColor& color, double width = 0.6, double radius = 0, bool dashed = false);
    void line(QPointF from, QPointF to, const QColor& color, double width = 0.6, bool dashed = false);
    void polyline(const QPolygonF& points, const QColor& color, double width = 0.6);
    void polygon(const QPolygonF& points, const QColor& fill, const QColor& edge, double width = 0.6);
    void disc(QPointF center, double radius, const QColor& fill, const QColor& edge = QColor(), double width = 0.8);
    void hatched(const QRectF& area); // no data: never blank, never a plain colour
    // "clean" "attention" "problem" "nodata" "proven" "local" "reported" "stale"
    void mark(const QString& name, const QRectF& area);
    void art(const QString& id, const QRectF& area); // as renderArt(), but drawn in lines and areas
    void qr(const QByteArray& content, const QRectF& area);

private:
    static QRectF units(const QRectF& area);
    static QPointF units(QPointF at);
    QPainter& m_painter;
};

} // namespace autochain::report
