// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace autochain::sandbox
{

// No core dumps, no reading of this process by others of the same user (prctl PR_SET_DUMPABLE), files for the owner
// alone, and an end when the suite ends.
void harden();

struct Limits {
    std::uint64_t memoryBytes = 0; // address space, what is mapped now included
    std::uint64_t cpuSeconds = 0;  // then SIGXCPU
};
// From here on that much and no more; no file is written, opened or made, no process started, by the limits alone.
bool limit(const Limits& limits);

} // namespace autochain::sandbox
