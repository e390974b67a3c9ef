// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/picture_protocol.h"

#include <QImage>

namespace autochain::decoder
{

// The header alone, for everything but Done.
void writeVerdict(picture::Verdict verdict, QSize original);
// The pixels, made smaller to fit into `most` (no part of it 0), by the mean of those that fall together. Row by row:
// neither a second picture nor a thread is made.
void writePicture(const QImage& image, QSize original, QSize most);

} // namespace autochain::decoder
