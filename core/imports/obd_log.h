// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/byte_source.h"
#include "imports/obd_report.h"

namespace autochain::imports::obd
{

// One pass over a log as CSV, in bounded memory. Anything may be wrong in it; what is said about it is in the report.
// CannotImport where the source fails; UnknownFormat where no line is a header of a log. args: `name`.
Result<Report> readLog(ByteSource& source, const std::string& name);

} // namespace autochain::imports::obd
