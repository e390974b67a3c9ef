// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_lock.h"

#include "store/durable_file.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace autochain::store
{
namespace
{
constexpr std::chrono::milliseconds kPause{20};

// 0, or the errno of the last try.
int waitForLock(int descriptor, int timeoutMs)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    for (;;) {
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            return 0;
        }
        const int code = errno;
        if (code != EINTR && (code != EWOULDBLOCK || std::chrono::steady_clock::now() >= end)) {
            return code;
        }
        std::this_thread::sleep_for(kPause);
    }
}
} // namespace

Result<StoreLock> StoreLock::acquire(const std::string& storePath, int timeoutMs)
{
    const std::string path = storePath + ".lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        // A folder that is not there, too, is a place where no file can be made.
        return errno == ENOENT ? Error(StoreError::NoAccess, {storePath}, "no such folder")
                               : systemError(errno, path, "open");
    }
    StoreLock out(descriptor);
    if (const int code = waitForLock(descriptor, timeoutMs); code != 0) {
        return code == EWOULDBLOCK ? Error(StoreError::Busy, {}, path + " is held by another process")
                                   : systemError(code, path, "flock");
    }
    return out;
}

StoreLock::~StoreLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace autochain::store
