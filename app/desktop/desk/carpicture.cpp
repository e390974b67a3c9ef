// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/carpicture.h"

#include "artrenderer.h"

#include <QGuiApplication>
#include <QPainter>

namespace autochain::desktop
{

QPixmap carPicture(const Look& look, const QString& body, QSize size)
{
    const double ratio = qGuiApp->devicePixelRatio();
    // The greys of Theme.qml's carPaint, carGlass, carLamp, carTyre, carRim, carShadow.
    const QString id = QStringLiteral("cars/%1?body=%2&glass=%3&line=%3&lamp=%4&tyre=%5&rim=%6&shadow=%7")
                           .arg(body, look.dark ? QStringLiteral("6c7178") : QStringLiteral("a3a8ae"),
                                look.dark ? QStringLiteral("454a51") : QStringLiteral("7d8389"),
                                QStringLiteral("e8e2c8"), QStringLiteral("2a2d31"), QStringLiteral("c5c9ce"),
                                look.dark ? QStringLiteral("3a3f45") : QStringLiteral("c4c8cb"));
    QPixmap out = QPixmap::fromImage(resources::renderArt(id, size * ratio));
    out.setDevicePixelRatio(ratio);
    return out;
}

// The shape of a plate of no country, with the letters as they were given.
QPixmap platePicture(const Look& look, const QString& plate, QSize size)
{
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmap out(size * ratio);
    out.setDevicePixelRatio(ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box((size.width() - look.px(160)) / 2.0, (size.height() - look.px(40)) / 2.0, look.px(160),
                     look.px(40));
    painter.setPen(QPen(look.tokens.borderControl, look.px(2)));
    painter.setBrush(look.tokens.surface);
    painter.drawRoundedRect(box, look.px(6), look.px(6));
    QFont font = look.font(Face::Mono);
    font.setPixelSize(look.px(20));
    painter.setFont(font);
    painter.setPen(look.tokens.text2);
    const QRectF inside = box.adjusted(look.px(8), 0, -look.px(8), 0);
    painter.drawText(inside, Qt::AlignCenter,
                     QFontMetrics(font).elidedText(plate, Qt::ElideRight, static_cast<int>(inside.width())));
    return out;
}

} // namespace autochain::desktop
