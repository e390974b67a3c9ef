// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that are either the old or the new one after a crash, and POSIX errors as StoreError.
#pragma once

#include "base/bytes.h"
#include "store/error.h"

namespace autochain::store
{

// At most `maxBytes`; a larger file is Corrupt. NotFound, NoAccess, IoError.
Result<Bytes> readWhole(const std::string& path, std::size_t maxBytes);
// "<path>.part", synced, renamed over `path`, the folder synced; mode 0600. On an error no part stays behind and `path`
// is what it was, or, where only the folder could not be synced, the new one. DiskFull, NoAccess, ReadOnly, IoError.
Result<> writeDurably(const std::string& path, BytesView bytes);
// As writeDurably, but never over a file that is there. AlreadyExists (args: path).
Result<> writeNewDurably(const std::string& path, BytesView bytes);
// A finished file of another name takes the place of `to`; both in one folder, which is synced. Errors as above.
Result<> replaceDurably(const std::string& from, const std::string& to);
Result<> syncFile(const std::string& path);     // also for folders
Result<> syncFolderOf(const std::string& path); // so that a new name in it outlives a power failure

// What the system says (errno) as a StoreError; args: path where the kind has one.
Error systemError(int code, const std::string& path, const char* doing);

} // namespace autochain::store
