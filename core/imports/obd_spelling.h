// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/obd_signal.h"

namespace autochain::imports::obd
{

// The signal a logger calls so, without its unit, whatever its case, blanks and signs. None: not known.
std::optional<Signal> signalOf(std::string_view name);

} // namespace autochain::imports::obd
