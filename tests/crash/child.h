// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of work in a forked process with faults armed, which tells over a pipe what it got done before it ends.
#pragma once

#include "faults.h"

#include <functional>
#include <string>
#include <vector>

namespace autochain::crash
{

struct Ending {
    bool killed = false;            // by SIGKILL, ours
    int exitCode = -1;              // where it ended by itself
    std::vector<std::string> lines; // whole lines only
};

// Says one line; what was said before a kill arrives.
using Say = std::function<void(const std::string& line)>;

// Faults as given below `folder`, at call `at` (0: never), and SIGKILL from outside after `killAfterUs` where that is
// not negative. `work` returns the exit code.
Ending inChild(const std::string& folder, long at, FaultAction action, long killAfterUs,
               const std::function<int(const Say&)>& work);

} // namespace autochain::crash
