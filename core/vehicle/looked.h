// SPDX-License-Identifier: GPL-3.0-or-later
// Who is able to know about a topic, and whether a record shows that they looked.
#pragma once

#include "vehicle/assess.h"

namespace autochain::vehicle
{
RoleMask ableToKnow(Topic topic);
bool hasLooked(const Record& record, Topic topic);
// Time of the last record that shows it; none: nobody has.
std::optional<UnixTime> lastLook(std::span<const Record> records, Topic topic);
} // namespace autochain::vehicle
