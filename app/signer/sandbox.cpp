// SPDX-License-Identifier: GPL-3.0-or-later
// A list of what is not allowed rather than of what is: a window needs what its toolkit, fonts and the person's input
// method need, and none of that is on this list.
#include "sandbox.h"

#include "sandbox/syscall_filter.h"

#include <cerrno>
#include <cstdio>
#include <linux/sched.h>
#include <QAccessible>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTimer>
#include <sys/syscall.h>

namespace autochain::signer
{

namespace
{

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

} // namespace

bool closeOff()
{
    sandbox::SyscallFilter filter;
    for (const long call : kDenied) {
        filter.refuse(call, EPERM);
    }
    // Threads are made, processes are not. clone3 hides its flags from a filter, so the C library is sent to clone.
    filter.refuse(SYS_clone3, ENOSYS);
    filter.allowWith(SYS_clone, 0, CLONE_THREAD);
    return filter.installOthersAllowed();
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
