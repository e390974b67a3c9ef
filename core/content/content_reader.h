// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders from any source of blocks, every block checked before a byte of it is handed on.
#pragma once

#include "content/block_source.h"
#include "content/folder_verifier.h"

#include <functional>

namespace autochain
{

using BytesSink = std::function<Result<>(BytesView piece)>; // its error ends the reading
using ReadProgress = std::function<void(std::uint64_t doneBytes, std::uint64_t allBytes)>;

// A file's bytes in order into `sink`; gives their number. Errors: the source's, FileVerifier's, the sink's. What was
// handed on before an error is the right beginning of the file.
QCoro::Task<Result<std::uint64_t>> readFile(BlockSource& from, Cid root, ReadLimits limits, BytesSink sink,
                                            ReadProgress progress = {});
// The same into memory; TooLarge above `maxBytes`.
QCoro::Task<Result<Bytes>> readWhole(BlockSource& from, Cid root, std::uint64_t maxBytes);
// A folder's entries by name. Errors: the source's, FolderVerifier's.
QCoro::Task<Result<std::vector<FolderEntryFound>>> readFolder(BlockSource& from, Cid root, ReadLimits limits = {});
QCoro::Task<Result<Inspected>> inspectAt(BlockSource& from, Cid cid);

} // namespace autochain
