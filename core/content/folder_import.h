// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders of this computer as blocks, as `ipfs add -r --cid-version=1 --raw-leaves` takes them: hidden
// entries left out, symbolic links written as such and not followed.
#pragma once

#include "content/unixfs_importer.h"

#include <string>

class QIODevice;

namespace autochain
{

inline constexpr int kMaxFolderDepth = 32;
inline constexpr std::size_t kMaxFolderEntries = 100'000; // of the whole tree

using ImportProgress = std::function<void(std::uint64_t doneBytes)>;

// From an open device to its end. IoError (args: `name`), the sink's errors.
Result<Imported> importDevice(QIODevice& device, const std::string& name, const BlockSink& sink,
                              const ImportProgress& progress = {});
// A file or a folder. IoError (also of what is neither: devices, pipes), TooDeep, TooManyEntries, UnsafeName, the
// sink's.
Result<Imported> importPath(const std::string& path, const BlockSink& sink, const ImportProgress& progress = {});

} // namespace autochain
