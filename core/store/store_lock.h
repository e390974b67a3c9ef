// SPDX-License-Identifier: GPL-3.0-or-later
// One program at a time writes a store: flock(2) on "<store>.lock". The kernel lets go of it when the process ends,
// however it ends; the empty file stays.
#pragma once

#include "store/error.h"

#include <string>
#include <utility>

namespace autochain::store
{

class StoreLock
{
public:
    // Waits at most `timeoutMs`. Busy: another process, or this one, holds it. NoAccess, IoError, DiskFull.
    static Result<StoreLock> acquire(const std::string& storePath, int timeoutMs);

    StoreLock() = default; // holds nothing
    StoreLock(StoreLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    StoreLock& operator=(StoreLock&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~StoreLock();

private:
    explicit StoreLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace autochain::store
