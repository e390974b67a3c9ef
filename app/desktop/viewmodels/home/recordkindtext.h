// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/record.h"

#include <QString>

namespace autochain::desktop
{
// "Repair", "Inspection": what a record is, in one or two words.
QString recordKindText(vehicle::RecordKind kind);
} // namespace autochain::desktop
