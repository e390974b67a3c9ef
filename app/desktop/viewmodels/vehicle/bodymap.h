// SPDX-License-Identifier: GPL-3.0-or-later
// Accidents as the body map draws them: which panels, how hard, and the list of numbers under it.
#pragma once

#include "recordwords.h"
#include "vehicle/assess.h"

#include <QVariantMap>

namespace autochain::desktop
{

// { panels: { "<panel>": { severity (1 light, 2 moderate or not known, 3 severe), numbers: "1, 3", open } },
//   list: [{ number, text, detail, level, severity, open, record }], off: words for zones that are on no panel }.
// Panels: frontBumper bonnet windscreen roof rearWindow boot rearBumper, and leftFrontWing leftFrontDoor leftRearDoor
// leftRearWing with their right ones.
QVariantMap bodyMap(std::span<const vehicle::Record> records, Provenance shown);

} // namespace autochain::desktop
