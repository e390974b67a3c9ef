// SPDX-License-Identifier: GPL-3.0-or-later
// A list of what is not allowed rather than of what is: a window needs what its toolkit, fonts and the person's input
// method need, and none of that is on this list.
#include "sandbox.h"

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <QAccessible>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTimer>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace autochain::signer
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

// Answered with EPERM: libraries that try take it for a service that is not there.
constexpr long kDenied[] = {
    // connections
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
    // a way around the list
    SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register,
    // programs
    SYS_execve, SYS_execveat,
#ifdef SYS_fork
    SYS_fork, SYS_vfork,
#endif
    // other processes, and this one from outside
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_process_madvise, SYS_kcmp, SYS_pidfd_open,
    SYS_pidfd_getfd, SYS_perf_event_open, SYS_userfaultfd,
    // the kernel, other name spaces, mounts, keys
    SYS_bpf, SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_fsopen, SYS_open_tree,
    SYS_move_mount, SYS_open_by_handle_at, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module, SYS_finit_module,
    SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl, SYS_syslog,
    SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid, SYS_setgroups, SYS_personality};

sock_filter say(std::uint32_t verdict)
{
    return BPF_STMT(BPF_RET | BPF_K, verdict);
}

void load(std::vector<sock_filter>& program, std::size_t offset)
{
    program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)));
}

// `verdict` where the loaded word is `value`.
void refuse(std::vector<sock_filter>& program, std::uint32_t value, std::uint32_t verdict)
{
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
    program.push_back(say(verdict));
}

std::vector<sock_filter> makeFilter()
{
    constexpr std::uint32_t kNo = SECCOMP_RET_ERRNO | EPERM;
    std::vector<sock_filter> program;
    load(program, offsetof(seccomp_data, arch));
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0));
    program.push_back(say(SECCOMP_RET_KILL_PROCESS));
    load(program, offsetof(seccomp_data, nr));
#if defined(__x86_64__)
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kX32Calls, 0, 1));
    program.push_back(say(SECCOMP_RET_KILL_PROCESS));
#endif
    for (const long call : kDenied) {
        refuse(program, static_cast<std::uint32_t>(call), kNo);
    }
    // Threads are made, processes are not. clone3 hides its flags from a filter, so the C library is sent to clone.
    refuse(program, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS);
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3));
    load(program, offsetof(seccomp_data, args[0])); // low word on the little-endian machines above
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
    program.push_back(say(kNo));
    program.push_back(say(SECCOMP_RET_ALLOW));
    return program;
}

} // namespace

bool closeOff()
{
    if (kArchitecture == 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return false;
    }
    std::vector<sock_filter> filter = makeFilter();
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    // For all threads: those of the display and of the accessibility bus run already.
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

QCoro::Task<> closeOffWhenSettled()
{
    constexpr int kStepMs = 20;
    const bool hasBus =
        qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") || qEnvironmentVariableIsSet("AT_SPI_BUS_ADDRESS");
    const bool hasDisplay = QGuiApplication::platformName() != QLatin1String("offscreen");
    QElapsedTimer since;
    since.start();
    while (hasBus && hasDisplay && !QAccessible::isActive() && since.elapsed() < kSettleMs) {
        QTimer step;
        step.setSingleShot(true);
        step.start(kStepMs);
        co_await step;
    }
    if (!closeOff()) {
        std::fprintf(stderr, "autochain-signer: the kernel offers no seccomp filter\n");
    }
}

} // namespace autochain::signer
