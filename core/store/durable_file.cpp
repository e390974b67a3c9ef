// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/durable_file.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace autochain::store
{
namespace
{
class Descriptor
{
public:
    Descriptor(const std::string& path, int flags) : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

Result<> writeAll(int descriptor, BytesView bytes, const std::string& path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return systemError(errno, path, "write");
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return ::fsync(descriptor) == 0 ? Result<>() : Result<>(systemError(errno, path, "fsync"));
}

Result<> writePart(const std::string& part, BytesView bytes)
{
    const Descriptor file(part, O_WRONLY | O_CREAT | O_TRUNC);
    if (file.get() < 0) {
        return systemError(errno, part, "open");
    }
    return writeAll(file.get(), bytes, part);
}
} // namespace

Error systemError(int code, const std::string& path, const char* doing)
{
    const std::string detail = std::string(doing) + " " + path + ": " + std::generic_category().message(code);
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Error(StoreError::DiskFull, {}, detail);
    case ENOENT:
        return Error(StoreError::NotFound, {path}, detail);
    case EACCES:
    case EPERM:
    case EISDIR:
    case ENOTDIR:
        return Error(StoreError::NoAccess, {path}, detail);
    case EEXIST:
        return Error(StoreError::AlreadyExists, {path}, detail);
    case EROFS:
        return Error(StoreError::ReadOnly, {}, detail);
    default:
        return Error(StoreError::IoError, {}, detail);
    }
}

Result<Bytes> readWhole(const std::string& path, std::size_t maxBytes)
{
    const Descriptor file(path, O_RDONLY);
    struct stat status = {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        return systemError(errno, path, "open");
    }
    if (!S_ISREG(status.st_mode)) {
        return Error(StoreError::NoAccess, {path}, "not a file");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > maxBytes) {
        return Error(StoreError::Corrupt, {}, path + " is larger than " + std::to_string(maxBytes) + " bytes");
    }
    Bytes out(size);
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::read(file.get(), out.data() + done, size - done);
        if (got < 0 && errno != EINTR) {
            return systemError(errno, path, "read");
        }
        if (got == 0) {
            out.resize(done); // became shorter meanwhile
            break;
        }
        done += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    }
    return out;
}

Result<> syncFile(const std::string& path)
{
    const Descriptor file(path, O_RDONLY);
    if (file.get() < 0 || ::fsync(file.get()) != 0) {
        return systemError(errno, path, "fsync");
    }
    return {};
}

Result<> syncFolderOf(const std::string& path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return syncFile(folder.empty() ? "." : folder);
}

Result<> replaceDurably(const std::string& from, const std::string& to)
{
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        return systemError(errno, to, "rename");
    }
    return syncFolderOf(to);
}

// Straight into the new name: file systems of sticks know neither links nor a rename that never replaces. What did not
// get whole is taken away again.
Result<> writeNewDurably(const std::string& path, BytesView bytes)
{
    Result<> written;
    {
        const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
        if (file.get() < 0) {
            return systemError(errno, path, "open");
        }
        written = writeAll(file.get(), bytes, path);
    }
    if (!written.ok()) {
        ::unlink(path.c_str());
        return written;
    }
    return syncFolderOf(path);
}

Result<> writeDurably(const std::string& path, BytesView bytes)
{
    const std::string part = path + ".part";
    Result<> done = writePart(part, bytes);
    if (done.ok()) {
        done = replaceDurably(part, path);
    }
    if (!done.ok()) {
        ::unlink(part.c_str());
    }
    return done;
}

} // namespace autochain::store
