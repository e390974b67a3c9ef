// SPDX-License-Identifier: GPL-3.0-or-later
// The typed details of every kind of record in words.
#pragma once

#include "detaillist.h"

namespace autochain::desktop
{

// Nothing where a record has none.
void typedDetails(const vehicle::Record& record, DetailList& out);

} // namespace autochain::desktop
