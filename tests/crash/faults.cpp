// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace
{
constexpr std::size_t kPathBytes = 4096;

struct Plan {
    bool armed = false;
    char folder[kPathBytes] = {};
    std::size_t folderBytes = 0;
    long at = 0;
    long seen = 0;
    FaultAction action = FaultCount;
};
Plan plan;

enum class Kind { Writes, Grows, Makes, Other }; // what a full disk refuses: the first three

bool isBelow(const char* path)
{
    return plan.armed && path != nullptr && std::strncmp(path, plan.folder, plan.folderBytes) == 0;
}

bool isBelow(int descriptor)
{
    if (!plan.armed) {
        return false;
    }
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    char path[kPathBytes];
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0) {
        return false;
    }
    path[size] = 0;
    return isBelow(path);
}

enum class Verdict { Go, Refuse, Half };

// Counts a call below the folder and says what becomes of it; errno is set where it is refused.
Verdict judge(Kind kind)
{
    const long number = ++plan.seen;
    const bool now = number == plan.at;
    switch (plan.action) {
    case FaultCount:
        return Verdict::Go;
    case FaultKill:
        if (now) {
            kill(getpid(), SIGKILL);
        }
        return Verdict::Go;
    case FaultFull:
        if (number >= plan.at && kind != Kind::Other) {
            errno = ENOSPC;
            return Verdict::Refuse;
        }
        return Verdict::Go;
    case FaultIo:
        if (now) {
            errno = EIO;
            return Verdict::Refuse;
        }
        return Verdict::Go;
    case FaultShort:
        return now && kind == Kind::Writes ? Verdict::Half : Verdict::Go;
    }
    return Verdict::Go;
}

template <typename Place>
Verdict ask(Place place, Kind kind)
{
    return isBelow(place) ? judge(kind) : Verdict::Go;
}

template <typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::size_t cut(std::size_t size, Verdict verdict)
{
    return verdict == Verdict::Half && size > 1 ? size / 2 : size;
}

bool grows(int descriptor, off64_t size)
{
    struct stat status = {};
    return fstat(descriptor, &status) == 0 && status.st_size < size;
}

int makes(int flags)
{
    return (flags & O_CREAT) != 0;
}

struct FromEnvironment {
    FromEnvironment()
    {
        const char* folder = std::getenv("AUTOCHAIN_FAULT_FOLDER");
        const char* at = std::getenv("AUTOCHAIN_FAULT_AT");
        const char* action = std::getenv("AUTOCHAIN_FAULT_ACTION");
        if (folder == nullptr || at == nullptr || action == nullptr) {
            return;
        }
        const char* const names[] = {"count", "kill", "full", "io", "short"};
        for (int i = 0; i < 5; ++i) {
            if (std::strcmp(action, names[i]) == 0) {
                faultsArm(folder, std::atol(at), static_cast<FaultAction>(i));
            }
        }
    }
} fromEnvironment;
} // namespace

// One definition per call: `real` is the C library's, `place` what says whether it is below the folder.
#define REAL(name) static const auto real = next<decltype(&::name)>(#name)
#define REFUSE_OR(place, kind, call) return ask(place, kind) == Verdict::Refuse ? -1 : (call)

