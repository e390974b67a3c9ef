// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/canvas.h"

#include "artrenderer.h"
#include "qrmatrix.h"

#include <QFontMetricsF>
#include <QHash>
#include <QMap>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace autochain::report
{
namespace
{
double pt(double points)
{
    return points * kUnitsPerPoint;
}

QFont fontOf(const Style& style)
{
    QFont out(style.face == Face::Mono ? QStringLiteral("AutoChain Mono") : QStringLiteral("AutoChain Inter"));
    out.setPixelSize(static_cast<int>(std::lround(pt(style.size))));
    out.setWeight(style.face == Face::Strong   ? QFont::DemiBold
                  : style.face == Face::Medium ? QFont::Medium
                                               : QFont::Normal);
    out.setHintingPreference(QFont::PreferNoHinting);
    out.setStyleStrategy(QFont::NoFontMerging);
    return out;
}

struct Metrics {
    QFont font;
    QFontMetricsF metrics;
};

// A report uses some fifteen styles, tens of thousands of times.
const Metrics& metricsOf(const Style& style)
{
    static thread_local QMap<int, Metrics*> known; // as long as the program
    const int key = static_cast<int>(std::lround(pt(style.size))) * 8 + static_cast<int>(style.face);
    Metrics*& entry = known[key];
    if (entry == nullptr) {
        const QFont font = fontOf(style);
        entry = new Metrics{font, QFontMetricsF(font)}; // NOLINT
    }
    return *entry;
}

bool hasGlyph(char32_t sign)
{
    static thread_local QHash<char32_t, bool> known;
    const auto at = known.constFind(sign);
    if (at != known.constEnd()) {
        return *at;
    }
    const bool has = metricsOf(Style()).metrics.inFontUcs4(sign);
    known.insert(sign, has);
    return has;
}

QString colors(const QString& mark)
{
    const auto both = [](const QColor& color) {
        return QStringLiteral("?color=%1&cut=ffffff").arg(color.name().mid(1));
    };
    return mark == QLatin1String("clean")       ? both(ink::clean)
           : mark == QLatin1String("attention") ? both(ink::attention)
           : mark == QLatin1String("problem")   ? both(ink::problem)
           : mark == QLatin1String("nodata")    ? both(ink::noData)
           : mark == QLatin1String("proven")    ? both(ink::accent)
           : mark == QLatin1String("local")     ? both(ink::practice)
           : mark == QLatin1String("stale")     ? both(ink::attention)
                                                : both(ink::quiet);
}
} // namespace

QString printable(const QString& text)
{
    QString out;
    out.reserve(text.size());
    const auto all = text.toUcs4();
    for (const uint sign : all) {
        const QChar::Category category = QChar::category(sign);
        if (sign == '\n' || sign == ' ') {
            out += QLatin1Char(static_cast<char>(sign));
        } else if (category == QChar::Other_Control || QChar::isSpace(sign)) {
            out += QLatin1Char(' ');
        } else if (category != QChar::Other_Format) {
            out += hasGlyph(sign) ? QString::fromUcs4(reinterpret_cast<const char32_t*>(&sign), 1)
                                  : QString(QChar(0x25A1));
        }
    }
    return out;
}

double widthOf(const Style& style, const QString& text)
{
    return metricsOf(style).metrics.horizontalAdvance(text) / kUnitsPerPoint;
}

double lineHeight(const Style& style)
{
    return std::round(style.size * 13.5) / 10;
}

QStringList linesOf(const Style& style, const QString& text, double width)
{
    QStringList out;
    const QStringList paragraphs = printable(text).split(QLatin1Char('\n'));
    for (const QString& paragraph : paragraphs) {
        if (widthOf(style, paragraph) <= width) {
            out.append(paragraph);
            continue;
        }
        QTextLayout layout(paragraph, metricsOf(style).font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(pt(width));
            out.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return out;
}

QString elided(const Style& style, const QString& text, double width)
{
    QString one = printable(text);
    one.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return metricsOf(style).metrics.elidedText(one, Qt::ElideRight, pt(width));
}

Canvas::Canvas(QPainter& painter) : m_painter(painter)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QRectF Canvas::units(const QRectF& area)
{
    return {pt(area.x()), pt(area.y()), pt(area.width()), pt(area.height())};
}

QPointF Canvas::units(QPointF at)
{
    return at * kUnitsPerPoint;
}

void Canvas::text(double x, double baseline, const QString& words, const Style& style, Align align)
{
    if (words.isEmpty()) {
        return;
    }
    const Metrics& metrics = metricsOf(style);
    const double width = align == Align::Left ? 0 : metrics.metrics.horizontalAdvance(words);
    const double shift = align == Align::Right ? width : align == Align::Center ? width / 2 : 0;
    m_painter.setFont(metrics.font);
    m_painter.setPen(style.color);
    m_painter.drawText(QPointF(pt(x) - shift, pt(baseline)), words);
}

double Canvas::lines(double x, double top, const QStringList& words, const Style& style)
{
    const double height = lineHeight(style);
    for (const QString& line : words) {
        text(x, top + height * 0.76, line, style);
        top += height;
    }
    return top;
}

void Canvas::fill(const QRectF& area, const QColor& color, double radius)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    if (radius > 0) {
        m_painter.drawRoundedRect(units(area), pt(radius), pt(radius));
    } else {
        m_painter.drawRect(units(area));
    }
}

void Canvas::outline(const QRectF& area, const QColor& color, double width, double radius, bool dashed)
{
    m_painter.setPen(QPen(color, pt(width), dashed ? Qt::DashLine : Qt::SolidLine));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(units(area), pt(radius), pt(radius));
}

void Canvas::line(QPointF from, QPointF to, const QColor& color, double width, bool dashed)
{
    m_painter.setPen(QPen(color, pt(width), dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(units(from), units(to));
}

void Canvas::polyline(const QPolygonF& points, const QColor& color, double width)
{
    QPolygonF scaled;
    for (const QPointF& point : points) {
        scaled.append(units(point));
    }
    m_painter.setPen(QPen(color, pt(width), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(scaled);
}

void Canvas::polygon(const QPolygonF& points, const QColor& fill, const QColor& edge, double width)
{
    QPolygonF scaled;
    for (const QPointF& point : points) {
        scaled.append(units(point));
    }
    m_painter.setPen(edge.isValid() ? QPen(edge, pt(width), Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin)
                                    : QPen(Qt::NoPen));
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    m_painter.drawPolygon(scaled);
}

void Canvas::disc(QPointF center, double radius, const QColor& fill, const QColor& edge, double width)
{
    m_painter.setPen(edge.isValid() ? QPen(edge, pt(width)) : QPen(Qt::NoPen));
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    m_painter.drawEllipse(units(center), pt(radius), pt(radius));
}

void Canvas::hatched(const QRectF& area)
{
    fill(area, ink::hatchGround);
    constexpr double kStep = 4;
    m_painter.setPen(QPen(ink::hatch, pt(0.5), Qt::SolidLine, Qt::FlatCap));
    const double first = std::floor((area.left() + area.top()) / kStep) * kStep + kStep;
    // Lines x + y = sum, so that neighbouring areas share one pattern.
    for (double sum = first; sum < area.right() + area.bottom(); sum += kStep) {
        const double x1 = std::max(area.left(), sum - area.bottom());
        const double x2 = std::min(area.right(), sum - area.top());
        if (x2 > x1) {
            m_painter.drawLine(units({x1, sum - x1}), units({x2, sum - x2}));
        }
    }
}

void Canvas::mark(const QString& name, const QRectF& area)
{
    art(QStringLiteral("marks/") + name + colors(name), area);
}

void Canvas::art(const QString& id, const QRectF& area)
{
    resources::paintArt(m_painter, units(area), id);
}

void Canvas::qr(const QByteArray& content, const QRectF& area)
{
    fill(area, ink::white);
    const resources::QrMatrix code = resources::qrMatrix(content);
    if (code.side == 0) {
        return;
    }
    const int all = code.side + 2 * resources::QrMatrix::kQuietZone;
    const double module = area.width() / all;
    m_painter.setRenderHint(QPainter::Antialiasing, false); // no hairs of white between modules
    for (int y = 0; y < code.side; ++y) {
        for (int x = 0; x < code.side; ++x) {
            int run = 0;
            while (x + run < code.side && code.isDark(x + run, y)) {
                ++run;
            }
            if (run > 0) {
                const double quiet = resources::QrMatrix::kQuietZone;
                fill({area.x() + (x + quiet) * module, area.y() + (y + quiet) * module, run * module, module * 1.02},
                     Qt::black);
                x += run;
            }
        }
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace autochain::report
