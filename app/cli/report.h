// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command_line.h"
#include "output.h"

#include "base/result.h"

namespace autochain::cli
{
void reportOutput(const Output& output, bool json);
// {"error": {"module", "code", "cause", "money", "next", "details"}} on stdout with --json, three lines on stderr
// without.
int reportError(const Error& error, bool json);   // gives the exit code
int reportUsage(const ParsedCommandLine& parsed); // help (0) or usage error (2)
} // namespace autochain::cli