extern "C" {

void faultsArm(const char* folder, long at, FaultAction action)
{
    std::snprintf(plan.folder, sizeof plan.folder, "%s", folder);
    plan.folderBytes = std::strlen(plan.folder);
    plan.at = at;
    plan.action = action;
    plan.seen = 0;
    plan.armed = true;
}

void faultsDisarm()
{
    plan.armed = false;
}

long faultsSeen()
{
    return plan.seen;
}

ssize_t write(int fd, const void* data, std::size_t size)
{
    REAL(write);
    const Verdict verdict = ask(fd, Kind::Writes);
    return verdict == Verdict::Refuse ? -1 : real(fd, data, cut(size, verdict));
}

ssize_t pwrite(int fd, const void* data, std::size_t size, off_t at)
{
    REAL(pwrite);
    const Verdict verdict = ask(fd, Kind::Writes);
    return verdict == Verdict::Refuse ? -1 : real(fd, data, cut(size, verdict), at);
}

ssize_t pwrite64(int fd, const void* data, std::size_t size, off64_t at)
{
    REAL(pwrite64);
    const Verdict verdict = ask(fd, Kind::Writes);
    return verdict == Verdict::Refuse ? -1 : real(fd, data, cut(size, verdict), at);
}

ssize_t writev(int fd, const iovec* parts, int count)
{
    REAL(writev);
    REFUSE_OR(fd, Kind::Writes, real(fd, parts, count));
}

ssize_t pwritev(int fd, const iovec* parts, int count, off_t at)
{
    REAL(pwritev);
    REFUSE_OR(fd, Kind::Writes, real(fd, parts, count, at));
}

int ftruncate(int fd, off_t size) noexcept
{
    REAL(ftruncate);
    REFUSE_OR(fd, grows(fd, size) ? Kind::Grows : Kind::Other, real(fd, size));
}

int ftruncate64(int fd, off64_t size) noexcept
{
    REAL(ftruncate64);
    REFUSE_OR(fd, grows(fd, size) ? Kind::Grows : Kind::Other, real(fd, size));
}

int truncate(const char* path, off_t size) noexcept
{
    REAL(truncate);
    REFUSE_OR(path, Kind::Other, real(path, size));
}

int fallocate(int fd, int mode, off_t at, off_t size)
{
    REAL(fallocate);
    REFUSE_OR(fd, Kind::Grows, real(fd, mode, at, size));
}

int posix_fallocate(int fd, off_t at, off_t size)
{
    REAL(posix_fallocate);
    return ask(fd, Kind::Grows) == Verdict::Refuse ? errno : real(fd, at, size);
}

int fsync(int fd)
{
    REAL(fsync);
    REFUSE_OR(fd, Kind::Other, real(fd));
}

int fdatasync(int fd)
{
    REAL(fdatasync);
    REFUSE_OR(fd, Kind::Other, real(fd));
}

int rename(const char* from, const char* to) noexcept
{
    REAL(rename);
    REFUSE_OR(to, Kind::Other, real(from, to));
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) noexcept
{
    REAL(renameat);
    REFUSE_OR(to, Kind::Other, real(fromFolder, from, toFolder, to));
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept
{
    REAL(renameat2);
    REFUSE_OR(to, Kind::Other, real(fromFolder, from, toFolder, to, flags));
}

int link(const char* from, const char* to) noexcept
{
    REAL(link);
    REFUSE_OR(to, Kind::Makes, real(from, to));
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    REAL(linkat);
    REFUSE_OR(to, Kind::Makes, real(fromFolder, from, toFolder, to, flags));
}

int unlink(const char* path) noexcept
{
    REAL(unlink);
    REFUSE_OR(path, Kind::Other, real(path));
}

int unlinkat(int folder, const char* path, int flags) noexcept
{
    REAL(unlinkat);
    REFUSE_OR(path, Kind::Other, real(folder, path, flags));
}

int remove(const char* path) noexcept
{
    REAL(remove);
    REFUSE_OR(path, Kind::Other, real(path));
}

int rmdir(const char* path) noexcept
{
    REAL(rmdir);
    REFUSE_OR(path, Kind::Other, real(path));
}

int mkdir(const char* path, mode_t mode) noexcept
{
    REAL(mkdir);
    REFUSE_OR(path, Kind::Makes, real(path, mode));
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept
{
    REAL(mkdirat);
    REFUSE_OR(path, Kind::Makes, real(folder, path, mode));
}

int fchmod(int fd, mode_t mode) noexcept
{
    REAL(fchmod);
    REFUSE_OR(fd, Kind::Other, real(fd, mode));
}

int chmod(const char* path, mode_t mode) noexcept
{
    REAL(chmod);
    REFUSE_OR(path, Kind::Other, real(path, mode));
}

// The mode stands behind the flags only where a file may be made; passing it on in any case does no harm.
#define MODE_BEHIND(flags)                                                                                             \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    const unsigned mode = makes(flags) ? va_arg(rest, unsigned) : 0;                                                   \
    va_end(rest)

// A file that is there already is only opened: a full disk does not mind, and it is not counted.
static bool makesNew(const char* path, int flags)
{
    return makes(flags) && isBelow(path) && access(path, F_OK) != 0;
}

int open(const char* path, int flags, ...)
{
    REAL(open);
    MODE_BEHIND(flags);
    if (makesNew(path, flags) && judge(Kind::Makes) == Verdict::Refuse) {
        return -1;
    }
    return real(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    REAL(open64);
    MODE_BEHIND(flags);
    if (makesNew(path, flags) && judge(Kind::Makes) == Verdict::Refuse) {
        return -1;
    }
    return real(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...)
{
    REAL(openat);
    MODE_BEHIND(flags);
    if (makesNew(path, flags) && judge(Kind::Makes) == Verdict::Refuse) {
        return -1;
    }
    return real(folder, path, flags, mode);
}

int creat(const char* path, mode_t mode)
{
    REAL(creat);
    REFUSE_OR(path, Kind::Makes, real(path, mode));
}
}
