// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up car with a record of every kind, to see how this program draws.
#pragma once

#include "report/report_source.h"

namespace autochain::report
{
ReportSource specimen();
UnixTime specimenTime();
} // namespace autochain::report
