// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/syscall_filter.h"

#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace autochain::sandbox
{
namespace
{

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;
#endif

constexpr std::uint32_t kX32Calls = 0x40000000;
constexpr std::uint32_t kNo = SECCOMP_RET_ERRNO | EPERM;

sock_filter say(std::uint32_t verdict)
{
    return BPF_STMT(BPF_RET | BPF_K, verdict);
}

sock_filter load(std::size_t offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

} // namespace

SyscallFilter::SyscallFilter()
{
    m_program.push_back(load(offsetof(seccomp_data, arch)));
    m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0));
    m_program.push_back(say(SECCOMP_RET_KILL_PROCESS));
    m_program.push_back(load(offsetof(seccomp_data, nr)));
#if defined(__x86_64__)
    m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kX32Calls, 0, 1));
    m_program.push_back(say(SECCOMP_RET_KILL_PROCESS));
#endif
}

void SyscallFilter::allow(long call)
{
    m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
    m_program.push_back(say(SECCOMP_RET_ALLOW));
}

void SyscallFilter::refuse(long call, int errorNumber)
{
    m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
    m_program.push_back(say(SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(errorNumber)));
}

void SyscallFilter::allowWith(long call, unsigned argument, std::uint32_t bits)
{
    judgeArgument(call, argument, bits, true);
}

void SyscallFilter::allowWithout(long call, unsigned argument, std::uint32_t bits)
{
    judgeArgument(call, argument, bits, false);
}

// Loading the argument overwrites the call's number, so the piece ends with a verdict either way.
void SyscallFilter::judgeArgument(long call, unsigned argument, std::uint32_t bits, bool allowedWithBits)
{
    // The low word comes first on the little-endian machines above.
    const std::size_t offset = offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t);
    m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 4));
    m_program.push_back(load(offset));
    m_program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1));
    m_program.push_back(say(allowedWithBits ? static_cast<std::uint32_t>(SECCOMP_RET_ALLOW) : kNo));
    m_program.push_back(say(allowedWithBits ? kNo : static_cast<std::uint32_t>(SECCOMP_RET_ALLOW)));
}

bool SyscallFilter::installOthersAllowed()
{
    return install(SECCOMP_RET_ALLOW);
}

bool SyscallFilter::installOthersRefused()
{
    return install(kNo);
}

bool SyscallFilter::install(std::uint32_t others)
{
    if (kArchitecture == 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return false;
    }
    m_program.push_back(say(others));
    const sock_fprog program{static_cast<unsigned short>(m_program.size()), m_program.data()};
    // For all threads: a window's threads of the display and of the accessibility bus run already.
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

} // namespace autochain::sandbox
