// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/seed_content.h"

namespace autochain::practice
{
// The typed details of a beat's record, as its issuer would fill them in.
void addDetails(const Beat& beat, const StoryPlace& place, vehicle::RecordContent& content, RandomSource& random);
} // namespace autochain::practice
