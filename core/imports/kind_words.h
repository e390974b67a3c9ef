// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vehicle/record.h"

namespace autochain::imports
{

vehicle::RecordKind kindOfWord(std::string_view word); // as shops write it; None: no such kind

} // namespace autochain::imports
