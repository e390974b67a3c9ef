// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/byte_source.h"
#include "imports/obd_report.h"

namespace autochain::imports::obd
{

// Whether a header is one of a log: at least three columns of it are parameters (or it has a value per row).
bool looksLikeLog(std::string_view headerLine);

// One pass over a log as CSV, in bounded memory. Anything may be wrong in it; what is said about it is in the report.
// CannotImport where the source fails; UnknownFormat where no line is a header of a log. args: `name`.
Result<Report> readLog(ByteSource& source, const std::string& name);

} // namespace autochain::imports::obd
