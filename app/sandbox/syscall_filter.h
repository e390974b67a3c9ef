// SPDX-License-Identifier: GPL-3.0-or-later
// A list of system calls for seccomp. Calls of another architecture end the process.
#pragma once

#include <cstdint>
#include <linux/filter.h>
#include <vector>

namespace autochain::sandbox
{

class SyscallFilter
{
public:
    SyscallFilter();
    void allow(long call);
    void refuse(long call, int errorNumber);
    // Allowed where the argument (0 to 5) has one of the bits, EPERM otherwise. Its low 32 bits are looked at.
    void allowWith(long call, unsigned argument, std::uint32_t bits);
    void allowWithout(long call, unsigned argument, std::uint32_t bits); // the other way round

    // From here on, for all threads, and never to be lifted. What is not on the list is allowed, or EPERM. False where
    // the kernel does not offer it.
    bool installOthersAllowed();
    bool installOthersRefused();

private:
    void judgeArgument(long call, unsigned argument, std::uint32_t bits, bool allowedWithBits);
    bool install(std::uint32_t others);

    std::vector<sock_filter> m_program;
};

} // namespace autochain::sandbox
