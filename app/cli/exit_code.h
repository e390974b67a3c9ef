// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace autochain::cli
{
// Documented in docs/cli.md; scripts rely on them.
enum ExitCode {
    kDone = 0,
    kRefused = 1,         // by a rule, a contract or a file; the reason is told
    kUsage = 2,           // no such verb or option, something missing
    kDeclined = 3,        // the person said no
    kNoNode = 4,          // node unreachable, too slow, or on another chain
    kWrongPassphrase = 5, // or none given
    kBadInput = 6,        // an amount, address, VIN or number that cannot be read
    kNotAllChecked = 7,   // of a report: nothing is wrong, but header or pages could not be checked
    kAltered = 8,         // of a report: something in it does not fit
    kUnreadable = 9       // no report, or its history cannot be read
};
ExitCode exitCodeOf(const Error& error);
} // namespace autochain::cli
