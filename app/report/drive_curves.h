// SPDX-License-Identifier: GPL-3.0-or-later
// What a car's own computer told of one drive: in words, and one curve with axes per signal.
#pragma once

#include "report/flow.h"
#include "report/words.h"

#include <QStringList>

namespace autochain::report
{

// How a drive's signals are told: those a mechanic looks at first as curves, the others by their figures alone.
struct DriveParts {
    std::vector<const vehicle::ObdSignal*> curves, figures; // of the drive
};
// Without `curves`, all by their figures.
DriveParts partsOf(const vehicle::ObdSessionDetails& drive, bool curves);

QStringList driveLines(const vehicle::ObdSessionDetails& drive, const DriveParts& parts, const Words& words);
// What its device marked as remarkable.
QStringList driveFlags(const vehicle::ObdSessionDetails& drive, const Words& words);
// Three beside each other; `indent` from the page's left edge.
void addCurves(Flow& flow, const vehicle::ObdSessionDetails& drive, const DriveParts& parts, const Words& words,
               double indent);

} // namespace autochain::report
