// SPDX-License-Identifier: GPL-3.0-or-later
#include "artprovider.h"

#include "artrenderer.h"

#include <QQmlEngine>

namespace autochain::resources
{

ArtProvider::ArtProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage ArtProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize)
{
    QImage image = renderArt(id, requestedSize);
    if (size)
        *size = image.size();
    return image;
}

void installArt(QQmlEngine& engine)
{
    if (!engine.imageProvider(QStringLiteral("art")))
        engine.addImageProvider(QStringLiteral("art"), new ArtProvider);
}

} // namespace autochain::resources
