// SPDX-License-Identifier: GPL-3.0-or-later
// What a record's document says, as lines "label: value". Whatever schema the details have, every field of it comes
// out; only a drive's are left to drive_curves.h.
#pragma once

#include "report/words.h"

#include <QStringList>

namespace autochain::report
{
QStringList contentLines(const vehicle::Record& record, const Words& words);
// What is wrong with or not known about the record itself; empty: nothing.
struct FaultLine {
    QString text;
    bool grave = false; // altered, signed by somebody else, without a right
};
std::vector<FaultLine> faultLines(const vehicle::Record& record);
// "by role", "by the holder's grant" …; empty: not known.
QString rightWord(const vehicle::Record& record);
} // namespace autochain::report
