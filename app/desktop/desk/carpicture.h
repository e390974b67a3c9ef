// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desklook.h"

namespace autochain::desktop
{

QPixmap carPicture(const Look& look, const QString& body, QSize size); // "estate" …, in no paint
QPixmap platePicture(const Look& look, const QString& plate, QSize size);

} // namespace autochain::desktop
