// SPDX-License-Identifier: GPL-3.0-or-later
// Folders with so many entries that their names do not fit into one block: a tree of nodes with 256 places each, in
// which an entry's place is told by the hash of its name (specs.ipfs.tech/unixfs, "HAMT directory"), as Kubo writes it.
#pragma once

#include "content/unixfs_importer.h"

namespace autochain
{

// murmur3-x64-128 with seed 0, its first half (multihash 0x22): what places a name.
std::uint64_t murmur3x64(BytesView bytes);

// Precondition: the names are different from each other. Errors: the sink's; TooDeep where more than one name has the
// same hash, which takes somebody's effort.
Result<Imported> writeHamt(const std::vector<FolderEntry>& entries, const BlockSink& sink);

} // namespace autochain
