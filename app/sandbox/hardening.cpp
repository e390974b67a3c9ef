// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/hardening.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace autochain::sandbox
{
namespace
{
bool cap(__rlimit_resource_t what, std::uint64_t most)
{
    const rlimit both{most, most};
    return setrlimit(what, &both) == 0;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kShadowMemory = true; // terabytes of address space, none of it used
#else
constexpr bool kShadowMemory = false;
#endif
} // namespace

void harden()
{
    cap(RLIMIT_CORE, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
    umask(077);
}

bool limit(const Limits& limits)
{
    const bool memory = kShadowMemory || cap(RLIMIT_AS, limits.memoryBytes);
    return memory && cap(RLIMIT_CPU, limits.cpuSeconds) && cap(RLIMIT_FSIZE, 0) && cap(RLIMIT_NOFILE, 0) &&
           cap(RLIMIT_NPROC, 0);
}

} // namespace autochain::sandbox
