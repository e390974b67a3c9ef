// SPDX-License-Identifier: GPL-3.0-or-later
// One column of a log, by its header.
#pragma once

#include "imports/obd_signal.h"
#include "imports/obd_unit.h"

#include <string>

namespace autochain::imports::obd
{

struct Column {
    std::optional<Signal> signal; // none: kept apart as not understood
    Unit unit = Unit::AsIs;
    bool unitUnderstood = true;
    std::string name; // as in the header, trimmed
};
// "ENGINE_RUN_TINE ()", "Engine Coolant Temperature(°C)", "Vehicle speed (mph)" …
Column columnOf(std::string_view header);

} // namespace autochain::imports::obd
