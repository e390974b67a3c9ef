// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict strip in words. "No data" says who did not look, and is never drawn as clean.
#pragma once

#include "vehicle/assess.h"

#include <QVariantList>

namespace autochain::desktop
{

// { topic, status, fact, detail, level }, worst first, "no data" last.
QVariantList verdictStrip(const vehicle::Assessment& assessment);

} // namespace autochain::desktop
