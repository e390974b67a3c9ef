// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

class QQmlEngine;

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

/// Gives `engine` the provider unless it has it. Importing AutoChain.Controls does this for the first engine of a
/// process; a program with several engines (the QML tests) calls it for each.
void installArt(QQmlEngine& engine);

} // namespace autochain::resources
