// SPDX-License-Identifier: GPL-3.0-or-later
#include "artrenderer.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QUrlQuery>

namespace autochain::resources
{

namespace
{

constexpr int kMaxSide = 4096;
constexpr double kMinStroke = 0.5;
constexpr double kMaxStroke = 4.0;

QByteArray readDrawing(const QString& path)
{
    static const QRegularExpression shape(QStringLiteral("^[a-z0-9-]+(/[a-z0-9-]+)?$"));
    if (!shape.match(path).hasMatch())
        return {};
    const bool isIcon = path.startsWith(QLatin1String("icon/"));
    const QString file = isIcon ? QStringLiteral(":/autochain/icons/%1.svg").arg(path.mid(5))
                                : QStringLiteral(":/autochain/art/%1.svg").arg(path);
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

/// SVG 1.1 knows no eight-digit colours, so a translucent one is mixed by the caller; here alpha is dropped.
QByteArray svgColor(const QString& hex)
{
    const QColor color(QLatin1Char('#') + hex);
    return color.isValid() ? color.name(QColor::HexRgb).toLatin1() : QByteArray();
}

bool substitute(QByteArray& svg, const QString& key, const QString& value)
{
    if (key == QLatin1String("stroke")) {
        bool ok = false;
        const double width = value.toDouble(&ok);
        if (!ok || width < kMinStroke || width > kMaxStroke)
            return false;
        svg.replace("stroke-width=\"2\"", "stroke-width=\"" + QByteArray::number(width) + '"');
        return true;
    }
    const QByteArray color = svgColor(value);
    if (color.isEmpty())
        return false;
    if (key == QLatin1String("color"))
        svg.replace("currentColor", color);
    svg.replace('{' + key.toLatin1() + '}', color);
    return true;
}

/// The drawing with its colours put in; empty as renderArt() says.
QByteArray drawing(const QString& id)
{
    QByteArray svg = readDrawing(id.section(QLatin1Char('?'), 0, 0));
    const auto items = QUrlQuery(id.section(QLatin1Char('?'), 1)).queryItems();
    for (const auto& [key, value] : items) {
        if (svg.isEmpty() || !substitute(svg, key, value))
            return {};
    }
    return svg;
}

} // namespace

bool paintArt(QPainter& painter, const QRectF& area, const QString& id)
{
    const QByteArray svg = drawing(id);
    QSvgRenderer renderer(svg);
    if (svg.isEmpty() || !renderer.isValid())
        return false;
    const QSizeF size = QSizeF(renderer.viewBoxF().size()).scaled(area.size(), Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF(area.center() - QPointF(size.width(), size.height()) / 2, size));
    return true;
}

QImage renderArt(const QString& id, QSize size)
{
    const QByteArray svg = drawing(id);
    QSvgRenderer renderer(svg);
    if (svg.isEmpty() || !renderer.isValid())
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QSize pixels = size.isEmpty() ? renderer.defaultSize() : size;
    pixels = pixels.boundedTo(QSize(kMaxSide, kMaxSide));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

} // namespace autochain::resources
