// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>

class QPainter;

namespace autochain::resources
{

/// Renders one of the drawings shipped inside the program.
///
/// `id` is `<folder>/<name>?<key>=<value>&…`, for example `icon/car?color=1f4fb8&stroke=1.75`,
/// `marks/clean?color=…&cut=…`, `cars/saloon?body=…`, `hatch?line=…&ground=…`. In an icon `color` replaces currentColor
/// and `stroke` the stroke width (0.5 to 4); in the other drawings every `{key}` is replaced by the colour given.
/// Colours are rrggbb or aarrggbb in hex. `size` is in device pixels, each side 1 to 4096; an invalid size means the
/// drawing's own. Returns a null image for a name that is not shipped or a value that is not a colour. May be called
/// from any thread.
QImage renderArt(const QString& id, QSize size);

/// The same drawing in lines and areas, for paper: fitted into `area` (the painter's units), centred. False as above.
bool paintArt(QPainter& painter, const QRectF& area, const QString& id);

} // namespace autochain::resources
