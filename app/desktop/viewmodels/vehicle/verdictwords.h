// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict strip in words. "No data" says who did not look, and is never drawn as clean.
#pragma once

#include "vehicle/assess.h"

#include <QVariantList>

namespace autochain::desktop
{

// { topic, status, fact, detail, level }, worst first, "no data" last.
QVariantList verdictStrip(const vehicle::Assessment& assessment);

// "Rolled back: 43,500 km less, between Mar 2024 and Jun 2024".
QString verdictText(const vehicle::Verdict& verdict);
QString topicName(vehicle::Topic topic);
QString statusKey(vehicle::Status status); // "problem", "attention", "clean", "nodata"
int statusOrder(vehicle::Status status);   // worst first, no data last

} // namespace autochain::desktop
