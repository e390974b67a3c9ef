// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace autochain::resources
{

/// `image://art/<id>` for QML; the ids are those of renderArt(). Qt Quick's pixmap cache keeps one texture per id and
/// size.
class ArtProvider : public QQuickImageProvider
{
public:
    ArtProvider();
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

} // namespace autochain::resources
