// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/picture_decoder.h"

#include <QImage>

namespace autochain::desktop
{

// A decoded picture as Qt has them; the pixels are copied.
inline QImage imageOf(const Picture& picture)
{
    return QImage(picture.rgba.data(), picture.width, picture.height, 4 * picture.width, QImage::Format_RGBA8888)
        .copy();
}

} // namespace autochain::desktop
